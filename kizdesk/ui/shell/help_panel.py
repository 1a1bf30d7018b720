"""Show the keys and a short text about the page at the right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.ui.page import KeyHelp, Page
from kizdesk.ui.shell.overlay import Overlay
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.flow import FlowRow
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.scroll import ReadingArea, ScrollBody

_EITHER = re.compile(r" oder |, ")
"""What stands between keys of which each does the same, or that belong together."""

_THEN = "dann "
"""Stands before a key that follows another one."""
_SHARE = 0.55
"""How wide the panel is in comparison with a page of text."""


@dataclass(frozen=True, slots=True)
class Help:
    """Be what is said about a page: its title, a short text and its keys."""

    title: str
    text: str
    keys: Sequence[KeyHelp]


class HelpPanel(Overlay):
    """Be the help of F1; the page beside it stays in use."""

    shaded = False

    def __init__(self, theme: Theme, keys: Sequence[KeyHelp], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = tuple(keys)
        self._area = ReadingArea(self.tr("Hilfe zu dieser Seite"))
        self._close = button(self.tr("Schließen"), name="close-help")
        self._build()
        self._close.clicked.connect(self.leave)

    def ask(self, page: Page | None) -> None:
        """Show the help of a page, ready to be read by keys; asked from within, it goes."""
        self.ask_for(_of(page))

    def ask_for(self, told: Help) -> None:
        """Show a text, ready to be read by keys; asked from within, it goes."""
        focused = QApplication.focusWidget()
        if self.isVisible() and focused is not None and self.isAncestorOf(focused):
            self.leave()
            return
        self.show_help(told)
        self.appear()
        self._area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def follow(self, page: Page | None) -> None:
        """Show the help of the page that is shown now, if it is asked for."""
        if self.isVisible():
            self.show_help(_of(page))

    def show_help(self, told: Help) -> None:
        """Fill in a title, a text and keys."""
        body = ScrollBody()
        body.setProperty("ground", "scroll")
        column = QVBoxLayout(body)
        column.setSpacing(self._theme.sizes.gap)
        if told.title:
            column.addWidget(label(told.title, "card_title"))
            column.addWidget(label(told.text))
        self._add_keys(column, self.tr("Auf dieser Seite"), told.keys)
        self._add_keys(column, self.tr("Im ganzen Fenster"), self._keys)
        column.addStretch(1)
        self._area.setWidget(body)

    def place(self) -> None:
        """Stand at the right, over the whole height."""
        room = self.under.rect()
        width = min(self._width(), room.width())
        self.setGeometry(room.right() - width, 0, width, room.height())

    def _build(self) -> None:
        sizes = self._theme.sizes
        self.setAccessibleName(self.tr("Hilfe"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.padding, sizes.padding, sizes.padding, sizes.padding)
        outer.addWidget(self._area, 1)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Bild ab blättert, Esc schließt."), "small"), 1)
        row.addWidget(self._close)
        outer.addLayout(row)

    def _add_keys(self, column: QVBoxLayout, title: str, keys: Sequence[KeyHelp]) -> None:
        if not keys:
            return
        column.addWidget(label(title, "strong"))
        sizes = self._theme.sizes
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(sizes.gap)
        for row, line in enumerate(keys):
            grid.addWidget(self._caps(line.keys), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(line.does), row, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(grid)

    def _caps(self, keys: str) -> QWidget:
        """Return keys side by side as far as there is room; a long one breaks within its frame."""
        room = self._width() * 2 // 5
        caps = FlowRow(gap=self._theme.sizes.unit)
        caps.setFixedWidth(room)
        for part in _EITHER.split(keys):
            if part.startswith(_THEN):
                caps.add(label(_THEN.strip(), "small", wrap=False))
            cap = label(part.removeprefix(_THEN), "key", wrap=False)
            if cap.sizeHint().width() > room:
                cap.setWordWrap(True)
                cap.setFixedWidth(room)
            caps.add(cap)
        return caps

    def _width(self) -> int:
        return round(self._theme.sizes.text_width * _SHARE * self._theme.scale)


def _of(page: Page | None) -> Help:
    """Return what a page says about itself."""
    return Help("", "", ()) if page is None else Help(page.heading().title, page.help_text(), page.keys())
