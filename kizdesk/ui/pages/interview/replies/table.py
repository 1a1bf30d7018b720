"""Answer in the rows of a small table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.domain.errors import UserError
from kizdesk.project.runner.ask import BRIEF, DAYS, Ask, Kind, Reply
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
        self._keys = label("", "small")
        self._remark = Remark(self)
        self._with_amount = False
        self._proposed: tuple[str, ...] = ()
        self._is_new = True
        """Whether a question came up and its rows are not shown yet."""
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

    def begin(self) -> None:
        """Propose rows anew when a question comes up."""
        self._is_new = True

    def show_ask(self, ask: Ask) -> None:
        """Show the columns of a question."""
        self._with_amount = ask.question.binding in _AMOUNTS
        self._cells.show_columns(
            [column.label for column in ask.columns],
            brief=[number for number, column in enumerate(ask.columns) if column.id in BRIEF],
            hints={number: self.tr("TT.MM.JJJJ") for number, column in enumerate(ask.columns) if column.id in DAYS},
        )
        self._proposed = () if self.session.read_only else ask.question.rows
        self._cells.give(ask.question.rows)
        keys = self.tr("Eingabe: nächster Eintrag · Tab: nächstes Feld · Strg+Entf: Eintrag entfernen")
        count = self.tr("Vorgeschlagene Einträge ohne weitere Angabe zählen nicht als Antwort.")
        self._keys.setText(f"{keys}\n{count}" if self._proposed else keys)

    def value(self) -> Any:
        """Return the rows that hold something; raises UserError if an amount cannot be read."""
        return Reply(text=self._remark.text(), rows=self._rows())

    def set_value(self, value: Any) -> None:
        """Show rows."""
        reply = reply_or_empty(value)
        self._remark.show_text(reply.text)
        if not self._is_new and self._stands(reply.rows):
            return
        self._is_new = False
        proposed = [(name,) for name in self._open_proposals(reply.rows)]
        self._cells.show_rows([*(self._written(row) for row in reply.rows), *proposed])

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
        """Return the cell to go on with: beside the first proposal, or at the start of the empty row at the end."""
        rows = self._cells.row_count
        begun = next((row for row in range(rows) if self._proposed and self._cells.begun(row)), rows - 1)
        return self._cells.cell(begun, self._cells.begun(begun))

    def _rows(self) -> tuple[tuple[str, ...], ...]:
        """Return what is answered; a proposal to which nothing was added is not."""
        rows = (row for row in self._cells.rows() if any(row))
        return tuple(self._read(row) for row in rows if any(row[1:]) or row[0] not in self._proposed)

    def _stands(self, rows: tuple[tuple[str, ...], ...]) -> bool:
        """Tell whether these rows are shown already, perhaps among proposals."""
        try:
            return self._rows() == rows
        except UserError:
            return False

    def _open_proposals(self, rows: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
        """Return the proposals not taken up yet; who answers in rows of their own gets none."""
        taken = {row[0] for row in rows if row}
        if taken and not taken & set(self._proposed):
            return ()
        return tuple(name for name in self._proposed if name not in taken)

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
