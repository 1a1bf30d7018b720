"""Take over what is chosen of returned forms, in one step that one undo takes back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kizdesk.domain.changes import Change
from kizdesk.domain.errors import UserError
from kizdesk.project.forms import phrases
from kizdesk.project.forms.changes import changes_of
from kizdesk.project.forms.comparing import Entry, Standing
from kizdesk.project.forms.judging import judge
from kizdesk.project.forms.returned import Judged, Reading
from kizdesk.project.opened import OpenProject


@dataclass(frozen=True, slots=True)
class Chosen:
    """Be a file that was read, with the keys of the entries that shall be taken over."""

    reading: Reading
    keys: frozenset[str]

    @property
    def is_nothing(self) -> bool:
        """Tell whether the file is left alone."""
        return not self.reading.takeable or bool(self.reading.entries and not self.keys & self.reading.all_keys)


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

    Raises UserError if the project holds something else by now than was shown beside a chosen answer.
    """
    if project.read_only:
        raise UserError(phrases.READ_ONLY)
    view, changes, done = project, list[Change](), list[Judged]()
    for choice in choices:
        if choice.is_nothing or choice.reading.filled is None:
            continue
        fresh = judge(view, choice.reading.name, choice.reading.filled, choice.reading.content)
        if not fresh.reading.takeable:
            continue
        _refuse_stale(choice, fresh.reading.entries)
        steps = changes_of(view, fresh, choice.keys)
        view = view.imagined(steps)
        changes += steps
        done.append(fresh)
    return _written(project, changes, done)


def _written(project: OpenProject, changes: Sequence[Change], done: Sequence[Judged]) -> Taken:
    for judged in done:
        if judged.reading.filled is not None:
            project.put_blob(judged.reading.content, judged.reading.filled.sha256)
    label = "Formular übernehmen" if len(done) == 1 else f"{len(done)} Formulare übernehmen"
    project.commit(label, *changes)
    interviews = dict.fromkeys(judged.target.interview_id for judged in done if judged.target is not None)
    return Taken(tuple(judged.reading for judged in done), tuple(interviews))


def _refuse_stale(choice: Chosen, fresh: Iterable[Entry]) -> None:
    shown = {entry.key: entry for entry in choice.reading.entries}
    for entry in fresh:
        if entry.key not in choice.keys or entry.standing is not Standing.DIFFERENT:
            continue
        before = shown.get(entry.key)
        if before is None or before.standing is not Standing.DIFFERENT or before.old != entry.old:
            raise UserError(phrases.STALE.format(name=choice.reading.name, title=entry.title))
