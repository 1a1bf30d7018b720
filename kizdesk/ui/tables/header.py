"""Draw the titles of columns, narrow ones upwards."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from kizdesk.ui.theme import Theme


class TitleHeader(QHeaderView):
    """Be the head of a table."""

    def __init__(self, theme: Theme, rotated: Container[int], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._rotated = rotated
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setSortIndicatorClearable(False)
        self.setMinimumSectionSize(theme.sizes.matrix_column)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)

    def title_width(self, text: str) -> int:
        """Return how wide a title is, with room for the sign of sorting."""
        return self._metrics().horizontalAdvance(text) + 3 * self._theme.sizes.gap

    def sectionSizeFromContents(self, section: int) -> QSize:
        """Return the size of a title; upright ones make the head tall."""
        size = super().sectionSizeFromContents(section)
        if section not in self._rotated:
            return QSize(size.width(), max(size.height(), self._theme.sizes.row))
        room = self._metrics().horizontalAdvance(self._title(section)) + 2 * self._theme.sizes.gap
        return QSize(self._theme.sizes.matrix_column, room)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw a title."""
        if section not in self._rotated:
            super().paintSection(painter, rect, section)
            return
        painter.save()
        painter.fillRect(rect, self._theme.colour("header"))
        painter.setFont(self._font())
        chosen = self.sortIndicatorSection() == section
        painter.setPen(self._theme.colour("ink" if chosen else "muted"))
        painter.translate(rect.left(), rect.bottom())
        painter.rotate(-90)
        gap = self._theme.sizes.gap_small
        where = QRect(gap, 0, rect.height() - gap, rect.width())
        title = self._title(section)
        if chosen:
            title += " ↑" if self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder else " ↓"
        painter.drawText(where, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), title)
        painter.restore()

    def _title(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")

    def _font(self) -> QFont:
        return self._theme.font(weight=QFont.Weight.DemiBold)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._font())
