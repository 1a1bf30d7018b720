"""Step 1, Grundlagen: the timetable of consultations, the next one first."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

from kizdesk.concept.german import span
from kizdesk.domain.people import Consultation
from kizdesk.domain.snapshot import Snapshot

_SHORT = 14
"""Letters that a stretch of time has at most in a list, such as ``September 2012``."""


class Standing(Enum):
    """Tell where a consultation stands on a day; the values are the words shown."""

    NEXT = "als Nächstes"
    AHEAD = "geplant"
    UNDATED = "ohne Datum"
    OUTCOME_MISSING = "Ergebnis fehlt"
    STILL_PLANNED = "war geplant"
    """The day has passed and something is written, but it still counts, and is printed, as planned."""
    DONE = "abgeschlossen"


def timetable(snapshot: Snapshot, today: date) -> tuple[tuple[Consultation, Standing], ...]:
    """Return the consultations: what is to come by date, then what has no date, then what was, the latest first."""
    steps = snapshot.all(Consultation)
    ahead = sorted((step for step in steps if _is_ahead(step, today)), key=_first_day)
    undated = [step for step in steps if _last_day(step) is None and not _has_happened(step)]
    past = [step for step in steps if _last_day(step) is not None and not _is_ahead(step, today)]
    past.sort(key=_first_day, reverse=True)
    past += [step for step in steps if _last_day(step) is None and _has_happened(step)]
    nearest = _first_day(ahead[0]) if ahead else None
    return (
        *((step, Standing.NEXT if _first_day(step) == nearest else Standing.AHEAD) for step in ahead),
        *((step, Standing.UNDATED) for step in undated),
        *((step, _passed(step)) for step in past),
    )


def when(step: Consultation) -> str:
    """Return the day in a few letters; a stretch is named as months or years, or by its first day."""
    first, last = step.held_on, step.until
    if first is None or last is None or first == last:
        only = first or last
        return f"{only:%d.%m.%Y}" if only else "–"
    named = span(first, last)
    whole = first.day == 1 and (last + timedelta(days=1)).day == 1
    return named if whole and len(named) <= _SHORT else f"ab {first:%d.%m.%Y}"


def _passed(step: Consultation) -> Standing:
    if not step.outcome.strip():
        return Standing.OUTCOME_MISSING
    return Standing.STILL_PLANNED if step.planned else Standing.DONE


def _is_ahead(step: Consultation, today: date) -> bool:
    last = _last_day(step)
    return last is not None and last >= today


def _has_happened(step: Consultation) -> bool:
    """Tell whether a step without a date is behind us."""
    return not step.planned and bool(step.outcome.strip())


def _first_day(step: Consultation) -> date:
    return step.held_on or step.until or date.max


def _last_day(step: Consultation) -> date | None:
    return step.until or step.held_on
