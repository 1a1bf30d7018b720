"""Say what counts of a block: its text and data values, never type, markup, numbers or generated words."""

from __future__ import annotations

from kizdesk.concept.prose import plain_text
from kizdesk.concept.tree import AnyBlock, Figure, Heading, Listing, Paragraph, Quotation, Table

Essence = list["Essence"] | str


def essence(block: AnyBlock) -> list[Essence]:
    """Return what counts of a block; empty if it holds nothing but generated words."""
    return _own(block) if block.values is None else list(block.values)


def form(block: AnyBlock) -> str:
    """Return what kind of block it is, as far as that counts: of data values it does not, only of words."""
    return type(block).__name__ if block.values is None else ""


def _own(block: AnyBlock) -> list[Essence]:
    match block:
        case Heading(text=text):
            return [text]
        case Paragraph(runs=runs):
            return [plain_text(runs)]
        case Listing(items=items):
            return [plain_text(item) for item in items]
        case Quotation(text=text, speaker=speaker):
            return [text, speaker]
        case Table(rows=rows):
            return [[row.id, list(row.cells if row.values is None else row.values)] for row in rows]
        case Figure(alt=alt):
            return [alt]


def shown(block: AnyBlock) -> str:
    """Return the words of a block as plain text, to show a change to people."""
    match block:
        case Heading(text=text):
            return text
        case Paragraph(runs=runs):
            return plain_text(runs)
        case Listing(items=items):
            return "\n".join(f"– {plain_text(item)}" for item in items)
        case Quotation(text=text, speaker=speaker):
            return f"„{text}“ ({speaker})"
        case Table():
            return "\n".join(" | ".join(cell.replace("\n", "; ") for cell in row.cells) for row in block.printed)
        case Figure(alt=alt):
            return alt
