"""Show the keys and a short text about the page at the right."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from kizdesk.ui.page import KeyHelp, Page
from kizdesk.ui.shell.overlay import Overlay
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.scroll import ScrollBody

_EITHER = re.compile(r" oder |, ")
"""What stands between keys of which each does the same, or that belong together."""


class HelpPanel(Overlay):
    """Be the help of F1; the page beside it stays in use."""

    shaded = False

    def __init__(self, theme: Theme, keys: Sequence[KeyHelp], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = tuple(keys)
        self._area = QScrollArea()
        self._close = button(self.tr("Schließen"), name="close-help")
        self._build()
        self._close.clicked.connect(self.leave)

    def show_page(self, page: Page | None) -> None:
        """Show the help of a page."""
        body = ScrollBody()
        body.setProperty("ground", "scroll")
        column = QVBoxLayout(body)
        column.setSpacing(self._theme.sizes.gap)
        if page is not None:
            column.addWidget(label(page.heading().title, "card_title"))
            column.addWidget(label(page.help_text()))
            self._add_keys(column, self.tr("Auf dieser Seite"), page.keys())
        self._add_keys(column, self.tr("Im ganzen Fenster"), self._keys)
        column.addStretch(1)
        self._area.setWidget(body)
        self.appear()
        self._close.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def place(self) -> None:
        """Stand at the right, over the whole height."""
        sizes, room = self._theme.sizes, self.under.rect()
        width = min(sizes.text_width // 2, room.width())
        self.setGeometry(room.right() - width, 0, width, room.height())

    def _build(self) -> None:
        sizes = self._theme.sizes
        self.setAccessibleName(self.tr("Hilfe"))
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(self.tr("Hilfe zu dieser Seite"))
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.padding, sizes.padding, sizes.padding, sizes.padding)
        outer.addWidget(self._area, 1)
        outer.addWidget(self._close, 0, Qt.AlignmentFlag.AlignRight)

    def _add_keys(self, column: QVBoxLayout, title: str, keys: Sequence[KeyHelp]) -> None:
        if not keys:
            return
        column.addWidget(label(title, "strong"))
        sizes = self._theme.sizes
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, sizes.control * 4)
        grid.setHorizontalSpacing(sizes.gap)
        for row, line in enumerate(keys):
            caps = QVBoxLayout()
            caps.setSpacing(sizes.unit)
            for key in _EITHER.split(line.keys):
                caps.addWidget(label(key, "key", wrap=False), 0, Qt.AlignmentFlag.AlignLeft)
            caps.addStretch(1)
            grid.addLayout(caps, row, 0)
            grid.addWidget(label(line.does), row, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(grid)
