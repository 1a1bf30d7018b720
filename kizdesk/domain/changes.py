"""Describe changes of a project: the only way anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kizdesk.domain.base import Record


@dataclass(frozen=True, slots=True)
class Create:
    """Add a record."""

    record: Record


@dataclass(frozen=True, slots=True)
class Update:
    """Set one field of a record to a new value, in the field's own Python type."""

    record_type: type[Record]
    id: str
    field: str
    value: object


@dataclass(frozen=True, slots=True)
class Delete:
    """Remove a record."""

    record_type: type[Record]
    id: str


Change = Create | Update | Delete


@dataclass(frozen=True, slots=True)
class Stamp:
    """Say who changed when, and under which German label the change stands in the undo list.

    Changes of one field with the same non-empty ``stay`` that follow each other are one record in the log,
    and those of a record that the same stay has created belong to its creation.
    """

    who: str
    at: datetime
    label: str
    stay: str = ""
    aside: bool = False
    """Recorded, but no step of anybody: there is nothing to undo, and what was undone can still be done again."""
