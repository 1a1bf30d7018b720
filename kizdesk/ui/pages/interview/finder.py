"""Jump to a question or a section by typing some of its letters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kizdesk.domain.texts import fold
from kizdesk.project.runner.finding import Found
from kizdesk.ui.pages.interview.lists import JumpList, ListLine
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.search import SearchField


def _behind(words: str, found: Found) -> bool:
    """Tell whether the words stand only in the question itself, not in its short label."""
    return not all(f" {word}" in f" {fold(found.text)}" for word in fold(words).split())


class Finder(QFrame):
    """Be a list that takes the place of the question until something is chosen."""

    chosen = Signal(str)
    """The key of the place to go to."""
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sizes = theme.sizes
        self._found: tuple[Found, ...] = ()
        self._title = label("", "card_title")
        self._search = SearchField(theme, "", self)
        self._list = JumpList(theme, "", self)
        self._nothing = label(self.tr("Dazu steht nichts im Leitfaden. Bitte andere Wörter eingeben."), "muted")
        self.setProperty("ground", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.padding, sizes.padding, sizes.padding, sizes.padding)
        column.setSpacing(sizes.gap_small)
        for widget in (self._title, self._search, self._nothing):
            column.addWidget(widget)
        column.addWidget(self._list, 1)
        self._search.setObjectName("finder-search")
        self._search.searched.connect(self.filter)
        self._search.returnPressed.connect(self.take_first)
        self._search.left_down.connect(self.go_down)
        self._list.chosen.connect(self.chosen)
        self.hide()

    def begin(self, title: str, found: Sequence[Found], empty: str, *, typing_here: bool = True) -> None:
        """Show lines to jump from, and the sentence for none; without ``typing_here`` the words come from elsewhere."""
        self._found = tuple(found)
        self._title.setText(title)
        self._nothing.setText(empty)
        self._list.setAccessibleName(title)
        self._search.setAccessibleName(title)
        self._search.clear()
        self._search.setVisible(typing_here)
        self.filter("")
        self.show()
        if typing_here:
            self._search.setFocus()

    def filter(self, words: str) -> None:
        """Show only the lines in which all words stand."""
        fitting = sorted((item for item in self._found if item.fits(words)), key=partial(_behind, words))
        lines = [ListLine(item.place.key, item.text, item.detail) for item in fitting]
        self._list.show_lines(lines, lines[0].key if lines else "")
        self._nothing.setVisible(not lines)

    def take_first(self) -> None:
        """Go to the line that is marked."""
        if self._list.key:
            self.chosen.emit(self._list.key)

    def go_down(self) -> None:
        """Go from the words into the list."""
        self._list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc; letters go on searching."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.text().isprintable() and event.text() and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._search.setFocus()
            self._search.setText(self._search.text() + event.text())
        else:
            super().keyPressEvent(event)
