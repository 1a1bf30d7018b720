"""Write the forms of a wish into a folder, with letters if wished, all or none, and record that they were sent."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from kizdesk.domain.changes import Create
from kizdesk.domain.errors import UserError
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.places import Municipality
from kizdesk.paperwork.writing import write_sheet
from kizdesk.project.files import disk_faults, ensure_folder, free_name, is_there, sha256_of
from kizdesk.project.forms.file_names import ENDING, file_names, letter_name
from kizdesk.project.forms.letters import LetterMaker
from kizdesk.project.forms.sheets import SheetMaker
from kizdesk.project.forms.wish import FormWish, issues, wished_sections
from kizdesk.project.memory import collector_paused
from kizdesk.project.opened import OpenProject
from kizdesk.project.output import Progress, Written, is_somebodys_work

FOLDER = "Formulare"
"""The folder that is proposed for forms, beside the project."""
_OLD = ".alt"
"""The ending of a file that is replaced, until all is well."""
_READ_ONLY = "Das Projekt ist nur zum Lesen geöffnet. Bitte es zum Bearbeiten öffnen und die Formulare dann ausgeben."
_KEPT = "Ein früheres Formular wurde vielleicht schon ausgefüllt und bleibt erhalten: „{name}“."
_LETTER_KEPT = "Das frühere Anschreiben wurde bearbeitet und bleibt erhalten: „{name}“."


@dataclass(frozen=True, slots=True)
class StagedFile:
    """Be a form, or the letter to one, that lies finished beside its place."""

    issue: FormIssue | None
    """What is recorded of it; of a letter, and of a form for an Einvernehmen, nothing is."""
    beside: Path
    target: Path
    size: int


@dataclass(frozen=True, slots=True)
class SendForms:
    """Be the writing of forms beside their places, as work that can be sent to another process."""

    wish: FormWish
    folder: Path

    def __call__(self, project: OpenProject, progress: Progress) -> tuple[StagedFile, ...]:
        """Write them."""
        return stage_forms(project, self.wish, self.folder, progress)


def send_forms(project: OpenProject, wish: FormWish, folder: Path, progress: Progress) -> tuple[Written, ...]:
    """Write a form for each municipality and record that, in one step; who cancels raises in ``progress``.

    Raises UserError for a wish that cannot be met, EnvironmentFault if the disk refuses; then nothing is there.
    """
    if project.read_only:
        raise UserError(_READ_ONLY)
    return put_in_place(project, stage_forms(project, wish, folder, progress))


def stage_forms(project: OpenProject, wish: FormWish, folder: Path, progress: Progress) -> tuple[StagedFile, ...]:
    """Write the files under other names beside their places; it takes long and changes no project."""
    project = project.pinned()
    made = issues(project, wish)
    places = [project.snapshot.get(Municipality, issue.municipality_id) for issue in made]
    names = file_names(places, wished_sections(project, wish) if wish.section_ids else ())
    sheets = SheetMaker(project, wish)
    letters = LetterMaker(project, wish) if wish.with_letters else None
    with FileStage(folder) as stage, collector_paused():
        for number, (issue, place) in enumerate(zip(made, places, strict=True)):
            progress(f"Formular {place.name}", number / len(made))
            sheet, name = sheets.sheet(issue), names[place.id]
            stage.add(name, write_sheet(sheet), issue)
            if letters is not None:
                stage.add(letter_name(name), letters.data(issue, sheet, name))
        progress("Formulare sind geschrieben", 1.0)
    return tuple(stage.files)


def proposed_folder(project: OpenProject) -> Path:
    """Return the folder that is proposed for forms and their letters: one beside the project."""
    return project.path.parent / FOLDER


def put_in_place(project: OpenProject, staged: Sequence[StagedFile]) -> tuple[Written, ...]:
    """Give finished files their names and record the forms in one step; nothing stays of either if one is refused.

    A file that stands there is replaced only if it is still as it was written.
    """
    undo: list[Callable[[], object]] = []
    asides: list[Path | None] = []
    try:
        untouched = {issue.sha256 for issue in project.snapshot.all(FormIssue) if issue.sha256}
        asides.extend(_put(file, untouched, undo) for file in staged)
        made = [file.issue for file in staged if file.issue is not None]
        if made:
            label = "Formular ausgeben" if len(made) == 1 else f"{len(made)} Formulare ausgeben"
            project.commit(label, *map(Create, made))
    except BaseException:
        for step in reversed(undo):
            with suppress(OSError):
                step()
        discard(staged)
        raise
    for path in (found for found in asides if found is not None and found.suffix == _OLD):
        with suppress(OSError):
            path.unlink()
    return tuple(_written(file, path) for file, path in zip(staged, asides, strict=True))


def discard(staged: Sequence[StagedFile]) -> None:
    """Remove finished files that shall not be put in their places."""
    for file in staged:
        with suppress(OSError):
            file.beside.unlink(missing_ok=True)


class FileStage:
    """Write files beside their places in a folder; if that is broken off, nothing stays, nor a folder made for it."""

    def __init__(self, folder: Path) -> None:
        self.files: list[StagedFile] = []
        self._folder = folder
        self._is_new = False

    def __enter__(self) -> Self:
        """Make the folder if it is missing; raises EnvironmentFault if that is not possible."""
        self._is_new = not is_there(self._folder)
        ensure_folder(self._folder)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Clear away what was written if it is broken off."""
        if kind is None:
            return
        discard(self.files)
        if self._is_new:
            with suppress(OSError):
                self._folder.rmdir()

    def add(self, name: str, data: bytes, issue: FormIssue | None = None) -> None:
        """Write a file, which gets its name later; raises EnvironmentFault if the disk refuses."""
        beside = self._folder / f".{name}.{os.getpid()}.neu"
        recorded = replace(issue, sha256=sha256_of(data)) if issue is not None else None
        self.files.append(StagedFile(recorded, beside, self._folder / name, len(data)))
        with disk_faults(beside), beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())


def _put(file: StagedFile, untouched: set[str], undo: list[Callable[[], object]]) -> Path | None:
    """Give a file its name; return where one went that stood there."""
    aside = None
    with disk_faults(file.target):
        if file.target.exists():
            aside = _aside(file, untouched)
            file.target.rename(aside)
            undo.append(lambda: aside.rename(file.target))
        file.beside.rename(file.target)
        undo.append(file.target.unlink)
    return aside


def _aside(file: StagedFile, untouched: set[str]) -> Path:
    return file.beside.with_suffix(_OLD) if _is_untouched(file, untouched) else free_name(file.target)


def _is_untouched(file: StagedFile, untouched: set[str]) -> bool:
    """Tell whether what stands in the place of a file is as it was written."""
    if file.issue is None:
        return file.target.is_file() and not is_somebodys_work(file.target)
    return file.target.is_file() and sha256_of(file.target.read_bytes()) in untouched


def _written(file: StagedFile, aside: Path | None) -> Written:
    kept = _KEPT if file.target.suffix == ENDING else _LETTER_KEPT
    remarks = (kept.format(name=aside.name),) if aside is not None and aside.suffix != _OLD else ()
    return Written(file.target, file.size, remarks=remarks)
