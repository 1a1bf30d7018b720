"""Change the type of a question, and say before what that means for the answers there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from kizdesk.domain.answering import is_filled
from kizdesk.domain.carrying import CHOICES, Titles, carried, options_of, titles_in
from kizdesk.domain.errors import UserError
from kizdesk.domain.guide import Option, OptionSource, Question, QuestionType
from kizdesk.domain.interviews import Answer, Interview
from kizdesk.domain.options import OF_TYPE
from kizdesk.project.guides.drafting import question_of, with_question
from kizdesk.project.guides.editions import edit
from kizdesk.project.guides.questions import new_id
from kizdesk.project.guides.ties import dependents, why_choice_stays, why_type_stays
from kizdesk.project.opened import OpenProject

_SCALES = (QuestionType.SCALE, QuestionType.SCALE_MATRIX)
_LISTED = (QuestionType.SINGLE, QuestionType.MULTIPLE)
_ALL_STAY = "alle bleiben, wie sie sind"
_ONE_NOTED = "Was darin keinen Platz hat, geht in die Notiz neben der Frage"
Name = Callable[[str], str]
"""Makes an id that begins so."""
_MEANING = ("sehr schlecht", "sehr gut")


@dataclass(frozen=True, slots=True)
class Impact:
    """Be what another shape of a question means for the answers given so far."""

    total: int = 0
    stay: int = 0
    """They fit as they are."""
    reworded: int = 0
    """All of them has a place, in another form."""
    noted: int = 0
    """Some of it has no place and goes into the note beside the question."""

    @property
    def sentence(self) -> str:
        """Say it in words; empty where there is no answer yet."""
        if not self.total:
            return ""
        if self.stay == self.total:
            return f"{_answers(self.total)} dazu; {'sie bleibt, wie sie ist' if self.total == 1 else _ALL_STAY}."
        return (
            f"{_answers(self.total)} dazu: {self._told()}. Verloren geht nichts: Jedes Gespräch behält seine "
            "Fassung, bis Sie es umstellen."
        )

    def _told(self) -> str:
        if self.total == 1:
            return _ONE_NOTED if self.noted else "sie passt in anderer Form"
        parts = (
            f"{self.stay} {'bleibt' if self.stay == 1 else 'bleiben'} unverändert" if self.stay else "",
            f"{self.reworded} {'passt' if self.reworded == 1 else 'passen'} in anderer Form" if self.reworded else "",
            f"bei {self.noted} geht, was keinen Platz hat, in die Notiz neben der Frage" if self.noted else "",
        )
        return "; ".join(part for part in parts if part)


def impact_of(project: OpenProject, question_id: str, kind: QuestionType) -> Impact:
    """Return what another type of a question means for the answers there are."""
    question = question_of(project.guides.present, question_id)
    return impact(project, retyped(question, kind))


def impact(project: OpenProject, question: Question) -> Impact:
    """Return what the shape of a question means for the answers there are, by whatever version they were given."""
    snapshot, guides, titles = project.snapshot, project.guides.held(), titles_of(project)
    counts = {"stay": 0, "reworded": 0, "noted": 0}
    interviews = snapshot.by_id(Interview)
    for answer in snapshot.by_id(Answer).values():
        if answer.question_id != question.id or not is_filled(answer):
            continue
        interview = interviews[answer.interview_id]
        guide = guides.get((interview.guide_id, interview.guide_version))
        own = guide.find(question.id) if guide is not None else None
        if own is None:
            continue
        there = carried(answer, own, question, titles)
        counts["noted" if there.left else "stay" if there.answer == answer else "reworded"] += 1
    return Impact(sum(counts.values()), **counts)


def set_type(project: OpenProject, question_id: str, kind: QuestionType) -> None:
    """Give a question another type, with what that type needs; raises UserError if it must keep its own."""
    present = project.guides.present
    question = question_of(present, question_id)
    if reason := why_type_stays(question):
        raise UserError(reason)
    changed = retyped(question, kind, partial(new_id, project))
    possible = {option.id for option in options_of(changed)}
    for other in dependents(present, question_id):
        for choice in other.condition.any_of if other.condition is not None else ():
            if choice not in possible:
                label = next((it.label for it in options_of(question) if it.id == choice), choice)
                raise UserError(why_choice_stays(present, question, choice, label))
    edit(project, f"Art der Frage {question.number} ändern", lambda guide: with_question(guide, changed))


def set_source(project: OpenProject, question_id: str, source: OptionSource, *, stay: str = "") -> None:
    """Take what can be chosen at a question from a register, or from a list of its own."""
    present = project.guides.present
    question = question_of(present, question_id)
    if reason := why_type_stays(question):
        raise UserError(reason)
    for other in dependents(present, question_id):
        if other.condition is not None and other.condition.any_of:
            raise UserError(
                f"Von den Antworten auf Frage {question.number} hängt ab, ob Frage {other.number} gestellt wird. "
                "Bitte zuerst deren Bedingung ändern."
            )
    own = source is OptionSource.OWN
    options = _offered(question, question.type, partial(new_id, project))[0] if own else ()
    changed = replace(
        question,
        option_source=source,
        options=options,
        retired_options=_rest((*question.retired_options, *question.options), options),
    )
    edit(project, f"Frage {question.number} ändern", lambda guide: with_question(guide, changed), stay=stay)


def retyped(question: Question, kind: QuestionType, name: Name = str) -> Question:
    """Return a question with another type; what the type has no use for is kept as retired, for coming back."""
    listed = kind in _LISTED
    own = listed and (question.option_source is OptionSource.OWN or question.type not in _LISTED)
    options, columns, items = _offered(question, kind, name)
    return replace(
        question,
        type=kind,
        option_source=question.option_source if listed and not own else OptionSource.OWN,
        options=options if own else (),
        retired_options=_rest((*question.retired_options, *question.options), options if own else ()),
        columns=columns,
        retired_columns=_rest((*question.retired_columns, *question.columns), columns),
        items=items,
        retired_items=_rest((*question.retired_items, *question.items), items),
        rows=question.rows if kind is QuestionType.TABLE else (),
        scale=(question.scale if any(question.scale) else _MEANING) if kind in _SCALES else ("", ""),
        not_rated=question.not_rated and kind in _SCALES,
        free_text=question.free_text and kind in CHOICES and kind not in _SCALES,
        min_choices=question.min_choices if kind is QuestionType.MULTIPLE else 0,
        max_choices=question.max_choices if kind is QuestionType.MULTIPLE else 0,
    )


def titles_of(project: OpenProject) -> Titles:
    """Return what the entries of the registers are called."""
    return titles_in(project.snapshot, project.library.indicators())


Offered = tuple[tuple[Option, ...], tuple[Option, ...], tuple[Option, ...]]


def _offered(question: Question, kind: QuestionType, name: Name) -> Offered:
    """Return the options, columns and items of another type: those it has or had, else two to begin with."""
    if kind in _LISTED:
        had = question.options or question.retired_options or OF_TYPE.get(question.type, ())
        return had or _begin("Antwort", name), (), ()
    if kind is QuestionType.TABLE:
        return (), question.columns or question.retired_columns or _begin("Spalte", name), ()
    if kind is QuestionType.SCALE_MATRIX:
        return (), (), question.items or question.retired_items or _begin("Zeile", name)
    return (), (), ()


def _begin(label: str, name: Name) -> tuple[Option, ...]:
    return tuple(Option(name(f"o{number}"), f"{label} {number}") for number in (1, 2))


def _rest(known: tuple[Option, ...], offered: tuple[Option, ...]) -> tuple[Option, ...]:
    ids = {entry.id for entry in offered}
    return tuple(entry for entry in known if entry.id not in ids)


def _answers(count: int) -> str:
    return "Es gibt eine Antwort" if count == 1 else f"Es gibt {count} Antworten"
