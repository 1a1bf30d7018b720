"""Draw a passage: what it is and where it comes from, then two lines of its wording."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kizdesk.project.evaluation.evidence import EvidenceRow
from kizdesk.ui.pages.fields.evidence_model import PASSAGE, origin
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.wrapping import broken, draw

Index = QModelIndex | QPersistentModelIndex
_LINES = 2


class EvidenceDelegate(QStyledItemDelegate):
    """Draw a passage."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of three lines."""
        _ = option, index
        small, body = QFontMetrics(self._small()), QFontMetrics(self._theme.font())
        return QSize(0, small.height() + _LINES * body.height() + 4 * self._theme.sizes.unit)

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
        told = origin(row)
        if small.horizontalAdvance(told) > rect.width():
            told = origin(row, brief=True)
        head = small.elidedText(told, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect.left(), rect.top() + small.ascent(), head)
        painter.setPen(self._theme.colour("ink"))
        top = rect.top() + small.height() + self._theme.sizes.unit
        font = self._theme.font()
        draw(painter, QPoint(rect.left(), top), broken(row.wording, font, rect.width(), _LINES), font)

    def _frame(self, painter: QPainter, rect: QRect) -> None:
        width, radius = self._theme.sizes.focus, self._theme.sizes.unit
        pen = painter.pen()
        pen.setColor(self._theme.colour("focus"))
        pen.setWidth(width)
        painter.setPen(pen)
        painter.drawRoundedRect(rect.adjusted(width, width, -width, -width), radius, radius)

    def _small(self, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        return self._theme.font(self._theme.sizes.small, weight)
