"""Draw a passage: what it is and where it comes from, then two lines of its wording."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kizdesk.project.evidence_of import EvidenceRow
from kizdesk.ui.pages.fields.evidence_model import PASSAGE, origin
from kizdesk.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_LINES = 2
_ENOUGH = 300
"""Letters of a wording that can stand in two lines."""


class EvidenceDelegate(QStyledItemDelegate):
    """Draw a passage."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of three lines."""
        _ = option, index
        small, body = QFontMetrics(self._small()), QFontMetrics(self._theme.font())
        return QSize(0, small.height() + _LINES * body.lineSpacing() + 4 * self._theme.sizes.unit)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave the words to ``paint``; the box is drawn by the style."""
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground and box, then the words."""
        super().paint(painter, option, index)
        row = index.data(PASSAGE)
        if not isinstance(row, EvidenceRow):
            return
        unit, rect = self._theme.sizes.unit, QRect(option.rect)
        left = 2 * unit
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            left += self._theme.sizes.icon + 2 * unit
        inner = rect.adjusted(left, 2 * unit, -2 * unit, -unit)
        painter.save()
        self._write(painter, inner, row)
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._frame(painter, rect)
        painter.restore()

    def _write(self, painter: QPainter, rect: QRect, row: EvidenceRow) -> None:
        small = QFontMetrics(self._small(QFont.Weight.DemiBold))
        painter.setFont(self._small(QFont.Weight.DemiBold))
        painter.setPen(self._theme.colour("attention" if row.stale else "muted"))
        head = small.elidedText(origin(row), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect.left(), rect.top() + small.ascent(), head)
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(self._theme.font())
        metrics = QFontMetrics(self._theme.font())
        top = rect.top() + small.height() + self._theme.sizes.unit
        for number, line in enumerate(self._lines(row.wording, rect.width(), metrics)):
            painter.drawText(rect.left(), top + number * metrics.lineSpacing() + metrics.ascent(), line)

    def _lines(self, wording: str, width: int, metrics: QFontMetrics) -> list[str]:
        """Break a wording into lines; the last one is shortened."""
        text = " ".join(wording[:_ENOUGH].split())
        layout = QTextLayout(text, self._theme.font())
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        lines: list[str] = []
        while len(lines) < _LINES:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            last = len(lines) == _LINES - 1
            part = text[line.textStart() :] if last else text[line.textStart() : line.textStart() + line.textLength()]
            lines.append(metrics.elidedText(part.strip(), Qt.TextElideMode.ElideRight, width))
        layout.endLayout()
        return lines

    def _frame(self, painter: QPainter, rect: QRect) -> None:
        width, radius = self._theme.sizes.focus, self._theme.sizes.unit
        pen = painter.pen()
        pen.setColor(self._theme.colour("focus"))
        pen.setWidth(width)
        painter.setPen(pen)
        painter.drawRoundedRect(rect.adjusted(width, width, -width, -width), radius, radius)

    def _small(self, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        return self._theme.font(self._theme.sizes.small, weight)
