"""Estimate the pages of headings from the volume of the text, where nobody lays it out."""

from __future__ import annotations

from kizdesk.concept.tree import AnyBlock, Document, Figure, Heading, Listing, Paragraph, Quotation, Table
from kizdesk.writers.word.measure import lines, row_lines
from kizdesk.writers.word.sections import spans

_PORTRAIT, _LANDSCAPE = (690.0, 9072), (440.0, 14004)
"""Height of the text in points, width in twentieths of a point."""
_LINE, _CELL_LINE, _ROW_PADDING = 14.9, 11.4, 6.0
_HEADINGS = (46.0, 40.0, 34.0, 26.0)
_ENTRIES_PER_PAGE = 44


def estimated_pages(document: Document) -> dict[str, int]:
    """Return about where the headings will stand, after cover and contents."""
    entries = sum(isinstance(block, Heading) and block.level <= 3 for block in document.blocks)
    page = 1 + -(-entries // _ENTRIES_PER_PAGE) if entries else 1
    pages: dict[str, int] = {}
    for landscape, blocks in spans(document.blocks):
        height, width = _LANDSCAPE if landscape else _PORTRAIT
        page, used = page + 1, 0.0
        for block in blocks:
            needed = _height(block, width)
            whole = isinstance(block, Heading | Figure)
            if used and (_opens_page(block) or (whole and used + needed > height)):
                page, used = page + 1, 0.0
            if isinstance(block, Heading):
                pages[block.id] = page
            page, used = page + int((used + needed) // height), (used + needed) % height
    return pages


def _opens_page(block: AnyBlock) -> bool:
    return isinstance(block, Heading) and block.level == 1


def _height(block: AnyBlock, width: int) -> float:
    match block:
        case Heading():
            return _HEADINGS[min(block.level, 4) - 1]
        case Paragraph():
            return lines("".join(run.text for run in block.runs), width) * _LINE + 7
        case Listing():
            return sum(lines("".join(run.text for run in item), width - 400) * _LINE + 4 for item in block.items)
        case Quotation():
            return lines(block.text, width - 900) * _LINE + 34
        case Table():
            return _table_height(block, width)
        case Figure():
            return block.width_mm * 2.1 + 50


def _table_height(block: Table, width: int) -> float:
    shares = [column.width for column in block.columns]
    widths = [round(width * share / (sum(shares) or 1)) for share in shares]
    small = len(widths) >= 8
    return 60 + sum(row_lines(row.cells, widths, small=small) * _CELL_LINE + _ROW_PADDING for row in block.rows)
