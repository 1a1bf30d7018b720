"""Hold the whole project at one moment as frozen records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar, cast

from kizdesk.domain.base import Record
from kizdesk.domain.changes import Change, Create, Delete, Update
from kizdesk.domain.errors import UserError

R = TypeVar("R", bound=Record)

Tables = Mapping[type[Record], Mapping[str, Record]]


class Snapshot:
    """Be the project at one moment; a change gives a new snapshot and leaves this one as it is."""

    __slots__ = ("_tables",)

    def __init__(self, tables: Tables | None = None) -> None:
        self._tables: Tables = tables or {}

    @classmethod
    def of(cls, records: Iterable[Record]) -> Snapshot:
        """Build a snapshot from records."""
        return cls().applied(Create(record) for record in records)

    def all(self, record_type: type[R]) -> tuple[R, ...]:
        """Return all records of a type in the order of their creation."""
        return tuple(self.by_id(record_type).values())

    def by_id(self, record_type: type[R]) -> Mapping[str, R]:
        """Return all records of a type by their id."""
        return cast("Mapping[str, R]", self._tables.get(record_type, {}))

    def find(self, record_type: type[R], record_id: str) -> R | None:
        """Return a record, or None if there is none of that id."""
        return self.by_id(record_type).get(record_id)

    def get(self, record_type: type[R], record_id: str) -> R:
        """Return a record; raises UserError if it is gone."""
        found = self.find(record_type, record_id)
        if found is None:
            raise UserError("Dieser Eintrag ist nicht mehr vorhanden. Bitte die Ansicht neu öffnen.")
        return found

    def applied(self, changes: Iterable[Change]) -> Snapshot:
        """Return the snapshot after the changes; raises UserError if one does not fit."""
        tables: dict[type[Record], dict[str, Record]] = {}

        def table(record_type: type[Record]) -> dict[str, Record]:
            if record_type not in tables:
                tables[record_type] = dict(self._tables.get(record_type, {}))
            return tables[record_type]

        for change in changes:
            match change:
                case Create(record):
                    rows = table(type(record))
                    if record.id in rows:
                        raise UserError(f"Der Eintrag „{record.id}“ ist schon vorhanden.")
                    rows[record.id] = record
                case Update(record_type, record_id, field, value):
                    rows = table(record_type)
                    if record_id not in rows:
                        raise UserError(f"Der Eintrag „{record_id}“ ist nicht mehr vorhanden.")
                    edited: dict[str, Any] = {field: value}
                    rows[record_id] = replace(rows[record_id], **edited)
                case Delete(record_type, record_id):
                    if table(record_type).pop(record_id, None) is None:
                        raise UserError(f"Der Eintrag „{record_id}“ ist nicht mehr vorhanden.")
        return Snapshot({**self._tables, **tables})
