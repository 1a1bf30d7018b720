"""Take one line of text whole, however long it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_NO_LIMIT = 2**31 - 1
"""What Qt would cut without a word after 32,767 letters."""
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_BREAKS = str.maketrans(dict.fromkeys("\r\n\t\x0b\x0c\x85\u2028\u2029", " "))


class TextLine(QLineEdit):
    """Be a line that cuts nothing; line breaks in what is pasted become spaces."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_NO_LIMIT)
        self.textChanged.connect(self._join)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the beginning of what is too long when it is left; a menu or another window is no leaving."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYS and not self.hasSelectedText():
            self.setCursorPosition(0)

    @Slot(str)
    def _join(self, text: str) -> None:
        joined = text.translate(_BREAKS)
        if joined != text:
            place = self.cursorPosition()
            self.setText(joined)
            self.setCursorPosition(place)
