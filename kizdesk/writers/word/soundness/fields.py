"""Check that fields begin, part and end in turn, and lead to bookmarks that are there."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from kizdesk.writers.word.soundness.parts import Parts, values, w

_LEADING = frozenset(("PAGEREF", "REF", "NOTEREF"))
_NEXT = {"begin": (), "separate": ("begin",), "end": ("begin", "separate")}
"""What must be open for a mark of a field; anything for its beginning."""


def field_faults(parts: Parts) -> Iterator[str]:
    """Yield fields that are out of turn, lead nowhere, or make Word ask whether to update them."""
    names = frozenset(values(parts.main, "bookmarkStart", "name"))
    for name, tree in parts.texts():
        yield from (f"{name}: {fault}" for fault in _out_of_turn(tree))
        for text in tree.iter(w("instrText")):
            words = str(text.text).split()
            if words and words[0] in _LEADING and words[1] not in names:
                yield f"{name}: {' '.join(words[:2])} leads nowhere"
        if any(field.get(w("dirty")) for field in tree.iter(w("fldChar"))):
            yield f"{name}: a field asks to be updated"
    if parts.find("settings").find(w("updateFields")) is not None:
        yield "settings: fields ask to be updated"


def _out_of_turn(tree: etree._Element) -> Iterator[str]:
    stack: list[str] = []
    for element in tree.iter(w("fldChar"), w("instrText")):
        if element.tag == w("instrText"):
            if stack[-1:] != ["begin"]:
                yield f"an instruction stands outside of a field: {element.text}"
            continue
        kind = str(element.get(w("fldCharType")))
        if kind == "begin":
            stack.append(kind)
            continue
        if not stack or stack[-1] not in _NEXT[kind]:
            yield f"a field has {kind} out of turn"
            continue
        stack.pop()
        if kind == "separate":
            stack.append(kind)
    if stack:
        yield f"{len(stack)} fields have no end"
