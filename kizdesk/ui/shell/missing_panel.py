"""Show one by one what is missing, and lead to each place."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.ui.session import Session
from kizdesk.ui.shell.overlay import Overlay
from kizdesk.ui.tables import Column, TableView
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from kizdesk.project.missing import Missing

_MOST_ROWS = 16
"""Rows that are shown without scrolling, where the window is high enough."""
_AROUND = 5
"""How many high rows the head of the list, and the words and buttons around it, need."""


def _text(point: Missing) -> str:
    return point.text


def _key(point: Missing) -> Hashable:
    return point.text, point.target


class MissingPanel(Overlay):
    """Be the list of what is missing; a click or Enter leads to the place."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        columns: list[Column[Missing]] = [Column(self.tr("Es fehlt noch"), _text, stretch=True)]
        self._table = TableView(columns, _key, session.theme, session.memory, "missing", dense=True)
        self._count = 0
        self._show = button(self.tr("Anzeigen"), kind="primary", name="show-this-missing")
        self._close = button(self.tr("Schließen"), name="close-missing")
        self._build()
        self._table.row_activated.connect(self._go)
        self._table.clicked.connect(self._go_current)
        self._show.clicked.connect(self._go_current)
        self._close.clicked.connect(self.leave)

    def ask(self, points: Sequence[Missing]) -> None:
        """Show points, the first one marked."""
        self._count = len(points)
        self._table.show_rows(points)
        self.appear()
        if points:
            self._table.reveal(_key(points[0]))
        self._table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place(self) -> None:
        """Stand in the middle, as high as the list needs."""
        sizes, room = self._session.theme.sizes, self.under.rect()
        width = min(sizes.text_width, room.width() - 2 * sizes.margin)
        rows = min(self._count, _MOST_ROWS) * self._table.verticalHeader().defaultSectionSize()
        wanted = rows + round(_AROUND * sizes.row * self._session.theme.scale)
        height = min(room.height() - 2 * sizes.margin, wanted)
        self.setGeometry((room.width() - width) // 2, (room.height() - height) // 2, width, height)

    def _build(self) -> None:
        sizes = self._session.theme.sizes
        self.setAccessibleName(self.tr("Was noch fehlt"))
        self._table.setAccessibleName(self.tr("Was noch fehlt; die Eingabetaste führt zur Stelle"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.padding, sizes.padding, sizes.padding, sizes.padding)
        outer.setSpacing(sizes.gap)
        outer.addWidget(label(self.tr("Was in diesem Schritt noch fehlt"), "card_title"))
        outer.addWidget(self._table, 1)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Ein Klick führt zur Stelle."), "small"), 1)
        row.addWidget(self._close)
        row.addWidget(self._show)
        outer.addLayout(row)

    def _go_current(self) -> None:
        point = self._table.current_row
        if point is not None:
            self._go(point)

    def _go(self, point: Missing) -> None:
        self.leave()
        self._session.go(point.target)
