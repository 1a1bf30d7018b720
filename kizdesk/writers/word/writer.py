"""Write a document tree as a Word file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from kizdesk.concept.numbering import numbering
from kizdesk.concept.tree import Document
from kizdesk.writers.figures import Draw, drawer_when_needed, once
from kizdesk.writers.target import replace_file
from kizdesk.writers.word import furniture
from kizdesk.writers.word.body import Progress, body
from kizdesk.writers.word.composition import Composition
from kizdesk.writers.word.estimate import estimated_pages
from kizdesk.writers.word.pages import find_office, measured_pages
from kizdesk.writers.word.properties import describe

if TYPE_CHECKING:
    from kizdesk.writers.word.package import Package

MEASURED = "Die Seitenzahlen im Inhaltsverzeichnis sind nach LibreOffice ermittelt. In Word erneuern: Strg+A, F9."
GIVEN = "Die Seitenzahlen im Inhaltsverzeichnis sind übernommen. In Word erneuern: Strg+A, F9."
ESTIMATED = "Die Seitenzahlen im Inhaltsverzeichnis sind geschätzt. Bitte erneuern Sie sie in Word mit Strg+A, F9."


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
    """A German sentence about the page numbers."""


def write_word(
    document: Document,
    target: Path,
    *,
    template: bytes,
    figures: Draw | None = None,
    pages: Mapping[str, int] | None = None,
    created: datetime,
    progress: Progress,
) -> WordReport:
    """Write the document; raises EnvironmentFault if the target cannot be written, UserError for an unfit template.

    ``pages`` are the pages of headings by block id; without them they are estimated.
    """
    data = word_bytes(document, template=template, figures=figures, pages=pages, created=created, progress=progress)
    progress("Word-Datei wird geschrieben", 0.95)
    replace_file(target, data)
    progress("Word-Datei wird geschrieben", 1.0)
    counted = numbering(document)
    note = ESTIMATED if pages is None else GIVEN
    return WordReport(target, len(data), len(counted.tables), len(counted.figures), None, note)


def write_word_laid_out(
    document: Document,
    target: Path,
    *,
    template: bytes,
    figures: Draw | None = None,
    created: datetime,
    progress: Progress,
    office: Sequence[str] | None = None,
) -> WordReport:
    """Write the document, let LibreOffice lay it out if there is one, and write it again with the pages it found."""
    draw = once(figures or drawer_when_needed())
    write = partial(write_word, template=template, figures=draw, created=created)
    report = write(document, target, progress=_part(progress, 0.0, 0.4))
    progress("Seitenzahlen werden ermittelt", 0.4)
    laid_out = measured_pages(target, document, office=find_office() if office is None else office)
    if laid_out is None:
        progress("Seitenzahlen werden ermittelt", 1.0)
        return report
    report = write(document, target, pages=laid_out.headings, progress=_part(progress, 0.6, 1.0))
    return replace(report, pages=laid_out.count, note=MEASURED)


def word_bytes(
    document: Document,
    *,
    template: bytes,
    figures: Draw | None = None,
    pages: Mapping[str, int] | None = None,
    created: datetime,
    progress: Progress,
) -> bytes:
    """Return the document as the bytes of a .docx: the same for the same input."""
    progress("Word-Datei wird aufgebaut", 0.0)
    package = _opened(template)
    work = Composition(
        package=package,
        numbers=numbering(document),
        draw=figures or drawer_when_needed(),
        hung=furniture.hang(document, package),
        anchors=frozenset(block.id for block in document.blocks),
    )
    describe(document, package, created)
    known = estimated_pages(document) if pages is None else pages
    return package.saved("".join(body(document, work, known, progress)))


def _opened(template: bytes) -> Package:
    """Load python-docx late: a start of the program that writes nothing does not wait for it."""
    opened: Package = import_module("kizdesk.writers.word.template").open_template(template)
    return opened


def _part(progress: Progress, start: float, end: float) -> Progress:
    def report(what: str, share: float) -> None:
        progress(what, start + share * (end - start))

    return report
