"""Write a document tree as a Word file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kizdesk.concept.numbering import numbering
from kizdesk.concept.tree import Document, Layout
from kizdesk.writers.figures import Draw, drawer_when_needed, once
from kizdesk.writers.target import replace_file
from kizdesk.writers.word import furniture
from kizdesk.writers.word.base import Base
from kizdesk.writers.word.body import Progress, body
from kizdesk.writers.word.comments import Comments, Remarks
from kizdesk.writers.word.composition import Composition
from kizdesk.writers.word.counting import renumbered
from kizdesk.writers.word.estimate import estimated_pages
from kizdesk.writers.word.pages import LaidOut, find_office, measured_pages
from kizdesk.writers.word.properties import describe
from kizdesk.writers.word.references import referred

if TYPE_CHECKING:
    from kizdesk.writers.word.package import Package

MEASURED = (
    "Die Seitenzahlen im Inhaltsverzeichnis sind ermittelt. Stimmen sie in Word nicht, dort Strg+A und dann F9 drücken."
)
GIVEN = MEASURED
_MEASURING, _WRITING = "Seitenzahlen werden ermittelt", "Word-Datei wird geschrieben"
_USUAL = 10.0
"""Seconds that LibreOffice takes for a usual concept, to tell how far it may be."""
ESTIMATED = "Die Seitenzahlen im Inhaltsverzeichnis sind nur geschätzt: Bitte in Word Strg+A und dann F9 drücken."


@dataclass(frozen=True, slots=True)
class WordReport:
    """Tell what was written, and how far its page numbers can be trusted."""

    path: Path
    size: int
    """Bytes of the file."""
    tables: int
    figures: int
    pages: int | None
    """How many pages LibreOffice counted; None where nobody counted them."""
    note: str
    """A German sentence about the page numbers; empty for a paper, which has no contents."""


def write_word(
    document: Document,
    target: Path,
    *,
    template: bytes | Base,
    figures: Draw | None = None,
    pages: Mapping[str, int] | None = None,
    comments: Comments | None = None,
    created: datetime,
    progress: Progress,
) -> WordReport:
    """Write the document; raises EnvironmentFault if the target cannot be written, UserError for an unfit template.

    ``pages`` are the pages of headings, tables and figures by block id; without them they are estimated.
    ``comments`` make it a review copy.
    """
    make = partial(word_bytes, document, template=template, figures=figures, comments=comments, created=created)
    data = make(pages=pages, progress=progress)
    progress(_WRITING, 0.95)
    replace_file(target, data)
    progress(_WRITING, 1.0)
    estimated = ESTIMATED if pages is None else GIVEN
    return _report(document, target, data, estimated if document.layout is Layout.BOOK else "")


def write_word_laid_out(
    document: Document,
    target: Path,
    *,
    template: bytes | Base,
    figures: Draw | None = None,
    comments: Comments | None = None,
    created: datetime,
    progress: Progress,
    office: Sequence[str] | None = None,
) -> WordReport:
    """Write the document once, with the pages that LibreOffice finds if it is installed.

    The target is touched only at the end: what ends the work before leaves what stood there.
    """
    draw = once(figures or drawer_when_needed())
    make = partial(word_bytes, document, template=template, figures=draw, created=created)
    data = make(progress=_part(progress, 0.0, 0.4))
    progress(_MEASURING, 0.4)
    laid_out = _laid_out(data, document, find_office() if office is None else office, progress)
    if laid_out is not None or comments:  # which move nothing, so the pages are those of the clean copy
        pages = None if laid_out is None else laid_out.blocks
        data = make(pages=pages, comments=comments, progress=_part(progress, 0.8, 0.95))
    progress(_WRITING, 0.95)
    replace_file(target, data)
    progress(_WRITING, 1.0)
    report = _report(document, target, data, ESTIMATED)
    return report if laid_out is None else replace(report, pages=laid_out.count, note=MEASURED)


def _laid_out(data: bytes, document: Document, office: Sequence[str], progress: Progress) -> LaidOut | None:
    def waiting(spent: float) -> None:
        progress(_MEASURING, 0.4 + 0.4 * spent / (spent + _USUAL))

    if not office:
        return None
    try:
        with TemporaryDirectory(prefix="kizdesk-", ignore_cleanup_errors=True) as folder:
            draft = Path(folder) / "entwurf.docx"
            draft.write_bytes(data)
            return measured_pages(draft, document, office=office, waiting=waiting)
    except OSError:
        return None


def _report(document: Document, target: Path, data: bytes, note: str) -> WordReport:
    counted = numbering(document)
    return WordReport(target, len(data), len(counted.tables), len(counted.figures), None, note)


def word_bytes(
    document: Document,
    *,
    template: bytes | Base,
    figures: Draw | None = None,
    pages: Mapping[str, int] | None = None,
    comments: Comments | None = None,
    created: datetime,
    progress: Progress,
) -> bytes:
    """Return the document as the bytes of a .docx: the same for the same input."""
    progress("Word-Datei wird aufgebaut", 0.0)
    package = _opened(template)
    hung = furniture.hang(document, package)
    work = Composition(
        package=package,
        numbers=renumbered(numbering(document), package.house.levels) if package.house else numbering(document),
        draw=figures or drawer_when_needed(),
        hung=hung.sections,
        cover=hung.cover,
        opening=hung.opening,
        runs_on=document.layout is not Layout.BOOK,
        anchors=frozenset(block.id for block in document.blocks),
        referred=referred(document),
        remarks=Remarks(comments or {}, created),
    )
    describe(document, package, created)
    known = estimated_pages(document) if pages is None else pages
    written = "".join(body(document, work, known, progress))
    work.notes.store(package)
    work.remarks.store(package)
    return package.saved(written)


def _opened(template: bytes | Base) -> Package:
    """Load python-docx late: a start of the program that writes nothing does not wait for it."""
    opened: Package = import_module("kizdesk.writers.word.template").open_template(template)
    return opened


def _part(progress: Progress, start: float, end: float) -> Progress:
    def report(what: str, share: float) -> None:
        progress(what, start + share * (end - start))

    return report
