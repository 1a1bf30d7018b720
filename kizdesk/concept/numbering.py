"""Count headings, tables and figures, the same for every writer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kizdesk.concept.tree import Document, Figure, Heading, Layout, Table


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
