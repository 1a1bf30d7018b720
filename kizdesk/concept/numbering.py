"""Count headings, tables and figures, and word what refers to them, the same for every writer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kizdesk.concept.tree import Document, Figure, Heading, Layout, Row, Run, Runs, Table

TABLE, FIGURE, CHAPTER = "Tabelle", "Abbildung", "Kapitel"


@dataclass(frozen=True, slots=True)
class Numbering:
    """Be the numbers of a document by block id; what is missing has no number."""

    headings: Mapping[str, str]
    """Such as ``4.2.1``."""
    tables: Mapping[str, int]
    figures: Mapping[str, int]


def numbering(document: Document) -> Numbering:
    """Return the numbers of a document's headings, tables and figures."""
    headings: dict[str, str] = {}
    tables: dict[str, int] = {}
    figures: dict[str, int] = {}
    counts: list[int] = []
    for block in document.blocks:
        match block:
            case Heading(numbered=True):
                counts = _counted(counts, block.level)
                headings[block.id] = ".".join(str(count) for count in counts)
            case Table(caption=caption) if caption or document.layout is Layout.BOOK:
                tables[block.id] = len(tables) + 1
            case Figure():
                figures[block.id] = len(figures) + 1
            case _:
                pass
    return Numbering(headings, tables, figures)


def _counted(counts: list[int], level: int) -> list[int]:
    padded = (counts + [0] * level)[:level]
    return [*padded[:-1], padded[-1] + 1]


def reference_text(numbers: Numbering, block_id: str) -> str:
    """Return how a text refers to a block, such as ``Tabelle 3``; empty for one without a number or not printed."""
    for word, counted in ((TABLE, numbers.tables), (FIGURE, numbers.figures), (CHAPTER, numbers.headings)):
        if block_id in counted:
            return f"{word} {counted[block_id]}"
    return ""


def run_text(numbers: Numbering, run: Run) -> str:
    """Return the words that are printed of a run: the reference that it is, or its own."""
    return (reference_text(numbers, run.refers) if run.refers else "") or run.text


def row_ends(numbers: Numbering, row: Row) -> tuple[Runs, ...]:
    """Return what follows the words of each cell; what refers to a block that is not printed is left out as a whole."""
    return tuple(_kept(numbers, end) for end in (*row.ends, *[()] * (len(row.cells) - len(row.ends))))


def _kept(numbers: Numbering, end: Runs) -> Runs:
    if all(reference_text(numbers, run.refers) for run in end if run.refers):
        return end
    return tuple(Run("", note=run.note) for run in end if run.note)
