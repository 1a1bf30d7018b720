"""Understand what was written below one question: a reply as the screen knows it, and what found no place in one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from kizdesk.domain.options import denies_itself
from kizdesk.domain.texts import clean, fold
from kizdesk.paperwork import FieldName
from kizdesk.paperwork.reading import Value
from kizdesk.project.forms import marks
from kizdesk.project.forms.spoken import understood
from kizdesk.project.runner.ask import Ask, Reply, Shape

Place = tuple[str, str]
"""Row and column of a field."""
_FILES = "Laut Formular mitgesandt: {text}"
_MISREAD = "Nicht verstanden: {text}"
_TOO_MANY = "Mehr angekreuzt als möglich: {text}"
_DENIED = "Widerspricht sich, bitte klären: {text}"
_NO_PLACE = "Ohne Platz im Leitfaden: {text}"
_ANY = FieldName("q")
_DIGITS = 4
"""So long may the number of a row be; longer ones are not ours."""


@dataclass(frozen=True, slots=True)
class Said:
    """Be what was answered, and in German words what could not be understood or has no place."""

    reply: Reply
    remarks: tuple[str, ...] = ()
    denies_itself: bool = False
    """It is chosen that none holds, and beside it that some do."""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was written at all."""
        return self.reply.is_empty and not self.remarks


def said(asked: Ask, labels: Mapping[str, str], fields: Mapping[Place, Value]) -> Said:
    """Return what the fields of a question say; ``labels`` are the ids that can be chosen, with their words."""
    return _Listener(asked, labels, dict(fields)).said()


def text_of(value: Value) -> str:
    """Return a value as text; one without a letter is empty."""
    text = clean(value if isinstance(value, str) else ", ".join(value))
    return text if text.strip() else ""


@dataclass(slots=True)
class _Listener:
    asked: Ask
    labels: Mapping[str, str]
    fields: dict[Place, Value]
    """What is not understood yet."""
    remarks: list[str] = field(default_factory=list)

    def said(self) -> Said:
        reply = replace(self._main(), lines=self._lines())
        remark = self._text(marks.REMARK)
        if remark and self.asked.remark:
            reply = replace(reply, text=remark)
        elif remark:
            self.remarks.append(remark)
        self.remarks += self._left()
        return Said(reply, tuple(self.remarks), denies_itself(reply.choices))

    def _main(self) -> Reply:
        match self.asked.shape:
            case Shape.WORDS:
                return Reply(text=self._text())
            case Shape.CHOICE | Shape.SCALE:
                return Reply(choices=self._choices())
            case Shape.MATRIX:
                return Reply(rows=tuple(self._graded()))
            case Shape.TABLE:
                return Reply(rows=tuple(self._rows()))
            case Shape.FILES if files := self._text(marks.FILES):
                self.remarks.append(_FILES.format(text=files))
        return Reply()

    def _text(self, row: str = "", column: str = "") -> str:
        return text_of(self.fields.pop((row, column), ""))

    def _lines(self) -> tuple[str, ...]:
        texts = []
        for index, spec in enumerate(self.asked.lines):
            written = self._text(marks.line_name(_ANY, self.asked, index).row)
            kept = understood(spec.kind, written)
            if kept is None:
                named = f"{spec.label}: „{written}“" if spec.label else f"„{written}“"
                self.remarks.append(_MISREAD.format(text=named))
            texts.append(kept or "")
        return tuple(texts) if any(texts) else ()

    def _choices(self) -> tuple[str, ...]:
        chosen = tuple(dict.fromkeys(self._known_choices(self.fields.pop(("", ""), ""))))
        if self.asked.most and len(chosen) > self.asked.most:
            self.remarks.append(_TOO_MANY.format(text="; ".join(self.labels[choice] for choice in chosen)))
            return ()
        if denies_itself(chosen):
            self.remarks.append(_DENIED.format(text="; ".join(self.labels[choice] for choice in chosen)))
        return chosen

    def _known_choices(self, value: Value) -> Iterator[str]:
        """Yield what is chosen, by its id or, where a program made a text of it, by its words."""
        by_words = {fold(label): choice for choice, label in self.labels.items()}
        for written in (value,) if isinstance(value, str) else value:
            if written in self.labels:
                yield written
            elif fold(written.strip()) in by_words:
                yield by_words[fold(written.strip())]
            elif written.strip():
                self.remarks.append(_MISREAD.format(text=f"„{clean(written)}“"))

    def _graded(self) -> Iterator[tuple[str, str]]:
        steps = {option.id for option in self.asked.options}
        for item in self.asked.items:
            written = self._text(item.id)
            if written in steps:
                yield item.id, written
            elif written:
                self.remarks.append(_MISREAD.format(text=f"{item.label}: „{written}“"))

    def _rows(self) -> Iterator[tuple[str, ...]]:
        proposed = self.asked.question.rows
        numbers = {row for row, _ in self.fields if row.isdecimal() and len(row) <= _DIGITS}
        for row in sorted(numbers, key=int):
            place = int(row) - 1
            printed = proposed[place] if 0 <= place < len(proposed) else ""
            cells = [self._text(row, column.id) for column in self.asked.columns]
            cells[0] = cells[0] or (printed if any(cells) else "")
            if any(cells) and not (cells[0] == printed and not any(cells[1:])):
                yield tuple(cells)

    def _left(self) -> Iterator[str]:
        for (row, column), value in self.fields.items():
            if text := text_of(value):
                where = " ".join(filter(None, (row, column)))
                yield _NO_PLACE.format(text=f"{where}: „{text}“" if where else f"„{text}“")
