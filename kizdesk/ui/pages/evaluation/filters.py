"""Choose what a list shall show: one choice per box, the first one lets all pass."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

_LETTERS = 12


class Pick(QComboBox):
    """Be a box of values with their words; the first one is „all“ with an empty value."""

    picked = Signal()

    def __init__(self, name: str, everything: str, ident: str, parent: QWidget | None = None) -> None:
        """Take the name that a screen reader speaks, the words for „all“, and the name of the object."""
        super().__init__(parent)
        self._everything = everything
        self._options: tuple[tuple[str, str], ...] = ()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setObjectName(ident)
        self.setMinimumContentsLength(_LETTERS)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.addItem(everything, "")
        self.activated.connect(self._tell)

    @property
    def value(self) -> str:
        """Return the value chosen; empty for all."""
        return str(self.currentData() or "")

    def offer(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other values; the choice stays if it is among them."""
        if tuple(options) == self._options:
            return
        chosen = self.value
        self._options = tuple(options)
        self.clear()
        self.addItem(self._everything, "")
        for value, text in options:
            self.addItem(text, value)
        self.pick(chosen)

    def pick(self, value: str) -> None:
        """Choose a value without telling anyone; an unknown one is all."""
        self.setCurrentIndex(max(0, self.findData(value)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def _tell(self) -> None:
        self.picked.emit()
