"""Know on which days the offices of North Rhine-Westphalia are open."""

from __future__ import annotations

from datetime import date, timedelta

_FIXED = frozenset(((1, 1), (5, 1), (10, 3), (11, 1), (12, 24), (12, 25), (12, 26), (12, 31)))
"""Holidays by month and day, and the two days on which offices are closed as well."""
_AROUND_EASTER = frozenset((-2, 1, 39, 50, 60))
"""Karfreitag, Ostermontag, Christi Himmelfahrt, Pfingstmontag, Fronleichnam: days from Easter Sunday."""
_SATURDAY = 5


def is_working_day(day: date) -> bool:
    """Tell whether offices are open on a day."""
    is_holiday = (day.month, day.day) in _FIXED or (day - easter(day.year)).days in _AROUND_EASTER
    return day.weekday() < _SATURDAY and not is_holiday


def next_working_day(day: date) -> date:
    """Return a day, or the first one after it on which offices are open."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def easter(year: int) -> date:
    """Return Easter Sunday, by the rule of Gauss as Lichtenberg completed it."""
    century = year // 100
    secular_moon = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    secular_sun = 2 - (3 * century + 3) // 4
    seed = (19 * (year % 19) + secular_moon) % 30
    correction = seed // 29 + (seed // 28 - seed // 29) * ((year % 19) // 11)
    full_moon = 21 + seed - correction
    sunday = 7 - (year + year // 4 + secular_sun) % 7
    days = full_moon + 7 - (full_moon - sunday) % 7
    return date(year, 3, 1) + timedelta(days=days - 1)
