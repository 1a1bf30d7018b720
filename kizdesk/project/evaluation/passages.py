"""Read answers as texts in which evidence is marked: one with its marks, and those in which nothing is marked yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kizdesk.domain.answering import is_filled, is_hidden
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.guide import Guide, Question, QuestionType
from kizdesk.domain.interviews import Answer, Evidence, Interview, passage_text
from kizdesk.domain.texts import sort_key
from kizdesk.project.evaluation.evidence import EvidenceRow, evidence_of_answer
from kizdesk.project.interviews.edit import guide_of
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import facts_of, guide_in_force, short_day
from kizdesk.project.wording.labels import Labels

LONG = 40
"""From so many characters on, an answer in words is worth going through."""
TO_READ = "offen"
"""The field of a target that leads to the answers without any evidence."""
_BEGINNING = 240


@dataclass(frozen=True, slots=True)
class Passage:
    """Be an answer as text, with where it comes from and what is marked in it."""

    answer_id: str
    where: str
    """Such as ``Dormagen, Frage B.5``."""
    question: str
    interview: str
    """Day and form of the interview."""
    scope_id: str
    text: str
    note: str
    target: Target
    marks: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """Be an answer in words in which nothing is marked yet."""

    answer_id: str
    municipality_id: str
    municipality: str
    number: str
    question: str
    scope: str
    """Title of the field of action it is about; empty for most questions."""
    words: int
    beginning: str


def passage_of(project: OpenProject, answer_id: str) -> Passage | None:
    """Return an answer as text with its marks; None if it is not there (any more)."""
    snapshot = project.snapshot
    answer = snapshot.find(Answer, answer_id)
    interview = snapshot.find(Interview, answer.interview_id) if answer is not None else None
    if answer is None or interview is None:
        return None
    question = _question(guide_of(project, interview), answer)
    place = facts_of(project).place(interview.municipality_id)
    day = short_day(interview.held_on) if interview.held_on else ""
    form = Labels(project.library).of(interview.form)
    return Passage(
        answer_id=answer_id,
        where=f"{place}, Frage {question.number}" if question else place,
        question=question.text if question else "",
        interview=", ".join(filter(None, [day, form])),
        scope_id=answer.scope_id,
        text=_readable(question, answer) if is_filled(answer) else "",
        note=answer.note,
        target=Target(Step.STOCK_TAKING, "answer", answer_id, answer.question_id),
        marks=evidence_of_answer(project, answer_id),
    )


def unmarked_answers(project: OpenProject) -> tuple[OpenAnswer, ...]:
    """Return the answers in words without any evidence: question by question, in each by municipality."""
    facts = facts_of(project)
    order = {question.id: place for place, question in enumerate(guide_in_force(project).questions())}
    found: list[tuple[tuple[object, ...], OpenAnswer]] = []
    for interview, question, answer in _unmarked(project):
        place = facts.place(interview.municipality_id)
        row = OpenAnswer(
            answer_id=answer.id,
            municipality_id=interview.municipality_id,
            municipality=place,
            number=question.number,
            question=question.short or question.text,
            scope=facts.field_title(answer.scope_id) if answer.scope_id else "",
            words=len(answer.text.split()),
            beginning=_beginning(answer.text),
        )
        found.append(((order.get(question.id, len(order)), sort_key(place), row.scope, answer.id), row))
    return tuple(row for _, row in sorted(found, key=_first))


def _unmarked(project: OpenProject) -> Iterator[tuple[Interview, Question, Answer]]:
    snapshot = project.snapshot
    marked = {item.answer_id for item in snapshot.all(Evidence)}
    interviews = snapshot.by_id(Interview)
    guides = {interview.id: guide_of(project, interview) for interview in interviews.values()}
    for answer in snapshot.all(Answer):
        interview = interviews.get(answer.interview_id)
        if interview is None or answer.id in marked or len(answer.text) < LONG or not is_filled(answer):
            continue
        guide = guides[interview.id]
        question = _question(guide, answer)
        hidden = is_hidden(guide, interview, answer, snapshot.by_id(Answer))
        if question is not None and not question.binding and not hidden:
            yield interview, question, answer


def _readable(question: Question | None, answer: Answer) -> str:
    """Return the passage text, without the rows of a matrix of scales: those are keys and grades, no words."""
    coded = question is not None and question.type is QuestionType.SCALE_MATRIX
    return answer.text if coded else passage_text(answer)


def _beginning(text: str) -> str:
    """Return the first words of a text; what is left out is said by an ellipsis."""
    words = " ".join(text[: _BEGINNING + 1].split())
    if len(text) <= _BEGINNING:
        return words
    return f"{words.rpartition(' ')[0] or words} …"


def _first(pair: tuple[tuple[object, ...], OpenAnswer]) -> tuple[object, ...]:
    return pair[0]


def _question(guide: Guide, answer: Answer) -> Question | None:
    try:
        return guide.question(answer.question_id)
    except KeyError:
        return None
