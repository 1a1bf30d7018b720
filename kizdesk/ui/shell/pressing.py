"""Press what has the focus with Enter as well; Qt knows only the space bar for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QPushButton, QRadioButton, QToolButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Presser:
    """Press the button that had the focus when Enter came, unless somebody below took the key.

    A line tells its Enter and lets the key pass. When the focus has gone to a button by then, that one is not meant.
    """

    def __init__(self) -> None:
        self._focused: QWidget | None = None

    def note(self, event: QEvent) -> None:
        """Note who has the focus before the key is given to it."""
        if event.type() is QEvent.Type.ShortcutOverride:
            self._focused = QApplication.focusWidget()

    def press(self, event: QKeyEvent) -> bool:
        """Press the button if this is Enter alone, and return whether it was; boxes are ticked by the space bar only.

        A key that is held down presses once: what it opens must not be answered by it.
        """
        meant, self._focused = self._focused, None
        if event.key() not in _ENTER or event.modifiers() not in _PLAIN or event.isAutoRepeat():
            return False
        if meant is None or meant is not QApplication.focusWidget():
            return False
        if not isinstance(meant, QAbstractButton) or isinstance(meant, QCheckBox | QRadioButton):
            return False
        if isinstance(meant, QPushButton | QToolButton) and meant.menu() is not None:
            meant.showMenu()
        else:
            meant.click()
        return True
