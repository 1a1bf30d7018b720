"""Judge what is asked, answered and still missing in an interview."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kizdesk.domain.guide import Condition, Guide, Question, QuestionType, Repeat
from kizdesk.domain.interviews import Answer, AnswerState, Interview, answer_id

Answers = Mapping[str, Answer]
"""Answers by their id, which tells their interview: those of one interview or of all."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Be one question as it is asked: in a repeated section once per scope."""

    question: Question
    scope_id: str
    visible: bool


def is_filled(answer: Answer | None) -> bool:
    """Tell whether an answer is given and holds something."""
    if answer is None or answer.state is not AnswerState.GIVEN:
        return False
    return bool(answer.text or answer.choices or answer.attachment_ids or any(any(row) for row in answer.rows))


def given_in(answer: Answer, answers: Answers) -> str:
    """Return the id of the interview in which an answer was given in the end, however often it was taken over."""
    if not answer.taken_from:
        return answer.interview_id
    seen = {answer.interview_id}
    while answer.taken_from and answer.taken_from not in seen:
        seen.add(answer.taken_from)
        earlier = answers.get(answer_id(answer.taken_from, answer.question_id, answer.scope_id))
        if earlier is None:
            return answer.taken_from
        answer = earlier
    return answer.interview_id


def is_answered(question: Question, answer: Answer | None) -> bool:
    """Tell whether a question is answered: with as many choices as it asks for, if it asks for several."""
    few = answer is not None and question.type is QuestionType.MULTIPLE and len(answer.choices) < question.min_choices
    return is_filled(answer) and not few


def holds(condition: Condition, answer: Answer | None) -> bool:
    """Tell whether a condition is met by the answer to the question it asks about."""
    if not condition.any_of:
        return is_filled(answer) is not condition.negated
    choices = answer.choices if answer is not None and answer.state is AnswerState.GIVEN else ()
    return bool(set(choices) & set(condition.any_of)) is not condition.negated


def is_visible(guide: Guide, question: Question, interview_id: str, scope_id: str, answers: Answers) -> bool:
    """Tell whether a question is asked: its condition holds, and the question it depends on is visible itself."""
    if question.retired:
        return False
    condition = question.condition
    if condition is None:
        return True
    earlier = guide.question(condition.question_id)
    same_section = guide.section_of(earlier.id) is guide.section_of(question.id)
    earlier_scope = scope_id if same_section else ""
    if not is_visible(guide, earlier, interview_id, earlier_scope, answers):
        return False
    return holds(condition, answers.get(answer_id(interview_id, earlier.id, earlier_scope)))


def is_hidden(guide: Guide, interview: Interview, answer: Answer, answers: Answers) -> bool:
    """Tell whether an answer is only kept: a condition hides its question, or its field of action was left out.

    What is kept like this is neither printed nor counted.
    """
    if answer.scope_id and answer.scope_id not in interview.field_ids:
        return True
    try:
        question = guide.question(answer.question_id)
    except KeyError:
        return False
    if question.condition is None:
        return False
    return not is_visible(guide, replace(question, retired=False), interview.id, answer.scope_id, answers)


def asked(guide: Guide, interview: Interview, answers: Answers) -> Iterator[Asked]:
    """Yield every question of an interview in order, those per field of action once for each of its fields.

    Offerings are a register of their own; their questions come once, without scope.
    """
    for section in guide.sections:
        scopes = interview.field_ids if section.repeat is Repeat.PER_FIELD else ("",)
        for scope_id in scopes:
            for question in section.questions:
                yield Asked(question, scope_id, is_visible(guide, question, interview.id, scope_id, answers))
