"""Write answers as German text, led by the type of their question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from itertools import chain, repeat

from kizdesk.concept.context import Context
from kizdesk.concept.german import capital, closed, day, figure, serial
from kizdesk.concept.voices import reported, rows_of
from kizdesk.domain.guide import Option, OptionSource, Question, QuestionType
from kizdesk.domain.interviews import Answer

_DIGITS = 15
"""A number of more digits is printed as it was typed."""
_UNPRINTED = frozenset({"datei"})
"""Columns that tell where a paper is, which is of no use in print."""
_LONG = frozenset({QuestionType.TEXT, QuestionType.LONG_TEXT, QuestionType.FILE})


def option_labels(context: Context, question: Question) -> Mapping[str, str]:
    """Return the labels of a question's options by id, wherever they come from."""
    match question.option_source:
        case OptionSource.FIELDS:
            return {field.id: field.title for field in context.facts.fields}
        case OptionSource.INDICATORS:
            return _labels(context.materials.indicators)
        case OptionSource.MUNICIPALITIES:
            return {record.id: record.name for record in context.facts.municipalities}
        case OptionSource.OWN:
            return _labels(question.whole.options)


def _labels(options: Iterable[Option]) -> Mapping[str, str]:
    return {option.id: option.label for option in options}


def choices(context: Context, question: Question, answer: Answer) -> list[str]:
    """Return the labels of the chosen options; an option that is gone is left out."""
    labels = option_labels(context, question)
    found = []
    for choice in answer.choices:
        label = (
            context.words.texts.get(f"labels.printed.{question.id}.{choice}")
            or labels.get(choice)
            or context.words.texts.get(f"labels.choice.{choice}")
        )
        if label:
            found.append(label)
    return found


def number_text(text: str) -> str:
    """Return a stored number as German text, or the text itself if it is none."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return text
    return figure(value) if value.is_finite() and abs(value.adjusted()) < _DIGITS else text


def date_text(text: str) -> str:
    """Return a stored date as German text, or the text itself if it is none."""
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return text


def short_text(context: Context, question: Question, answer: Answer) -> str:
    """Return an answer in one piece of text, as it stands in a cell."""
    remark = " ".join(reported(context, answer).split())
    match question.type:
        case QuestionType.NUMBER | QuestionType.PERCENT | QuestionType.DATE:
            return value_text(question.type, remark)
        case QuestionType.TABLE:
            return "\n".join([*row_texts(question, rows_of(context, answer)), *([remark] if remark else [])])
        case QuestionType.SCALE | QuestionType.SCALE_MATRIX:
            return _graded(context, question, answer)
        case kind if kind in _LONG:
            return remark
        case _:
            return _joined(choices(context, question, answer), remark)


def value_text(kind: QuestionType, text: str) -> str:
    """Return a stored number, percentage or date as German text, or the text itself if it is none."""
    if kind is QuestionType.DATE:
        return date_text(text)
    return f"{number_text(text)} %" if kind is QuestionType.PERCENT and text else number_text(text)


def _graded(context: Context, question: Question, answer: Answer) -> str:
    if question.type is QuestionType.SCALE:
        return scale_text(context, answer)
    return "; ".join(f"{label} {value}" for label, value in ratings(question, answer))


def scale_text(context: Context, answer: Answer) -> str:
    """Return the chosen grade of a scale from 1 to 5."""
    chosen = answer.choices[0] if answer.choices else answer.text
    return context.words.text("survey.not_rated") if chosen == "n" else chosen


def _joined(labels: Sequence[str], remark: str) -> str:
    chosen = serial(label for label in labels if not remark.startswith(f"{label}:"))
    return f"{chosen}. {closed(capital(remark))}" if chosen and remark else chosen or remark


def ratings(question: Question, answer: Answer) -> Iterator[tuple[str, str]]:
    """Yield the items of a scale matrix with their grades, those not rated left out."""
    whole = question.whole
    labels = _labels(whole.items) or _labels(whole.options)
    for cells in answer.rows:
        if len(cells) > 1 and cells[0] in labels and cells[1].isdigit():
            yield labels[cells[0]], cells[1]


def row_texts(question: Question, rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the rows of a table as lines: the first cell, then the others with their column's label."""
    return [text for cells in rows if (text := _row_text(question, cells))]


def _row_text(question: Question, cells: Sequence[str]) -> str:
    head, rest = row_parts(question, cells)
    return f"{head} ({rest})" if head and rest else head or rest


def row_parts(question: Question, cells: Sequence[str]) -> tuple[str, str]:
    """Return the first cell of a row and the others, each with its column's label."""
    rest = [f"{column.label}: {text}" if column else text for place, column, text in _printed(question, cells) if place]
    return (cells[0].strip() if cells else "", "; ".join(rest))


def brief_text(context: Context, question: Question, answers: Sequence[Answer]) -> str:
    """Return the answers as they stand in a comparison: rows of a table without the labels of their columns."""
    if question.type is not QuestionType.TABLE:
        return merged_text(context, question, answers)
    lines = [_brief_row(context, question, cells) for answer in answers for cells in rows_of(context, answer)]
    remarks = (" ".join(reported(context, answer).split()) for answer in answers)
    return "\n".join(dict.fromkeys(filter(None, [*lines, *remarks])))


def _brief_row(context: Context, question: Question, cells: Sequence[str]) -> str:
    given = [_brief_cell(context, question, column, text) for _, column, text in _printed(question, cells)]
    return f"{given[0]} ({serial(given[1:])})" if len(given) > 1 else "".join(given)


def _brief_cell(context: Context, question: Question, column: Option | None, text: str) -> str:
    """Return a cell, with the words around it where it would not be understood alone."""
    if column is None:
        return text
    template = context.words.texts.get(f"cells.{question.id}.{column.id}")
    return template.format(value=text) if template else text


def _printed(question: Question, cells: Sequence[str]) -> Iterator[tuple[int, Option | None, str]]:
    """Yield the cells of a row that are printed and hold something, each with its place and its column."""
    columns = question.whole.columns
    for place, (cell, column) in enumerate(zip(cells, chain(columns, repeat(None)), strict=False)):
        text = cell.strip()
        if text and (column is None or column.id not in _UNPRINTED):
            yield place, column, text


def merged_text(context: Context, question: Question, answers: Sequence[Answer]) -> str:
    """Return what several interviews of a municipality answer, each different answer once."""
    if len(answers) > 1 and all(answer.choices and not answer.text for answer in answers):
        labels = [label for answer in answers for label in choices(context, question, answer)]
        return serial(dict.fromkeys(labels)) or merged_lines(context, question, answers)
    return merged_lines(context, question, answers)


def merged_lines(context: Context, question: Question, answers: Sequence[Answer]) -> str:
    """Return the different answers, one a line."""
    return "\n".join(dict.fromkeys(filter(None, (short_text(context, question, answer) for answer in answers))))


def answer_values(answers: Sequence[Answer]) -> list[object]:
    """Return the data of answers that counts, whatever the guide calls its options."""
    return [[answer.text, list(answer.choices), [list(cells) for cells in answer.rows]] for answer in answers]
