"""Say in which shape a question is answered on the screen, whether it fills an answer or a record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from kizdesk.domain.fields import FieldOfAction, FieldStatus
from kizdesk.domain.guide import Option, OptionSource, Question, QuestionType
from kizdesk.domain.options import OF_TYPE, YES_NO, grades_of
from kizdesk.domain.places import Municipality
from kizdesk.domain.texts import sort_key
from kizdesk.project.opened import OpenProject
from kizdesk.project.runner.purposes import HINT, purpose_options
from kizdesk.project.wording.labels import STRANDS_IN_BRIEF


class Shape(Enum):
    """Tell how an answer is given."""

    WORDS = "text"
    LINES = "zeilen"
    CHOICE = "auswahl"
    SCALE = "skala"
    MATRIX = "matrix"
    TABLE = "tabelle"
    FILES = "dateien"
    PEOPLE = "personen"
    CONSENTS = "einwilligungen"


class Kind(Enum):
    """Tell what a line takes."""

    TEXT = "text"
    NUMBER = "zahl"
    WHOLE = "ganze_zahl"
    PERCENT = "prozent"
    DAY = "tag"
    CLOCK = "uhrzeit"


BRIEF = frozenset(
    ("wert", "stichtag", "anzahl", "jahr", "vzae", "bis", "befristet_bis", "turnus", "seit", "termin", "datum")
)
"""Columns of tables that take a number, a date or a word."""
DAYS = frozenset(("stichtag", "datum"))
"""Those that take a date."""


@dataclass(frozen=True, slots=True)
class LineSpec:
    """Be one line to fill in; a single one needs no label, the question is its label."""

    label: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Reply:
    """Be what is answered, in plain texts: dates as ISO, numbers as ``1234.5``, times as ``09:30``."""

    text: str = ""
    choices: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    files: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is answered."""
        filled = any(any(row) for row in self.rows)
        return not (self.text or self.choices or any(self.lines) or filled or self.files)


@dataclass(frozen=True, slots=True)
class Ask:
    """Be a question with everything that its answer needs on the screen."""

    question: Question
    shape: Shape
    options: tuple[Option, ...] = ()
    details: tuple[str, ...] = ()
    """What stands beside each option, such as the strand of a field of action; empty where nothing does."""
    most: int = 0
    """How many may be chosen; 0 is without limit."""
    least: int = 0
    lines: tuple[LineSpec, ...] = ()
    columns: tuple[Option, ...] = ()
    items: tuple[Option, ...] = ()
    scale: tuple[str, str] = ("", "")
    remark: str = ""
    """Label of the text beside the choices; empty if there is none."""
    bound: bool = False
    day: date | None = None
    """The day that is proposed for what is recorded; None is today."""

    @property
    def limit_sentence(self) -> str:
        """Say in words how many may be chosen; empty where that goes without saying."""
        if self.shape is not Shape.CHOICE or self.most == 1 or not self.options:
            return ""
        if self.most and self.most == self.least:
            return f"Bitte genau {_counted(self.most)} ankreuzen."
        if self.most:
            return f"Bitte höchstens {_counted(self.most)} ankreuzen."
        return "Mehrere Antworten sind möglich."

    def limit_told(self, count: int) -> str:
        """Say how many may be chosen, and how many are as long as they are too few."""
        if not 0 < count < self.least:
            return self.limit_sentence
        so_far = "ist es erst eine" if count == 1 else f"sind es erst {_counted(count)}"
        return f"{self.limit_sentence.removesuffix('.')}, bisher {so_far}."

    @property
    def full_sentence(self) -> str:
        """Say that no more can be chosen, and how to choose something else."""
        return (
            f"Es sind schon {_counted(self.most)} angekreuzt, mehr sieht die Frage nicht vor. "
            "Zum Tauschen bitte zuerst ein Kreuz wegnehmen."
        )


