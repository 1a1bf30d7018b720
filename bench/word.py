"""Measure writing the concept as a Word file, beside docxtpl with the same text and tables, and how it grows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path

import docx
from docxtpl import DocxTemplate

from bench.files import WHO
from bench.measures import Measure, computing, percentile_95
from kizdesk.concept.tree import AnyBlock, Document, Figure, Heading, Listing, Paragraph, Quotation, Run, Table
from kizdesk.project.concept import present_document
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.writing import export_word_estimated
from kizdesk.project.surroundings import of_this_machine
from kizdesk.writers.word import write_word
from kizdesk.writers.word.estimate import estimated_pages

_RUNS = 20
_FEW_RUNS = 5


@dataclass(frozen=True, slots=True)
class PeerBlock:
    """Be a block as the template of the peer takes it: words, or rows of cells."""

    words: str
    rows: tuple[tuple[str, ...], ...] = ()


def measure_word(load: str, path: Path, folder: Path, goal: float | None) -> Iterator[Measure]:
    """Yield how much there is, the times for the tree, for its Word file beside the peer, and for both together.

    The file of the peer holds neither figures nor contents, bookmarks, header or footer.
    """
    with OpenProject.open(path, of_this_machine(WHO), read_only=True) as project:
        document, template = present_document(project), project.library.word_template()
        yield Measure("concept: what is written", load, len(document.blocks), unit="blocks")
        yield Measure(
            "concept: what is written, estimated", load, max(estimated_pages(document).values()), unit="pages"
        )
        yield Measure("concept: the tree", load, percentile_95(lambda _: present_document(project), _RUNS))
        alone = partial(write_word, template=template, created=project.now(), progress=_silent)
        own = percentile_95(lambda _: alone(document, folder / "kizdesk.docx"), _RUNS)
        peer = percentile_95(lambda _: _write_with_peer(document, folder / "docxtpl.docx"), _FEW_RUNS)
        yield Measure("concept: Word file of the tree", load, own, None, "docxtpl, same text and tables", peer)
        seconds = percentile_95(lambda _: export_word_estimated(project, folder, _silent), _RUNS)
        yield Measure("concept: tree and Word file", load, seconds, goal)
        yield Measure("concept: computing tree and Word file", load, _computing(project, folder))


def measure_growth(once: Path, twice: Path, folder: Path) -> Measure:
    """Return how long twice the load computes; the goal is 2.2 times that for the load once."""
    first, second = (_growth(path, folder) for path in (once, twice))
    return Measure("concept: computing twice", "Doppelt", second, first * 2.2, "kizdesk, Steinfurt once", first)


def _growth(path: Path, folder: Path) -> float:
    with OpenProject.open(path, of_this_machine(WHO), read_only=True) as project:
        return _computing(project, folder)


def _computing(project: OpenProject, folder: Path) -> float:
    return computing(lambda _: export_word_estimated(project, folder, _silent), _FEW_RUNS)


def _silent(_message: str, _share: float) -> None:
    """Show no progress."""


def _write_with_peer(document: Document, target: Path) -> None:
    template = DocxTemplate(_peer_template())
    template.render({"blocks": [_peer_block(block) for block in document.blocks]}, autoescape=True)
    template.save(target)


def _peer_template() -> BytesIO:
    """Return a template with one loop over blocks, and for tables one over rows and cells."""
    template = docx.Document()
    for line in ("{%p for block in blocks %}", "{{ block.words }}", "{%p if block.rows %}"):
        template.add_paragraph(line)
    table = template.add_table(rows=3, cols=3)
    table.cell(0, 0).text = "{%tr for row in block.rows %}"
    for number, text in enumerate(("{%tc for cell in row %}", "{{ cell }}", "{%tc endfor %}")):
        table.cell(1, number).text = text
    table.cell(2, 0).text = "{%tr endfor %}"
    for line in ("{%p endif %}", "{%p endfor %}"):
        template.add_paragraph(line)
    written = BytesIO()
    template.save(written)
    written.seek(0)
    return written


def _peer_block(block: AnyBlock) -> PeerBlock:
    match block:
        case Heading():
            return PeerBlock(block.text)
        case Paragraph():
            return PeerBlock(_words(block.runs))
        case Listing():
            return PeerBlock("\n".join(_words(item) for item in block.items))
        case Quotation():
            return PeerBlock(f"{block.text} – {block.speaker}")
        case Table():
            head = tuple(column.title for column in block.columns)
            return PeerBlock(block.caption, (head, *(row.cells for row in block.rows)))
        case Figure():
            return PeerBlock(block.caption)


def _words(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)
