"""Hold the rows of a small editable table as texts, and turn them into values and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from kizdesk.domain.errors import UserError
from kizdesk.ui.forms.german import read_amount, read_whole, write_amount

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class RowColumn:
    """Be one column: its title, the name of the field it fills, and what kind of value that is.

    ``kind`` is ``text``, ``amount`` (Decimal or None), ``whole`` (int or None) or ``choice`` (one of ``options``, as
    pairs of value and words). Rows that are tuples need no names; their cells are texts of whatever kind.
    """

    title: str
    name: str = ""
    kind: str = "text"
    options: tuple[tuple[str, str], ...] = ()
    unit: str = ""
    stretch: int = 1


class RowModel(QAbstractTableModel):
    """Be the rows; ``make`` builds a row from its fields, without it rows are tuples of texts.

    A tuple may be longer than there are columns; the rest of it goes along unseen.
    """

    changed = Signal()
    """The user changed cells or rows."""

    def __init__(
        self, columns: Sequence[RowColumn], make: Callable[..., Any] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.is_read_only = False
        self._make = make
        self._rows: list[list[str]] = []

    def show_values(self, values: Sequence[Any]) -> None:
        """Show rows."""
        self.beginResetModel()
        self._rows = [self._texts(value) for value in values]
        self.endResetModel()

    def values(self) -> tuple[Any, ...]:
        """Return the rows that are not empty; raises UserError if a cell cannot be read."""
        return tuple(self._value(number, row) for number, row in enumerate(self._rows) if any(row))

    def add(self, place: int) -> None:
        """Put an empty row at a place."""
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.insert(place, [""] * len(self.columns))
        self.endInsertRows()

    def remove(self, place: int) -> None:
        """Take a row away."""
        self.beginRemoveRows(QModelIndex(), place, place)
        del self._rows[place]
        self.endRemoveRows()
        self.changed.emit()

    def move(self, place: int, to: int) -> bool:
        """Move a row to another place; returns False if there is none."""
        if not (0 <= place < len(self._rows) and 0 <= to < len(self._rows)) or place == to:
            return False
        self.beginMoveRows(QModelIndex(), place, place, QModelIndex(), to + 1 if to > place else to)
        self._rows.insert(to, self._rows.pop(place))
        self.endMoveRows()
        self.changed.emit()
        return True

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return len(self._rows) if parent is None or not parent.isValid() else 0

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return len(self.columns) if parent is None or not parent.isValid() else 0

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> Any:
        """Return the titles and the numbers of the rows."""
        if role != ROLE.DisplayRole:
            return None
        return self.columns[section].title if orientation == Qt.Orientation.Horizontal else str(section + 1)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        """Return the text of a cell."""
        text, column = self._rows[index.row()][index.column()], self.columns[index.column()]
        if role == ROLE.EditRole:
            return text
        if role in (ROLE.DisplayRole, ROLE.ToolTipRole):
            return dict(column.options).get(text, text)
        if role == ROLE.TextAlignmentRole and column.kind in ("amount", "whole"):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == ROLE.AccessibleTextRole:
            return f"{column.title}: {dict(column.options).get(text, text) or 'leer'}"
        return None

    def setData(self, index: Index, value: Any, role: int = ROLE.EditRole) -> bool:
        """Take what was typed into a cell."""
        text = str(value or "").strip()
        if role != ROLE.EditRole or self.is_read_only or text == self._rows[index.row()][index.column()]:
            return False
        self._rows[index.row()][index.column()] = text
        self.dataChanged.emit(index, index)
        self.changed.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cells be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if self.is_read_only else flags | Qt.ItemFlag.ItemIsEditable

    def _texts(self, value: Any) -> list[str]:
        if self._make is None:
            return [*map(str, value), *[""] * (len(self.columns) - len(value))]
        return [_spelled(getattr(value, column.name)) for column in self.columns]

    def _value(self, number: int, row: Sequence[str]) -> Any:
        if self._make is None:
            return tuple(row)
        fields: dict[str, Any] = {}
        for column, text in zip(self.columns, row, strict=True):
            try:
                fields[column.name] = _read(column, text)
            except UserError as refusal:
                raise UserError(f"Zeile {number + 1}, {column.title}: {refusal}") from None
        return self._make(**fields)


def _read(column: RowColumn, text: str) -> Any:
    if column.kind == "amount":
        return read_amount(text, unit=column.unit)
    if column.kind == "whole":
        return read_whole(text, unit=column.unit)
    return text


def _spelled(value: Any) -> str:
    if isinstance(value, Decimal):
        return write_amount(value)
    return "" if value is None else str(value)
