"""Estimate the pages of headings, tables and figures from the volume of the text, where nobody lays it out."""

from __future__ import annotations

from kizdesk.concept.tree import AnyBlock, Document, Figure, Heading, Listing, Paragraph, Quotation, Table
from kizdesk.writers.word.contents import FEWEST
from kizdesk.writers.word.measure import lines, row_lines
from kizdesk.writers.word.sections import spans

_PORTRAIT, _LANDSCAPE = (690.0, 9072), (440.0, 14004)
"""Height of the text in points, width in twentieths of a point."""
_LINE, _CELL_LINE, _ROW_PADDING = 14.9, 11.4, 6.0
_HEADINGS = (46.0, 40.0, 34.0, 26.0)
_ENTRIES_PER_PAGE = 44
_LISTED = 3
"""The lowest level of headings in the contents."""
_TITLE = 4
"""Entries whose room the title of a list takes."""


def estimated_pages(document: Document) -> dict[str, int]:
    """Return about where headings, tables and figures will stand, after cover and contents."""
    page = 1 + _front(document)
    pages: dict[str, int] = {}
    for landscape, blocks in spans(document.blocks):
        height, width = _LANDSCAPE if landscape else _PORTRAIT
        page, used = page + 1, 0.0
        for block in blocks:
            needed = _height(block, width)
            whole = isinstance(block, Heading | Figure)
            if used and (_opens_page(block) or (whole and used + needed > height)):
                page, used = page + 1, 0.0
            if isinstance(block, Heading | Table | Figure):
                pages[block.id] = page
            page, used = page + int((used + needed) // height), (used + needed) % height
    return pages


def _front(document: Document) -> int:
    """Return about how many pages the contents and the lists after them take."""
    kinds = [type(block) for block in document.blocks if not isinstance(block, Heading) or block.level <= _LISTED]
    entries, listed = (
        kinds.count(Heading),
        [count for kind in (Figure, Table) if (count := kinds.count(kind)) >= FEWEST],
    )
    return -(-entries // _ENTRIES_PER_PAGE) + -(-(sum(listed) + _TITLE * len(listed)) // _ENTRIES_PER_PAGE)


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
    return 60 + sum(row_lines(row.cells, widths, small=small) * _CELL_LINE + _ROW_PADDING for row in block.printed)
