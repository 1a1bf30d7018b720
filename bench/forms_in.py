"""Measure comparing returned forms with a large project and taking them over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

from bench.forms_back import filled_form
from bench.measures import Measure, percentile_95
from kizdesk.domain.changes import Create
from kizdesk.paperwork.writing import write_sheet
from kizdesk.project.forms.reading import read
from kizdesk.project.forms.returned import Incoming, Reading
from kizdesk.project.forms.sheets import SheetMaker
from kizdesk.project.forms.taking import take, whole
from kizdesk.project.forms.wish import FormWish, issues
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import of_this_machine

_RUNS = 5
_READ_GOAL = 2.0
_WISH = FormWish(section_ids=("a", "b", "c", "d", "e"), offering_blocks=1)
"""Some 220 fields; each answer is compared with those of five interviews."""


def measure_forms_in(load: str, path: Path, folder: Path) -> Iterator[Measure]:
    """Yield the time from files that came back to what differs, and from the choice to the project that holds it."""
    with OpenProject.open(Path(copy(path, folder / "Rücklauf.kizdesk")), of_this_machine()) as project:
        made, maker = issues(project, _WISH), SheetMaker(project, _WISH)
        project.commit("Formulare ausgeben", *(Create(issue) for issue in made))
        files = [
            Incoming(f"{issue.municipality_id}.pdf", filled_form(write_sheet(maker.sheet(issue)))) for issue in made
        ]
        readings: tuple[Reading, ...] = ()

        def compare(_run: int) -> None:
            nonlocal readings
            readings = read(project, files, _quiet)

        yield Measure(f"forms: {len(files)} of 220 fields, compared", load, percentile_95(compare, _RUNS), _READ_GOAL)
        assert all(reading.takeable and reading.entries for reading in readings)

        def take_over(_run: int) -> None:
            take(project, map(whole, readings))
            project.undo()

        yield Measure(f"forms: {len(files)} taken over and back", load, percentile_95(take_over, _RUNS))


def _quiet(_what: str, _share: float) -> None:
    """Hear the progress."""
