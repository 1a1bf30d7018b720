"""Word the hint below a question on paper: what the guide says, how many may be chosen, and when it is asked at all."""

from __future__ import annotations

from collections.abc import Container

from kizdesk.domain.guide import Condition, Guide, Question
from kizdesk.project.opened import OpenProject
from kizdesk.project.runner.ask import Ask, options_of
from kizdesk.project.runner.words import closed

_LIMITS = ("genau", "höchstens")
"""With these a hint of the guide itself says how many may be chosen."""


def hint_of(project: OpenProject, guide: Guide, asked: Ask, section_ids: Container[str]) -> str:
    """Return the hint of a question in a form that has some sections of the guide."""
    question = asked.question
    condition = condition_words(project, guide, question, section_ids) if question.condition else ""
    limit = "" if any(word in question.hint.casefold() for word in _LIMITS) else asked.limit_sentence
    return " ".join(filter(None, (condition, closed(question.hint), limit)))


def condition_words(project: OpenProject, guide: Guide, question: Question, section_ids: Container[str]) -> str:
    """Say when a question is to be answered; empty for one that always is."""
    condition = question.condition
    if condition is None:
        return ""
    earlier = guide.question(condition.question_id)
    named = f"Frage {earlier.number}"
    if guide.section_of(earlier.id).id not in section_ids:
        named += f" („{earlier.short or earlier.text}“)"
    return f"Nur, wenn {_met(project, condition, earlier, named)}."


def _met(project: OpenProject, condition: Condition, earlier: Question, named: str) -> str:
    if not condition.any_of:
        return f"Sie zu {named} nichts angeben" if condition.negated else f"Sie zu {named} etwas angeben"
    labels = {option.id: option.label for option in options_of(project, earlier)}
    chosen = " oder ".join(f"„{labels.get(choice, choice)}“" for choice in condition.any_of)
    negation = " nicht" if condition.negated else ""
    return f"Sie bei {named}{negation} {chosen} ankreuzen"
