"""Hold what the palette offers: commands and places, in groups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kizdesk.ui.theme import Theme

_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.TextElideMode.ElideRight
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Offer:
    """Be one line of the palette; without ``run`` it is the title of a group."""

    title: str
    where: str = ""
    run: Callable[[], object] | None = None
    words: str = ""
    """Further words by which it is found."""
    found: str = ""
    """The words around what was found, in a line of their own."""


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
            return ", ".join(part for part in (offer.title, offer.where, offer.found) if part)
        return offer.title if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let groups not be chosen."""
        offer = self.offer(index.row())
        if offer is None or offer.run is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class PaletteDelegate(QStyledItemDelegate):
    """Draw a line: title, and where it stands behind it; what was found stands below."""

    def __init__(self, theme: Theme, model: PaletteModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a row."""
        offer = self._model.offer(index.row())
        sizes = self._theme.sizes
        lines = QFontMetrics(self._theme.font()).height()
        if offer is not None and offer.found:
            lines += QFontMetrics(self._small()).height()
        return QSize(0, max(sizes.row, lines + 2 * sizes.gap_small))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw ground, title, place and what was found."""
        offer = self._model.offer(index.row())
        if offer is None:
            return
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.colour("selection"))
        gap = self._theme.sizes.gap
        room = option.rect.adjusted(gap, 0, -gap, 0)
        if offer.found:
            height = QFontMetrics(self._small()).height()
            middle = (room.height() - height - QFontMetrics(self._theme.font()).height()) // 2
            self._draw_found(painter, room.adjusted(0, room.height() - middle - height, 0, -middle), offer.found)
            room.adjust(0, middle, 0, -middle - height)
        self._draw_title(painter, room, offer)
        painter.restore()

    def _draw_title(self, painter: QPainter, room: QRect, offer: Offer) -> None:
        group = offer.run is None
        painter.setFont(self._theme.font(weight=QFont.Weight.DemiBold if group else QFont.Weight.Normal))
        painter.setPen(self._theme.colour("muted" if group else "ink"))
        metrics = painter.fontMetrics()
        whole = metrics.horizontalAdvance(offer.where) + self._theme.sizes.gap if offer.where else 0
        title = metrics.elidedText(offer.title, _RIGHT, max(room.width() - whole, room.width() * 3 // 5))
        painter.drawText(room, int(_MIDDLE), title)
        rest = room.adjusted(metrics.horizontalAdvance(title) + self._theme.sizes.gap, 0, 0, 0)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(rest, int(_MIDDLE | Qt.AlignmentFlag.AlignRight), self._elided(painter, offer.where, rest))

    def _draw_found(self, painter: QPainter, room: QRect, words: str) -> None:
        painter.setFont(self._small())
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(room, int(_MIDDLE), self._elided(painter, words, room))

    def _small(self) -> QFont:
        return self._theme.font(self._theme.sizes.small)

    def _elided(self, painter: QPainter, words: str, room: QRect) -> str:
        return painter.fontMetrics().elidedText(words, _RIGHT, room.width())
