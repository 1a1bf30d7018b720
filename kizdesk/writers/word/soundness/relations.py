"""Check that every part is reached, and every relation leads somewhere and is used."""

from __future__ import annotations

from collections.abc import Iterator

from kizdesk.writers.word.soundness.parts import Parts, relation_ids

_USED = frozenset(("image", "hyperlink", "header", "footer"))
"""Kinds of relations that only serve where a text names them."""
_TYPES = "[Content_Types].xml"


def relation_faults(parts: Parts) -> Iterator[str]:
    """Yield relations that lead nowhere or serve nothing, and parts that nothing leads to."""
    reached = {name for name in parts.names if name.endswith("/") or "_rels/" in name or name == _TYPES}
    todo = [""]
    while todo:
        part = todo.pop()
        for key, relation in parts.relations(part).items():
            if relation.is_external or relation.target in reached:
                continue
            if relation.target not in parts.names:
                yield f"{part or 'package'}: {key} leads to {relation.target}, which is missing"
                continue
            reached.add(relation.target)
            todo.append(relation.target)
    yield from (f"{name}: nothing leads to it" for name in sorted(parts.names - reached))
    yield from _types(parts)
    for name, tree in parts.texts():
        given, used = parts.relations(name), set(relation_ids(tree))
        yield from (f"{name}: uses {key}, which is no relation" for key in sorted(used - set(given)))
        yield from (
            f"{name}: {key} is not used"
            for key, relation in given.items()
            if relation.kind in _USED and key not in used
        )


def _types(parts: Parts) -> Iterator[str]:
    """Yield parts without a type, and types without a part."""
    listed = parts.trees[_TYPES]
    endings = {str(one.get("Extension")).lower() for one in listed if str(one.tag).endswith("Default")}
    named = {str(one.get("PartName")).lstrip("/") for one in listed if str(one.tag).endswith("Override")}
    yield from (f"{name}: has a type, but is missing" for name in sorted(named - parts.names))
    for name in sorted(parts.names - named - {_TYPES}):
        if name.rsplit(".", 1)[-1].lower() not in endings:
            yield f"{name}: has no type"
