"""Show what long work does and how far it is, with a button to end it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from kizdesk.ui.theme.tokens import Sizes
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import ElidedLabel

_SIZES = Sizes()


class ProgressLine(QWidget):
    """Be a line that says what is going on, with a bar and a button to cancel."""

    cancelled = Signal()
    """The user wants the work to end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ElidedLabel("", "muted")
        self._bar = QProgressBar()
        self._cancel = button(self.tr("Abbrechen"), name="cancel")
        self._build()
        self._cancel.clicked.connect(self._end)

    def show_progress(self, text: str, done: int = 0, total: int = 0) -> None:
        """Say what is being done; without a total the bar only shows that something is going on."""
        self._text.setText(text)
        self._bar.setRange(0, total)
        self._bar.setValue(min(done, total))
        self._bar.setAccessibleName(text)

    def allow_cancel(self, *, allowed: bool) -> None:
        """Offer the button, or not."""
        self._cancel.setVisible(allowed)

    def _build(self) -> None:
        self._bar.setTextVisible(False)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(_SIZES.gap)
        column = QVBoxLayout()
        column.setSpacing(_SIZES.unit)
        column.addWidget(self._text)
        column.addWidget(self._bar)
        outer.addLayout(column, 1)
        outer.addWidget(self._cancel)

    def _end(self) -> None:
        self.cancelled.emit()
