"""Describe what stands in the log and what a search finds; known without a library of SQL being loaded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from kizdesk.domain.codec import Plain


class Action(Enum):
    """Tell what happens to a record; the value stands in the log."""

    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"


class GroupState(Enum):
    """Tell where a group of changes stands."""

    DONE = "done"
    UNDONE = "undone"
    """Taken back, and may be done again."""
    VOID = "void"
    """Taken back for good: something else was changed since."""
    REVERSAL = "reversal"
    """Is itself an undo or a redo."""
    SETTLED = "settled"
    """Done for good: values of it, or of something after it, were erased, or it was no step of anybody."""


@dataclass(frozen=True, slots=True)
class LogWish:
    """Say which entries of the log are wanted: from a day on, of a kind, of one record or of those of a prefix."""

    since: date
    kind: str
    id: str = ""
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """Be one change as it stands in the log; ``field`` is empty for creation and deletion of a record."""

    seq: int
    group: int
    label: str
    who: str
    at: datetime
    kind: str
    id: str
    field: str
    old: Plain
    new: Plain
    reverses: int | None = None
    """The group that this one takes back."""
    erased: bool = False
    """True where the values are gone for good."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Be a place where something was found; the snippet is in the original spelling."""

    kind: str
    id: str
    field: str
    snippet: str
