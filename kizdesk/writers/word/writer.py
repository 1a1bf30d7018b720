"""Write a document tree as a Word file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from kizdesk.concept.numbering import numbering
from kizdesk.concept.tree import Document
from kizdesk.writers.figures import Draw, drawer_when_needed, once
from kizdesk.writers.target import replace_file
from kizdesk.writers.word import furniture, package, properties, sections
from kizdesk.writers.word.body import Progress, body
from kizdesk.writers.word.composition import Composition
from kizdesk.writers.word.estimate import estimated_pages
from kizdesk.writers.word.pages import find_office, measured_pages
from kizdesk.writers.word.template import NUMBERING, read_template
from kizdesk.writers.word.xml import DECLARATION, NAMESPACES

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
    progress("Word-Datei ist geschrieben", 1.0)
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
        progress("Word-Datei ist geschrieben", 1.0)
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
    work = Composition(
        template=read_template(template),
        numbers=numbering(document),
        draw=figures or drawer_when_needed(),
        anchors=frozenset(block.id for block in document.blocks),
    )
    known = estimated_pages(document) if pages is None else pages
    written = "".join(body(document, work, known, progress))
    text = f"{DECLARATION}<w:document {NAMESPACES}><w:body>{written}</w:body></w:document>"
    told = (properties.core(document, created), properties.app(document))
    return package.assemble(work.template.parts, text, _parts(document, work), told)


def _parts(document: Document, work: Composition) -> package.Parts:
    parts = package.Parts()
    page, styles = work.template.page, work.styles
    for name, sheet in ((sections.PORTRAIT, page), (sections.LANDSCAPE, page.turned())):
        widths = (sheet.text_width, page.text_width)
        header, footer = furniture.header(document, styles, *widths), furniture.footer(document, styles, *widths)
        parts.add(f"kizHeader{name}.xml", header, "header", f"rIdHeader{name}")
        parts.add(f"kizFooter{name}.xml", footer, "footer", f"rIdFooter{name}")
    for key, png in work.pictures.items():
        parts.add_picture(f"rIdPicture{key}", key, png)
    for address, relation in work.links.items():
        parts.add_link(relation, address)
    numbered = package.with_lists(work.template.parts[NUMBERING], work.template.numbered_list, work.lists)
    parts.files[NUMBERING] = numbered
    return parts


def _part(progress: Progress, start: float, end: float) -> Progress:
    def report(what: str, share: float) -> None:
        progress(what, start + share * (end - start))

    return report
