"""Show rows with boxes to tick, by the mouse or by the space bar."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kizdesk.ui.tables.column import Column, Row
from kizdesk.ui.tables.view import TableView
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.remembering import Remembers


class TickTable(TableView[Row]):
    """Be a table of which a column has a ``check``; whoever shows its rows shows them ticked or not."""

    rows_ticked = Signal(object)
    """The rows whose boxes were pressed, as a tuple: the one under the mouse, or all that are selected."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        theme: Theme,
        memory: Remembers,
        name: str,
        parent: QWidget | None = None,
        *,
        dense: bool = False,
    ) -> None:
        """Take what every table takes."""
        super().__init__(columns, key, theme, memory, name, parent, dense=dense)
        self.rows.ticked.connect(self._tell_ticked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the boxes of the rows selected with the space bar."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.rows_ticked.emit(self.selected_rows)
        else:
            super().keyPressEvent(event)

    def _tell_ticked(self, row: Row) -> None:
        """Stand on the row whose box was pressed, so that what is told of a row is told of this one."""
        if row not in self.selected_rows:
            self.reveal(self._key(row))
        self.rows_ticked.emit((row,))
