"""Answer in the rows of a small table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.project.runner.ask import Ask, Kind, Reply
from kizdesk.ui.pages.interview.replies import typed
from kizdesk.ui.pages.interview.replies.base import ReplyEditor, reply_or_empty
from kizdesk.ui.pages.interview.replies.cells import Cells
from kizdesk.ui.pages.interview.replies.remark import Remark
from kizdesk.ui.theme.tokens import Sizes
from kizdesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

_SIZES = Sizes()
_AMOUNTS = frozenset({"offering.funding"})
"""Bindings in which the third cell is an amount."""
_AMOUNT = 2


class TableReply(ReplyEditor):
    """Answer in rows; Enter begins the next one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._cells = Cells(self.watch, self)
        self._keys = label(
            self.tr("Eingabe: nächste Zeile · Tab: nächste Spalte · Strg+Entf: Zeile entfernen"), "small"
        )
        self._remark = Remark(self)
        self._with_amount = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SIZES.gap_small)
        column.addWidget(self._cells)
        column.addWidget(self._keys)
        column.addWidget(self._remark)
        column.addStretch(1)
        self._cells.edited.connect(self.edited)
        self._remark.edited.connect(self.edited)
        self.watch(self._remark.area, self._remark.name)

    def show_ask(self, ask: Ask) -> None:
        """Show the columns of a question."""
        self._with_amount = ask.question.binding in _AMOUNTS
        self._cells.show_columns([column.label for column in ask.columns])

    def value(self) -> Any:
        """Return the rows that hold something; raises UserError if an amount cannot be read."""
        rows = [row for row in self._cells.rows() if any(row)]
        return Reply(text=self._remark.text(), rows=tuple(self._read(row) for row in rows))

    def set_value(self, value: Any) -> None:
        """Show rows."""
        reply = reply_or_empty(value)
        self._remark.show_text(reply.text)
        self._cells.show_rows([self._written(row) for row in reply.rows])

    def set_read_only(self, *, on: bool) -> None:
        """Show everything and accept nothing, or accept again."""
        self._cells.set_read_only(on=on)
        self._remark.set_read_only(on=on)

    def take_quotation(self, line: str) -> bool:
        """Put a quotation below the table."""
        self._remark.add_line(line)
        return True

    def stops(self) -> tuple[QWidget, ...]:
        """Return the cells row by row, then the remark."""
        return (*self._cells.stops(), self._remark.area)

    def home(self) -> QWidget | None:
        """Return the first cell of the empty row at the end."""
        return self._cells.cell(self._cells.row_count - 1, 0)

    def _read(self, row: tuple[str, ...]) -> tuple[str, ...]:
        if not self._with_amount:
            return row
        today = self.session.project.now().date()
        amount = typed.read(Kind.NUMBER, row[_AMOUNT].removesuffix("€"), today)
        return (*row[:_AMOUNT], amount, *row[_AMOUNT + 1 :])

    def _written(self, row: tuple[str, ...]) -> tuple[str, ...]:
        if not self._with_amount or len(row) <= _AMOUNT:
            return row
        return (*row[:_AMOUNT], typed.write(Kind.NUMBER, row[_AMOUNT]), *row[_AMOUNT + 1 :])
