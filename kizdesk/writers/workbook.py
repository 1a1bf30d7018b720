"""Write plain rows as an .xlsx file: texts only, with a head that stays, in widths that can be read."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from kizdesk.domain.texts import clean

MOST_SIGNS = 32_767
"""How many a cell holds; a spreadsheet would drop the rest without a word."""
_STAMP = (1980, 1, 1, 0, 0, 0)
"""The oldest time that a ZIP can name, so that the same rows give the same bytes."""
_HEAD = PatternFill("solid", fgColor="E7ECF1")
_STRONG = PatternFill("solid", fgColor="F5F7F9")
_LINE = Border(bottom=Side("thin", color="9AA5B1"))
_BOLD = Font(name="Calibri", size=11, bold=True)
_POINTS = 15.0
"""Of a line."""
_FIT, _BOLD_FIT = 1.1, 0.98
"""How many letters of a text stand in the width of one digit."""
_MOST_LINES = 27
"""A row cannot be higher."""
_ALIGNED = Alignment(wrap_text=True, vertical="top")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Be one sheet of a file."""

    name: str
    head: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    widths: tuple[int, ...]
    """Of each column, in letters."""
    strong: frozenset[int] = frozenset()
    """Rows that stand out, counted from 0."""
    still: int = 0
    """How many columns stay in sight when the others are moved."""


class _InMemory(ExcelWriter):
    """Save plain sheets without the files that openpyxl would leave in clear in the folder for temporary ones."""

    def __init__(self, book: Workbook, archive: ZipFile) -> None:
        super().__init__(book, archive)
        self._packed = archive

    def write_worksheet(self, ws: Worksheet) -> None:
        """Write one sheet into the archive; it has no links, pictures and remarks."""
        writer = WorksheetWriter(ws, BytesIO())
        writer.write()
        self._packed.writestr(ws.path[1:], writer.read())
        self.manifest.append(ws)


def write_workbook(sheets: Sequence[Sheet], *, title: str, created: datetime) -> bytes:
    """Return sheets as the bytes of a file; the same sheets give the same bytes."""
    book = Workbook()
    for worksheet in list(book.worksheets):
        book.remove(worksheet)
    for sheet in sheets:
        _fill(book.create_sheet(sheet.name), sheet)
    book.properties.title = clean(title)
    book.properties.creator = "kizdesk"
    moment = created.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    book.properties.created = book.properties.modified = moment
    return _without_times(_saved(book))


def too_long(sheets: Sequence[Sheet]) -> Iterator[str]:
    """Yield the texts that do not fit into a cell."""
    for sheet in sheets:
        for row in sheet.rows:
            yield from (text for text in row if len(clean(text)) > MOST_SIGNS)


def _fill(worksheet: Worksheet, sheet: Sheet) -> None:
    for column, text in enumerate(sheet.head, 1):
        cell = _put(worksheet, 1, column, text)
        cell.font, cell.fill, cell.border = _BOLD, _HEAD, _LINE
    for index, row in enumerate(sheet.rows):
        _fill_row(worksheet, index + 2, row, is_strong=index in sheet.strong)
        worksheet.row_dimensions[index + 2].height = _POINTS * _lines(
            row, sheet.widths, _BOLD_FIT if index in sheet.strong else _FIT
        )
    for column, width in enumerate(sheet.widths, 1):
        worksheet.column_dimensions[get_column_letter(column)].width = width
    worksheet.freeze_panes = f"{get_column_letter(sheet.still + 1)}2"
    _for_print(worksheet)


def _fill_row(worksheet: Worksheet, place: int, row: tuple[str, ...], *, is_strong: bool) -> None:
    for column, text in enumerate(row, 1):
        if text or is_strong:
            cell = _put(worksheet, place, column, text)
            if is_strong:
                cell.font, cell.fill = _BOLD, _STRONG


def _lines(row: tuple[str, ...], widths: tuple[int, ...], fit: float) -> int:
    """Return how many lines a row takes; no program measures it again when it opens the file."""
    counts = [
        sum(max(1, len(textwrap.wrap(line, int(width * fit)))) for line in text.split("\n"))
        for text, width in zip(row, widths, strict=True)
    ]
    return min(max(counts), _MOST_LINES)


def _put(worksheet: Worksheet, row: int, column: int, text: str) -> Cell | MergedCell:
    """Write a text as a text, whatever it begins with: a spreadsheet must not calculate it."""
    cell: Cell | MergedCell = worksheet.cell(row, column)
    if text and isinstance(cell, Cell):
        cell.value, cell.data_type = clean(text), "s"
    cell.alignment = _ALIGNED
    return cell


def _for_print(worksheet: Worksheet) -> None:
    worksheet.print_title_rows = "1:1"
    worksheet.page_setup.orientation = "landscape"
    worksheet.page_setup.paperSize = 9  # DIN A4
    worksheet.page_setup.fitToHeight = 0
    worksheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _saved(book: Workbook) -> bytes:
    """Save without the present time, which saving by name would write in."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        _InMemory(book, archive).save()
    return stream.getvalue()


def _without_times(data: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(stream, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(ZipInfo(name, _STAMP), before.read(name), ZIP_DEFLATED)
    return stream.getvalue()
