"""Say in two lines below what something stands."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kizdesk.ui.widgets.labels import ElidedLabel
from kizdesk.ui.widgets.wrapping import broken, draw

_LINES = 2


class TwoLines(ElidedLabel):
    """Break words into two lines, whole as tooltip; it claims room for both, so that nothing moves by longer words."""

    def __init__(self, align: Qt.AlignmentFlag, parent: QWidget | None = None) -> None:
        super().__init__("", "small", parent)
        self.setAlignment(align)

    @property
    def lines(self) -> list[str]:
        """Return what is shown."""
        return broken(self.text(), self.font(), self.contentsRect().width(), _LINES)

    def setText(self, text: str) -> None:
        """Show other words."""
        super().setText(text)
        self.setToolTip(text)

    def sizeHint(self) -> QSize:
        """Claim two lines."""
        return QSize(super().sizeHint().width(), _LINES * self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Become as narrow as a few letters, but never lower."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines, at the top, at the bottom or between."""
        _ = event
        rect, lines = self.contentsRect(), self.lines
        over = rect.height() - len(lines) * self.fontMetrics().height()
        top = {Qt.AlignmentFlag.AlignTop: 0, Qt.AlignmentFlag.AlignBottom: over}.get(self.alignment(), over // 2)
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        draw(painter, QPoint(rect.left(), rect.top() + top), lines, self.font())
