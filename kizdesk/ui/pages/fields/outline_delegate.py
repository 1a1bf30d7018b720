"""Draw the lines of the outline: a title, what is counted below it, and „Aufnehmen“ beside a proposal."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kizdesk.ui.pages.fields.branch import FIELD, GOAL, STRAND, Branch
from kizdesk.ui.pages.fields.outline_model import BRANCH
from kizdesk.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class OutlineDelegate(QStyledItemDelegate):
    """Draw a branch."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._adopt = self.tr("Aufnehmen")
        self.offers_adoption = True
        """Proposals show the word that adopts them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one line, or two where something is counted."""
        branch, unit = _branch(index), self._theme.sizes.unit
        height = QFontMetrics(self._title_font(branch)).height() + 3 * unit
        if branch.detail and branch.kind == FIELD:
            height += QFontMetrics(self._small()).height()
        return QSize(0, height + (2 * unit if branch.kind == STRAND else 0))

    def adopt_area(self, rect: QRect, branch: Branch) -> QRect:
        """Return where „Aufnehmen“ stands in the line of a proposal; nowhere in others."""
        if not (branch.proposed and self.offers_adoption):
            return QRect()
        room = QFontMetrics(self._small()).horizontalAdvance(self._adopt) + 2 * self._theme.sizes.gap_small
        return QRect(rect.right() - room, rect.top(), room, rect.height())

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave the words to ``paint``."""
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, then the words."""
        super().paint(painter, option, index)
        branch, unit = _branch(index), self._theme.sizes.unit
        rect = QRect(option.rect).adjusted(unit, unit, -unit, -unit)
        painter.save()
        adopt = self.adopt_area(option.rect, branch)
        if not adopt.isNull():
            self._write(painter, adopt, self._adopt, self._small(QFont.Weight.DemiBold), "info")
            rect.setRight(adopt.left())
        self._words(painter, rect, branch)
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._frame(painter, QRect(option.rect))
        painter.restore()

    def _words(self, painter: QPainter, rect: QRect, branch: Branch) -> None:
        colour = "muted" if branch.proposed or branch.kind == STRAND else "ink"
        font = self._title_font(branch)
        if branch.kind == FIELD and branch.detail:
            line = QFontMetrics(font).height()
            self._write(painter, QRect(rect.topLeft(), QSize(rect.width(), line)), branch.title, font, colour)
            rect.setTop(rect.top() + line)
            self._write(painter, rect, branch.detail, self._small(), "muted")
            return
        if branch.kind == GOAL and not branch.below:
            small = self._small()
            room = QFontMetrics(small).horizontalAdvance(branch.detail) + self._theme.sizes.gap_small
            if room < rect.width() // 2:
                self._write(painter, rect.adjusted(rect.width() - room, 0, 0, 0), branch.detail, small, "attention")
                rect.setRight(rect.right() - room)
        self._write(painter, rect, branch.title, font, colour)

    def _write(self, painter: QPainter, rect: QRect, text: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        painter.drawText(rect, _LEFT, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width()))

    def _frame(self, painter: QPainter, rect: QRect) -> None:
        width, radius = self._theme.sizes.focus, self._theme.sizes.unit
        pen = painter.pen()
        pen.setColor(self._theme.colour("focus"))
        pen.setWidth(width)
        painter.setPen(pen)
        painter.drawRoundedRect(rect.adjusted(width, width, -width, -width), radius, radius)

    def _title_font(self, branch: Branch) -> QFont:
        if branch.kind == STRAND:
            return self._small(QFont.Weight.DemiBold)
        heavy = branch.kind == GOAL or (branch.kind == FIELD and not branch.proposed)
        return self._theme.font(weight=QFont.Weight.DemiBold if heavy else QFont.Weight.Normal)

    def _small(self, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        return self._theme.font(self._theme.sizes.small, weight)


def _branch(index: Index) -> Branch:
    branch = index.data(BRANCH)
    return branch if isinstance(branch, Branch) else Branch("", "", "")
