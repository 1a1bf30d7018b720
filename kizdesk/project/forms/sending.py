"""Write the forms of a wish into a folder, all or none, and record that they were sent."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from kizdesk.domain.changes import Create
from kizdesk.domain.errors import UserError
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.places import Municipality
from kizdesk.paperwork.writing import write_sheet
from kizdesk.project.files import disk_faults, ensure_folder, free_name, is_there, sha256_of
from kizdesk.project.forms.file_names import file_names
from kizdesk.project.forms.sheets import SheetMaker
from kizdesk.project.forms.wish import FormWish, issues, wished_sections
from kizdesk.project.memory import collector_paused
from kizdesk.project.opened import OpenProject
from kizdesk.project.output import Progress, Written

FOLDER = "Formulare"
"""The folder that is proposed for forms, within that of all output."""
_OLD = ".alt"
"""The ending of a form that is replaced, until all is well."""
_READ_ONLY = "Das Projekt ist nur zum Lesen geöffnet. Bitte es zum Bearbeiten öffnen und die Formulare dann ausgeben."
_KEPT = "Ein früheres Formular wurde vielleicht schon ausgefüllt und bleibt erhalten: „{name}“."


@dataclass(frozen=True, slots=True)
class StagedForm:
    """Be a form that lies finished beside the place where it belongs."""

    issue: FormIssue
    beside: Path
    target: Path
    size: int


@dataclass(frozen=True, slots=True)
class SendForms:
    """Be the writing of forms beside their places, as work that can be sent to another process."""

    wish: FormWish
    folder: Path

    def __call__(self, project: OpenProject, progress: Progress) -> tuple[StagedForm, ...]:
        """Write them."""
        return stage_forms(project, self.wish, self.folder, progress)


def send_forms(project: OpenProject, wish: FormWish, folder: Path, progress: Progress) -> tuple[Written, ...]:
    """Write a form for each municipality and record that, in one step; who cancels raises in ``progress``.

    Raises UserError for a wish that cannot be met, EnvironmentFault if the disk refuses; then nothing is there.
    """
    if project.read_only:
        raise UserError(_READ_ONLY)
    return put_in_place(project, stage_forms(project, wish, folder, progress))


def stage_forms(project: OpenProject, wish: FormWish, folder: Path, progress: Progress) -> tuple[StagedForm, ...]:
    """Write the forms under other names beside their places; it takes long and changes no project."""
    project = project.pinned()
    made = issues(project, wish)
    is_new = not is_there(folder)
    ensure_folder(folder)
    places = [project.snapshot.get(Municipality, issue.municipality_id) for issue in made]
    names = file_names(places, wished_sections(project, wish) if wish.section_ids else ())
    maker = SheetMaker(project, wish)
    staged: list[StagedForm] = []
    try:
        with collector_paused():
            for number, (issue, place) in enumerate(zip(made, places, strict=True)):
                progress(f"Formular {place.name}", number / len(made))
                target = folder / names[place.id]
                beside = folder / f".{target.name}.{os.getpid()}.neu"
                data = write_sheet(maker.sheet(issue))
                staged.append(StagedForm(replace(issue, sha256=sha256_of(data)), beside, target, len(data)))
                _write(beside, data)
        progress("Formulare sind geschrieben", 1.0)
    except BaseException:
        discard(staged)
        if is_new:
            with suppress(OSError):
                folder.rmdir()
        raise
    return tuple(staged)


def put_in_place(project: OpenProject, staged: Sequence[StagedForm]) -> tuple[Written, ...]:
    """Give finished forms their names and record them in one step; nothing stays of either if one is refused.

    A file that stands there is replaced only if it is still as it was written.
    """
    undo: list[Callable[[], object]] = []
    asides: list[Path | None] = []
    try:
        untouched = {issue.sha256 for issue in project.snapshot.all(FormIssue) if issue.sha256}
        asides.extend(_put(form, untouched, undo) for form in staged)
        label = "Formular ausgeben" if len(staged) == 1 else f"{len(staged)} Formulare ausgeben"
        project.commit(label, *(Create(form.issue) for form in staged))
    except BaseException:
        for step in reversed(undo):
            with suppress(OSError):
                step()
        discard(staged)
        raise
    for path in (found for found in asides if found is not None and found.suffix == _OLD):
        with suppress(OSError):
            path.unlink()
    return tuple(_written(form, path) for form, path in zip(staged, asides, strict=True))


def discard(staged: Sequence[StagedForm]) -> None:
    """Remove finished forms that shall not be put in their places."""
    for form in staged:
        with suppress(OSError):
            form.beside.unlink(missing_ok=True)


def _put(form: StagedForm, untouched: set[str], undo: list[Callable[[], object]]) -> Path | None:
    """Give a form its name; return where a file went that stood there."""
    aside = None
    with disk_faults(form.target):
        if form.target.exists():
            aside = _aside(form, untouched)
            form.target.rename(aside)
            undo.append(lambda: aside.rename(form.target))
        form.beside.rename(form.target)
        undo.append(form.target.unlink)
    return aside


def _aside(form: StagedForm, untouched: set[str]) -> Path:
    if form.target.is_file() and sha256_of(form.target.read_bytes()) in untouched:
        return form.beside.with_suffix(_OLD)
    return free_name(form.target)


def _write(path: Path, data: bytes) -> None:
    with disk_faults(path), path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _written(form: StagedForm, aside: Path | None) -> Written:
    kept = (_KEPT.format(name=aside.name),) if aside is not None and aside.suffix != _OLD else ()
    return Written(form.target, form.size, remarks=kept)
