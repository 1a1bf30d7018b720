"""Make guides out of guides: replace, add, move and take out questions and sections."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kizdesk.domain.errors import UserError
from kizdesk.domain.guide import Guide, Question, Section

Draft = Callable[[Guide], Guide]


def question_of(guide: Guide, question_id: str) -> Question:
    """Return a question; raises UserError if it is gone."""
    question = guide.find(question_id)
    if question is None:
        raise UserError("Diese Frage steht nicht mehr im Leitfaden. Bitte eine andere wählen.")
    return question


def section_of(guide: Guide, section_id: str) -> Section:
    """Return a section; raises UserError if it is gone."""
    for section in guide.sections:
        if section.id == section_id:
            return section
    raise UserError("Diesen Abschnitt gibt es im Leitfaden nicht mehr. Bitte einen anderen wählen.")


def with_question(guide: Guide, question: Question) -> Guide:
    """Return a guide in which a question is another one under the same id."""
    home = guide.section_of(question.id)
    questions = tuple(question if other.id == question.id else other for other in home.questions)
    return with_section(guide, replace(home, questions=questions))


def with_section(guide: Guide, section: Section) -> Guide:
    """Return a guide in which a section is another one under the same id."""
    return replace(guide, sections=tuple(section if other.id == section.id else other for other in guide.sections))


def with_new_question(guide: Guide, section_id: str, question: Question, place: int) -> Guide:
    """Return a guide with one more question at a place of a section."""
    home = section_of(guide, section_id)
    questions = (*home.questions[:place], question, *home.questions[place:])
    return with_section(guide, replace(home, questions=questions))


def without_question(guide: Guide, question_id: str) -> Guide:
    """Return a guide that does not have a question."""
    home = guide.section_of(question_id)
    return with_section(guide, replace(home, questions=tuple(it for it in home.questions if it.id != question_id)))


def without_loose_conditions(guide: Guide) -> Guide:
    """Return a guide in which no dropped question has a condition on one that is not there any more."""
    for question in guide.questions():
        condition = question.condition
        if question.retired and condition is not None and guide.find(condition.question_id) is None:
            guide = with_question(guide, replace(question, condition=None))
    return guide


def with_new_section(guide: Guide, section: Section, place: int) -> Guide:
    """Return a guide with one more section at a place."""
    return replace(guide, sections=(*guide.sections[:place], section, *guide.sections[place:]))


def without_section(guide: Guide, section_id: str) -> Guide:
    """Return a guide that does not have a section."""
    return replace(guide, sections=tuple(section for section in guide.sections if section.id != section_id))
