"""Type titles one after another: Enter adds one and the line is free for the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.ui.forms.keys import means_redo, means_undo
from kizdesk.ui.pages.fields.two_lines import TwoLines
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.choices import SegmentedChoice
from kizdesk.ui.widgets.text_line import TextLine


class TitleLine(TextLine):
    """Be a line for one title; the program's own undo works in it while it is empty."""

    raised = Signal()
    """Arrow up or Esc: back to what stands above."""
    undo_asked = Signal()
    redo_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave upwards; undo the last entry while nothing is typed."""
        empty = not self.text()
        if event.key() == Qt.Key.Key_Up or (event.key() == Qt.Key.Key_Escape and empty):
            self.raised.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
        elif empty and means_undo(event):
            self.undo_asked.emit()
        elif empty and means_redo(event):
            self.redo_asked.emit()
        else:
            super().keyPressEvent(event)


class QuickEntry(QWidget):
    """Be a line with words that say what Enter adds; where several kinds can be added, one is chosen above it."""

    entered = Signal(str)
    """A title that shall be added."""
    mode_chosen = Signal(str)
    """Another kind shall be added now."""

    def __init__(
        self, theme: Theme, name: str, modes: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = TwoLines(Qt.AlignmentFlag.AlignBottom, self)
        self._modes = SegmentedChoice(modes, self.tr("Neuer Eintrag"), self)
        self.line = TitleLine(self)
        self._build(theme, name)
        self._modes.setVisible(bool(modes))
        self._modes.chosen.connect(self.mode_chosen)
        self.line.returnPressed.connect(self._enter)

    @property
    def mode(self) -> str:
        """Return the kind that Enter adds."""
        return self._modes.value

    def ask(self, mode: str, words: str, placeholder: str) -> None:
        """Say what Enter adds."""
        self._modes.choose(mode)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(f"{placeholder} {words}".strip())

    def take_focus(self) -> None:
        """Put the focus into the line, behind what is typed."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Add what is typed, as Enter does; then the line waits for the next title."""
        self._enter()
        self.take_focus()

    def clear(self) -> None:
        """Empty the line for the next title."""
        self.line.clear()

    def _build(self, theme: Theme, name: str) -> None:
        self.line.setObjectName(name)
        self.line.setToolTip(
            self.tr("Eingabe oder der Knopf oben fügt hinzu und lässt die Zeile frei für den nächsten Eintrag.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.sizes.unit)
        column.addWidget(self._modes)
        column.addWidget(self._words)
        column.addWidget(self.line)

    def _enter(self) -> None:
        if self.line.text().strip():
            self.entered.emit(self.line.text())
