"""List what is told in a few lines each, with a button beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.ui.theme import Sizes
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import label

_SIZES = Sizes()


@dataclass(frozen=True, slots=True)
class Row:
    """Be one entry: what it is called, how it stands, more about it, and the words of its button."""

    id: str
    title: str
    state: str
    lines: tuple[str, ...] = ()
    act: str = ""


class LineList(QFrame):
    """Be a list of entries; without any it says why."""

    asked = Signal(str)
    """The button of an entry was pressed; its id."""

    def __init__(self, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] | None = None
        self._made: list[QWidget] = []
        self._empty = label(empty, "muted")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(_SIZES.gap)
        self._column.addWidget(self._empty)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show entries."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        for made in self._made:
            self._column.removeWidget(made)
            made.hide()
            made.deleteLater()
        self._made = [self._entry(row) for row in rows]
        for made in self._made:
            self._column.addWidget(made)
        self._empty.setVisible(not rows)

    def _entry(self, row: Row) -> QWidget:
        box = QWidget(self)
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(_SIZES.gap)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(row.title, "strong"))
        words.addWidget(label(row.state, "small"))
        for text in row.lines:
            words.addWidget(label(text, "body"))
        line.addLayout(words, 1)
        if row.act:
            made = button(row.act, name=f"guide.row-{row.id}")
            made.setAccessibleName(f"{row.act}: {row.title}")
            made.clicked.connect(partial(self._ask, row.id))
            line.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
        return box

    def _ask(self, wanted: str, _checked: object = None) -> None:
        self.asked.emit(wanted)
