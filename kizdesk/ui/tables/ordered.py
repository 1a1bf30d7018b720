"""Show a list whose order the user decides, by dragging or with the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from kizdesk.ui.tables.column import Row
from kizdesk.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_PLACES = "application/x-kizdesk-places"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OrderedModel(QAbstractListModel, Generic[Row]):
    """Be rows in an order that can be changed."""

    moved = Signal()
    """The order is another now."""

    def __init__(self, key: Callable[[Row], str], text: Callable[[Row], str]) -> None:
        super().__init__()
        self._key = key
        self._text = text
        self._rows: list[Row] = []
        self.fixed = False
        """The order cannot be changed."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the ids in the order shown."""
        return tuple(self._key(row) for row in self._rows)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        if tuple(self._key(row) for row in rows) == self.keys:
            self._rows = list(rows)
            if self._rows:
                self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_at(self, place: int) -> Row:
        """Return the row at a place."""
        return self._rows[place]

    def move(self, place: int, target: int) -> bool:
        """Put a row where another one stands; returns False if that changes nothing."""
        last = len(self._rows) - 1
        if self.fixed or place == target or not (0 <= place <= last and 0 <= target <= last):
            return False
        before = target + 1 if target > place else target
        self.beginMoveRows(QModelIndex(), place, place, QModelIndex(), before)
        self._rows.insert(target, self._rows.pop(place))
        self.endMoveRows()
        self.moved.emit()
        return True

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a row."""
        if not index.isValid():
            return None
        text = self._text(self._rows[index.row()])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("{0}, Platz {1} von {2}").format(text, index.row() + 1, len(self._rows))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be dragged between rows."""
        base = super().flags(index)
        if self.fixed:
            return base
        return base | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

    def supportedDropActions(self) -> Qt.DropAction:
        """Move, never copy."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return the type of what is dragged."""
        return [_PLACES]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the place of the row dragged."""
        data = QMimeData()
        data.setData(_PLACES, str(indexes[0].row() if indexes else -1).encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Put the row dragged before the one it was dropped at."""
        _ = column
        if action != Qt.DropAction.MoveAction or not data.hasFormat(_PLACES):
            return False
        place = int(bytes(data.data(_PLACES).data()).decode())
        target = row if row >= 0 else parent.row() if parent.isValid() else len(self._rows)
        self.move(place, target - 1 if target > place else target)
        return False


class OrderedList(QListView, Generic[Row]):
    """Be a list that is ordered by dragging or with Alt and the arrows."""

    ordered = Signal(object)
    """The ids in their new order, as a tuple."""
    row_changed = Signal(object)
    """The row the list stands on now, or None."""
    row_activated = Signal(object)
    """The row that Enter or a double click chose."""

    def __init__(
        self,
        key: Callable[[Row], str],
        text: Callable[[Row], str],
        theme: Theme,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """Take what tells rows apart, what they are called, and a name that a screen reader speaks."""
        super().__init__(parent)
        self._model = OrderedModel(key, text)
        self._theme = theme
        self._kept = ""
        self.setAccessibleName(name)
        self.setToolTip(self.tr("Reihenfolge ändern: ziehen oder Alt+Pfeil auf und Alt+Pfeil ab"))
        self._build()
        self._connect()

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the ids in the order shown."""
        return self._model.keys

    @property
    def current_row(self) -> Row | None:
        """Return the row the list stands on."""
        index = self.currentIndex()
        return self._model.row_at(index.row()) if index.isValid() else None

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the list stays on its row."""
        self._model.show_rows(rows)

    def set_fixed(self, *, fixed: bool) -> None:
        """Refuse a change of the order, or allow it."""
        self._model.fixed = fixed

    def reveal(self, key: str) -> bool:
        """Go to the row of a key; returns False if there is none."""
        if key not in self.keys:
            return False
        index = self._model.index(self.keys.index(key))
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the row with Alt and the arrows, open it with Enter."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        place = self.currentIndex().row()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and Qt.Key(event.key()) in steps:
            self._model.move(place, place + steps[Qt.Key(event.key())])
            self.scrollTo(self.currentIndex())
        elif event.key() in _ENTER:
            self._activate(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setModel(self._model)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setWordWrap(True)
        self.setSpacing(self._theme.sizes.unit // 2)

    def _connect(self) -> None:
        self._model.moved.connect(self._tell_order)
        self._model.modelAboutToBeReset.connect(self._keep)
        self._model.modelReset.connect(self._restore)
        self.selectionModel().currentChanged.connect(self._tell_current)
        self.doubleClicked.connect(self._activate)

    def _tell_order(self) -> None:
        self.ordered.emit(self.keys)

    def _tell_current(self, current: QModelIndex) -> None:
        self.row_changed.emit(self._model.row_at(current.row()) if current.isValid() else None)

    def _activate(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_activated.emit(self._model.row_at(index.row()))

    def _keep(self) -> None:
        index = self.currentIndex()
        self._kept = self.keys[index.row()] if index.isValid() else ""

    def _restore(self) -> None:
        self.reveal(self._kept)
