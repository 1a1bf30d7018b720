"""Write tables as XML, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, repeat

from kizdesk.concept.numbering import TABLE, row_ends
from kizdesk.concept.tree import Align, Column, Row, Table, TableHead
from kizdesk.writers.word.bookmarks import toc_anchor
from kizdesk.writers.word.columns import column_widths
from kizdesk.writers.word.composition import Composition
from kizdesk.writers.word.measure import row_lines
from kizdesk.writers.word.paragraphs import runs
from kizdesk.writers.word.references import counted
from kizdesk.writers.word.styles import Style
from kizdesk.writers.word.xml import KEEP, attribute, clean, paragraph, run

MANY_COLUMNS = 8
"""From so many columns on, a table is set in small type."""
ONE_PIECE = {TableHead.COLUMNS: 20, TableHead.ROWS: 26}
"""A table of at most so many lines stays on one page."""
STUB = {TableHead.COLUMNS: 1, TableHead.ROWS: 3}
"""So many rows are never left alone at the beginning or end of a longer table."""
TALL_ROW = 24
"""A row of more lines than this may break across pages; any other stays whole."""

_JUSTIFIED = {Align.LEFT: "", Align.RIGHT: '<w:jc w:val="right"/>', Align.CENTRE: '<w:jc w:val="center"/>'}
_NORMAL = (Style.CELL, Style.HEAD_CELL, Style.TOTAL_CELL)
_SMALL = (Style.SMALL_CELL, Style.SMALL_HEAD_CELL, Style.SMALL_TOTAL_CELL)
_TOTAL_LINE = '<w:tcBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:tcBorders>'


@dataclass(frozen=True, slots=True)
class _Layout:
    """Be what all rows of one table share."""

    columns: tuple[Column, ...]
    widths: tuple[int, ...]
    justified: tuple[str, ...]
    """How the paragraphs of each column stand."""
    cell: str
    head: str
    total: str
    profile: bool


def table(block: Table, work: Composition, width: int, *, leads: bool = False) -> str:
    """Return caption and table; ``width`` is that of the text in twentieths of a point.

    One that leads to what follows ends on the page on which that begins.
    """
    printed = block.printed
    layout = _layout(block, printed, work, width)
    head = [] if layout.profile else [_head_row(layout)]
    rows = _rows(printed, layout, len(head), work, leads=leads)
    # A table needs a row: without any, Word would call the file damaged.
    body = "".join([*head, *rows]) or _row(Row("", ()), layout, (), keep=False)
    grid = "".join(f'<w:gridCol w:w="{share}"/>' for share in layout.widths)
    properties = _properties(block, work, width, profile=layout.profile)
    return f"{_caption(block, work)}<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def _caption(block: Table, work: Composition) -> str:
    if block.id not in work.numbers.tables:
        return ""
    number = counted(TABLE, work.numbers.tables[block.id], block.id, work)
    words = run(f": {' '.join(block.caption.split())}") if block.caption else ""
    written = paragraph(work.styles[Style.CAPTION], number + words)
    return work.around_block(block.id, work.bookmarks.around(toc_anchor(block.id), written))


def _layout(block: Table, printed: Sequence[Row], work: Composition, width: int) -> _Layout:
    columns = block.columns or (Column(""),)
    normal, head, total = (work.styles[style] for style in (_SMALL if len(columns) >= MANY_COLUMNS else _NORMAL))
    widths = column_widths(columns, printed, width, small=len(columns) >= MANY_COLUMNS)
    justified = tuple(_JUSTIFIED[column.align] for column in columns)
    return _Layout(columns, widths, justified, normal, head, total, block.head is TableHead.ROWS)


def _properties(block: Table, work: Composition, width: int, *, profile: bool) -> str:
    style = work.styles[Style.PROFILE if profile else Style.TABLE]
    first_row, first_column, mask = ("0", "1", "0680") if profile else ("1", "0", "0620")
    return (
        f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{mask}" w:firstRow="{first_row}" w:lastRow="0" w:firstColumn="{first_column}" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{attribute(block.caption)}"/>'
        f'<w:tblDescription w:val="{attribute(block.alt or block.caption)}"/></w:tblPr>'
    )


def _head_row(layout: _Layout) -> str:
    cells = "".join(
        _cell(column.title, layout.head, KEEP + justified, share, "")
        for column, justified, share in zip(layout.columns, layout.justified, layout.widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _rows(printed: Sequence[Row], layout: _Layout, head: int, work: Composition, *, leads: bool) -> list[str]:
    """Write the rows; short tables stay in one piece, longer ones leave no stub."""
    small = len(layout.columns) >= MANY_COLUMNS
    lines = [row_lines(row.cells, layout.widths, small=small) for row in printed]
    last, kind = len(printed) - 1, TableHead.ROWS if layout.profile else TableHead.COLUMNS
    whole, stub = sum(lines) + head <= ONE_PIECE[kind], STUB[kind]
    kept = [whole or index < stub or index >= last - stub for index in range(last)] + [leads] * bool(printed)
    return [
        _row(row, layout, _ends(row, work), keep=keep and tall <= TALL_ROW, whole=tall <= TALL_ROW)
        for row, keep, tall in zip(printed, kept, lines, strict=True)
    ]


def _ends(row: Row, work: Composition) -> tuple[str, ...]:
    """Write what follows the words of the cells."""
    return tuple(runs(end, work) for end in row_ends(work.numbers, row)) if row.ends else ()


def _row(row: Row, layout: _Layout, ends: tuple[str, ...], *, keep: bool, whole: bool = True) -> str:
    line = _TOTAL_LINE if row.total else ""
    together = KEEP if keep else ""
    style = layout.total if row.total else layout.cell
    styles = chain((layout.head if layout.profile else style,), repeat(style))
    cells, behind = chain(row.cells, repeat("")), chain(ends, repeat(""))
    written = [
        _cell(text, style, together + justified, share, line, end)
        for justified, share, text, style, end in zip(
            layout.justified, layout.widths, cells, styles, behind, strict=False
        )
    ]
    properties = "<w:trPr><w:cantSplit/></w:trPr>" if whole else ""
    return f"<w:tr>{properties}{''.join(written)}</w:tr>"


def _cell(text: str, style: str, properties: str, width: int, borders: str, end: str = "") -> str:
    """Return a cell; each line of its text is a paragraph."""
    lines = clean(text).strip("\n").split("\n")
    content = paragraph(style, (run(lines[-1]) if lines[-1] else "") + end, properties)
    if len(lines) > 1:
        content = "".join(paragraph(style, run(line) if line else "", properties) for line in lines[:-1]) + content
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{borders}</w:tcPr>{content}</w:tc>'
