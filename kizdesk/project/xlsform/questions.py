"""Make the rows of a question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kizdesk.concept.german import number
from kizdesk.domain.guide import Option, OptionSource, Question, QuestionType
from kizdesk.project.xlsform.conditions import Conditions, filled, has_remark
from kizdesk.project.xlsform.lists import Lists
from kizdesk.project.xlsform.named import Named
from kizdesk.project.xlsform.rows import YES, Row
from kizdesk.project.xlsform.wording import sentence_of, shown

MULTILINE = "multiline"
_PLAIN = {
    QuestionType.TEXT: "text",
    QuestionType.LONG_TEXT: "text",
    QuestionType.NUMBER: "decimal",
    QuestionType.PERCENT: "decimal",
    QuestionType.DATE: "date",
    QuestionType.FILE: "file",
}
_ANSWER = "Bitte diese Frage beantworten."
_SHARE = ". >= 0 and . <= 100"
_SHARE_MESSAGE = "Bitte einen Anteil von 0 bis 100 Prozent angeben."


@dataclass(frozen=True, slots=True)
class Questions:
    """Make the rows of questions, with the names, lists and conditions of their form."""

    named: Named
    lists: Lists
    conditions: Conditions

    def rows(self, question: Question) -> Iterator[Row]:
        """Yield the rows of a question: one, or more where it has a remark, columns or items."""
        head = self._head(question)
        match question.type:
            case QuestionType.TABLE:
                yield from self._table(question, head)
            case QuestionType.SCALE_MATRIX:
                yield from self._matrix(question, head)
            case kind if kind in _PLAIN:
                yield _plain(question, head)
            case _:
                yield self._choice(question, head)
                if has_remark(question):
                    yield self._remark(question, head)

    def is_open(self, question: Question) -> bool:
        """Tell whether a question takes its choices from a register that has nothing in it yet."""
        taken = question.option_source is not OptionSource.OWN
        return taken and not self.lists.options_of(question)

    def _head(self, question: Question) -> Row:
        """Return what the rows of a question have in common."""
        return Row(
            type="",
            name=self.named.question(question),
            label=shown(f"{question.number} {question.text}", question.id),
            hint=shown(question.hint, "") if question.hint.strip() else "",
            relevant=self.conditions.relevant(question),
            required=YES if question.required else "",
            required_message=_ANSWER if question.required else "",
        )

    def _choice(self, question: Question, head: Row) -> Row:
        """Return the row of a choice; where there is nothing to choose yet, it asks for words."""
        listed = self.lists.list_of(question, head.name)
        if not listed:
            return replace(head, type="text")
        if question.type is not QuestionType.MULTIPLE:
            return replace(head, type=f"select_one {listed}")
        constraint, message = _limits(question)
        return replace(head, type=f"select_multiple {listed}", constraint=constraint, constraint_message=message)

    def _remark(self, question: Question, head: Row) -> Row:
        return Row(
            type="text",
            name=self.named.remark(question),
            label=shown(f"{question.number} Bemerkung", ""),
            relevant=head.relevant,
            appearance=MULTILINE,
        )

    def _table(self, question: Question, head: Row) -> Iterator[Row]:
        """Yield a repeat with one text a column; a repeat has no hint, and cannot be required itself."""
        if head.hint:
            note = self.named.beside(question, "hinweis")
            yield Row(type="note", name=note, label=head.hint, relevant=head.relevant)
        yield Row(type="begin_repeat", name=head.name, label=head.label, relevant=head.relevant)
        for column in question.columns:
            first = column is question.columns[0]
            yield Row(
                type="text",
                name=self.named.part(question, column.id),
                label=shown(column.label, column.id),
                hint=_usual(question) if first else "",
                required=head.required if first else "",
                required_message=head.required_message if first else "",
            )
        yield Row(type="end_repeat", name=head.name)

    def _matrix(self, question: Question, head: Row) -> Iterator[Row]:
        """Yield a group that is shown as one table: a row with the grades, then one for each item."""
        listed = f"select_one {self.lists.list_of(question, head.name)}"
        low, high = question.scale
        yield Row(type="begin_group", name=head.name, label=head.label, relevant=head.relevant, appearance="field-list")
        yield Row(
            type=listed,
            name=self.named.beside(question, "stufen"),
            label=shown(f"1 = {low}, 5 = {high}", ""),
            hint=head.hint,
            appearance="label",
        )
        for item in question.items:
            yield self._item(question, item, replace(head, type=listed))
        yield Row(type="end_group", name=head.name)

    def _item(self, question: Question, item: Option, head: Row) -> Row:
        """Return the row of an item; if the question is required, the first one is until any is answered."""
        must = question.required and item is question.items[0]
        others = [self.named.part(question, other.id) for other in question.items[1:]]
        row = Row(
            type=head.type,
            name=self.named.part(question, item.id),
            label=shown(item.label, item.id),
            appearance="list-nolabel",
        )
        if not must:
            return row
        return replace(row, required=f"not({filled(others)})" if others else YES, required_message=_ANSWER)


def _plain(question: Question, head: Row) -> Row:
    row = replace(head, type=_PLAIN[question.type])
    if question.type is QuestionType.LONG_TEXT:
        return replace(row, appearance=MULTILINE)
    if question.type is QuestionType.PERCENT:
        return replace(row, constraint=_SHARE, constraint_message=_SHARE_MESSAGE)
    return row


def _usual(question: Question) -> str:
    """Return what usually stands in the first column, as a hint."""
    return shown(sentence_of("Üblich sind:", *(f"– {name}" for name in question.rows)), "") if question.rows else ""


def _limits(question: Question) -> tuple[str, str]:
    """Return how many may be chosen, as expression and as sentence."""
    least, most = question.min_choices, question.max_choices
    bounds = [f"count-selected(.) >= {least}"] * bool(least) + [f"count-selected(.) <= {most}"] * bool(most)
    if not bounds:
        return "", ""
    if least == most:
        words = f"genau {_counted(most)}"
    elif least and most:
        words = f"mindestens {number(least)} und höchstens {_counted(most)}"
    else:
        words = f"mindestens {_counted(least)}" if least else f"höchstens {_counted(most)}"
    return " and ".join(bounds), f"Bitte {words} auswählen."


def _counted(count: int) -> str:
    return "eine Antwort" if count == 1 else f"{number(count)} Antworten"
