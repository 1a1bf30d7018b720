"""Describe the two-year focus and judge its rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kizdesk.domain.base import Record
from kizdesk.domain.fields import FieldOfAction, Strand


@dataclass(frozen=True, slots=True, kw_only=True)
class FocusPeriod(Record):
    """Be a Schwerpunktzeitraum: from its first to its last day, exactly two years."""

    starts: date
    ends: date
    self_commitment: str = ""
    """The promise to set the focus anew every two years."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus(Record):
    """Be a field of action chosen as Schwerpunkt of a period, with its reason."""

    period_id: str
    field_id: str
    reason: str = ""
    position: int = 0


_LAST_START = date(9998, 1, 1)
"""Two years from here on end on the last day that a date can hold."""


def end_of_two_years(starts: date) -> date:
    """Return the last day of the two years that begin on a day; 29 February ends on 28 February."""
    if starts >= _LAST_START:
        return date.max
    try:
        return starts.replace(year=starts.year + 2) - timedelta(days=1)
    except ValueError:
        return date(starts.year + 2, 2, 28)


def is_two_years(period: FocusPeriod) -> bool:
    """Tell whether the period lasts exactly two years (funding precondition: two-year turn)."""
    return period.ends == end_of_two_years(period.starts)


def overlapping(periods: Iterable[FocusPeriod]) -> list[tuple[FocusPeriod, FocusPeriod]]:
    """Return the pairs of periods that share a day, earlier one first; not only neighbours are compared."""
    ordered = sorted(periods, key=lambda period: (period.starts, period.ends, period.id))
    pairs: list[tuple[FocusPeriod, FocusPeriod]] = []
    for index, first in enumerate(ordered):
        for second in ordered[index + 1 :]:
            if second.starts > first.ends:
                break
            pairs.append((first, second))
    return pairs


def missing_strands(focuses: Iterable[Focus], fields: Iterable[FieldOfAction]) -> Sequence[Strand]:
    """Return the strands that have no field among the focuses of a period; at least one each is required."""
    strand_of = {field.id: field.strand for field in fields}
    covered = {strand_of[focus.field_id] for focus in focuses if focus.field_id in strand_of}
    return [strand for strand in Strand if strand not in covered]
