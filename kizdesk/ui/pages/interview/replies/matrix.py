"""Rate several items from 1 to 5: the arrows choose the item, digits rate it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kizdesk.domain.guide import Option
from kizdesk.project.runner.ask import Ask, Reply
from kizdesk.ui.pages.interview.replies.base import ReplyEditor, reply_or_empty
from kizdesk.ui.pages.interview.replies.remark import Remark
from kizdesk.ui.theme.tokens import Sizes
from kizdesk.ui.widgets.labels import WrapLabel, label
from kizdesk.ui.widgets.look import set_look

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

_SIZES = Sizes()
_MOVES = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class GradeButton(QPushButton):
    """Be one grade of one item."""

    moved = Signal(int, int)
    came = Signal()
    """The focus came here."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that this place is the current one."""
        super().focusInEvent(event)
        self.came.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another item with up and down, to another grade with left and right."""
        move = _MOVES.get(Qt.Key(event.key()))
        if move is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(*move)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)


class MatrixReply(ReplyEditor):
    """Rate items, one a row."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._meaning = label("", "small")
        self._grid = QGridLayout()
        self._rows: list[tuple[WrapLabel, list[GradeButton]]] = []
        self._items: tuple[Option, ...] = ()
        self._grades: tuple[str, ...] = ()
        self._remark = Remark(self)
        self._read_only = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_SIZES.gap_small)
        self._grid.setHorizontalSpacing(_SIZES.unit)
        self._grid.setVerticalSpacing(_SIZES.unit)
        self._grid.setColumnStretch(0, 1)
        column.addWidget(self._meaning)
        column.addLayout(self._grid)
        column.addWidget(self._remark)
        column.addStretch(1)
        self._remark.edited.connect(self.edited)
        self.watch(self._remark.area, self._remark.name)

    def show_ask(self, ask: Ask) -> None:
        """Show the items of a question."""
        self._items, self._grades = ask.items, tuple(option.id for option in ask.options)
        worst, best = ask.scale
        rest = self.tr(" · n = nicht beurteilbar") if "n" in self._grades else ""
        self._meaning.setText(f"1 = {worst} · 5 = {best}{rest}" if worst or best else rest.strip(" ·"))
        while len(self._rows) < len(self._items):
            self._add_row()
        for number, (name, buttons) in enumerate(self._rows):
            shown = number < len(self._items)
            name.setVisible(shown)
            name.setText(self._items[number].label if shown else "")
            for grade, button in zip("12345n", buttons, strict=True):
                button.setVisible(shown and grade in self._grades)
                said = self.tr("nicht beurteilbar") if grade == "n" else grade
                button.setProperty("part", f"{name.text()}: {said}")

    def value(self) -> Any:
        """Return the grades; items without one are left out."""
        rows = []
        for item, (_, buttons) in zip(self._items, self._rows, strict=False):
            grade = next((g for g, button in zip("12345n", buttons, strict=True) if button.isChecked()), "")
            if grade:
                rows.append((item.id, grade))
        return Reply(text=self._remark.text(), rows=tuple(rows))

    def set_value(self, value: Any) -> None:
        """Show grades."""
        reply = reply_or_empty(value)
        self._remark.show_text(reply.text)
        held = {row[0]: row[1] for row in reply.rows if len(row) > 1}
        for item, (_, buttons) in zip(self._items, self._rows, strict=False):
            for grade, button in zip("12345n", buttons, strict=True):
                button.setChecked(held.get(item.id) == grade)

    def set_read_only(self, *, on: bool) -> None:
        """Show everything and accept nothing, or accept again."""
        self._read_only = on
        self._remark.set_read_only(on=on)

    def take_quotation(self, line: str) -> bool:
        """Put a quotation into the remark."""
        self._remark.add_line(line)
        return True

    def away(self) -> QWidget | None:
        """Return the first item that has no grade: Esc leaves the remark."""
        return self.home()

    def stops(self) -> tuple[QWidget, ...]:
        """Return the grades item by item, then the remark."""
        return (*(button for _, buttons in self._rows for button in buttons), self._remark.area)

    def take_key(self, event: QKeyEvent) -> bool:
        """Rate the current item by a digit and go to the next item."""
        typed = event.text().lower()
        row = self._current()
        if typed not in self._grades or row is None:
            return False
        column = "12345n".index(typed)
        self._rows[row][1][column].click()
        if row + 1 < len(self._items):
            self._rows[row + 1][1][self._column(row + 1)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._rows[row][1][column].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def home(self) -> QWidget | None:
        """Return the first item that has no grade."""
        rows = range(len(self._items))
        row = next((number for number in rows if not any(b.isChecked() for b in self._rows[number][1])), 0)
        return self._rows[row][1][self._column(row)] if self._items else None

    def _current(self) -> int | None:
        focused = self.focusWidget()
        rows = range(len(self._items))
        return next((row for row in rows if focused in self._rows[row][1]), 0 if self._items else None)

    def _column(self, row: int) -> int:
        buttons = self._rows[row][1]
        return next((number for number, button in enumerate(buttons) if button.isChecked()), 0)

    def _add_row(self) -> None:
        row = len(self._rows)
        name = label("", "body", parent=self)
        self._grid.addWidget(name, row, 0)
        buttons = []
        for column, grade in enumerate("12345n"):
            button = GradeButton(grade, self)
            button.setProperty("kind", "option")
            set_look(button, "dense", "true")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setObjectName(f"grade-{row + 1}-{grade}")
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            button.clicked.connect(partial(self._rate, row, column))
            button.moved.connect(partial(self._move, row, column))
            self._grid.addWidget(button, row, column + 1)
            self.watch(button)
            buttons.append(button)
        self._rows.append((name, buttons))

    def _rate(self, row: int, column: int) -> None:
        button = self._rows[row][1][column]
        if self._read_only:
            button.setChecked(not button.isChecked())
            return
        for other in self._rows[row][1]:
            if other is not button:
                other.setChecked(False)
        self._tell()

    def _move(self, row: int, column: int, down: int, right: int) -> None:
        to_row = min(max(row + down, 0), len(self._items) - 1)
        to_column = min(max(column + right, 0), len(self._grades) - 1)
        self._rows[to_row][1][to_column].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _tell(self) -> None:
        self.edited.emit()
        self.committed.emit()
