"""Measure printing the concept, first and after a change, beside LibreOffice's way from the Word file to a PDF."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

from bench.files import NOW, WHO
from bench.measures import Measure, percentile_95
from kizdesk.concept.tree import Document, Paragraph, Run
from kizdesk.project.concept import present_document
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.writing import export_word_estimated
from kizdesk.project.surroundings import of_this_machine
from kizdesk.writers.print import BlocksKept, PrintLane, sheets
from kizdesk.writers.word import find_office

FIRST_GOAL, AGAIN_GOAL, MEMORY_GOAL = 2.0, 0.8, 600.0
PAGES = 220
"""What a large district prints; the load goes beyond it."""
_STARTS, _EDITS = 3, 12
_PAUSE = 0.3
"""Seconds between two edits, in which the process lets go of what it does not need."""
_MB = 1_000_000


def measure_print(load: str, path: Path, folder: Path, *, goals: bool) -> Iterator[Measure]:
    """Yield the times from the tree to the PDF and the places of its blocks, and what the process holds.

    The first print counts the start of the process. An edit changes a paragraph, each time in another place, and is
    printed as for the preview: looked at on the screen, and with the data of the blocks that did not change.
    """
    with OpenProject.open(path, of_this_machine(WHO), read_only=True) as project:
        document = present_document(project)
        office = _office_seconds(project, folder)
    yield from _measured(load, document, office, goals=False)
    if goals:
        yield from _measured(load, _first_pages(document, PAGES), None, goals=True)


def _measured(load: str, document: Document, office: float | None, *, goals: bool) -> Iterator[Measure]:
    firsts = [_first(document) for _ in range(_STARTS)]
    pages, first = firsts[0][0], min(seconds for _, seconds in firsts)
    told = f"print, {pages} pages: first PDF, best run"
    yield Measure(told, load, first, FIRST_GOAL if goals else None, "LibreOffice, docx to PDF", office)
    again, most = _edits(document)
    yield Measure(f"print, {pages} pages: after a change, looked at", load, again, AGAIN_GOAL if goals else None)
    yield Measure(f"print, {pages} pages: memory kept", load, most, MEMORY_GOAL if goals else None, unit="MB")


def _first_pages(document: Document, count: int) -> Document:
    """Return the document up to about so many pages, for which the promises are made."""
    with PrintLane() as lane:
        places = lane.request(sheets(document), printed=NOW).places
    return replace(document, blocks=document.blocks[: sum(place.page <= count for place in places)])


def _first(document: Document) -> tuple[int, float]:
    start = perf_counter()
    with PrintLane() as lane:
        printed = lane.request(sheets(document), printed=NOW)
        return printed.pages or 0, perf_counter() - start


def _edits(document: Document) -> tuple[float, float]:
    paragraphs = [at for at, block in enumerate(document.blocks) if isinstance(block, Paragraph)]
    places = paragraphs[:: max(1, len(paragraphs) // _EDITS)][:_EDITS]
    held: list[int] = []
    kept = BlocksKept()
    with PrintLane() as lane:
        lane.request(sheets(document, kept=kept), printed=NOW, looked_at=True)

        def edit(number: int) -> None:
            changed = _edited(document, places[number % len(places)], number)
            lane.request(sheets(changed, kept=kept), printed=NOW, looked_at=True)

        def rest(_number: int) -> None:
            held.append(lane.held)
            sleep(_PAUSE)

        seconds = percentile_95(edit, _EDITS, rest)
    return seconds, max(held, default=0) / _MB


def _edited(document: Document, place: int, number: int) -> Document:
    """Return the document with a word more in one paragraph."""
    block = document.blocks[place]
    assert isinstance(block, Paragraph)
    longer = replace(block, runs=(*block.runs, Run(f" Zusatz {number}.")))
    return replace(document, blocks=(*document.blocks[:place], longer, *document.blocks[place + 1 :]))


def _office_seconds(project: OpenProject, folder: Path) -> float | None:
    """Return how long LibreOffice takes for the Word file of the same tree; None where it is not installed."""
    office = find_office()
    if not office:
        return None
    written = export_word_estimated(project, folder, _silent)
    with TemporaryDirectory() as home, suppress(subprocess.SubprocessError):
        command = [*office, f"-env:UserInstallation=file://{home}", "--headless", "--convert-to", "pdf"]
        start = perf_counter()
        subprocess.run([*command, "--outdir", home, str(written.path)], check=True, capture_output=True, timeout=300)
        return perf_counter() - start
    return None


def _silent(_message: str, _share: float) -> None:
    """Show no progress."""
