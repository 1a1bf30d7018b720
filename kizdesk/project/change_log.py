"""Read the record of changes for people: when, who, what; the data-protection officer asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter

from kizdesk.domain.kinds import kind_name
from kizdesk.domain.registry import TYPE_OF_KIND
from kizdesk.project.opened import LogEntry, OpenProject


@dataclass(frozen=True, slots=True)
class LoggedStep:
    """Be one step somebody took: everything that was changed at once."""

    number: int
    at: datetime
    who: str
    what: str
    """Such as ``Maßnahme ändern``."""
    where: str
    """The kinds of records and how many entries, such as ``Maßnahme, Ziel (3 Angaben)``."""
    note: str = ""
    """Whether it takes another step back, or its values were erased."""


def logged_steps(project: OpenProject) -> tuple[LoggedStep, ...]:
    """Return all steps, newest first."""
    grouped = groupby(project.log(), attrgetter("group"))
    return tuple(_step(list(entries)) for _, entries in grouped)[::-1]


def _step(entries: Sequence[LogEntry]) -> LoggedStep:
    last = entries[-1]
    kinds = dict.fromkeys(_kind(entry.kind) for entry in entries)
    count = "1 Angabe" if len(entries) == 1 else f"{len(entries)} Angaben"
    where = f"{', '.join(kinds)} ({count})"
    return LoggedStep(last.group, last.at, last.who, last.label, where, "; ".join(_notes(entries)))


def _notes(entries: Sequence[LogEntry]) -> Iterable[str]:
    if entries[0].reverses is not None:
        yield f"nimmt Schritt {entries[0].reverses} zurück"
    if any(entry.erased for entry in entries):
        yield "Werte endgültig gelöscht"


def _kind(kind: str) -> str:
    record_type = TYPE_OF_KIND.get(kind)
    return kind_name(record_type) if record_type is not None else kind
