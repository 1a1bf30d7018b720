"""Type words to look for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from kizdesk.ui.theme import Theme


class SearchField(QLineEdit):
    """Be a line for words; Esc clears it, a second Esc goes on to whoever is around."""

    searched = Signal(str)
    """The words as they stand now."""
    left_down = Signal()
    """The arrow down was pressed: the list below wants the focus."""

    def __init__(self, theme: Theme, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sign = QAction(self)
        self.setPlaceholderText(placeholder or self.tr("Suchen …"))
        self.setAccessibleName(self.placeholderText().rstrip(" …"))
        self.addAction(self._sign, QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        self._name_buttons()
        self._draw_sign()
        theme.changed.connect(self._draw_sign)
        self.textChanged.connect(self.searched)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear with Esc, leave with the arrow down."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def _name_buttons(self) -> None:
        """Name the buttons that Qt puts into the line: the sign and the one that clears it."""
        for made in self.findChildren(QToolButton):
            is_sign = made.defaultAction() is self._sign
            made.setAccessibleName(self.tr("Suchen") if is_sign else self.tr("Suchzeile leeren"))

    def _draw_sign(self) -> None:
        self._sign.setIcon(self._theme.icon("search", "muted"))
