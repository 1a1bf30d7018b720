"""An interview is counted by one rule: every view of it names the same numbers and the same open questions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.interviews import Answer, AnswerState, Interview, InterviewForm, InterviewStatus, Offering
from kizdesk.domain.people import PrivacyConsent, PrivacyPurpose
from kizdesk.project.checking.findings import check
from kizdesk.project.interviews.edit import add_interview, put_answer
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add, delete, set_values
from kizdesk.project.runner.course import course
from kizdesk.project.runner.finding import all_sections, open_questions
from kizdesk.project.runner.places import Place
from kizdesk.project.stocktaking import Progress, ReplyState, Stand, StockTaking, matrix, outline
from kizdesk.project.stocktaking.outline import open_words
from kizdesk.project.stocktaking.planning import invite

DORMAGEN = "05162004"
EXAMPLES = (
    *("dormagen", "grevenbroich", "juechen", "kaarst"),
    *("korschenbroich", "meerbusch", "neuss", "rommerskirchen"),
)
Deed = Callable[[OpenProject, Interview], object]


def _put(project: OpenProject, interview: Interview, question_id: str, **given: Any) -> None:
    put_answer(project, Answer(id="", interview_id=interview.id, question_id=question_id, **given))


def _listed(project: OpenProject, interview_id: str) -> Progress:
    return next(row.progress for row in StockTaking(project).interviews() if row.id == interview_id)


def _walked(project: OpenProject, interview_id: str) -> Progress:
    way = course(project, interview_id)
    states = [way.state(stop) for stop in way.places if way.counts(stop)]
    done = states.count(ReplyState.GIVEN) + states.count(ReplyState.DECLINED)
    return Progress(len(states), done, states.count(ReplyState.LATER))


def _cells(project: OpenProject, interview_id: str) -> Progress:
    """Return what the row of the overview adds up to, with the sections that are about the interview itself."""
    table, drawn = matrix(project), outline(project, interview_id)
    row = next(row for row in table.rows if interview_id in row.interview_ids)
    columns = {column.section_id for column in table.columns}
    other = [line.progress for line in drawn.sections if line.section_id not in columns]
    assert row.total == sum((*row.cells, *other), Progress())
    return row.total


def _assert_all_views_agree(project: OpenProject, interview_id: str) -> None:
    found, way = _listed(project, interview_id), course(project, interview_id)
    assert _walked(project, interview_id) == found
    assert _cells(project, interview_id) == found
    assert outline(project, interview_id).progress == found
    assert way.open_sentence == open_words(found.open, found.later, way.outline.required_open)
    assert len(open_questions(way)) == found.asked - found.done
    if project.snapshot.get(Interview, interview_id).status is not InterviewStatus.PLANNED:
        assert _told_by_the_check(project, interview_id) == found.open
    for line, shown in zip(way.outline.sections, _section_lines(project, interview_id), strict=True):
        missing = [stop for stop in way.open_places() if way.line(stop) is line]
        assert len(missing) == line.progress.asked - line.progress.done, line.title
        assert shown == line.text


def _told_by_the_check(project: OpenProject, interview_id: str) -> int:
    findings = [it for it in check(project) if it.rule == "interview_open_questions"]
    found = [finding for finding in findings if finding.target.id == interview_id]
    return int(found[0].values["anzahl"]) if found else 0


def _section_lines(project: OpenProject, interview_id: str) -> list[str]:
    return [item.detail for item in all_sections(course(project, interview_id)) if item.detail]


def _fill_the_head(project: OpenProject, interview: Interview) -> None:
    person = invite(project, interview.id, "Ayşe Yılmaz", "Amtsleitung")
    consent = PrivacyConsent(id="c", person_id=person.id, purpose=PrivacyPurpose.QUOTE, granted_on=date(2026, 1, 5))
    add(project, consent, "Einwilligung hinzufügen")
    values: dict[str, object] = {"held_on": date(2026, 1, 5), "interviewers": "Erika Muster"}
    set_values(project, Interview, interview.id, {**values, "privacy_notice_given": True})


def _answer_some(project: OpenProject, interview: Interview) -> None:
    _put(project, interview, "a04", text="Am Rhein.")
    _put(project, interview, "a03", state=AnswerState.DECLINED)
    _put(project, interview, "c02", state=AnswerState.LATER)


def _hide_one(project: OpenProject, interview: Interview) -> None:
    _put(project, interview, "b04", text="regelmäßig")


def _bring_one(project: OpenProject, interview: Interview) -> None:
    _put(project, interview, "b03", choices=("schule",))
    _put(project, interview, "b04", state=AnswerState.LATER)


def _ask_two_fields(project: OpenProject, interview: Interview) -> None:
    ids = tuple(field.id for field in project.snapshot.all(FieldOfAction))[:2]
    set_values(project, Interview, interview.id, {"field_ids": ids})
    _put(project, interview, "g01", scope_id=ids[0], text="Gut")
    _put(project, interview, "g02", scope_id=ids[1], state=AnswerState.LATER)


def _record_offerings(project: OpenProject, interview: Interview) -> None:
    for name in ("Lotsen", "Sprachcafé"):
        offering = Offering(id=name, title=name, municipality_id=DORMAGEN, interview_id=interview.id)
        add(project, offering, "Angebot hinzufügen")


def _begin(project: OpenProject, interview: Interview) -> None:
    set_values(project, Interview, interview.id, {"status": InterviewStatus.RUNNING})


def _release(project: OpenProject, interview: Interview) -> None:
    values: dict[str, object] = {"status": InterviewStatus.RELEASED, "released_on": date(2026, 1, 5)}
    set_values(project, Interview, interview.id, values)


_ALONE: tuple[Deed, ...] = (
    _fill_the_head,
    _answer_some,
    _hide_one,
    _bring_one,
    _ask_two_fields,
    _record_offerings,
    _begin,
    _release,
)


@pytest.fixture
def interview(project: OpenProject) -> Interview:
    return add_interview(project, DORMAGEN, InterviewForm.ON_SITE)


@pytest.mark.parametrize("deeds", [(), *((deed,) for deed in _ALONE), _ALONE], ids=lambda deeds: f"{len(deeds)}")
def test_every_view_counts_an_interview_alike(
    project: OpenProject, interview: Interview, deeds: tuple[Deed, ...]
) -> None:
    for deed in deeds:
        deed(project, interview)
    _assert_all_views_agree(project, interview.id)


@pytest.mark.parametrize("place", EXAMPLES)
def test_every_view_counts_the_interviews_of_the_example_alike(example: OpenProject, place: str) -> None:
    _assert_all_views_agree(example, f"gespraech-{place}")


def test_the_release_is_no_question_of_the_interview(project: OpenProject, interview: Interview) -> None:
    before = _listed(project, interview.id)
    _release(project, interview)

    assert _listed(project, interview.id) == before
    assert Place("x", "x07") not in course(project, interview.id).open_places()
    assert course(project, interview.id).counted(Place("x", "x06")) == (5, 5)


def test_required_questions_are_named_alike_in_the_interview_and_in_the_check(
    project: OpenProject, interview: Interview
) -> None:
    for deed in (_begin, _answer_some, _ask_two_fields):
        deed(project, interview)
    found = [it for it in check(project) if it.rule == "required_unanswered"]
    assert [it.values["frage"] for it in found] == list(outline(project, interview.id).required_open)
    assert "B.5 Eigene Behörden" in found[1].message
    assert found[1].target == course(project, interview.id).target(Place("b", "b05"))


def test_nobody_has_answered_anything_in_an_interview_that_is_only_planned(
    project: OpenProject, interview: Interview
) -> None:
    assert _listed(project, interview.id).done == 0
    assert course(project, interview.id).state(Place("x", "x01")) is ReplyState.GIVEN
    assert course(project, interview.id).counted(Place("x", "x01")) == (0, 5)


def test_what_is_filled_in_beforehand_counts_once_the_interview_has_begun(
    project: OpenProject, interview: Interview
) -> None:
    _fill_the_head(project, interview)
    assert _listed(project, interview.id).done == 0

    _begin(project, interview)
    assert _listed(project, interview.id).done > 1


def test_the_register_of_offerings_is_one_question(project: OpenProject, interview: Interview) -> None:
    before = _listed(project, interview.id)
    assert Place("e") in course(project, interview.id).open_places()
    _record_offerings(project, interview)

    assert _listed(project, interview.id) == before + Progress(0, 1)
    assert Place("e") not in course(project, interview.id).open_places()


def test_an_interview_that_lacks_only_the_offerings_goes_on_at_their_register(
    project: OpenProject, interview: Interview
) -> None:
    _begin(project, interview)
    _fill_the_head(project, interview)
    while rest := [it for it in outline(project, interview.id).questions if it.counts and it.state is ReplyState.OPEN]:
        for item in rest:
            _put(project, interview, item.question.id, state=AnswerState.DECLINED)

    row = next(row for row in matrix(project).rows if interview.id in row.interview_ids)
    assert row.total.open == 1
    assert row.next_step == "Fortsetzen"
    assert row.target == course(project, interview.id).target(Place("e"))


def test_one_consent_deals_with_the_question_because_nobody_has_to_consent(
    project: OpenProject, interview: Interview
) -> None:
    _begin(project, interview)
    _fill_the_head(project, interview)
    invite(project, interview.id, "Jan Kowalski")

    assert Place("x", "x06") not in course(project, interview.id).open_places()


def test_what_is_kept_in_other_records_is_counted_at_once(project: OpenProject, interview: Interview) -> None:
    taking = StockTaking(project)
    taking.matrix()
    _fill_the_head(project, interview)
    _record_offerings(project, interview)
    assert taking.matrix() == matrix(project)

    delete(project, PrivacyConsent, "c")
    delete(project, Offering, "Lotsen")
    delete(project, Offering, "Sprachcafé")
    assert taking.matrix() == matrix(project)


def test_check_and_stock_taking_name_the_same_municipalities(project: OpenProject) -> None:
    begun = add_interview(project, DORMAGEN)
    set_values(project, Interview, begun.id, {"status": InterviewStatus.RUNNING})
    add_interview(project, "05162024")

    findings, rows = check(project), matrix(project).rows

    for rule, stands in (
        ("interview_missing", (Stand.OPEN, Stand.PLANNED)),
        ("interview_unfinished", (Stand.RUNNING,)),
    ):
        told = {finding.values["kommune"] for finding in findings if finding.rule == rule}
        assert told == {row.name for row in rows if row.stand in stands}
        assert told
