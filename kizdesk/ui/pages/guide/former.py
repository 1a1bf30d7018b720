"""Name what a question no longer offers, and let it be offered again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.domain.guide import Option
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.flow import FlowRow
from kizdesk.ui.widgets.labels import label


class Former(QWidget):
    """Be the line of what was offered before; a click offers it again."""

    asked = Signal(str)
    """The id of what shall be offered again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Option, ...] = ()
        self._row = FlowRow(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(self.tr("Nicht mehr angeboten; in früheren Antworten bleibt es stehen:"), "small"))
        column.addWidget(self._row)
        self.setVisible(False)

    def show_entries(self, entries: Sequence[Option], *, read_only: bool) -> None:
        """Show what is no longer offered; nothing hides the line."""
        if tuple(entries) != self._shown:
            self._shown = tuple(entries)
            self._row.clear()
            for entry in entries:
                words = self.tr("{0} wieder anbieten").format(entry.label)
                made = button(words, kind="link", name=f"guide.back-{entry.id}")
                made.setEnabled(not read_only)
                made.clicked.connect(partial(self._ask, entry.id))
                self._row.add(made)
        self.setVisible(bool(entries))

    def _ask(self, entry_id: str, _checked: object = None) -> None:
        self.asked.emit(entry_id)
