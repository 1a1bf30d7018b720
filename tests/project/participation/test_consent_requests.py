"""Test asking for consents, reminding, and confirming that changes are editorial only."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import Measure
from kizdesk.domain.people import Body, BodyLevel
from kizdesk.domain.places import Municipality
from kizdesk.domain.register import RegisterState
from kizdesk.domain.requests import ConsentRequest, EditorialRuling
from kizdesk.domain.versions import ChapterText, ConceptVersion
from kizdesk.domain.votes import Vote, VoteKind, VoteResult, VoteSubject
from kizdesk.project.opened import OpenProject
from kizdesk.project.participation.votes import (
    RegisterRow,
    askable,
    changes_for,
    counted_register,
    record_vote,
    register,
    remind,
    request_consents,
    rule_editorial,
    withdraw_request,
    withdraw_ruling,
)
from kizdesk.project.records import add, delete, set_value
from kizdesk.project.versions.freezing import VersionWish, freeze
from kizdesk.project.versions.listed import version_rows
from tests.project.conftest import START

DORMAGEN, NEUSS = "05162004", "05162024"
TODAY = START.date()
SOON = TODAY + timedelta(days=20)


@pytest.fixture
def first(project: OpenProject) -> ConceptVersion:
    add(project, Body(id="rat", name="Rat", level=BodyLevel.MUNICIPALITY, municipality_id=DORMAGEN))
    add(project, ChapterText(id="neu", chapter="vorwort", text="Wir beginnen im Jahr 2014 mit der Arbeit."))
    return freeze(project, VersionWish("Entwurf"))


def agree(project: OpenProject, version: ConceptVersion, **given: Any) -> Vote:
    values: dict[str, Any] = {"kind": VoteKind.RESOLUTION, "result": VoteResult.AGREED, **given}
    return record_vote(
        project, Vote(id="", subject=VoteSubject.VERSION, subject_id=version.id, body_id="rat", **values)
    )


def changed(project: OpenProject) -> ConceptVersion:
    set_value(project, ChapterText, "neu", "text", "Wir beginnen im Jahr 2013 mit der Arbeit.")
    return freeze(project, VersionWish("Überarbeitet"))


def row(project: OpenProject, version: ConceptVersion, ags: str = DORMAGEN) -> RegisterRow:
    return next(row for row in register(project, version.id) if row.municipality_id == ags)


def test_whoever_was_asked_stands_as_asked_until_the_last_day(project: OpenProject, first: ConceptVersion) -> None:
    request_consents(project, first.id, [DORMAGEN], TODAY)
    assert (row(project, first).state, row(project, first).proof) == (RegisterState.REQUESTED, "Frist 05.01.2026")
    assert row(project, first, NEUSS).state is RegisterState.OPEN


def test_after_the_last_day_a_request_is_overdue(project: OpenProject, first: ConceptVersion) -> None:
    add(project, ConsentRequest(id="a", version_id=first.id, municipality_id=NEUSS, due_on=date(2026, 1, 4)))
    assert row(project, first, NEUSS).state is RegisterState.OVERDUE
    assert row(project, first, NEUSS).proof == "Frist war 04.01.2026"


def test_asking_several_is_one_step(project: OpenProject, first: ConceptVersion) -> None:
    request_consents(project, first.id, askable(project, first.id), SOON)
    assert project.undo_label == "8 Anfragen festhalten"
    assert askable(project, first.id) == ()
    project.undo()
    assert len(askable(project, first.id)) == 8


def test_an_answer_weighs_more_than_a_request(project: OpenProject, first: ConceptVersion) -> None:
    request_consents(project, first.id, [DORMAGEN], SOON)
    agree(project, first, proof="Ratsbeschluss", decided_on=date(2026, 1, 3))
    assert (row(project, first).state, row(project, first).proof) == (
        RegisterState.GRANTED,
        "Ratsbeschluss, 03.01.2026",
    )


@pytest.mark.parametrize(
    ("ags", "due_on", "words"),
    [
        ([], SOON, "mindestens eine Kommune"),
        ([NEUSS], date(2025, 12, 31), r"31\.12\.2025 ist schon vorbei"),
        (["05162999"], SOON, "nicht mehr vorhanden"),
    ],
)
def test_nonsense_is_not_asked(
    project: OpenProject, first: ConceptVersion, ags: list[str], due_on: date, words: str
) -> None:
    with pytest.raises(UserError, match=words):
        request_consents(project, first.id, ags, due_on)


def test_nobody_is_asked_without_a_version(project: OpenProject) -> None:
    with pytest.raises(UserError, match="zuerst eine Fassung festschreiben"):
        request_consents(project, "", [NEUSS], SOON)


def test_nobody_is_asked_twice(project: OpenProject, first: ConceptVersion) -> None:
    request_consents(project, first.id, [NEUSS], SOON)
    with pytest.raises(UserError, match="Zur Fassung 1 schon angefragt: Neuss"):
        request_consents(project, first.id, [DORMAGEN, NEUSS], SOON)


def test_who_has_answered_is_not_asked_or_reminded(project: OpenProject, first: ConceptVersion) -> None:
    (request,) = request_consents(project, first.id, [DORMAGEN], SOON)
    agree(project, first)
    assert DORMAGEN not in askable(project, first.id)
    with pytest.raises(UserError, match="liegt schon ein Votum vor: Dormagen"):
        remind(project, [request.id])
    withdraw_request(project, request.id)
    with pytest.raises(UserError, match="liegt schon ein Votum vor: Dormagen"):
        request_consents(project, first.id, [DORMAGEN], SOON)


def test_a_reminder_keeps_its_day_and_can_move_the_last_day(project: OpenProject, first: ConceptVersion) -> None:
    (request,) = request_consents(project, first.id, [NEUSS], SOON)
    remind(project, [request.id], SOON + timedelta(days=7))
    assert row(project, first, NEUSS).proof == "Frist 01.02.2026, erinnert am 05.01.2026"
    assert project.undo() == "Erinnerung festhalten"


def test_reminding_nobody_is_refused(project: OpenProject) -> None:
    with pytest.raises(UserError, match="mindestens eine Kommune"):
        remind(project, [])


def test_a_consent_to_an_earlier_version_is_counted_with_what_changed(
    project: OpenProject, first: ConceptVersion
) -> None:
    agree(project, first)
    second = changed(project)
    assert (row(project, second).stands, row(project, second).changes) == ("zur Fassung 1", None)
    counted = next(row for row in counted_register(project, second.id) if row.municipality_id == DORMAGEN)
    assert (counted.changes, counted.measures, counted.changed) == (1, 0, "1 Stelle")


def test_a_change_is_told_with_old_and_new_words(project: OpenProject, first: ConceptVersion) -> None:
    agree(project, first)
    second = changed(project)
    (change,) = changes_for(project, DORMAGEN, second.id)
    assert (change.before, change.after) == (
        "Wir beginnen im Jahr 2014 mit der Arbeit.",
        "Wir beginnen im Jahr 2013 mit der Arbeit.",
    )


def test_without_consent_nothing_changed_since(project: OpenProject, first: ConceptVersion) -> None:
    second = changed(project)
    assert first.number == 1
    assert changes_for(project, NEUSS, second.id) == ()


def test_since_a_consent_to_the_latest_version_the_draft_may_have_changed(
    project: OpenProject, first: ConceptVersion
) -> None:
    agree(project, first)
    set_value(project, ChapterText, "neu", "text", "Anders.")
    assert changes_for(project, DORMAGEN, first.id) == ()
    assert len(changes_for(project, DORMAGEN, "")) == 1


def test_after_an_editorial_ruling_the_consent_stands(project: OpenProject, first: ConceptVersion) -> None:
    vote = agree(project, first, proof="Ratsbeschluss vom 3. Januar 2026")
    second = changed(project)
    ruling = rule_editorial(project, vote.id, second.id, "Nur eine Jahreszahl berichtigt")
    found = row(project, second)
    assert (found.state, found.stands, found.version) == (RegisterState.EDITORIAL, "gilt fort", 1)
    assert found.proof == "Ratsbeschluss vom 3. Januar 2026, redaktionelle Änderungen bestätigt am 05.01.2026"
    withdraw_ruling(project, ruling.id)
    assert row(project, second).state is RegisterState.EARLIER_VERSION


def test_a_ruling_needs_a_reason(project: OpenProject, first: ConceptVersion) -> None:
    vote = agree(project, first)
    second = changed(project)
    with pytest.raises(UserError, match="begründen"):
        rule_editorial(project, vote.id, second.id, " ")


def test_a_ruling_needs_a_later_version(project: OpenProject, first: ConceptVersion) -> None:
    vote = agree(project, first)
    with pytest.raises(UserError, match="nur für eine spätere"):
        rule_editorial(project, vote.id, first.id, "Rechtschreibung")


def test_a_refusal_does_not_stand_for_a_later_version(project: OpenProject, first: ConceptVersion) -> None:
    vote = agree(project, first, result=VoteResult.REFUSED)
    second = changed(project)
    with pytest.raises(UserError, match="nur ein Einvernehmen"):
        rule_editorial(project, vote.id, second.id, "Rechtschreibung")


def test_what_is_confirmed_is_not_confirmed_again(project: OpenProject, first: ConceptVersion) -> None:
    vote = agree(project, first)
    second = changed(project)
    rule_editorial(project, vote.id, second.id, "Rechtschreibung")
    with pytest.raises(UserError, match="schon bestätigt"):
        rule_editorial(project, vote.id, second.id, "Rechtschreibung")


def test_a_vote_that_no_longer_decides_is_not_confirmed(project: OpenProject, first: ConceptVersion) -> None:
    vote = agree(project, first, decided_on=date(2026, 1, 1))
    agree(project, first, result=VoteResult.REFUSED, decided_on=date(2026, 1, 2))
    second = changed(project)
    with pytest.raises(UserError, match="inzwischen ein anderes Votum"):
        rule_editorial(project, vote.id, second.id, "Rechtschreibung")
    assert not project.snapshot.all(EditorialRuling)


def test_every_municipality_has_a_row_in_german_order(project: OpenProject, first: ConceptVersion) -> None:
    names = [row.name for row in register(project, first.id)]
    assert names == sorted(names)
    assert len(names) == len(project.snapshot.all(Municipality))


def test_a_changed_measure_is_counted_and_told_once_with_its_row(example: OpenProject) -> None:
    first = example.snapshot.all(ConceptVersion)[-1]
    measure = next(one for one in example.snapshot.all(Measure) if not one.municipality_ids)
    body = Body(id="rat", name="Rat", level=BodyLevel.MUNICIPALITY, municipality_id=DORMAGEN)
    add(example, body)
    for vote in example.snapshot.all(Vote):
        if vote.subject is VoteSubject.VERSION:
            delete(example, Vote, vote.id)
    agree(example, first)
    set_value(example, Measure, measure.id, "lead", "Die Städte")
    second = freeze(example, VersionWish("Überarbeitet"))

    counted = next(row for row in counted_register(example, second.id) if row.municipality_id == DORMAGEN)
    changes = changes_for(example, DORMAGEN, second.id)

    assert counted.changed == "1 Maßnahme"
    assert [(change.before, change.after) for change in changes] == [(measure.lead, "Die Städte")]
    assert measure.title in changes[0].place
    assert changes[0].place[0].isdigit()


def test_a_conditional_consent_that_holds_on_is_counted_as_conditional(
    project: OpenProject, first: ConceptVersion
) -> None:
    vote = agree(project, first, result=VoteResult.WITH_CONDITIONS, conditions=("Sprachmittler bleiben",))
    second = changed(project)
    rule_editorial(project, vote.id, second.id, "Nur eine Jahreszahl.")

    assert [(found.agreed, found.conditional) for found in version_rows(project)] == [(1, 1), (1, 1)]


def test_a_condition_is_still_told_when_there_is_a_later_version(project: OpenProject, first: ConceptVersion) -> None:
    agree(project, first, result=VoteResult.WITH_CONDITIONS, conditions=("Stelle bleibt",))
    second = changed(project)
    assert row(project, second).stands == "zur Fassung 1, bedingt"
