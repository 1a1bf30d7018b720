"""Show rows of any kind to a table, sorted and filtered, and say only what changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from decimal import Decimal
from typing import Generic

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal

from kizdesk.ui.tables.arranging import Arranging
from kizdesk.ui.tables.column import Column, Row
from kizdesk.ui.tables.difference import missing, ranges

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
SIGN = int(ROLE.UserRole) + 1
COLOUR = int(ROLE.UserRole) + 2
STRONG = int(ROLE.UserRole) + 3
MARK = int(ROLE.UserRole) + 4
_NO_INDEX = QModelIndex()
_SLICE = 250
"""Rows made searchable between two events."""
_RANGES = 40
"""With more ranges than these it is cheaper to begin anew."""
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "centre": Qt.AlignmentFlag.AlignHCenter,
}


class TableModel(QAbstractTableModel, Generic[Row]):
    """Be the rows of a table."""

    ticked = Signal(object)
    """The row whose box was pressed; whoever shows the rows shows it ticked or not."""

    def __init__(self, columns: Sequence[Column[Row]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._arranging = Arranging(self.columns)
        self._rows: list[Row] = []
        self._keys: list[Hashable] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._prepare)

    @property
    def total(self) -> int:
        """Return how many rows there are, seen or not."""
        return self._arranging.total

    @property
    def sorting(self) -> tuple[int, bool]:
        """Return the column sorted by, -1 for none, and whether it is sorted downwards."""
        return self._arranging.sorted_by, self._arranging.descending

    @property
    def filtered(self) -> bool:
        """Return whether words hide rows."""
        return bool(self._arranging.words)

    def show_rows(self, rows: Sequence[Row], key: Callable[[Row], Hashable]) -> None:
        """Show other rows; ``key`` tells which is which, so that the selection stays."""
        self._arranging.take(rows, key)
        self._arrange()
        if self._arranging.total:
            self._timer.start()

    def look_for(self, text: str) -> None:
        """Show only rows that hold all the words."""
        self._arranging.look_for(text)
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 restores the order in which the rows came."""
        self._arranging.sorted_by = column
        self._arranging.descending = order == Qt.SortOrder.DescendingOrder
        self._arrange()

    def row_at(self, number: int) -> Row:
        """Return a row by its place."""
        return self._rows[number]

    def key_at(self, number: int) -> Hashable:
        """Return the key of the row at a place."""
        return self._keys[number]

    def place_of(self, key: Hashable) -> int:
        """Return the place of a key, or -1 if it is not seen."""
        return self._keys.index(key) if key in self._keys else -1

    def holds(self, key: Hashable) -> bool:
        """Return whether there is a row of a key, seen or not."""
        return self._arranging.holds(key)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many rows are seen."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self._rows[index.row()]
        if role == ROLE.DisplayRole:
            return "" if column.sign is not None and column.sign(row) is not None else column.text_of(row)
        if role in (ROLE.ToolTipRole, ROLE.AccessibleDescriptionRole):
            return column.tip_of(row)
        if role == ROLE.AccessibleTextRole:
            return f"{column.title}: {column.text_of(row)}"
        if role == ROLE.TextAlignmentRole:
            return _alignment(column, row)
        return _look(column, row, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a box be pressed where there is one."""
        flags = super().flags(index)
        return flags if self.data(index, ROLE.CheckStateRole) is None else flags | Qt.ItemFlag.ItemIsUserCheckable

    def setData(self, index: Index, value: object, role: int = ROLE.EditRole) -> bool:
        """Tell that a box was pressed."""
        if role != ROLE.CheckStateRole or not index.isValid():
            return False
        self.ticked.emit(self._rows[index.row()])
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> object:
        """Return the title of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role in (ROLE.DisplayRole, ROLE.ToolTipRole, ROLE.AccessibleTextRole):
            return column.title
        if role == ROLE.TextAlignmentRole:
            return self._title_alignment(column)
        return None

    def _title_alignment(self, column: Column[Row]) -> Qt.AlignmentFlag:
        first = next((row for row in self._rows if column.value(row) is not None), None)
        side = _ALIGN[column.align or "left"] if first is None else _alignment(column, first)
        return (side & Qt.AlignmentFlag.AlignHorizontal_Mask) | Qt.AlignmentFlag.AlignBottom

    def _prepare(self) -> None:
        self._arranging.prepare(_SLICE)
        if self._arranging.prepared:
            self._timer.stop()

    def _arrange(self) -> None:
        pairs = self._arranging.arranged()
        keys, rows = [key for key, _ in pairs], [row for _, row in pairs]
        if keys == self._keys:
            self._update(rows)
            return
        known, wanted = set(self._keys), set(keys)
        if known == wanted:
            self._reorder(keys, rows)
            return
        gone, new = missing(self._keys, wanted), missing(keys, known)
        stays = [key for key in self._keys if key in wanted] == [key for key in keys if key in known]
        if stays and len(gone) + len(new) <= _RANGES:
            self._remove(gone)
            self._insert(new, keys, rows)
            self._update(rows)
        else:
            self.beginResetModel()
            self._keys, self._rows = keys, rows
            self.endResetModel()

    def _update(self, rows: list[Row]) -> None:
        changed = [place for place, row in enumerate(rows) if row is not self._rows[place] and row != self._rows[place]]
        self._rows = rows
        for first, last in ranges(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _reorder(self, keys: list[Hashable], rows: list[Row]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = {key: place for place, key in enumerate(keys)}
        after = [self.index(places[self._keys[index.row()]], index.column()) for index in before]
        self._keys, self._rows = keys, rows
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _remove(self, gone: list[tuple[int, int]]) -> None:
        for first, last in reversed(gone):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._keys[first : last + 1], self._rows[first : last + 1]
            self.endRemoveRows()

    def _insert(self, new: list[tuple[int, int]], keys: list[Hashable], rows: list[Row]) -> None:
        for first, last in new:
            self.beginInsertRows(QModelIndex(), first, last)
            self._keys[first:first] = keys[first : last + 1]
            self._rows[first:first] = rows[first : last + 1]
            self.endInsertRows()


def _look(column: Column[Row], row: Row, role: int) -> object:
    if role == SIGN:
        return column.sign(row) if column.sign is not None else None
    if role == COLOUR:
        return column.role(row) if column.role is not None else ""
    if role == STRONG:
        return column.strong
    if role == MARK:
        return column.mark(row) if column.mark is not None else ""
    if role == ROLE.CheckStateRole:
        return _ticked(column.check(row)) if column.check is not None else None
    return None


def _ticked(share: float | None) -> Qt.CheckState | None:
    if share is None:
        return None
    if share <= 0:
        return Qt.CheckState.Unchecked
    return Qt.CheckState.Checked if share >= 1 else Qt.CheckState.PartiallyChecked


def _alignment(column: Column[Row], row: Row) -> Qt.AlignmentFlag:
    side = column.align
    if not side:
        value = column.value(row)
        number = isinstance(value, (int, float, Decimal)) and not isinstance(value, bool)
        side = "centre" if column.sign is not None else "right" if number and column.text is None else "left"
    return _ALIGN[side] | Qt.AlignmentFlag.AlignVCenter
