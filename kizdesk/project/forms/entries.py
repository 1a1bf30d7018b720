"""Say what is filled in or ticked below a question on paper; it follows from how the screen asks it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kizdesk.domain.fields import FieldOfAction, Strand
from kizdesk.domain.guide import Option, OptionSource, Question
from kizdesk.paperwork import Choice, Column, Entry, FieldName, Grid, Line, Pick, Rating, Ticks
from kizdesk.project.forms import marks
from kizdesk.project.opened import OpenProject
from kizdesk.project.runner.ask import BRIEF, Ask, Kind, LineSpec, Shape
from kizdesk.project.wording.labels import Labels

ROWS = 4
"""Empty rows of a table."""
_KNOWN_ROWS = 3
"""Empty rows of a table of which something is known."""
_MORE_ROWS = 2
"""Empty rows below those that are proposed."""
_LONG, _MEDIUM, _BRIEF = 6, 4, 3
"""Lines of a long text: at first, in a block per field of action, and for an offering or where something is known."""
_FORMATS = {Kind.DAY: "TT.MM.JJJJ", Kind.PERCENT: "Prozent"}
_QUARTER, _WHOLE = 3, 12
_FILES = "Namen der Dateien, die Sie mitsenden"
_ON_PAPER = {"datei": "Name der Datei, falls Sie sie mitsenden"}
"""What columns are called that take files on the screen, and only their names on paper."""
_NOT_RATED = "nicht beurteilbar"


def entries_of(project: OpenProject, asked: Ask, name: FieldName, *, is_known: bool = False) -> tuple[Entry, ...]:
    """Return what is filled in or ticked below a question; less room is left where something is known."""
    return tuple(_entries(project, asked, name, is_known=is_known))


def is_one(entries: Iterable[Entry]) -> bool:
    """Tell whether entries make no sense apart: two lists of options, or a table and the one that goes on below it."""
    return sum(isinstance(entry, Ticks | Grid) for entry in entries) > 1


def _entries(project: OpenProject, asked: Ask, name: FieldName, *, is_known: bool) -> Iterator[Entry]:
    match asked.shape:
        case Shape.WORDS:
            yield Line(name, lines=_BRIEF if is_known or asked.bound else _MEDIUM if name.scope else _LONG)
        case Shape.CHOICE:
            yield from _choice(project, asked, name)
        case Shape.SCALE:
            yield _rating(asked, name, (Choice("", ""),))
        case Shape.MATRIX:
            yield _rating(asked, name, choices(asked.items))
        case Shape.TABLE:
            yield from _tables(asked.question, name, is_known=is_known)
        case Shape.FILES:
            yield Line(name.at_row(marks.FILES), _FILES, lines=2)
        case _:
            pass
    yield from (_line(asked, name, index, spec) for index, spec in enumerate(asked.lines))
    if asked.remark:
        yield Line(name.at_row(marks.REMARK), asked.remark, lines=2)


def choices(options: Iterable[Option]) -> tuple[Choice, ...]:
    """Return options as they stand in a form."""
    return tuple(Choice(option.id, option.label) for option in options)


def grid(question: Question, name: FieldName, rows: int) -> Grid:
    """Return the table of a question with so many empty rows."""
    return Grid(name, _columns(question.columns), _empty(1, rows))


def _choice(project: OpenProject, asked: Ask, name: FieldName) -> Iterator[Entry]:
    if asked.most == 1:
        yield Pick(name, choices(asked.options))
    elif asked.question.option_source is OptionSource.FIELDS:
        yield from _fields(project, asked, name)
    else:
        yield Ticks(name, choices(asked.options))


def _fields(project: OpenProject, asked: Ask, name: FieldName) -> Iterator[Ticks]:
    """Yield the fields of action by strand: who is asked for one of each must see which is which."""
    by_id, labels = project.snapshot.by_id(FieldOfAction), Labels(project.library)
    for strand in Strand:
        offered = choices(option for option in asked.options if by_id[option.id].strand is strand)
        if offered:
            yield Ticks(name, offered, labels.of(strand))


def _rating(asked: Ask, name: FieldName, items: tuple[Choice, ...]) -> Rating:
    steps = tuple(Choice(option.id, option.label) for option in asked.options if option.id != "n")
    aside = Choice("n", _NOT_RATED) if len(steps) < len(asked.options) else None
    return Rating(name, items, steps, asked.scale, aside)


def _tables(question: Question, name: FieldName, *, is_known: bool) -> Iterator[Grid]:
    """Yield one table; where rows are proposed, their first column is printed, and a few empty rows follow."""
    if not question.rows:
        yield grid(question, name, _KNOWN_ROWS if is_known else ROWS)
        return
    proposed = tuple(Choice(str(number), text) for number, text in enumerate(question.rows, start=1))
    yield Grid(name, _columns(question.columns[1:]), proposed)
    if not is_known:
        yield Grid(name, _columns(question.columns), _empty(len(proposed) + 1, len(proposed) + _MORE_ROWS))


def _columns(columns: Iterable[Option]) -> tuple[Column, ...]:
    return tuple(
        Column(column.id, _ON_PAPER.get(column.id, column.label), 1 if column.id in BRIEF else 2) for column in columns
    )


def _empty(first: int, last: int) -> tuple[Choice, ...]:
    return tuple(Choice(str(number), "") for number in range(first, last + 1))


def _line(asked: Ask, name: FieldName, index: int, spec: LineSpec) -> Line:
    form = _FORMATS.get(spec.kind, "")
    label = f"{spec.label} ({form})" if spec.label and form else spec.label or form
    share = _WHOLE if spec.kind is Kind.TEXT else _QUARTER
    if spec.kind is Kind.TEXT and len(asked.lines) > 1:
        share = _WHOLE // len(asked.lines)
    return Line(marks.line_name(name, asked, index), label, share=share)
