"""Set when a question is asked, by choosing an earlier question and answers of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kizdesk.domain.carrying import CHOICES, options_of
from kizdesk.domain.errors import UserError
from kizdesk.domain.guide import Condition, Guide, Option, OptionSource, Question, QuestionType, Repeat
from kizdesk.project.guides.drafting import question_of, with_question
from kizdesk.project.guides.editions import edit
from kizdesk.project.opened import OpenProject
from kizdesk.project.runner.ask import registered


@dataclass(frozen=True, slots=True)
class Askable:
    """Be an earlier question that a condition can ask about, with the answers it offers."""

    question_id: str
    name: str
    choices: tuple[Option, ...]
    """Empty for a question of which only matters whether it is answered."""


def askable(project: OpenProject, question_id: str) -> tuple[Askable, ...]:
    """Return the questions whose answer can decide whether a question is asked."""
    guide = project.guides.present
    home = guide.section_of(question_id)
    found: list[Askable] = []
    for section in guide.sections:
        for question in section.questions:
            if question.id == question_id:
                return tuple(found)
            if question.binding or question.retired or (section.repeat is not Repeat.NONE and section is not home):
                continue
            found.append(Askable(question.id, question.name, choices_of(project, question)))
    return tuple(found)


def choices_of(project: OpenProject, question: Question) -> tuple[Option, ...]:
    """Return the answers of a question that a condition can name."""
    if question.type not in CHOICES:
        return ()
    if question.type in (QuestionType.SINGLE, QuestionType.MULTIPLE) and question.option_source is not OptionSource.OWN:
        return registered(project, question.option_source)
    return options_of(question)


def set_condition(project: OpenProject, question_id: str, condition: Condition | None) -> None:
    """Ask a question only under a condition, or always; raises UserError if it cannot be asked about."""
    question = question_of(project.guides.present, question_id)
    if condition is not None and condition.question_id not in {it.question_id for it in askable(project, question_id)}:
        raise UserError("Eine Bedingung fragt nach einer früheren Frage mit eigener Antwort. Bitte eine andere wählen.")
    changed = replace(question, condition=condition)
    label = f"Bedingung der Frage {question.number} ändern"
    edit(project, label, lambda guide: with_question(guide, changed))


def condition_told(project: OpenProject, guide: Guide, condition: Condition | None) -> str:
    """Say when a question is asked, as an editor reads it."""
    if condition is None:
        return "Immer"
    earlier = guide.question(condition.question_id)
    if not condition.any_of:
        return f"Nur wenn Frage {earlier.number} {'nicht ' if condition.negated else ''}beantwortet ist"
    labels = {option.id: option.label for option in choices_of(project, earlier.whole)}
    chosen = " oder ".join(f"„{labels.get(choice, choice)}“" for choice in condition.any_of)
    return f"Nur wenn bei Frage {earlier.number} {'nicht ' if condition.negated else ''}{chosen} geantwortet ist"
