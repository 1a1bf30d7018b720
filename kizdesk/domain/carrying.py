"""Carry an answer over to its question in another version of the guide, by the ids of what is chosen and filled in.

What has a place there keeps it; what has none is told in words, so that it is never lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from kizdesk.domain.answering import is_filled
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.guide import Option, OptionSource, Question, QuestionType
from kizdesk.domain.interviews import Answer, AnswerState
from kizdesk.domain.options import NOT_RATED, OF_TYPE, grades_of
from kizdesk.domain.places import Municipality
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.spoken import day_of, number_of, share_of
from kizdesk.domain.texts import fold

Titles = Mapping[OptionSource, Mapping[str, str]]
"""What the entries of each register are called, by their ids."""
NO_TITLES: Titles = MappingProxyType({})
WORDS = frozenset({QuestionType.TEXT, QuestionType.LONG_TEXT})
VALUES: Mapping[QuestionType, Callable[[str], str | None]] = MappingProxyType(
    {QuestionType.NUMBER: number_of, QuestionType.PERCENT: share_of, QuestionType.DATE: day_of}
)
"""What is kept as a value, with what understands it."""
ONE_CHOICE = frozenset({QuestionType.YES_NO, QuestionType.YES_NO_PARTLY, QuestionType.SINGLE, QuestionType.SCALE})
CHOICES = ONE_CHOICE | {QuestionType.MULTIPLE}


@dataclass(frozen=True, slots=True)
class Carried:
    """Be an answer as the other version of its question holds it."""

    answer: Answer
    left: tuple[str, ...] = ()
    """What has no place there, in words."""


def carried(answer: Answer, old: Question, new: Question, titles: Titles = NO_TITLES) -> Carried:
    """Return an answer to a question in the shape in which another version of the question asks for it."""
    held = replace(answer, state=AnswerState.GIVEN)  # a mark that covers it may be taken back
    if not is_filled(held) or shape_of(old) == shape_of(new):
        return Carried(answer)
    return _Carrier(answer, old, new, titles).carried()


def in_words(answer: Answer, question: Question, titles: Titles = NO_TITLES) -> str:
    """Return an answer in one line of words, as it is told where its question has no place."""
    files = len(answer.attachment_ids)
    told = [*_Carrier(answer, question, question, titles).lines(), *([f"Dateien: {files}"] if files else [])]
    return " · ".join(" ".join(line.split()) for line in told)


def shape_of(question: Question) -> tuple[object, ...]:
    """Return what of a question decides which answers fit."""
    ids = [tuple(entry.id for entry in entries) for entries in (question.options, question.columns, question.items)]
    choice = question.type in CHOICES
    return (
        question.type,
        question.option_source,
        *ids,
        question.max_choices,
        choice and question.free_text,
        question.not_rated,
    )


def titles_in(snapshot: Snapshot, indicators: Iterable[Option] = ()) -> Titles:
    """Return what the entries of the registers are called, also of those that are not offered any more."""
    return {
        OptionSource.FIELDS: {field.id: field.title for field in snapshot.all(FieldOfAction)},
        OptionSource.MUNICIPALITIES: {place.id: place.name for place in snapshot.all(Municipality)},
        OptionSource.INDICATORS: {indicator.id: indicator.label for indicator in indicators},
    }


def chosen_labels(question: Question, choices: Iterable[str], titles: Titles = NO_TITLES) -> list[str]:
    """Return what chosen options are called; one that nobody knows by its id."""
    return [_labels(question, titles).get(choice, choice) for choice in choices]


def options_of(question: Question, titles: Titles = NO_TITLES) -> tuple[Option, ...]:
    """Return what can be chosen at a question; of a register what the titles hold."""
    if question.type is QuestionType.SCALE:
        return grades_of(question)
    if question.type in OF_TYPE:
        return OF_TYPE[question.type]
    if question.option_source is not OptionSource.OWN:
        return tuple(Option(key, title) for key, title in titles.get(question.option_source, {}).items())
    return question.options


class _Carrier:
    """Sort the parts of one answer."""

    def __init__(self, answer: Answer, old: Question, new: Question, titles: Titles) -> None:
        self._answer, self._old, self._new, self._titles = answer, old, new, titles
        self._left: list[str] = []

    def carried(self) -> Carried:
        """Return the answer in its new shape."""
        kind = self._new.type
        if kind in WORDS or kind is QuestionType.FILE:
            made = self._as_words()
        elif kind in VALUES:
            made = self._as_value()
        elif kind in CHOICES:
            made = self._as_choices()
        elif kind is QuestionType.TABLE:
            made = self._as_table()
        else:
            made = self._as_matrix()
        return Carried(made, tuple(self._left))

    def _as_words(self) -> Answer:
        lines = list(self.lines())
        files = self._answer.attachment_ids if self._new.type is QuestionType.FILE else ()
        if not files:
            self._leave_files()
        return self._made(text="\n".join(lines), attachment_ids=files)

    def _as_value(self) -> Answer:
        self._leave_files()
        lines = list(self.lines())
        value = VALUES[self._new.type](" ".join(lines).removesuffix("%").strip())
        if value is None:
            self._left += lines
        return self._made(text=value or "")

    def _as_choices(self) -> Answer:
        self._leave_files()
        self._left += self._row_lines()
        possible = options_of(self._new, self._titles)
        ids = {option.id for option in possible}
        chosen, remark = self._answer.choices, self._text()
        if self._old.type not in CHOICES and (named := _named(remark, possible)):
            chosen, remark = (named,), ""
        if self._new.option_source is not OptionSource.OWN and self._new.option_source is self._old.option_source:
            ids |= set(chosen)
        kept = [choice for choice in chosen if choice in ids]
        most = 1 if self._new.type in ONE_CHOICE else self._new.max_choices
        over = kept[most:] if most else []
        gone = [choice for choice in chosen if choice not in ids] + over
        self._left += chosen_labels(self._old, gone, self._titles)
        if remark and not self._new.free_text:
            self._left.append(remark)
            remark = ""
        return self._made(choices=tuple(kept[:most] if most else kept), text=remark)

    def _as_table(self) -> Answer:
        if self._old.type is not QuestionType.TABLE:
            self._leave_files()
            self._left += self.lines()
            return self._made()
        places = {column.id: place for place, column in enumerate(self._old.columns)}
        order = [places.get(column.id) for column in self._new.columns]
        gone = [(place, column) for column, place in zip(self._old.columns, places.values(), strict=False)]
        lost = [(place, column.label) for place, column in gone if place not in order]
        rows = []
        for row in self._answer.rows:
            rows.append(tuple("" if place is None or place >= len(row) else row[place] for place in order))
            self._left += _lost_cells(row, lost)
        return self._made(rows=tuple(row for row in rows if any(row)), text=self._answer.text)

    def _as_matrix(self) -> Answer:
        if self._old.type is not QuestionType.SCALE_MATRIX:
            self._leave_files()
            self._left += self.lines()
            return self._made()
        items = {item.id for item in self._new.items}
        fits = [row[0] in items and (self._new.not_rated or row[1:] != (NOT_RATED.id,)) for row in self._answer.rows]
        gone = [row for row, fit in zip(self._answer.rows, fits, strict=True) if not fit]
        self._left += _graded(self._old, gone)
        kept = tuple(row for row, fit in zip(self._answer.rows, fits, strict=True) if fit)
        return self._made(rows=kept, text=self._answer.text)

    def _made(
        self,
        *,
        text: str = "",
        choices: tuple[str, ...] = (),
        rows: tuple[tuple[str, ...], ...] = (),
        attachment_ids: tuple[str, ...] = (),
    ) -> Answer:
        return replace(self._answer, text=text, choices=choices, rows=rows, attachment_ids=attachment_ids)

    def _leave_files(self) -> None:
        count = len(self._answer.attachment_ids)
        if count:
            files = "eine Datei" if count == 1 else f"{count} Dateien"
            self._left.append(f"{files}, weiter unter den Anlagen des Gesprächs")

    def lines(self) -> Iterator[str]:
        """Yield all of the answer that is no file, in words."""
        labels = chosen_labels(self._old, self._answer.choices, self._titles)
        yield from [", ".join(labels)] if labels else []
        yield from self._row_lines()
        text = self._text()
        yield from [text] if text else []

    def _row_lines(self) -> list[str]:
        if self._old.type is QuestionType.SCALE_MATRIX:
            return list(_graded(self._old, self._answer.rows))
        return [line for row in self._answer.rows if (line := "; ".join(cell for cell in row if cell))]

    def _text(self) -> str:
        """Return the words of the answer, a value as people write it."""
        text = self._answer.text
        match self._old.type:
            case QuestionType.DATE:
                return _day(text)
            case QuestionType.NUMBER:
                return text.replace(".", ",")
            case QuestionType.PERCENT:
                return f"{text.replace('.', ',')} %" if text else ""
            case _:
                return text.strip()


def _labels(question: Question, titles: Titles) -> dict[str, str]:
    own = {option.id: option.label for option in options_of(question.whole, titles)}
    return {**own, NOT_RATED.id: NOT_RATED.label} if question.type is QuestionType.SCALE else own


def _named(text: str, options: Iterable[Option]) -> str:
    """Return the option that words name; empty if they name none."""
    wanted = fold(text.strip())
    return next((option.id for option in options if wanted and wanted in (fold(option.label), option.id)), "")


def _lost_cells(row: Sequence[str], lost: Iterable[tuple[int, str]]) -> Iterator[str]:
    head = row[0].strip() if row else ""
    for place, label in lost:
        cell = row[place].strip() if place < len(row) else ""
        if cell:
            yield f"{head}, {label}: {cell}" if head and place else f"{label}: {cell}"


def _graded(question: Question, rows: Iterable[Sequence[str]]) -> Iterator[str]:
    labels = {item.id: item.label for item in question.whole.items}
    for row in rows:
        grade = row[1] if len(row) > 1 else ""
        yield f"{labels.get(row[0], row[0])}: {NOT_RATED.label if grade == NOT_RATED.id else grade}"


def _day(text: str) -> str:
    try:
        return f"{date.fromisoformat(text):%d.%m.%Y}"
    except ValueError:
        return text
