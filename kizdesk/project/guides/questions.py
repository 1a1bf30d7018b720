"""Add, reword, order, retire and bring back the questions of the guide; each is one step that can be undone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from kizdesk.domain.codec import decoder_of, field_types, plain
from kizdesk.domain.errors import UserError
from kizdesk.domain.guide import Guide, Question, QuestionType, Repeat, Section
from kizdesk.project.guides.drafting import (
    question_of,
    section_of,
    with_new_question,
    with_question,
    without_loose_conditions,
    without_question,
)
from kizdesk.project.guides.editions import edit, uses_of
from kizdesk.project.guides.ties import why_it_stays
from kizdesk.project.opened import OpenProject

FIELDS = frozenset(
    {
        "text", "short", "hint", "required", "comparable", "free_text", "not_rated", "scale", "rows", "min_choices",
        "max_choices",
    }
)  # fmt: skip
"""What of a question is set field by field; the rest has functions of its own."""
OF_BOUND = frozenset({"text", "short", "hint"})
"""What of a question that shows records may be changed."""
_NEW = "Neue Frage"
_UNFIT = re.compile(r"[^a-z0-9]")
_LONG = 12


def new_id(project: OpenProject, prefix: str) -> str:
    """Return an id for the guide that no other version has, not even on another laptop."""
    return prefix + _UNFIT.sub("", project.new_id().casefold())[-_LONG:]


def new_question(project: OpenProject, text: str = _NEW) -> Question:
    """Return a question to begin with."""
    return Question(id=new_id(project, "q"), number="", text=text, type=QuestionType.LONG_TEXT)


def add_question(project: OpenProject, section_id: str, after_id: str = "", text: str = _NEW) -> str:
    """Add a question to a section, behind another one or at its end; returns its id."""
    question = new_question(project, text)

    def draft(guide: Guide) -> Guide:
        home = section_of(guide, section_id)
        if home.repeat is Repeat.PER_OFFERING:
            raise UserError(
                "Dieser Abschnitt ist das Verzeichnis der Angebote; seine Fragen gehören zu dessen Angaben. "
                "Bitte die neue Frage in einem anderen Abschnitt anlegen."
            )
        ids = [other.id for other in home.questions]
        place = ids.index(after_id) + 1 if after_id in ids else _after_asked(home)
        return with_new_question(guide, section_id, question, place)

    edit(project, "Frage anlegen", draft)
    return question.id


def duplicate_question(project: OpenProject, question_id: str) -> str:
    """Add a copy of a question behind it; returns the id of the copy."""
    present = project.guides.present
    original = question_of(present, question_id)
    if original.binding:
        raise UserError("Diese Frage zeigt Angaben aus einem Verzeichnis; davon gibt es nur eine.")
    copy = replace(original, id=new_id(project, "q"), number="", text=f"{original.text} (Kopie)", retired=False)
    home = present.section_of(question_id)
    place = [other.id for other in home.questions].index(question_id) + 1
    edit(project, "Frage duplizieren", lambda guide: with_new_question(guide, home.id, copy, place))
    return copy.id


def set_question(project: OpenProject, question_id: str, field: str, value: object, *, stay: str = "") -> None:
    """Set one field of a question; raises ShapeError if the value does not fit."""
    question = question_of(project.guides.present, question_id)
    if field not in (OF_BOUND if question.binding else FIELDS):
        raise KeyError(field)
    hints: Any = field_types(Question)
    fitting = decoder_of(hints[field])(plain(value), field)
    changed = replace(question, **{field: fitting})
    edit(project, f"Frage {question.number} ändern", lambda guide: with_question(guide, changed), stay=stay)


def move_question(project: OpenProject, question_id: str, section_id: str, place: int) -> None:
    """Put a question at a place of a section, counted without it.

    Raises UserError if what is asked only after its answer would come before it, or if the section repeats otherwise.
    """
    present = project.guides.present
    question, home = question_of(present, question_id), present.section_of(question_id)
    goal = section_of(present, section_id)
    if goal is not home:
        _refuse_home(question, home, goal)

    def draft(guide: Guide) -> Guide:
        return with_new_question(without_question(guide, question_id), section_id, question, place)

    refuse_order(present, draft(present))
    edit(project, f"Frage {question.number} verschieben", draft)


def is_new(project: OpenProject, question_id: str) -> bool:
    """Tell whether a question was added in the version being worked on, so that nobody knows it yet."""
    present = project.guides.present
    edition = project.guides.edition(present.id, present.version)
    if edition is None or uses_of(project, present.id, present.version).any:
        return False
    others = [version for version in project.guides.versions(present.id) if version != present.version]
    known = (project.guides.of(present.id, version) for version in others)
    return not any(question_id == question.id for guide in known for question in guide.questions())


def drop_question(project: OpenProject, question_id: str) -> bool:
    """Ask a question no more; tells whether it stays as a dropped one, because an earlier version has it."""
    present = project.guides.present
    question = question_of(present, question_id)
    if reason := why_it_stays(present, question):
        raise UserError(reason)
    if sum(not other.retired for other in present.questions()) == 1:
        raise UserError("Ein Leitfaden braucht wenigstens eine Frage. Bitte zuerst eine andere anlegen.")
    if is_new(project, question_id):
        label = f"Frage {question.number} löschen"
        edit(project, label, lambda guide: without_loose_conditions(without_question(guide, question_id)))
        return False
    gone = replace(question, retired=True)
    edit(project, f"Frage {question.number} herausnehmen", lambda guide: with_question(guide, gone))
    return True


def bring_back(project: OpenProject, question_id: str) -> None:
    """Ask a dropped question again."""
    question = replace(question_of(project.guides.present, question_id), retired=False)
    edit(project, "Frage wieder aufnehmen", lambda guide: with_question(guide, question))


def refuse_order(before: Guide, after: Guide) -> None:
    """Raise UserError if a question would come before the one whose answer decides whether it is asked."""
    place = {question.id: place for place, question in enumerate(after.questions())}
    for question in after.questions():
        condition = question.condition
        if condition is None or question.retired or condition.question_id not in place:
            continue
        if place[condition.question_id] > place[question.id]:
            later, earlier = before.question(question.id).number, before.question(condition.question_id).number
            raise UserError(
                f"Frage {later} muss nach Frage {earlier} stehen, weil von deren Antwort abhängt, ob sie gestellt wird."
            )


def _after_asked(section: Section) -> int:
    """Return the place behind the last question that is still asked."""
    places = [place for place, question in enumerate(section.questions, start=1) if not question.retired]
    return max(places, default=0)


def _refuse_home(question: Question, home: Section, goal: Section) -> None:
    if question.binding:
        raise UserError(
            f"Frage {question.number} zeigt Angaben aus einem Verzeichnis und bleibt im Abschnitt „{home.title}“."
        )
    if Repeat.PER_OFFERING in (home.repeat, goal.repeat):
        raise UserError("Der Abschnitt mit den Angeboten ist ihr Verzeichnis; andere Fragen haben dort keinen Platz.")
    if home.repeat is not goal.repeat:
        raise UserError(
            "In einem der beiden Abschnitte wird je Handlungsfeld gefragt, im anderen einmal. Die Antworten auf "
            f"Frage {question.number} fänden dort keinen Platz. Bitte stattdessen eine neue Frage anlegen."
        )