_WORDS = ("null", "eine Antwort", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn")


def _counted(number: int) -> str:
    return _WORDS[number] if number < len(_WORDS) else str(number)


def ask(project: OpenProject, question: Question) -> Ask:
    """Return how a question is answered."""
    special = _BOUND.get(question.binding)
    if special is not None:
        held = special.options or options_of(project, question)
        if special.shape is Shape.CONSENTS:
            held = purpose_options(project, held)
        return Ask(
            replace(question, hint=special.says or question.hint or special.hint),
            special.shape,
            held if special.shape in (Shape.CHOICE, Shape.CONSENTS) else (),
            most=special.most,
            lines=special.lines,
            columns=question.columns,
            bound=True,
        )
    return _plain(project, question)


def options_of(project: OpenProject, question: Question) -> tuple[Option, ...]:
    """Return what can be chosen, wherever it comes from."""
    if question.option_source is OptionSource.OWN:
        return OF_TYPE.get(question.type, question.options)
    return registered(project, question.option_source)


def strands_of(project: OpenProject, options: Sequence[Option]) -> tuple[str, ...]:
    """Return the strand of each field of action that is offered."""
    fields = project.snapshot.by_id(FieldOfAction)
    return tuple(STRANDS_IN_BRIEF[fields[option.id].strand] for option in options)


def registered(project: OpenProject, source: OptionSource) -> tuple[Option, ...]:
    """Return what the registers of a project offer for choice, in the order of its pages."""
    snapshot = project.snapshot
    match source:
        case OptionSource.FIELDS:
            fields = [item for item in snapshot.all(FieldOfAction) if item.status is not FieldStatus.FORMER]
            return tuple(Option(item.id, item.title) for item in sorted(fields, key=lambda item: item.position))
        case OptionSource.MUNICIPALITIES:
            places = sorted(snapshot.all(Municipality), key=lambda place: sort_key(place.name))
            return tuple(Option(place.id, place.name) for place in places)
        case OptionSource.INDICATORS:
            return project.library.indicators()
        case OptionSource.OWN:
            return ()


def _plain(project: OpenProject, question: Question) -> Ask:
    kind = question.type
    if kind in _LINES:
        return Ask(question, Shape.LINES, lines=(LineSpec("", _LINES[kind]),))
    shape = _SHAPES[kind]
    single = kind is not QuestionType.MULTIPLE
    options = options_of(project, question) if shape in (Shape.CHOICE, Shape.SCALE) else ()
    if shape in (Shape.SCALE, Shape.MATRIX):
        options = grades_of(question)
    return Ask(
        question,
        shape,
        options,
        details=strands_of(project, options) if question.option_source is OptionSource.FIELDS else (),
        most=1 if single else question.max_choices,
        least=question.min_choices,
        columns=question.columns,
        items=question.items,
        scale=question.scale,
        remark="Bemerkung zur Antwort" if question.free_text else "",
    )


_FORMS = (
    Option("vor_ort", "Vor Ort"),
    Option("telefon", "Am Telefon"),
    Option("video", "Per Video"),
    Option("formular", "Schriftlich, mit dem Formular"),
)
_LINES = {
    QuestionType.TEXT: Kind.TEXT,
    QuestionType.NUMBER: Kind.NUMBER,
    QuestionType.PERCENT: Kind.PERCENT,
    QuestionType.DATE: Kind.DAY,
}
_SHAPES = {
    QuestionType.LONG_TEXT: Shape.WORDS,
    QuestionType.YES_NO: Shape.CHOICE,
    QuestionType.YES_NO_PARTLY: Shape.CHOICE,
    QuestionType.SINGLE: Shape.CHOICE,
    QuestionType.MULTIPLE: Shape.CHOICE,
    QuestionType.SCALE: Shape.SCALE,
    QuestionType.SCALE_MATRIX: Shape.MATRIX,
    QuestionType.TABLE: Shape.TABLE,
    QuestionType.FILE: Shape.FILES,
}


@dataclass(frozen=True, slots=True)
class _Bound:
    shape: Shape
    most: int = 0
    lines: tuple[LineSpec, ...] = ()
    options: tuple[Option, ...] = ()
    hint: str = ""
    """Help for where the guide itself has none."""
    says: str = ""
    """Help in the place of the guide's, which has other words for the same thing."""


_PERMANENT = (Option("ja", "Dauerhaftes Regelangebot"), Option("nein", "Projekt"))
_DAY = LineSpec("", Kind.DAY)
_RELEASE = (
    "Die Kommune liest das Protokoll des Gesprächs und gibt es frei; das Datum wird deshalb erst danach eingetragen. "
    "Die Antworten stehen schon vorher im Entwurf des Konzepts. „Prüfen“ nennt die Gespräche, die noch nicht "
    "freigegeben sind."
)
_BOUND: dict[str, _Bound] = {
    "interview.municipality_id": _Bound(Shape.CHOICE, 1),
    "interview.held_on": _Bound(
        Shape.CHOICE,
        1,
        (LineSpec("Tag", Kind.DAY), LineSpec("Beginn", Kind.CLOCK), LineSpec("Ende", Kind.CLOCK)),
        _FORMS,
    ),
    "interview.person_ids": _Bound(Shape.PEOPLE),
    "interview.interviewers": _Bound(Shape.LINES, lines=(LineSpec(""),)),
    "interview.privacy_notice_given": _Bound(Shape.CHOICE, 1, options=YES_NO),
    "privacy_consent.purpose": _Bound(Shape.CONSENTS, says=HINT),
    "interview.released_on": _Bound(Shape.LINES, lines=(_DAY,), hint=_RELEASE),
    "offering.title": _Bound(Shape.LINES, lines=(LineSpec(""),)),
    "offering.provider": _Bound(Shape.LINES, lines=(LineSpec("Träger"), LineSpec("Kooperationspartner"))),
    "offering.field_ids": _Bound(Shape.CHOICE),
    "offering.target_groups": _Bound(Shape.CHOICE),
    "offering.description": _Bound(Shape.WORDS),
    "offering.reach": _Bound(Shape.CHOICE, 1, (LineSpec("Ort"),)),
    "offering.permanent": _Bound(
        Shape.CHOICE, 1, (LineSpec("Beginn", Kind.DAY), LineSpec("Ende", Kind.DAY)), _PERMANENT
    ),
    "offering.funding": _Bound(Shape.TABLE),
    "offering.people_per_year": _Bound(Shape.LINES, lines=(LineSpec("", Kind.WHOLE),)),
    "offering.success": _Bound(Shape.WORDS),
    "offering.continuation": _Bound(Shape.CHOICE, 1),
    "offering.may_publish": _Bound(Shape.CHOICE, 1, options=YES_NO),
}
