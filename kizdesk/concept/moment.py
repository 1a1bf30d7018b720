"""Make only what changed anew: each thing is kept with the tables it was made of, for as long as they are the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from kizdesk.domain.base import Record
from kizdesk.domain.changes import Change
from kizdesk.domain.registry import RECORD_TYPES
from kizdesk.domain.snapshot import R, Snapshot, Tables

T = TypeVar("T")
Input = type[Record] | str
"""A table of records by their kind, or something else that is handed in by its name."""


class Moment(Snapshot):
    """Be a snapshot, and what is given beside it, that notes what is read of it."""

    __slots__ = ("_given", "_is_over", "_read")

    def __init__(self, tables: Tables, given: Mapping[str, object]) -> None:
        super().__init__(tables)
        self._given = given
        self._read: set[Input] = set()
        self._is_over = False

    @property
    def afresh(self) -> Moment:
        """Return the same moment, of which nothing was read."""
        return Moment(self._tables, self._given)

    def by_id(self, record_type: type[R]) -> Mapping[str, R]:
        """Return all records of a type by their id."""
        self.note(record_type)
        return super().by_id(record_type)

    def applied(self, changes: Any) -> Snapshot:
        """Return the snapshot after changes, which is made of all there is."""
        self.note(*RECORD_TYPES)
        changed: list[Change] = list(changes)
        return super().applied(changed)

    def note(self, *inputs: Input) -> None:
        """Note that these are read; what was made of the moment may not look at it later, as nobody would know."""
        if self._is_over:
            raise RuntimeError(f"{inputs} read after what was made of it had been kept")
        self._read.update(inputs)

    def end(self) -> Mapping[Input, object]:
        """Return what was read, and let nothing more be read."""
        self._is_over = True
        return {key: self._value(key) for key in self._read}

    def fits(self, read: Mapping[Input, object]) -> bool:
        """Tell whether what was read of another moment is the same in this one."""
        return all(self._is_same(key, value) for key, value in read.items())

    def _is_same(self, key: Input, before: object) -> bool:
        now = self._value(key)
        return now is before or (not isinstance(key, str) and not now and not before)

    def _value(self, key: Input) -> object:
        return self._given.get(key) if isinstance(key, str) else self._tables.get(key)


@dataclass(frozen=True, slots=True)
class _Made:
    value: Any
    read: Mapping[Input, object]


class Kept:
    """Be what was made last, by its name; used by one thread at a time."""

    def __init__(self) -> None:
        self._things: object = None
        self._made: dict[str, _Made] = {}

    def with_things(self, things: object) -> None:
        """Forget all if what everything is made with, beside the records, is not the same as before."""
        if self._things != things:
            self._made.clear()
        self._things = things

    def last(self, name: str) -> Any:
        """Return what was made last, whatever it was made of; None if nothing was."""
        found = self._made.get(name)
        return found.value if found is not None else None

    def made(self, name: str, moment: Moment, make: Callable[[Moment], T]) -> T:
        """Return what is made of a moment: what is kept if it was made of the same, else made now and kept."""
        found = self._made.get(name)
        if found is None or not moment.fits(found.read):
            inner = moment.afresh
            found = self._made[name] = _Made(make(inner), inner.end())
        moment.note(*found.read)
        value: T = found.value
        return value
