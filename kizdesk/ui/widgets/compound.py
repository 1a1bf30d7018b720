"""Be one thing made of several widgets, of which one takes the focus for all."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


class Compound(QWidget):
    """Hand the focus on to one of its parts.

    A focus proxy of Qt would make the whole a stop of the Tab key besides its parts, and at a place of its own: once
    the parts are put in another order, the key comes to the whole later, is sent back to the part, and goes in circles.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lead: QWidget | None = None

    def lead_with(self, part: QWidget) -> None:
        """Let a part take the focus for all."""
        self._lead = part

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason, /) -> None:
        """Put the focus into the part that takes it."""
        if self._lead is None:
            super().setFocus(reason)
        else:
            self._lead.setFocus(reason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand on the focus that came another way, such as by the key of a label."""
        super().focusInEvent(event)
        if self._lead is not None:
            self._lead.setFocus(event.reason())
