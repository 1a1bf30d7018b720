"""Check the rules of the two-year focus."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kizdesk.domain.fields import FieldOfAction, Strand
from kizdesk.domain.focus import Focus, FocusPeriod, end_of_two_years, is_two_years, missing_strands, overlapping

BIRTH = FieldOfAction(id="b", title="Bildung", strand=Strand.EDUCATION)
OPEN = FieldOfAction(id="o", title="Öffnung", strand=Strand.CROSS_CUTTING)


def period(starts: date, ends: date) -> FocusPeriod:
    return FocusPeriod(id=f"{starts}-{ends}", starts=starts, ends=ends)


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        (date(2013, 3, 6), date(2015, 3, 5)),
        (date(2026, 1, 1), date(2027, 12, 31)),
        (date(2024, 2, 29), date(2026, 2, 28)),
        (date(2014, 3, 1), date(2016, 2, 29)),
    ],
)
def test_two_years_end_the_day_before(starts: date, ends: date) -> None:
    assert end_of_two_years(starts) == ends
    assert is_two_years(period(starts, ends))


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)), st.sampled_from([-1, 1]))
def test_a_day_more_or_less_is_not_two_years(starts: date, days: int) -> None:
    assert not is_two_years(period(starts, end_of_two_years(starts) + timedelta(days=days)))


def test_periods_that_follow_each_other_do_not_overlap() -> None:
    assert not overlapping([period(date(2015, 3, 6), date(2017, 3, 5)), period(date(2013, 3, 6), date(2015, 3, 5))])


def test_a_shared_day_is_an_overlap() -> None:
    first, second = period(date(2013, 1, 1), date(2014, 12, 31)), period(date(2014, 12, 31), date(2016, 12, 30))
    assert overlapping([second, first]) == [(first, second)]


def test_an_overlap_behind_a_neighbour_is_found() -> None:
    long, inner = period(date(2010, 1, 1), date(2020, 1, 1)), period(date(2011, 1, 1), date(2012, 1, 1))
    late = period(date(2015, 1, 1), date(2016, 1, 1))
    assert (long, late) in overlapping([long, inner, late])


def test_both_strands_need_a_field() -> None:
    only_education = [Focus(id="1", period_id="p", field_id="b")]
    assert missing_strands(only_education, [BIRTH, OPEN]) == [Strand.CROSS_CUTTING]
    assert not missing_strands([*only_education, Focus(id="2", period_id="p", field_id="o")], [BIRTH, OPEN])


@pytest.mark.parametrize("starts", [date(9998, 6, 1), date(9999, 1, 1)])
def test_two_years_end_at_the_latest_on_the_last_day_there_is(starts: date) -> None:
    assert end_of_two_years(starts) == date.max
