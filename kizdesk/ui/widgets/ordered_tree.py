"""Show a tree whose lines are put in order, by dragging or with the keyboard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from kizdesk.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_STEPS: Mapping[Qt.Key, int] = MappingProxyType({Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1})


class OrderedTreeModel(QAbstractItemModel):
    """Be the lines of a tree; it moves nothing by itself but says what shall be moved."""

    dropped = Signal(str, str, int)
    """Key of what was dragged, key of what it shall stand below (empty for none), its place there without itself."""

    def __init__(self, kind: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mime = f"application/x-kizdesk-{kind}"
        self.is_fixed = False
        """Nothing can be moved."""

    def key_at(self, index: Index) -> str:
        """Return the key of a line; empty for none."""
        raise NotImplementedError

    def index_of(self, key: str) -> QModelIndex:
        """Return the index of a line; an invalid one if it is not there."""
        raise NotImplementedError

    def place_for(self, key: str, row: int, parent: Index) -> tuple[str, int] | None:
        """Return what a dragged line would stand below and its place there, or None if it may not stand here."""
        raise NotImplementedError

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return one."""
        _ = parent
        return 1

    def supportedDropActions(self) -> Qt.DropAction:
        """Move, never copy."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return the type of what is dragged."""
        return [self._mime]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the key of what is dragged."""
        data = QMimeData()
        data.setData(self._mime, self.key_at(indexes[0]).encode() if indexes else b"")
        return data

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Tell whether what is dragged may stand here."""
        _ = action, column
        return self.place_for(self._dragged(data), row, parent) is not None

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Say where something was dropped; whoever keeps the order moves it."""
        _ = action, column
        key = self._dragged(data)
        place = self.place_for(key, row, parent)
        if place is not None:
            self.dropped.emit(key, *place)
        return False

    def _dragged(self, data: QMimeData) -> str:
        return bytes(data.data(self._mime).data()).decode()


class OrderedTree(QTreeView):
    """Be the tree: keys and mouse say what shall become of a line, somebody else does it."""

    entered = Signal()
    """Enter or a double click: go into the form."""
    stepped = Signal(int)
    """Alt and an arrow: move the line up (-1) or down (1)."""
    dropped = Signal(str, str, int)
    """A line was dragged: its key, the key it shall stand below, its place there."""
    added = Signal()
    """Einfg: something new shall be typed."""
    deleted = Signal()
    """Entf."""
    copied = Signal()
    """Strg+D."""

    def __init__(self, theme: Theme, model: OrderedTreeModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = model
        model.setParent(self)
        self._set_up()
        model.dropped.connect(self.dropped)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, add, copy, delete and open by keys."""
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key == Qt.Key.Key_Insert:
            self.added.emit()
        elif key == Qt.Key.Key_Delete:
            self.deleted.emit()
        elif key == Qt.Key.Key_D and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.copied.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go into the form."""
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.entered.emit()

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw only the arrow, so that the room before a chosen line stays plain."""
        painter.fillRect(rect.adjusted(0, -1, 0, 0), self._theme.colour("surface"))  # at 150 % half a pixel more
        edge = self.indentation()
        if rect.width() >= edge and self._lines.rowCount(index):
            where = QRectF(0, 0, edge, edge)
            where.moveCenter(QPointF(rect.right() - edge / 2, QRectF(rect).center().y()))
            sign = "down" if self.isExpanded(index) else "right"
            self._theme.icons.paint(painter, sign, self._theme.hex("muted"), where)

    def reveal(self, key: str) -> bool:
        """Go to a line; returns False if it is not there."""
        index = self._lines.index_of(key)
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def way_back(self) -> list[str]:
        """Return what to stand on when the lines change, the present one first: its neighbours, then what is above."""
        index, keys = self.currentIndex(), []
        while index.isValid():
            rows = range(self._lines.rowCount(index.parent()))
            near = sorted(rows, key=lambda row: (abs(row - index.row()), row < index.row()))
            keys += [self._lines.key_at(index.sibling(row, 0)) for row in near]
            index = index.parent()
        return keys

    def _set_up(self) -> None:
        self.setModel(self._lines)
        self.setHeaderHidden(True)
        self.setIndentation(self._theme.sizes.padding)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("bare", "true")
