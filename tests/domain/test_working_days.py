"""Test on which days offices are open."""

from __future__ import annotations

from datetime import date

import pytest

from kizdesk.domain.working_days import easter, is_working_day, next_working_day


@pytest.mark.parametrize(
    "sunday",
    [date(1981, 4, 19), date(2000, 4, 23), date(2025, 4, 20), date(2026, 4, 5), date(2027, 3, 28), date(2038, 4, 25)],
)
def test_easter_is_where_the_calendar_has_it(sunday: date) -> None:
    assert easter(sunday.year) == sunday


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 6, 4),
        date(2026, 6, 6),
        date(2026, 11, 1),
        date(2026, 12, 24),
        date(2027, 3, 26),
        date(2027, 3, 29),
    ],
)
def test_offices_are_closed_at_weekends_and_on_holidays(day: date) -> None:
    assert not is_working_day(day)


def test_offices_are_open_on_other_days() -> None:
    assert is_working_day(date(2026, 6, 3))


def test_the_next_working_day_lies_behind_christmas_and_the_weekend() -> None:
    assert next_working_day(date(2026, 12, 24)) == date(2026, 12, 28)
    assert next_working_day(date(2026, 12, 28)) == date(2026, 12, 28)
