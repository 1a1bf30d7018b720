"""What a condition hides, or a field of action left out, is kept, printed nowhere and counted nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from kizdesk.concept.essence import shown
from kizdesk.concept.tree import Document, Figure
from kizdesk.domain.fields import FieldOfAction, FieldStatus
from kizdesk.domain.guide import QuestionType, Repeat
from kizdesk.domain.interviews import Answer, AnswerState, EvidenceKind, Interview, InterviewStatus
from kizdesk.project.checking.findings import check
from kizdesk.project.comparison import compare, questions
from kizdesk.project.concept import present_document
from kizdesk.project.evaluation.evidence import evidence_counts
from kizdesk.project.evaluation.marking import mark_evidence
from kizdesk.project.forms.sheets import SheetMaker
from kizdesk.project.forms.wish import FormWish, issues
from kizdesk.project.interviews.edit import add_interview, guide_of, put_answer
from kizdesk.project.interviews.minutes import minutes_document
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import set_value, set_values
from kizdesk.project.runner.ask import ask
from kizdesk.project.runner.course import course
from kizdesk.project.runner.known import known
from kizdesk.project.runner.places import Place
from kizdesk.project.stocktaking import ReplyState, matrix, outline

DORMAGEN, KEPT = "05162004", "Verborgenes"
HIDDEN = ("b04", "d02")


@pytest.fixture
def fields(project: OpenProject) -> tuple[str, str]:
    first, second = (field.id for field in project.snapshot.all(FieldOfAction)[:2])
    for field in (first, second):
        set_value(project, FieldOfAction, field, "status", FieldStatus.ADOPTED)
    return first, second


@pytest.fixture
def interview(project: OpenProject, fields: tuple[str, str]) -> Interview:
    """Return an interview with answers that conditions hide, and with some on a field that is left out again."""
    made = add_interview(project, DORMAGEN)
    values: dict[str, object] = {"held_on": date(2026, 1, 5), "status": InterviewStatus.DONE, "field_ids": fields}
    set_values(project, Interview, made.id, values)
    guide = guide_of(project, made)
    for question_id in HIDDEN:
        _put(project, made, question_id, "")
    for section in guide.sections:
        if section.repeat is Repeat.PER_FIELD:
            for question in section.questions:
                _put(project, made, question.id, fields[1])
    set_value(project, Interview, made.id, "field_ids", fields[:1])
    put_answer(project, Answer(id="", interview_id=made.id, question_id="b01", text="Amt 50"))
    return project.snapshot.get(Interview, made.id)


def _put(project: OpenProject, interview: Interview, question_id: str, scope: str) -> None:
    question = guide_of(project, interview).question(question_id)
    answer = Answer(id="", interview_id=interview.id, question_id=question_id, scope_id=scope)
    match question.type:
        case QuestionType.LONG_TEXT | QuestionType.TEXT:
            kept = put_answer(project, replace(answer, text=KEPT))
            mark_evidence(project, kept.id, project.snapshot.all(FieldOfAction)[0].id, EvidenceKind.NEED, KEPT)
        case QuestionType.TABLE:
            put_answer(project, replace(answer, rows=((KEPT,),)))
        case _:
            put_answer(project, replace(answer, choices=(ask(project, question).options[0].id,)))


def _words(document: Document) -> str:
    blocks = [shown(block) for block in document.blocks]
    return "\n".join([*blocks, *(block.svg for block in document.blocks if isinstance(block, Figure))])


def _compared(project: OpenProject, fields: tuple[str, str]) -> Iterator[str]:
    for group in questions(project):
        for choice in group.questions:
            for scope in fields if choice.per_field else ("",):
                found = compare(project, choice.id, scope)
                yield from (row.words for row in found.rows)
                yield from (f"{option.label} {option.count}" for option in found.options if option.count)


def _forms(project: OpenProject, fields: tuple[str, str]) -> str:
    wish = FormWish(municipality_ids=(DORMAGEN,), field_ids=fields)
    return "\n".join(repr(SheetMaker(project, wish).sheet(issue)) for issue in issues(project, wish))


def test_it_is_printed_nowhere(project: OpenProject, interview: Interview, fields: tuple[str, str]) -> None:
    found = {
        "Konzept": _words(present_document(project)),
        "Protokoll": _words(minutes_document(project, interview.id)),
        "Vergleich": "\n".join(_compared(project, fields)),
        "Formulare": _forms(project, fields),
    }
    assert [name for name, text in found.items() if KEPT in text] == []


def test_it_is_kept_and_comes_back_with_the_answer_it_hangs_on(project: OpenProject, interview: Interview) -> None:
    assert course(project, interview.id).hidden == (Place("b", "b04"), Place("d", "d02"))
    put_answer(project, Answer(id="", interview_id=interview.id, question_id="b03", choices=("sport",)))
    assert KEPT in _words(present_document(project))
    assert KEPT in _words(minutes_document(project, interview.id))
    assert course(project, interview.id).hidden == (Place("d", "d02"),)


def test_it_is_counted_nowhere(project: OpenProject, interview: Interview) -> None:
    before = outline(project, interview.id).progress, matrix(project).rows
    for question_id in HIDDEN:
        later = Answer(id="", interview_id=interview.id, question_id=question_id, state=AnswerState.LATER)
        put_answer(project, later)
    assert (outline(project, interview.id).progress, matrix(project).rows) == before
    assert not [finding for finding in check(project) if finding.rule == "answer_later"]
    assert {choice.id for group in questions(project) for choice in group.questions if choice.answered} == {"b01"}


def test_its_passages_carry_no_need(project: OpenProject, interview: Interview) -> None:
    assert course(project, interview.id).state(Place("b", "b04")) is ReplyState.HIDDEN
    assert not [count for count in evidence_counts(project) if count.total]
    assert "Belege" not in _words(present_document(project))


def test_it_is_not_known_in_the_next_conversation(
    project: OpenProject, interview: Interview, fields: tuple[str, str]
) -> None:
    after = add_interview(project, interview.municipality_id)
    set_value(project, Interview, after.id, "field_ids", fields)
    assert not known(project, after.id, Place("b", "b04"))
    assert not known(project, after.id, Place("g", "g02", fields[1]))
