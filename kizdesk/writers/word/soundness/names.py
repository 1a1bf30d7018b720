"""Check that styles, lists and numbers of drawings are what the text takes them for."""

from __future__ import annotations

from collections.abc import Iterator

from kizdesk.writers.word.soundness.parts import Parts, repeated, values, w

_STYLES = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_AMONG = ("basedOn", "next", "link")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def style_faults(parts: Parts) -> Iterator[str]:
    """Yield styles that are used but not there, or of another kind."""
    styles = parts.find("styles")
    kinds = {str(one.get(w("styleId"))): str(one.get(w("type"))) for one in styles.iter(w("style"))}
    yield from (f"style {key} is there twice" for key in repeated(values(styles, "style", "styleId")))
    for name, tree in parts.texts():
        for element, kind in _STYLES.items():
            for key in sorted(set(values(tree, element))):
                if kinds.get(key) != kind:
                    yield f"{name}: {key} is no {kind} style"
    for element in _AMONG:
        yield from (f"styles: {element} {key} is missing" for key in sorted(set(values(styles, element)) - set(kinds)))


def number_faults(parts: Parts) -> Iterator[str]:
    """Yield lists that are used but not there."""
    numbering = parts.find("numbering")
    lists, kinds = values(numbering, "num", "numId"), values(numbering, "abstractNum", "abstractNumId")
    yield from (f"list {key} is there twice" for key in repeated(lists))
    used = {"0", *lists}
    for name, tree in (*parts.texts(), ("styles", parts.find("styles"))):
        yield from (f"{name}: list {key} is missing" for key in sorted(set(values(tree, "numId")) - used))
    for one in numbering.iter(w("num")):
        yield from (f"numbering: kind {key} is missing" for key in values(one, "abstractNumId") if key not in kinds)


def drawing_faults(parts: Parts) -> Iterator[str]:
    """Yield numbers that several drawings have, and drawings without a text for those who cannot see them."""
    drawings = list(parts.main.iter(_DRAWING))
    yield from (f"drawing {key} is there twice" for key in repeated([str(one.get("id")) for one in drawings]))
    yield from (f"drawing {one.get('id')} has no text" for one in drawings if not one.get("descr"))
