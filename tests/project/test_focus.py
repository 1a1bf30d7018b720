from datetime import date

import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.focus import Focus, FocusPeriod
from kizdesk.project.fields import adopt_field
from kizdesk.project.focus import move_period, set_focus
from kizdesk.project.opened import OpenProject

STARTS = date(2026, 3, 1)
BOTH = {"schule": "Grund", "arbeit": "Grund"}


@pytest.fixture(autouse=True)
def adopted(project: OpenProject) -> None:
    for field_id in ("schule", "sprache", "arbeit"):
        adopt_field(project, field_id)


def test_a_focus_lasts_two_years_from_its_first_day(project: OpenProject) -> None:
    assert set_focus(project, STARTS, BOTH).ends == date(2028, 2, 29)


def test_the_fields_stand_with_their_reasons_in_the_order_given(project: OpenProject) -> None:
    set_focus(project, STARTS, BOTH)

    assert [focus.field_id for focus in project.snapshot.all(Focus)] == ["schule", "arbeit"]


def test_a_focus_without_one_strand_is_refused_by_name_of_the_rule(project: OpenProject) -> None:
    with pytest.raises(UserError, match=r"Beide Stränge.*Querschnittsaufgabe"):
        set_focus(project, STARTS, {"schule": "", "sprache": ""})


def test_a_period_of_another_length_is_refused_with_the_right_end(project: OpenProject) -> None:
    with pytest.raises(UserError, match=r"Zwei Jahre.*29\.02\.2028"):
        set_focus(project, STARTS, BOTH, ends=date(2027, 2, 28))


def test_an_overlapping_period_is_refused(project: OpenProject) -> None:
    set_focus(project, STARTS, BOTH)

    with pytest.raises(UserError, match="Keine Überschneidung"):
        set_focus(project, date(2028, 2, 29), BOTH)


def test_the_next_period_may_begin_the_day_after(project: OpenProject) -> None:
    set_focus(project, STARTS, BOTH)
    set_focus(project, date(2028, 3, 1), BOTH)

    assert len(project.snapshot.all(FocusPeriod)) == 2


def test_a_period_is_moved_with_its_end(project: OpenProject) -> None:
    period = set_focus(project, STARTS, BOTH)
    move_period(project, period.id, date(2026, 4, 1))

    assert project.snapshot.get(FocusPeriod, period.id).ends == date(2028, 3, 31)


def test_a_period_is_not_moved_into_another(project: OpenProject) -> None:
    set_focus(project, STARTS, BOTH)
    later = set_focus(project, date(2028, 3, 1), BOTH)

    with pytest.raises(UserError, match="Keine Überschneidung"):
        move_period(project, later.id, date(2027, 1, 1))


def test_a_field_that_is_only_proposed_cannot_be_a_focus(project: OpenProject) -> None:
    with pytest.raises(UserError, match="noch nicht Teil des Konzepts"):
        set_focus(project, STARTS, {"schule": "", "wohnen": ""})


def test_a_refused_focus_leaves_nothing_behind(project: OpenProject) -> None:
    with pytest.raises(UserError):
        set_focus(project, STARTS, {"schule": ""})

    assert project.snapshot.all(Focus) == ()
