"""Measure writing the forms of a large district from its project into a folder."""

from __future__ import annotations

from pathlib import Path

from bench.measures import Measure, percentile_95
from kizdesk.domain.places import Municipality
from kizdesk.paperwork.sheet import names_of
from kizdesk.project.forms.placing import discard
from kizdesk.project.forms.sending import stage_forms
from kizdesk.project.forms.sheets import SheetMaker
from kizdesk.project.forms.wish import FormWish, issues
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import of_this_machine

_RUNS = 5
_GOAL = 2.0
_LEAST = 200
_WISH = FormWish(section_ids=("a", "b", "c", "d", "e"), offering_blocks=1)
"""Some 220 fields, with five known offerings and the latest of five interviews printed."""


def measure_forms_out(load: str, path: Path, folder: Path) -> Measure:
    """Return the time from the open project to forms that lie in the folder, what is known printed in them."""
    out = folder / "Formulare"
    with OpenProject.open(path, of_this_machine(), read_only=True) as project:
        made = issues(project, _WISH)
        fields = sum(1 for entry in SheetMaker(project, _WISH).sheet(made[0]).entries() for _ in names_of(entry))
        assert len(made) == len(project.snapshot.all(Municipality))
        assert fields >= _LEAST

        def write(_run: int) -> None:
            discard(stage_forms(project, _WISH, out, _quiet))

        seconds = percentile_95(write, _RUNS)
    return Measure(f"forms: {len(made)} of {fields} fields, to files", load, seconds, _GOAL)


def _quiet(_what: str, _share: float) -> None:
    """Hear the progress."""
