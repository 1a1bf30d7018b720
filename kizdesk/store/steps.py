"""Plan what a change does to one record: the form in which changes are applied, logged, undone and redone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, func, select

from kizdesk.domain.base import Record
from kizdesk.domain.changes import Change, Create, Delete, Update
from kizdesk.domain.codec import plain
from kizdesk.domain.snapshot import Snapshot
from kizdesk.store.columns import decoders_of
from kizdesk.store.entries import Action
from kizdesk.store.tables import TABLE_OF

_INVERSE = {Action.CREATE: Action.DELETE, Action.DELETE: Action.CREATE, Action.UPDATE: Action.UPDATE}


@dataclass(frozen=True, slots=True)
class Step:
    """Be one change of one record with what was before and what is after.

    ``old`` and ``new`` are values of the field, or whole records for creation and deletion;
    ``place`` is the record's place in the order of creation, so that an undone deletion puts it back there.
    """

    action: Action
    record_type: type[Record]
    id: str
    field: str
    old: object
    new: object
    place: int | None = None

    @property
    def inverse(self) -> Step:
        """Return the step that takes this one back."""
        return replace(self, action=_INVERSE[self.action], old=self.new, new=self.old)

    @property
    def change(self) -> Change:
        """Return the change of the snapshot that this step makes."""
        if self.action is Action.UPDATE:
            return Update(self.record_type, self.id, self.field, self.new)
        if isinstance(self.new, Record):
            return Create(self.new)
        return Delete(self.record_type, self.id)


def checked(changes: Iterable[Change]) -> list[Change]:
    """Return the changes with their values in the types of their fields; raises ShapeError for a misfit."""
    return [_checked_update(change) if isinstance(change, Update) else change for change in changes]


def _checked_update(change: Update) -> Update:
    decoders = decoders_of(change.record_type)
    if change.field == "id" or change.field not in decoders:
        raise ValueError(f"{change.record_type.__name__}.{change.field} cannot be changed")
    return replace(change, value=decoders[change.field](plain(change.value), change.field))


class Planner:
    """Turn changes into steps, each knowing what the ones before it did."""

    def __init__(self, connection: Connection, before: Snapshot) -> None:
        self._connection = connection
        self._before = before
        self._now: dict[tuple[type[Record], str], Record | None] = {}
        self._places: dict[tuple[type[Record], str], int] = {}
        self._next_place: dict[type[Record], int] = {}

    def steps(self, changes: Iterable[Change]) -> Iterator[Step]:
        """Yield the steps; an update to the value that is already there is none."""
        for change in changes:
            match change:
                case Create(record):
                    yield self._create(record)
                case Delete(record_type, record_id):
                    yield self._delete(record_type, record_id)
                case Update():
                    step = self._update(change)
                    if step.old != step.new:
                        yield step

    def _create(self, record: Record) -> Step:
        record_type = type(record)
        place = self._next_place.get(record_type) or self._last_place(record_type) + 1
        self._next_place[record_type] = place + 1
        self._places[record_type, record.id] = place
        self._now[record_type, record.id] = record
        return Step(Action.CREATE, record_type, record.id, "", None, record, place)

    def _delete(self, record_type: type[Record], record_id: str) -> Step:
        old = self._current(record_type, record_id)
        place = self._places.get((record_type, record_id)) or self._place(record_type, record_id)
        self._now[record_type, record_id] = None
        return Step(Action.DELETE, record_type, record_id, "", old, None, place)

    def _update(self, change: Update) -> Step:
        record = self._current(change.record_type, change.id)
        old = getattr(record, change.field)
        edited: dict[str, Any] = {change.field: change.value}
        self._now[change.record_type, change.id] = replace(record, **edited)
        return Step(Action.UPDATE, change.record_type, change.id, change.field, old, change.value)

    def _current(self, record_type: type[Record], record_id: str) -> Record:
        record = self._now.get((record_type, record_id))
        return record if record is not None else self._before.get(record_type, record_id)

    def _last_place(self, record_type: type[Record]) -> int:
        return self._connection.execute(select(func.max(TABLE_OF[record_type].c.seq))).scalar_one() or 0

    def _place(self, record_type: type[Record], record_id: str) -> int:
        table = TABLE_OF[record_type]
        place: int = self._connection.execute(select(table.c.seq).where(table.c.id == record_id)).scalar_one()
        return place
