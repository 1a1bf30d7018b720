"""Write what refers to a table, a figure or a chapter as fields that follow its number."""

from __future__ import annotations

from collections.abc import Iterable

from kizdesk.concept.numbering import reference_text
from kizdesk.concept.tree import AnyBlock, Document
from kizdesk.writers.word import fields
from kizdesk.writers.word.bookmarks import reference_anchor
from kizdesk.writers.word.composition import Composition
from kizdesk.writers.word.notes import runs_of
from kizdesk.writers.word.xml import UNDIVIDED, run


def referred(document: Document) -> frozenset[str]:
    """Return the ids of the blocks that the text refers to."""
    return frozenset(_referred(document.blocks))


def _referred(blocks: Iterable[AnyBlock]) -> Iterable[str]:
    return (piece.refers for block in blocks for piece in runs_of(block) if piece.refers)


def reference(block_id: str, work: Composition, look: str) -> str:
    """Return a reference to a block; empty where it has no number or is not printed."""
    words = reference_text(work.numbers, block_id)
    if not words:
        return ""
    anchor, look = reference_anchor(block_id), look + UNDIVIDED
    label, number = words.split(" ", 1)
    # Only the number is a field: LibreOffice ends lines inside one, and that of a heading is no text in Word.
    kept = r" \r" if block_id in work.numbers.headings else ""
    return run(f"{label}\u00a0", look) + fields.field(rf"REF {anchor}{kept} \h", number, look)


def counted(label: str, number: int, block_id: str, work: Composition) -> str:
    """Return a caption's word and running number, which is marked where the text refers to it."""
    shown = fields.counted(label, number)
    marked = work.bookmarks.inside(reference_anchor(block_id), shown) if block_id in work.referred else shown
    return run(f"{label}\u00a0") + marked
