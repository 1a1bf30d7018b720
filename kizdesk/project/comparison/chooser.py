"""List the questions that can be compared, by section, with how many municipalities answered."""

from __future__ import annotations

from dataclasses import dataclass

from kizdesk.domain.answering import is_filled, is_hidden
from kizdesk.domain.guide import Repeat
from kizdesk.domain.interviews import Answer, Interview
from kizdesk.project.interviews.edit import guide_of
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import facts_of, guide_in_force


@dataclass(frozen=True, slots=True)
class QuestionChoice:
    """Be one question to choose."""

    id: str
    number: str
    short: str
    text: str
    in_concept: bool
    """Whether the guide puts it into the printed comparison."""
    per_field: bool
    """Whether it is asked for each field of action, which is then to be chosen too."""
    answered: int
    """How many municipalities have answered it."""


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Be a section with its questions."""

    letter: str
    title: str
    questions: tuple[QuestionChoice, ...]


@dataclass(frozen=True, slots=True)
class ScopeChoice:
    """Be a field of action about which interviews asked."""

    field_id: str
    title: str


def questions(project: OpenProject, *, only_in_concept: bool = False) -> tuple[QuestionGroup, ...]:
    """Return the questions of the project's guide that have answers of their own, by section."""
    answered = _answered(project)
    groups = []
    for section in guide_in_force(project).sections:
        found = tuple(
            QuestionChoice(
                id=question.id,
                number=question.number,
                short=question.short or question.text,
                text=question.text,
                in_concept=question.comparable,
                per_field=section.repeat is Repeat.PER_FIELD,
                answered=len(answered.get(question.id, ())),
            )
            for question in section.questions
            if not question.binding and not question.retired and (question.comparable or not only_in_concept)
        )
        if found:
            groups.append(QuestionGroup(section.letter, section.title, found))
    return tuple(groups)


def scopes(project: OpenProject) -> tuple[ScopeChoice, ...]:
    """Return the fields of action that at least one interview asks about, in their order."""
    asked = {field_id for interview in project.snapshot.all(Interview) for field_id in interview.field_ids}
    return tuple(ScopeChoice(field.id, field.title) for field in facts_of(project).fields if field.id in asked)


def _answered(project: OpenProject) -> dict[str, set[str]]:
    held = {interview.id: (interview, guide_of(project, interview)) for interview in project.snapshot.all(Interview)}
    answers, found = project.snapshot.by_id(Answer), dict[str, set[str]]()
    for answer in answers.values():
        if answer.interview_id in held and is_filled(answer):
            interview, guide = held[answer.interview_id]
            if not is_hidden(guide, interview, answer, answers):
                found.setdefault(answer.question_id, set()).add(interview.municipality_id)
    return found
