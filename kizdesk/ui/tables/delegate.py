"""Draw the cells of tables: state colours, signs, and where the keyboard stands."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QIcon, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kizdesk.ui.tables.model import COLOUR, MARK, SIGN, STRONG
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.ring import paint_sign

_ROOM = {"space": 1, "indent": 2}
"""Marks that are only room, in widths of an icon: a row stands in line with others, or under the one it belongs to."""
Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Draw a cell."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Take colour and weight from the column."""
        super().initStyleOption(option, index)
        if index.data(STRONG):
            option.font.setWeight(QFont.Weight.DemiBold)
        colour = index.data(COLOUR)
        if colour:
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, self._theme.colour(colour))

        mark = index.data(MARK)
        if mark:
            edge = self._theme.sizes.icon
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
            option.decorationSize = QSize(edge * _ROOM.get(mark, 1), edge)
            option.icon = QIcon() if mark in _ROOM else self._theme.icon(mark)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell, its sign, and a frame if the keyboard stands here."""
        super().paint(painter, option, index)
        share = index.data(SIGN)
        if share is not None:
            edge = self._theme.sizes.sign
            where = QRectF(0, 0, edge, edge)
            where.moveCenter(QRectF(option.rect).center())
            paint_sign(painter, where, self._theme, share)
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._paint_focus(painter, QRectF(option.rect))

    def _paint_focus(self, painter: QPainter, where: QRectF) -> None:
        width = self._theme.sizes.focus
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("focus"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = self._theme.sizes.unit
        painter.drawRoundedRect(where.adjusted(width, width, -width, -width), radius, radius)
        painter.restore()
