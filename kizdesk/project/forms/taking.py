"""Take over what is chosen of returned forms, in one step that one undo takes back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kizdesk.domain.changes import Change
from kizdesk.domain.errors import UserError
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.forms import phrases
from kizdesk.project.forms.changes import changes_of
from kizdesk.project.forms.comparing import Entry, Standing
from kizdesk.project.forms.judging import judge
from kizdesk.project.forms.returned import Judged, Reading
from kizdesk.project.opened import OpenProject
from kizdesk.project.output import Progress


def _silent(_text: str, _share: float) -> None:
    """Hear of progress and go on."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Be a file that was read, with the keys of the entries that shall be taken over."""

    reading: Reading
    keys: frozenset[str]

    @property
    def is_nothing(self) -> bool:
        """Tell whether the file is left alone."""
        return not self.reading.takeable or not self.keys & self.reading.all_keys


def whole(reading: Reading) -> Chosen:
    """Choose everything a file says."""
    return Chosen(reading, reading.all_keys)


def without_conflicts(reading: Reading) -> Chosen:
    """Choose what contradicts nothing the project knows."""
    return Chosen(reading, reading.proposed)


@dataclass(frozen=True, slots=True)
class Taken:
    """Be what was taken over: the files, and the interviews they went into."""

    readings: tuple[Reading, ...]
    interview_ids: tuple[str, ...]


def take(project: OpenProject, choices: Iterable[Chosen]) -> Taken:
    """Write what is chosen and keep the files, in one commit; what is left alone changes nothing.

    Where two files of one go say different things the later one holds, for both were chosen. Raises UserError if the
    project holds something else by now than was shown beside a chosen answer.
    """
    if project.read_only:
        raise UserError(phrases.READ_ONLY)
    return carry_out(project, prepare(project, choices))


@dataclass(frozen=True, slots=True)
class Prepared:
    """Be all that taking over chosen files writes, worked out for one moment of the project."""

    since: Snapshot
    changes: tuple[Change, ...]
    judged: tuple[Judged, ...]

    def fits(self, project: OpenProject) -> bool:
        """Tell whether the project still is as it was."""
        return project.snapshot is self.since


def prepare(project: OpenProject, choices: Iterable[Chosen], progress: Progress = _silent) -> Prepared:
    """Work out what :func:`take` writes, and write nothing; with many files it takes too long for the window's thread.

    Raises UserError as :func:`take` does, and what ``progress`` raises.
    """
    view, changes, done = project, list[Change](), list[Judged]()
    for choice in choices:
        progress(choice.reading.name, 0.0)
        reading, filled = choice.reading, choice.reading.filled
        if choice.is_nothing or filled is None:
            continue
        fresh = judge(view, reading.name, filled, reading.content)
        if not fresh.reading.takeable:
            continue
        if _stale(choice, fresh):
            _refuse_stale(choice, judge(project, reading.name, filled, reading.content))
        steps = changes_of(view, fresh, choice.keys)
        view = view.imagined(steps)
        changes += steps
        done.append(fresh)
    return Prepared(project.snapshot, tuple(changes), tuple(done))


def carry_out(project: OpenProject, prepared: Prepared) -> Taken:
    """Write what was prepared, in one commit; raises UserError if the project is another by now."""
    if project.read_only:
        raise UserError(phrases.READ_ONLY)
    if not prepared.fits(project):
        raise UserError(phrases.CHANGED)
    done = prepared.judged
    for judged in done:
        if judged.reading.filled is not None:
            project.put_blob(judged.reading.content, judged.reading.filled.sha256)
    label = "Formular übernehmen" if len(done) == 1 else f"{len(done)} Formulare übernehmen"
    project.commit(label, *prepared.changes)
    interviews = dict.fromkeys(judged.target.interview_id for judged in done if judged.target is not None)
    return Taken(tuple(judged.reading for judged in done), tuple(interviews))


def _refuse_stale(choice: Chosen, judged: Judged) -> None:
    """Refuse to overwrite what was not shown; what another file of the same go wrote was chosen as well."""
    for entry in _stale(choice, judged):
        raise UserError(phrases.STALE.format(name=choice.reading.name, title=entry.title))


def _stale(choice: Chosen, judged: Judged) -> list[Entry]:
    """Return the chosen entries that differ from something that was not shown beside them."""
    shown = {entry.key: entry.old for entry in choice.reading.entries if entry.standing is Standing.DIFFERENT}
    different = (entry for entry in judged.reading.entries if entry.standing is Standing.DIFFERENT)
    return [entry for entry in different if entry.key in choice.keys and shown.get(entry.key) != entry.old]
