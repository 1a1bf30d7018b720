"""Know the chapters that only hold a proposed text about what is not entered yet: a draft prints them, no version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kizdesk.concept.build import gap_id, pruned
from kizdesk.concept.parts import Part, parts
from kizdesk.concept.tree import AnyBlock, Document, Paragraph


def announced(draft: Document) -> dict[str, str]:
    """Return by their keys the chapters of a draft that a version would not have, with the remark they carry."""
    found = tuple(parts(draft))
    kept = {part.key for part in parts(as_frozen(draft))}
    return {part.key: _remark(part) for part in found if part.key not in kept}


def as_frozen(draft: Document) -> Document:
    """Return a draft without what only announces something, as a version made of it has it."""
    return replace(draft, blocks=tuple(pruned(_kept(draft))))


def _kept(draft: Document) -> Iterator[AnyBlock]:
    for part in parts(draft):
        yield part.heading
        about_nothing = bool(_remark(part))
        for block in part.blocks:
            if not (about_nothing and block.id.startswith(f"{part.heading.id}/") and block.values == ()):
                yield block


def _remark(part: Part) -> str:
    """Return the remark that nothing is there yet; empty for a chapter that has something to say."""
    notes = (block for block in part.blocks if isinstance(block, Paragraph) and block.id == gap_id(part.key))
    return next(("".join(run.text for run in block.runs) for block in notes), "")
