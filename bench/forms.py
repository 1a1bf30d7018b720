"""Measure the forms for all municipalities of a large district."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from bench.forms_back import measure_forms_back
from bench.measures import Measure, percentile_95
from kizdesk.domain.guide import Guide, Question, QuestionType
from kizdesk.paperwork import (
    Ask,
    Choice,
    Column,
    Entry,
    FieldName,
    Grid,
    Identity,
    Line,
    Part,
    Pick,
    Rating,
    Sheet,
    Ticks,
)
from kizdesk.paperwork.sheet import names_of
from kizdesk.paperwork.writing import write_sheet

FORMS = 24
FIELDS = 200
_RUNS = 5
_ROWS = 4
_GOAL = 2.0
_YES_NO = (Choice("ja", "Ja"), Choice("nein", "Nein"))
_STEPS = tuple(Choice(str(step), str(step)) for step in range(1, 6))


def measure_forms(load: str, guide: Guide) -> Iterator[Measure]:
    """Yield the times for writing and reading 24 forms of 200 fields each."""
    sheets = [_sheet(guide, number) for number in range(FORMS)]
    seconds = percentile_95(lambda _: [write_sheet(sheet) for sheet in sheets], _RUNS)
    yield Measure("forms: 24 of 200 fields written", load, seconds, _GOAL)
    yield from measure_forms_back(load, [write_sheet(sheet) for sheet in sheets])


def _sheet(guide: Guide, number: int) -> Sheet:
    identity = Identity(f"form-{number}", "projekt", f"{number:08}", f"Łęg {number}", guide.id, guide.version, _SENT)
    parts = []
    left = FIELDS
    for section in guide.sections:
        asks = tuple(Ask(q.number, q.text, (_entry(q),), q.hint) for q in section.questions)
        taken = tuple(islice(_fitting(asks, left), len(asks)))
        left -= sum(_fields(ask) for ask in taken)
        parts += [Part(section.title, taken, section.letter, section.hint)] if taken else []
    rest = tuple(
        Ask("", f"Weitere Angabe {index}", (Line(FieldName("rest", row=str(index))),)) for index in range(left)
    )
    return Sheet(identity, guide.title, (*parts, Part("Weiteres", rest)), return_by=_SENT)


_SENT = date(2026, 11, 21)


def _fitting(asks: tuple[Ask, ...], left: int) -> Iterator[Ask]:
    for ask in asks:
        left -= _fields(ask)
        if left < 0:
            return
        yield ask


def _fields(ask: Ask) -> int:
    return sum(1 for entry in ask.entries for _ in names_of(entry))


def _entry(question: Question) -> Entry:
    name = FieldName(question.id)
    match question.type:
        case QuestionType.LONG_TEXT:
            return Line(name, lines=6)
        case QuestionType.MULTIPLE if question.options:
            return Ticks(name, tuple(Choice(option.id, option.label) for option in question.options))
        case QuestionType.YES_NO | QuestionType.YES_NO_PARTLY:
            return Pick(name, _YES_NO)
        case QuestionType.SCALE_MATRIX:
            return Rating(name, tuple(Choice(item.id, item.label) for item in question.items), _STEPS, question.scale)
        case QuestionType.TABLE:
            columns = tuple(Column(column.id, column.label) for column in question.columns)
            return Grid(name, columns, tuple(Choice(str(row), "") for row in range(_ROWS)))
        case _:
            return Line(name)
