"""Put written files into a folder, all or none, and record those that are forms; nothing of anybody is overwritten."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from kizdesk.domain.changes import Create
from kizdesk.domain.errors import EnvironmentFault
from kizdesk.domain.form_issues import FormIssue
from kizdesk.project.files import disk_faults, ensure_folder, free_name, is_there, sha256_of
from kizdesk.project.forms.file_names import ENDING
from kizdesk.project.opened import OpenProject
from kizdesk.project.output.writing import Written, is_somebodys_work

Stamp = tuple[int, int]
"""Size and time of a file: a file that is saved has another one."""
_OLD = ".alt"
"""The ending of a file that is replaced, until all is well."""
_OPEN = (
    "„{name}“ lässt sich nicht ersetzen, weil die Datei geöffnet oder geschützt ist. Bitte sie schließen oder einen "
    "anderen Ordner wählen. Geschrieben ist noch nichts."
)
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
    replaces: Stamp | None = None
    """What stands in its place and is as it was written, so that it may be replaced."""
    is_in_new_folder: bool = False
    """Its folder was made for it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Be files in their places."""

    written: tuple[Written, ...]
    replaced: tuple[Path, ...]
    """What stood there before, to be cleared away."""


class FileStage:
    """Write files beside their places in a folder; if that is broken off, nothing stays, nor a folder made for it."""

    def __init__(self, folder: Path, written: Collection[str] = ()) -> None:
        """Take the SHA-256 of files written before, which may be replaced."""
        self.files: list[StagedFile] = []
        self._folder = folder
        self._written = written
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
            _remove_empty(self._folder)

    def add(self, name: str, data: bytes, issue: FormIssue | None = None) -> None:
        """Write a file, which gets its name later; raises EnvironmentFault if the disk refuses."""
        beside, target = self._folder / f".{name}.{os.getpid()}.neu", self._folder / name
        sha256 = sha256_of(data)
        recorded = replace(issue, sha256=sha256) if issue is not None else None
        with disk_faults(target):
            replaces = _untouched(target, {*self._written, sha256})
        self.files.append(StagedFile(recorded, beside, target, len(data), replaces, self._is_new))
        with disk_faults(target), beside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())


def written_before(project: OpenProject) -> frozenset[str]:
    """Return the SHA-256 of all forms as they were written."""
    return frozenset(issue.sha256 for issue in project.snapshot.all(FormIssue) if issue.sha256)


def put_in_place(project: OpenProject, staged: Sequence[StagedFile]) -> Placed:
    """Give finished files their names and record the forms in one step; nothing stays of either if one is refused.

    A file that stands there is replaced only if it is still as it was written. All that takes long with many files
    is done elsewhere: what stands there was read when its successor was staged, and is cleared away by the caller.
    """
    undo: list[Callable[[], object]] = []
    asides: list[Path | None] = []
    try:
        asides.extend(_put(file, undo) for file in staged)
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
    return Placed(
        written=tuple(_written(file, path) for file, path in zip(staged, asides, strict=True)),
        replaced=tuple(path for path in asides if path is not None and path.suffix == _OLD),
    )


def placed_at_once(project: OpenProject, staged: Sequence[StagedFile]) -> tuple[Written, ...]:
    """Put finished files in their places and clear away what they replace, where no window waits for it."""
    placed = put_in_place(project, staged)
    clear_away(placed.replaced)
    return placed.written


def discard(staged: Sequence[StagedFile]) -> None:
    """Remove finished files that shall not be put in their places, and a folder made for them."""
    clear_away(file.beside for file in staged)
    for folder in {file.target.parent for file in staged if file.is_in_new_folder}:
        _remove_empty(folder)


def clear_away(paths: Iterable[Path]) -> None:
    """Remove files that nobody needs any more, as far as the disk lets that happen."""
    for path in paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _put(file: StagedFile, undo: list[Callable[[], object]]) -> Path | None:
    """Give a file its name; return where one went that stood there."""
    with disk_faults(file.target):
        aside = _put_aside(file) if file.target.exists() else None
        if aside is not None:
            undo.append(lambda: aside.rename(file.target))
        file.beside.rename(file.target)
        undo.append(file.target.unlink)
    return aside


def _put_aside(file: StagedFile) -> Path:
    is_untouched = _stamp(file.target) == file.replaces
    aside = file.beside.with_suffix(_OLD) if is_untouched else free_name(file.target)
    try:
        file.target.rename(aside)
    except PermissionError as held:
        raise EnvironmentFault(_OPEN.format(name=file.target.name)) from held
    return aside


def _untouched(target: Path, written: Collection[str]) -> Stamp | None:
    """Return the stamp of a file that is as it was written; None for none, or one that somebody may have worked on."""
    if not target.is_file():
        return None
    stamp = _stamp(target)
    if target.suffix == ENDING:
        return stamp if sha256_of(target.read_bytes()) in written else None
    return None if is_somebodys_work(target) else stamp


def _remove_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()


def _stamp(path: Path) -> Stamp:
    state = path.stat()
    return state.st_size, state.st_mtime_ns


def _written(file: StagedFile, aside: Path | None) -> Written:
    kept = _KEPT if file.target.suffix == ENDING else _LETTER_KEPT
    remarks = (kept.format(name=aside.name),) if aside is not None and aside.suffix != _OLD else ()
    return Written(file.target, file.size, remarks=remarks)
