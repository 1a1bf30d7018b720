"""Find the pages of headings: laid out by LibreOffice where it is installed, else estimated from the text's volume."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from kizdesk.concept.tree import AnyBlock, Document, Figure, Heading, Listing, Paragraph, Quotation, Table
from kizdesk.writers.word.bookmarks import bookmark_name
from kizdesk.writers.word.measure import lines, row_lines
from kizdesk.writers.word.sections import spans

TIME_LIMIT = 120.0
"""Seconds that LibreOffice may take."""
_FILTER = (
    'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"false"},"ReduceImageResolution":{"type":"boolean","value":"true"}}'
)
_WINDOWS = ("ProgramFiles", "ProgramFiles(x86)")

_PORTRAIT, _LANDSCAPE = (690.0, 9072), (440.0, 14004)
"""Height of the text in points, width in twentieths of a point."""
_LINE, _CELL_LINE, _ROW_PADDING = 14.9, 11.4, 6.0
_HEADINGS = (46.0, 40.0, 34.0, 26.0)
_ENTRIES_PER_PAGE = 44


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Be what laying out a file tells: the pages of its headings by block id, and how many pages there are."""

    headings: Mapping[str, int]
    count: int


def find_office() -> tuple[str, ...]:
    """Return the command that runs LibreOffice, empty if it is not installed."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return (found,)
    for folder in _WINDOWS:
        path = Path(os.environ.get(folder, "")) / "LibreOffice" / "program" / "soffice.exe"
        if folder in os.environ and path.is_file():
            return (str(path),)
    return ()


def measured_pages(
    written: Path, document: Document, *, office: Sequence[str], time_limit: float = TIME_LIMIT
) -> LaidOut | None:
    """Return the pages of headings as LibreOffice lays out the written file; None if it cannot."""
    if not office:
        return None
    with tempfile.TemporaryDirectory(prefix="kizdesk-", ignore_cleanup_errors=True) as folder:
        pdf = _converted(written, Path(folder), office, time_limit)
        return None if pdf is None else _read(pdf, document)


def _converted(written: Path, folder: Path, office: Sequence[str], time_limit: float) -> Path | None:
    copy = folder / "dokument.docx"
    shutil.copyfile(written, copy)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    switches = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
    command = [*office, profile, *switches, "--convert-to", _FILTER, "--outdir", str(folder), str(copy)]
    if not _finished(command, time_limit):
        return None
    pdf = folder / "dokument.pdf"
    return pdf if pdf.is_file() else None


def _finished(command: Sequence[str], time_limit: float) -> bool:
    """Run a command of its own group, so that what it starts ends with it."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        return process.wait(time_limit) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _read(pdf: Path, document: Document) -> LaidOut | None:
    # LibreOffice writes the underscores of a bookmark's name as "5F"; the digest at its end is enough to know it by.
    headings = {bookmark_name(block.id)[-32:]: block.id for block in document.blocks if isinstance(block, Heading)}
    try:
        reader = PdfReader(pdf)
        found = {
            headings[name[-32:]]: (reader.get_destination_page_number(place) or 0) + 1
            for name, place in reader.named_destinations.items()
            if name[-32:] in headings
        }
        count = len(reader.pages)
    except (PyPdfError, OSError, ValueError, KeyError):
        return None
    return LaidOut(found, count) if len(found) == len(headings) else None


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
