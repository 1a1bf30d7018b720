"""Read and write what stands at a place of an interview, whether an answer or a field of a record."""

from __future__ import annotations

from dataclasses import replace

from kizdesk.domain.guide import Question, QuestionType
from kizdesk.domain.interviews import Answer, AnswerState, Interview, answer_id
from kizdesk.project.interviews.edit import guide_of, put_answer
from kizdesk.project.opened import OpenProject
from kizdesk.project.runner.ask import Reply
from kizdesk.project.runner.bound import read_bound, write_bound
from kizdesk.project.runner.places import Place

IN_ONE_LINE = (QuestionType.TEXT, QuestionType.NUMBER, QuestionType.PERCENT, QuestionType.DATE)
"""Types that are answered in one line."""


def question_at(project: OpenProject, interview_id: str, place: Place) -> Question:
    """Return the question at a place; raises UserError if the interview is gone."""
    interview = project.snapshot.get(Interview, interview_id)
    return guide_of(project, interview).question(place.question_id)


def answer_at(project: OpenProject, interview_id: str, place: Place) -> Answer | None:
    """Return the answer at a place, or None before it is given."""
    return project.snapshot.find(Answer, answer_id(interview_id, place.question_id, place.scope_id))


def read_reply(project: OpenProject, interview_id: str, place: Place) -> Reply:
    """Return what is answered at a place; raises UserError if the interview is gone."""
    question = question_at(project, interview_id, place)
    if question.binding:
        return read_bound(project, interview_id, question, place.scope_id)
    answer = answer_at(project, interview_id, place)
    return reply_of(question, answer) if answer is not None else Reply()


def reply_of(question: Question, answer: Answer) -> Reply:
    """Return an answer as the screen shows it."""
    if question.type in IN_ONE_LINE:
        return Reply(lines=(answer.text,) if answer.text else ())
    return Reply(text=answer.text, choices=answer.choices, rows=answer.rows, files=answer.attachment_ids)


def text_in(question: Question, reply: Reply) -> str:
    """Return the words of a reply as an answer keeps them."""
    return reply.lines[0] if question.type in IN_ONE_LINE and reply.lines else reply.text


def write_reply(project: OpenProject, interview_id: str, place: Place, reply: Reply, *, stay: str = "") -> None:
    """Write what is answered at a place; raises UserError if it does not fit its question.

    Who answers a question that was put off or declined has answered it. An answer that was taken over and is then
    changed is given here: it keeps no origin that could not vouch for it.
    """
    question = question_at(project, interview_id, place)
    if question.binding:
        write_bound(project, interview_id, question, place.scope_id, reply, stay=stay)
        return
    before = answer_at(project, interview_id, place) or blank_answer(interview_id, place)
    edited = replace(
        before,
        text=text_in(question, reply),
        choices=reply.choices,
        rows=tuple(row for row in reply.rows if any(row)),
        attachment_ids=reply.files,
        state=before.state if reply.is_empty else AnswerState.GIVEN,
    )
    if edited != before:
        edited = replace(edited, taken_from="")
    put_answer(project, edited, stay=stay)


def write_note(project: OpenProject, interview_id: str, place: Place, note: str, *, stay: str = "") -> None:
    """Write the note beside an answer."""
    before = answer_at(project, interview_id, place) or blank_answer(interview_id, place)
    label = f"Notiz zu {question_at(project, interview_id, place).number} schreiben"
    put_answer(project, replace(before, note=note), stay=stay, label=label)


def put_off(project: OpenProject, interview_id: str, place: Place, state: AnswerState) -> AnswerState:
    """Mark a question as to be answered later or as declined, or take that mark back; return its state then."""
    before = answer_at(project, interview_id, place) or blank_answer(interview_id, place)
    after = AnswerState.GIVEN if before.state is state else state
    put_answer(project, replace(before, state=after))
    return after


def blank_answer(interview_id: str, place: Place) -> Answer:
    """Return the answer at a place before anything is answered, with the id it will have."""
    identity = answer_id(interview_id, place.question_id, place.scope_id)
    return Answer(id=identity, interview_id=interview_id, question_id=place.question_id, scope_id=place.scope_id)
