"""Tell what the minutes of interviews say differently than at their release."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from kizdesk.concept.minutes.changes import HEAD, Difference, differences
from kizdesk.concept.minutes.items import Account
from kizdesk.concept.wording import Wording
from kizdesk.domain.errors import EnvironmentFault
from kizdesk.domain.interviews import Interview
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.interviews.edit import guide_of
from kizdesk.project.interviews.released import (
    before_changes,
    changes_after_first_release,
    changes_after_release,
    changes_by_interview,
    wishes_for,
)
from kizdesk.project.opened import LogEntry, OpenProject
from kizdesk.project.reading import context_of


def changed_counts(project: OpenProject) -> Mapping[str, int]:
    """Return by interview how many places of its minutes are others than at their release; those without are left out.

    Of the record of changes only what concerns released interviews is read. If it cannot be read, such as while the
    file is gone, none are known; whoever looks at the project is told of the file by the state of saving.
    """
    released = [interview for interview in project.snapshot.all(Interview) if interview.released_on is not None]
    if not released:
        return {}
    try:
        log = project.wished(wishes_for(released))
    except EnvironmentFault:
        return {}
    counts = {it.id: len(_differences(project, it, entries)) for it, entries in changes_by_interview(log, released)}
    return {interview_id: count for interview_id, count in counts.items() if count}


def account_of(project: OpenProject, snapshot: Snapshot, interview: Interview) -> Account:
    """Return what the minutes of an interview are made from at a moment."""
    context = context_of(project, snapshot, guide_of(project, interview))
    return Account.of(context, Wording.of(project.library.toml("concept/minutes.toml")), interview)


def log_of(project: OpenProject, interview: Interview) -> Sequence[LogEntry]:
    """Return the record of changes where it is needed: a long one takes a while to read."""
    return project.log() if interview.released_on is not None else ()


def since_release(project: OpenProject, interview: Interview, log: Sequence[LogEntry]) -> tuple[Difference, ...]:
    """Return what the minutes of an interview tell differently, by the record of changes."""
    if interview.released_on is None:
        return ()
    entries = changes_after_release(log, interview)
    return _differences(project, interview, entries) if entries else ()


def is_released_anew(project: OpenProject, interview: Interview, log: Sequence[LogEntry]) -> bool:
    """Tell whether the minutes of an interview told something else when they were released for the first time."""
    first = changes_after_first_release(log, interview)
    if interview.released_on is None or not first:
        return False
    moments = (before_changes(project.snapshot, found) for found in (first, changes_after_release(log, interview)))
    before, now = (account_of(project, it, it.find(Interview, interview.id) or interview) for it in moments)
    return bool(differences(before, now))


def _differences(project: OpenProject, interview: Interview, entries: Sequence[LogEntry]) -> tuple[Difference, ...]:
    earlier = before_changes(project.snapshot, entries)
    released = earlier.find(Interview, interview.id) or interview
    before = account_of(project, earlier, released)
    days = _days(entries)
    found = differences(before, account_of(project, project.snapshot, interview))
    return tuple(_dated(difference, interview, days) for difference in found)


def _days(entries: Sequence[LogEntry]) -> Mapping[str, date]:
    """Return the day of the last change of each record, and under an empty key that of the very last."""
    return {"": entries[-1].at.date(), **{entry.id: entry.at.date() for entry in entries}}


def _dated(difference: Difference, interview: Interview, days: Mapping[str, date]) -> Difference:
    change = difference.change
    key = interview.id if change.id == HEAD else change.id
    return replace(difference, change=replace(change, day=days.get(key, days[""])))
