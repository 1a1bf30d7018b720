"""Hold what the palette offers: commands and places, in groups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kizdesk.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Offer:
    """Be one line of the palette; without ``run`` it is the title of a group."""

    title: str
    where: str = ""
    run: Callable[[], object] | None = None
    words: str = ""
    """Further words by which it is found."""


class PaletteModel(QAbstractListModel):
    """Be the lines of the palette."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offers: tuple[Offer, ...] = ()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._offers = tuple(offers)
        self.endResetModel()

    def offer(self, row: int) -> Offer | None:
        """Return a line."""
        return self._offers[row] if 0 <= row < len(self._offers) else None

    def next_row(self, row: int, by: int) -> int:
        """Return the next line that can be chosen, or the same."""
        rows = [index for index, offer in enumerate(self._offers) if offer.run is not None]
        ahead = [index for index in rows if (index > row if by > 0 else index < row)]
        return (ahead[0] if by > 0 else ahead[-1]) if ahead else row

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self._offers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return title and place."""
        offer = self.offer(index.row())
        if offer is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{offer.title}, {offer.where}" if offer.where else offer.title
        return offer.title if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let groups not be chosen."""
        offer = self.offer(index.row())
        if offer is None or offer.run is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class PaletteDelegate(QStyledItemDelegate):
    """Draw a line: title, and where it stands behind it."""

    def __init__(self, theme: Theme, model: PaletteModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a row."""
        return QSize(0, self._theme.sizes.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw ground, title and place."""
        offer = self._model.offer(index.row())
        if offer is None:
            return
        painter.save()
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.colour("selection"))
        gap = self._theme.sizes.gap
        room = rect.adjusted(gap, 0, -gap, 0)
        group = offer.run is None
        weight = QFont.Weight.DemiBold if group else QFont.Weight.Normal
        painter.setFont(self._theme.font(weight=weight))
        painter.setPen(self._theme.colour("muted" if group else "ink"))
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        metrics = painter.fontMetrics()
        title = metrics.elidedText(offer.title, Qt.TextElideMode.ElideRight, room.width() * 2 // 3)
        painter.drawText(room, middle, title)
        room.setLeft(room.left() + metrics.horizontalAdvance(title) + gap)
        painter.setPen(self._theme.colour("muted"))
        where = metrics.elidedText(offer.where, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle | int(Qt.AlignmentFlag.AlignRight), where)
        painter.restore()
