"""Take over what is chosen of returned forms, in one step that one undo takes back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kizdesk.domain.changes import Change
from kizdesk.domain.errors import UserError
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.forms import phrases
from kizdesk.project.forms.changes import changes_of
from kizdesk.project.forms.comparing import Entry, Standing
from kizdesk.project.forms.judging import judge
from kizdesk.project.forms.returned import Judged, Reading
from kizdesk.project.forms.telling import left_to_ask, made_beside
from kizdesk.project.opened import OpenProject


@dataclass(frozen=True, slots=True)
class Chosen:
    """Be a file that was read, with the keys of the entries that shall be taken over."""

    reading: Reading
    keys: frozenset[str]
    is_notice_enclosed: bool = False
    """The information on privacy lay with the form, so that the interview says it was given."""

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
    told: tuple[str, ...] = ()
    """In sentences, what is left to do in these interviews, and which of them were made beside others."""


def take(project: OpenProject, choices: Iterable[Chosen]) -> Taken:
    """Write what is chosen and keep the files, in one commit; what is left alone changes nothing.

    Where two files of one go say different things the later one holds, for both were chosen. Raises UserError if the
    project holds something else by now than was shown beside a chosen answer.
    """
    chosen, moment = tuple(choices), project.snapshot
    contents = {choice.reading.sha256: choice.reading.content for choice in chosen}
    return carry_out(project, prepare(project, chosen), contents, moment)


@dataclass(frozen=True, slots=True)
class Prepared:
    """Be all that taking over chosen files writes, worked out for one moment of the project."""

    changes: tuple[Change, ...]
    taken: Taken


def prepare(project: OpenProject, choices: Iterable[Chosen]) -> Prepared:
    """Work out what :func:`take` writes, and write nothing; with many files it takes too long for the window's thread.

    Raises UserError as :func:`take` does.
    """
    view, changes, done = project, list[Change](), list[Judged]()
    for choice in choices:
        received = choice.reading.received
        if choice.is_nothing or received is None:
            continue
        fresh = judge(view, received)
        if not fresh.reading.takeable:
            continue
        if _stale(choice, fresh):
            _refuse_stale(choice, judge(project, received))
        steps = changes_of(view, fresh, choice.keys, is_notice_enclosed=choice.is_notice_enclosed)
        view = view.imagined(steps)
        changes += steps
        done.append(fresh)
    interviews = tuple(dict.fromkeys(judged.reading.interview_id for judged in done))
    told = (*made_beside(project, view, interviews), *left_to_ask(view, done))
    return Prepared(tuple(changes), Taken(tuple(judged.reading for judged in done), interviews, told))


def carry_out(project: OpenProject, prepared: Prepared, contents: Mapping[str, bytes], moment: Snapshot) -> Taken:
    """Write what was prepared for a moment, in one commit; ``contents`` are the bytes of the files by their SHA-256.

    Raises UserError if the project is another by now.
    """
    if project.read_only:
        raise UserError(phrases.READ_ONLY)
    if project.snapshot is not moment:
        raise UserError(phrases.CHANGED)
    done = prepared.taken.readings
    for reading in done:
        project.put_blob(contents[reading.sha256], reading.sha256)
    label = "Formular übernehmen" if len(done) == 1 else f"{len(done)} Formulare übernehmen"
    project.commit(label, *prepared.changes)
    return prepared.taken


def _refuse_stale(choice: Chosen, judged: Judged) -> None:
    """Refuse to overwrite what was not shown; what another file of the same go wrote was chosen as well."""
    for entry in _stale(choice, judged):
        raise UserError(phrases.STALE.format(name=choice.reading.name, title=entry.title))


def _stale(choice: Chosen, judged: Judged) -> list[Entry]:
    """Return the chosen entries that differ from something that was not shown beside them."""
    shown = {entry.key: entry.old for entry in choice.reading.entries if entry.standing is Standing.DIFFERENT}
    different = (entry for entry in judged.reading.entries if entry.standing is Standing.DIFFERENT)
    return [entry for entry in different if entry.key in choice.keys and shown.get(entry.key) != entry.old]
