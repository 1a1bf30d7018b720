from datetime import date

import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.focus import Focus, FocusPeriod
from kizdesk.project.fields.edit import adopt_field
from kizdesk.project.focus.edit import (
    begin_period,
    choose_focus,
    drop_focus,
    focuses_of,
    move_focus,
    move_period,
    set_focus,
)
from kizdesk.project.focus.sheet import focus_sheet, present_period
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


def test_a_focus_without_one_strand_is_refused_with_the_strand_that_lacks(project: OpenProject) -> None:
    with pytest.raises(UserError, match=r"je mindestens ein Handlungsfeld.*„Integration als Querschnittsaufgabe“"):
        set_focus(project, STARTS, {"schule": "", "sprache": ""})


def test_a_period_of_another_length_is_refused_with_the_right_end(project: OpenProject) -> None:
    with pytest.raises(UserError, match=r"genau zwei Jahre.*29\.02\.2028"):
        set_focus(project, STARTS, BOTH, ends=date(2027, 2, 28))


def test_an_overlapping_period_is_refused(project: OpenProject) -> None:
    set_focus(project, STARTS, BOTH)

    with pytest.raises(UserError, match="überschneidet sich mit dem vom"):
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

    with pytest.raises(UserError, match="überschneidet sich mit dem vom"):
        move_period(project, later.id, date(2027, 1, 1))


def test_a_field_that_is_only_proposed_cannot_be_a_focus(project: OpenProject) -> None:
    with pytest.raises(UserError, match="noch nicht Teil des Konzepts"):
        set_focus(project, STARTS, {"schule": "", "wohnen": ""})


def test_a_refused_focus_leaves_nothing_behind(project: OpenProject) -> None:
    with pytest.raises(UserError):
        set_focus(project, STARTS, {"schule": ""})

    assert project.snapshot.all(Focus) == ()


def chosen(project: OpenProject, period_id: str) -> list[str]:
    return [focus.field_id for focus in focuses_of(project.snapshot, period_id)]


def broken(project: OpenProject, period_id: str) -> dict[str, str]:
    return {rule.title: rule.text for rule in focus_sheet(project, period_id).rules if not rule.kept}


def test_a_period_may_begin_without_a_focus_and_says_what_it_lacks(project: OpenProject) -> None:
    period = begin_period(project)

    lacks = broken(project, period.id)
    assert "„Integration durch Bildung“ und eines aus" in lacks["Beide Stränge"]
    assert "Selbstverpflichtung" in lacks
    assert "Zwei Jahre" not in lacks


def test_the_next_period_begins_the_day_after_the_last_with_the_same_promise(project: OpenProject) -> None:
    set_focus(project, STARTS, BOTH, self_commitment="Alle zwei Jahre neu.")
    period = begin_period(project)

    assert (period.starts, period.ends) == (date(2028, 3, 1), date(2030, 2, 28))
    assert period.self_commitment == "Alle zwei Jahre neu."


def test_fields_are_chosen_and_dropped_one_by_one_and_undone(project: OpenProject) -> None:
    period = begin_period(project)
    choose_focus(project, period.id, "schule")
    choose_focus(project, period.id, "arbeit", "schule")
    assert chosen(project, period.id) == ["schule", "arbeit"]
    assert "Beide Stränge" not in broken(project, period.id)

    drop_focus(project, period.id, "schule")
    assert chosen(project, period.id) == ["arbeit"]
    project.undo()
    assert chosen(project, period.id) == ["schule", "arbeit"]


def test_a_proposed_field_cannot_be_chosen(project: OpenProject) -> None:
    period = begin_period(project)

    with pytest.raises(UserError, match="noch nicht Teil des Konzepts"):
        choose_focus(project, period.id, "wohnen")


def test_a_focus_changes_places_within_its_strand_only(project: OpenProject) -> None:
    period = set_focus(project, STARTS, {"schule": "", "arbeit": "", "sprache": ""})
    first, middle, _ = focuses_of(project.snapshot, period.id)

    assert move_focus(project, first.id, 1)
    assert not move_focus(project, middle.id, 1)
    assert chosen(project, period.id) == ["sprache", "arbeit", "schule"]


def test_the_sheet_offers_the_chosen_fields_first_and_only_those_of_the_concept(project: OpenProject) -> None:
    period = set_focus(project, STARTS, {"sprache": "", "arbeit": ""})
    options = focus_sheet(project, period.id).options

    assert [(option.field_id, option.focus is not None) for option in options] == [
        ("sprache", True), ("arbeit", True), ("schule", False),
    ]  # fmt: skip


def test_a_rule_names_its_source(project: OpenProject) -> None:
    period = begin_period(project)

    assert all(rule.source for rule in focus_sheet(project, period.id).rules)


def test_the_present_period_is_the_one_of_today(project: OpenProject) -> None:
    assert present_period(project) is None
    earlier = set_focus(project, date(2020, 3, 1), BOTH)
    assert present_period(project) == earlier
    now = set_focus(project, date(2025, 3, 1), BOTH)
    set_focus(project, date(2027, 3, 1), BOTH)

    assert present_period(project) == now
