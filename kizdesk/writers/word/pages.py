"""Find the pages of what is listed by letting LibreOffice lay out the very file, where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from kizdesk.concept.numbering import numbering
from kizdesk.concept.tree import Document, Heading
from kizdesk.domain.secrets import without_secrets
from kizdesk.writers.word.bookmarks import bookmark_name

if TYPE_CHECKING:
    from pypdf import PdfReader

TIME_LIMIT = 120.0
"""Seconds that LibreOffice may take."""
_BEAT = 0.2
"""Seconds between two looks at LibreOffice."""
_FILTER = (
    'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"false"},"ReduceImageResolution":{"type":"boolean","value":"true"}}'
)
_WINDOWS = ("ProgramFiles", "ProgramFiles(x86)")
_DAMAGE = (ValueError, LookupError, AttributeError, TypeError, AssertionError, RecursionError)
"""What the reader raises, beside its own errors, where an object of a PDF is not what it should be."""


def _go_on(_spent: float) -> None:
    """Wait on."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Be what laying out a file tells: the pages of what is listed by block id, and how many pages there are."""

    blocks: Mapping[str, int]
    """Headings, and tables and figures with a number."""
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
    written: Path,
    document: Document,
    *,
    office: Sequence[str],
    time_limit: float = TIME_LIMIT,
    waiting: Callable[[float], None] = _go_on,
) -> LaidOut | None:
    """Return the pages of headings, tables and figures as LibreOffice lays out the written file; None if it cannot.

    ``waiting`` is called with the seconds spent while it works; what it raises ends LibreOffice.
    """
    if not office:
        return None
    try:
        with tempfile.TemporaryDirectory(prefix="kizdesk-", ignore_cleanup_errors=True) as folder:
            pdf = _converted(written, Path(folder), office, time_limit, waiting)
            return None if pdf is None else _read(pdf, document)
    except OSError:
        return None


def _converted(
    written: Path, folder: Path, office: Sequence[str], time_limit: float, waiting: Callable[[float], None]
) -> Path | None:
    copy = folder / "dokument.docx"
    shutil.copyfile(written, copy)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    switches = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
    command = [*office, profile, *switches, "--convert-to", _FILTER, "--outdir", str(folder), str(copy)]
    if not _finished(command, time_limit, waiting):
        return None
    pdf = folder / "dokument.pdf"
    return pdf if pdf.is_file() else None


def _finished(command: Sequence[str], time_limit: float, waiting: Callable[[float], None]) -> bool:
    """Run a command of its own group, so that what it starts ends with it."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=without_secrets(os.environ),
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        return _waited(process, time_limit, waiting) == 0
    finally:
        _end(process)


def _waited(process: subprocess.Popen[bytes], time_limit: float, waiting: Callable[[float], None]) -> int | None:
    """Return the exit code of a process, or None if it takes longer than it may."""
    began = monotonic()
    while (spent := monotonic() - began) < time_limit:
        waiting(spent)
        with suppress(subprocess.TimeoutExpired):
            return process.wait(min(_BEAT, time_limit - spent))
    return None


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process, and with it whatever it started and left behind."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _read(pdf: Path, document: Document) -> LaidOut | None:
    # LibreOffice writes the underscores of a bookmark's name as "5F"; the digest at its end is enough to know it by.
    counted = numbering(document)
    headings = [block.id for block in document.blocks if isinstance(block, Heading)]
    wanted = {bookmark_name(key)[-32:]: key for key in (*headings, *counted.tables, *counted.figures)}
    places = _places(pdf)
    if places is None:
        return None
    named, count = places
    found = {wanted[name[-32:]]: page for name, page in named.items() if name[-32:] in wanted}
    return LaidOut(found, count) if len(found) == len(wanted) else None


def _places(pdf: Path) -> tuple[dict[str, int], int] | None:
    """Return the pages of all named places and the number of pages; None for an unreadable file.

    The reader is loaded late: a start of the program that writes nothing does not wait for it.
    """
    reader_of: type[PdfReader] = import_module("pypdf").PdfReader
    fault: type[Exception] = import_module("pypdf.errors").PyPdfError
    try:
        reader = reader_of(pdf)
        named = {name: reader.get_destination_page_number(place) for name, place in reader.named_destinations.items()}
        return {name: page + 1 for name, page in named.items() if page is not None}, len(reader.pages)
    except (fault, OSError, *_DAMAGE):
        return None
