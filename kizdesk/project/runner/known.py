"""Tell what is known already from other conversations with the municipality, and take it over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kizdesk.domain.answering import is_filled, is_visible
from kizdesk.domain.errors import UserError
from kizdesk.domain.guide import Question
from kizdesk.domain.interviews import Answer, AnswerState, Interview, InterviewForm, answer_id
from kizdesk.project.interviews import guide_of, put_answer
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import set_values
from kizdesk.project.runner.head import person_words
from kizdesk.project.runner.places import Place
from kizdesk.project.runner.replies import answer_at, question_at
from kizdesk.project.runner.words import reply_words

_SHARED = {"interview.person_ids": "person_ids", "interview.interviewers": "interviewers"}


@dataclass(frozen=True, slots=True)
class Known:
    """Be what another conversation already answered: where it comes from, and the answer in words."""

    interview_id: str
    source: str
    lines: tuple[str, ...]


def known(project: OpenProject, interview_id: str, place: Place) -> Known | None:
    """Return the latest answer of another conversation with the municipality to the question at a place."""
    if place.is_head:
        return None
    question = question_at(project, interview_id, place)
    for other in _others(project, interview_id):
        lines = _lines(project, question, other, place.scope_id)
        if lines:
            return Known(other.id, _source(other), lines)
    return None


def known_of(
    project: OpenProject, municipality_id: str, guide_id: str, question: Question, scope_id: str
) -> Known | None:
    """Return the latest answer of a municipality to a question, whatever the conversation; never a hidden one."""
    answers = project.snapshot.by_id(Answer)
    for held in conversations(project, municipality_id, guide_id):
        lines = _lines(project, question, held, scope_id)
        if lines and is_visible(guide_of(project, held), question, held.id, scope_id, answers):
            return Known(held.id, _source(held), lines)
    return None


def conversations(project: OpenProject, municipality_id: str, guide_id: str) -> list[Interview]:
    """Return the conversations with a municipality under a guide, the latest first."""
    held = [
        interview
        for interview in project.snapshot.all(Interview)
        if interview.municipality_id == municipality_id and interview.guide_id == guide_id
    ]
    return sorted(held, key=lambda interview: str(interview.held_on or ""), reverse=True)


def take_over(project: OpenProject, interview_id: str, place: Place) -> None:
    """Answer the question at a place as it was answered before; raises UserError if nothing is known."""
    found = known(project, interview_id, place)
    if found is None:
        raise UserError("Zu dieser Frage ist noch nichts bekannt. Bitte die Antwort eingeben.")
    question = question_at(project, interview_id, place)
    if question.binding:
        name = _SHARED[question.binding]
        value = getattr(project.snapshot.get(Interview, found.interview_id), name)
        label = f"Frage {question.number} beantworten"
        set_values(project, Interview, interview_id, {name: value}, label=label)
        return
    earlier = project.snapshot.get(Answer, answer_id(found.interview_id, place.question_id, place.scope_id))
    own = answer_at(project, interview_id, place)
    note = own.note if own is not None and own.note else earlier.note
    put_answer(project, replace(earlier, interview_id=interview_id, state=AnswerState.GIVEN, note=note))


def _others(project: OpenProject, interview_id: str) -> Iterator[Interview]:
    own = project.snapshot.get(Interview, interview_id)
    held = conversations(project, own.municipality_id, own.guide_id)
    yield from (other for other in held if other.id != own.id)


def _lines(project: OpenProject, question: Question, other: Interview, scope_id: str) -> tuple[str, ...]:
    if question.binding:
        return _shared_lines(project, question, other)
    answer = project.snapshot.find(Answer, answer_id(other.id, question.id, scope_id))
    if answer is None or not is_filled(answer):
        return ()
    try:
        same = guide_of(project, other).question(question.id)
    except KeyError:
        return ()
    return reply_words(project, question, answer) if same.type is question.type else ()


def _shared_lines(project: OpenProject, question: Question, other: Interview) -> tuple[str, ...]:
    match _SHARED.get(question.binding):
        case "person_ids":
            return tuple(person_words(project, person_id) for person_id in other.person_ids)
        case "interviewers":
            return (other.interviewers,) if other.interviewers else ()
        case _:
            return ()


def _source(other: Interview) -> str:
    kind = "dem Formular" if other.form is InterviewForm.FORM else "dem Gespräch"
    return f"Aus {kind} vom {other.held_on:%d.%m.%Y}" if other.held_on else f"Aus {kind} ohne Datum"
