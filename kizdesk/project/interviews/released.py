"""Find in the record of changes what was changed after the release of an interview, and take it back in a copy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from kizdesk.domain.base import Record, kind_of
from kizdesk.domain.codec import field_decoders, revive
from kizdesk.domain.interviews import Answer, Interview, Offering
from kizdesk.domain.places import Municipality
from kizdesk.domain.registry import RECORD_TYPES
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.opened import LogEntry, LogWish

_PRINTED: Mapping[str, type[Record]] = MappingProxyType(
    {kind_of(kind): kind for kind in (Interview, Answer, Offering, Municipality)}
)
"""The kinds of records whose changes can change what the minutes tell."""
_RELEASE, _NO_OFFERINGS = "released_on", "no_offerings"


def wishes_for(interviews: Sequence[Interview]) -> list[LogWish]:
    """Return which entries of the log tell what was changed of released interviews."""
    wishes: list[LogWish] = []
    for interview in interviews:
        since = interview.released_on
        if since is not None:
            wishes.append(LogWish(since, kind_of(Interview), id=interview.id))
            wishes.append(LogWish(since, kind_of(Answer), prefix=f"{interview.id}/"))
            wishes.append(LogWish(since, kind_of(Municipality), id=interview.municipality_id))
    first = min((wish.since for wish in wishes), default=None)
    return [*wishes, LogWish(first, kind_of(Offering))] if first is not None else []


def changes_by_interview(
    log: Sequence[LogEntry], interviews: Sequence[Interview]
) -> Iterator[tuple[Interview, list[LogEntry]]]:
    """Yield released interviews with what was changed of them since, those without any change left out.

    The log need only hold what :func:`wishes_for` asks for.
    """
    answers: dict[str, list[LogEntry]] = {}
    others: list[LogEntry] = []
    for entry in log:
        if entry.kind == kind_of(Answer):
            answers.setdefault(entry.id.partition("/")[0], []).append(entry)
        else:
            others.append(entry)
    for interview in interviews:
        own = sorted((*answers.get(interview.id, ()), *others), key=attrgetter("seq"))
        found = changes_after_release(own, interview)
        if found:
            yield interview, found


def changes_after_release(log: Sequence[LogEntry], interview: Interview) -> list[LogEntry]:
    """Return what was changed of an interview, its answers and all offerings after it was released, in order.

    What came with the interview, as in an import, was there before, and so was what came with the release in one step,
    as from another copy of the project; on the day of the release counts what follows its entry.
    """
    released = interview.released_on
    if released is None:
        return []
    own = [entry for entry in log if _is_about(entry, interview)]
    births = [entry.group for entry in own if _is_birth(entry, interview)]
    answered = {entry.group for entry in own if entry.kind == kind_of(Answer)}
    births += [entry.group for entry in own if _is_release(entry, interview) and entry.group in answered]
    entered = _entered(own, interview, released)
    return [
        entry
        for entry in own
        if entry.group > max(births, default=0) and not entry.erased and _is_after(entry, released, entered)
    ]


def changes_after_first_release(log: Sequence[LogEntry], interview: Interview) -> list[LogEntry]:
    """Return what was changed since an interview was released for the first time; nothing if it was released once."""
    own = [entry for entry in log if _is_about(entry, interview)]
    days = [entry for entry in own if (entry.kind, entry.field) == (kind_of(Interview), _RELEASE)]
    if not any(entry.old for entry in days):
        return []
    came_released = bool(days[0].old)
    first = 0 if came_released else next(entry.seq for entry in days if entry.new)
    births = [entry.group for entry in own if _is_birth(entry, interview)]
    return [entry for entry in own if entry.seq > first and entry.group > max(births, default=0) and not entry.erased]


def before_changes(snapshot: Snapshot, entries: Sequence[LogEntry]) -> Snapshot:
    """Return a snapshot with changes taken back, the last one first."""
    tables: dict[type[Record], dict[str, Record]] = {kind: dict(snapshot.by_id(kind)) for kind in _PRINTED.values()}
    for entry in reversed(entries):
        kind = _PRINTED[entry.kind]
        rows = tables[kind]
        if entry.field:
            _put_back(rows, kind, entry)
        elif entry.old is None:
            rows.pop(entry.id, None)
        else:
            rows[entry.id] = revive(kind, entry.old)
    return Snapshot({kind: tables.get(kind, snapshot.by_id(kind)) for kind in RECORD_TYPES})


def _put_back(rows: dict[str, Record], kind: Any, entry: LogEntry) -> None:
    decoder = field_decoders(kind).get(entry.field)
    if entry.id in rows and decoder is not None:
        edited: dict[str, Any] = {entry.field: decoder(entry.old, entry.field)}
        rows[entry.id] = replace(rows[entry.id], **edited)


def _is_about(entry: LogEntry, interview: Interview) -> bool:
    if entry.kind == kind_of(Answer):
        return entry.id.startswith(f"{interview.id}/")
    if entry.kind == kind_of(Municipality):
        return (entry.id, entry.field) == (interview.municipality_id, _NO_OFFERINGS)
    return entry.kind == kind_of(Offering) or (entry.kind == kind_of(Interview) and entry.id == interview.id)


def _is_birth(entry: LogEntry, interview: Interview) -> bool:
    """Tell whether an entry made the interview; one that only takes a deletion back did not."""
    return entry.id == interview.id and not entry.field and entry.old is None and entry.reverses is None


def _is_release(entry: LogEntry, interview: Interview) -> bool:
    """Tell whether an entry set the present day of the release."""
    released = interview.released_on
    is_about = (entry.id, entry.field) == (interview.id, _RELEASE)
    return is_about and released is not None and entry.new == released.isoformat()


def _entered(own: Sequence[LogEntry], interview: Interview, released: date) -> int | None:
    """Return the number of the entry by which the release was entered on its very day, or None."""
    found = [entry.seq for entry in own if _is_release(entry, interview) and entry.at.date() == released]
    return found[-1] if found else None


def _is_after(entry: LogEntry, released: date, entered: int | None) -> bool:
    day = entry.at.date()
    return day > released or (day == released and entered is not None and entry.seq > entered)
