"""Draw the lines of the outline: a title, what is counted below it, and „Aufnehmen“ beside a proposal."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from kizdesk.ui.pages.fields.branch import FIELD, GOAL, MEASURE, STRAND, Branch
from kizdesk.ui.pages.fields.outline_model import BRANCH
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.wrapping import broken, draw

Index = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_DOT = " · "
_DEPTHS = {STRAND: 0, FIELD: 1, GOAL: 2, MEASURE: 3}


class OutlineDelegate(QStyledItemDelegate):
    """Draw a branch."""

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._adopt = self.tr("Aufnehmen")
        self._heights: dict[tuple[str, str, bool, bool, int], int] = {}
        theme.changed.connect(self._heights.clear)
        self.offers_adoption = True
        """Proposals show the word that adopts them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a title of one line or two, and of what is counted below it."""
        _ = option
        branch = _branch(index)
        known = (branch.kind, branch.title, branch.proposed, self._counts(branch), self._width(branch))
        if known not in self._heights:
            self._heights[known] = self._height(branch)
        return QSize(0, self._heights[known])

    def adopt_area(self, rect: QRect, branch: Branch) -> QRect:
        """Return where „Aufnehmen“ stands in the lines of a proposal; nowhere in others."""
        if not self._adoptable(branch):
            return QRect()
        small, unit = QFontMetrics(self._small(QFont.Weight.DemiBold)), self._theme.sizes.unit
        room = small.horizontalAdvance(self._adopt) + 2 * self._theme.sizes.gap_small
        height = small.height() + unit
        return QRect(rect.right() - unit - room, rect.bottom() - unit - height, room, height)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave the words to ``paint``."""
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, then the words."""
        super().paint(painter, option, index)
        branch, unit = _branch(index), self._theme.sizes.unit
        rect = QRect(option.rect).adjusted(2 * unit, unit, -2 * unit, -unit)
        painter.save()
        adopt = self.adopt_area(option.rect, branch)
        if not adopt.isNull():
            self._draw_adopt(painter, adopt)
        self._words(painter, rect, branch, adopt.width())
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._frame(painter, QRect(option.rect))
        painter.restore()

    def _draw_adopt(self, painter: QPainter, area: QRect) -> None:
        """Draw the word that adopts as a small button."""
        unit = self._theme.sizes.unit
        frame = QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("field_line"))
        painter.setBrush(self._theme.colour("surface"))
        painter.drawRoundedRect(frame, unit, unit)
        painter.setFont(self._small(QFont.Weight.DemiBold))
        painter.setPen(self._theme.colour("info"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._adopt)

    def _words(self, painter: QPainter, rect: QRect, branch: Branch, taken: int) -> None:
        colour = "muted" if branch.proposed or branch.kind == STRAND else "ink"
        font = self._title_font(branch)
        if self._counts(branch):
            height = QFontMetrics(self._small()).height()
            below = QRect(rect.left(), rect.bottom() - height + 1, rect.width() - taken, height)
            missing = branch.kind == GOAL
            self._write(painter, below, branch.detail, self._small(), "attention" if missing else "muted")
            rect.setBottom(below.top())
        lines = broken(branch.title, font, rect.width())
        over = rect.height() - len(lines) * QFontMetrics(font).height()
        painter.setPen(self._theme.colour(colour))
        draw(painter, QPoint(rect.left(), rect.top() + max(0, over // 2)), lines, font)

    def _adoptable(self, branch: Branch) -> bool:
        return branch.proposed and self.offers_adoption

    def _counts(self, branch: Branch) -> bool:
        """Tell whether a line below the title says what is counted, or that nothing is there yet."""
        return bool(branch.detail) and (branch.kind == FIELD or (branch.kind == GOAL and not branch.below))

    def _height(self, branch: Branch) -> int:
        unit, font = self._theme.sizes.unit, self._title_font(branch)
        lines = len(broken(branch.title, font, self._width(branch)))
        height = 3 * unit + max(lines, 1) * QFontMetrics(font).height()
        if self._counts(branch):
            height += QFontMetrics(self._small()).height()
        return height + (2 * unit if branch.kind == STRAND else unit if self._adoptable(branch) else 0)

    def _width(self, branch: Branch) -> int:
        depth = _DEPTHS.get(branch.kind, 0)
        return self._view.columnWidth(0) - depth * self._view.indentation() - 4 * self._theme.sizes.unit

    def _write(self, painter: QPainter, rect: QRect, text: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        painter.drawText(rect, _LEFT, whole_parts(text, QFontMetrics(font), rect.width()))

    def _frame(self, painter: QPainter, rect: QRect) -> None:
        width, radius = self._theme.sizes.focus, self._theme.sizes.unit
        pen = painter.pen()
        pen.setColor(self._theme.colour("focus"))
        pen.setWidth(width)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(width, width, -width, -width), radius, radius)

    def _title_font(self, branch: Branch) -> QFont:
        if branch.kind == STRAND:
            return self._small(QFont.Weight.DemiBold)
        heavy = branch.kind == GOAL or (branch.kind == FIELD and not branch.proposed)
        return self._theme.font(weight=QFont.Weight.DemiBold if heavy else QFont.Weight.Normal)

    def _small(self, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        return self._theme.font(self._theme.sizes.small, weight)


def whole_parts(text: str, metrics: QFontMetrics, room: int) -> str:
    """Return as many of the parts between dots as have room, for half a count would be a wrong one."""
    while metrics.horizontalAdvance(text) > room and _DOT in text:
        text = text.rpartition(_DOT)[0]
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)


def _branch(index: Index) -> Branch:
    branch = index.data(BRANCH)
    return branch if isinstance(branch, Branch) else Branch("", "", "")
