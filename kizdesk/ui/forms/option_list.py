"""Choose several of many options in a list with a search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QListView

from kizdesk.domain.texts import fold
from kizdesk.ui.forms.options import Option

_SHOWN = 8
"""Rows of a long list that are seen at once."""
Index = QModelIndex | QPersistentModelIndex


class OptionModel(QAbstractListModel):
    """Be the options with their boxes."""

    chosen = Signal()
    """The user ticked a box or took the tick away."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._options: tuple[Option, ...] = ()
        self._chosen: set[Any] = set()
        self.is_read_only = False

    @property
    def options(self) -> tuple[Option, ...]:
        """Return what can be chosen."""
        return self._options

    def show_options(self, options: Sequence[Option]) -> None:
        """Offer other options; what is chosen stays chosen."""
        self.beginResetModel()
        self._options = tuple(options)
        self.endResetModel()

    def chosen_values(self) -> tuple[Any, ...]:
        """Return the chosen values in the order of the options."""
        return tuple(option.value for option in self._options if option.value in self._chosen)

    def chosen_texts(self) -> tuple[str, ...]:
        """Return how the chosen options are called."""
        return tuple(option.text for option in self._options if option.value in self._chosen)

    def choose(self, values: Sequence[Any]) -> None:
        """Tick the boxes of these values and of no others."""
        self._chosen = set(values)
        if self._options:
            self.dataChanged.emit(self.index(0), self.index(len(self._options) - 1), [Qt.ItemDataRole.CheckStateRole])

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many options there are."""
        return len(self._options) if parent is None or not parent.isValid() else 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words and the box of an option."""
        option = self._options[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return option.text
        if role == Qt.ItemDataRole.UserRole:
            return fold(option.text)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if option.value in self._chosen else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a box or take the tick away."""
        if role != Qt.ItemDataRole.CheckStateRole or self.is_read_only:
            return False
        self._chosen ^= {self._options[index.row()].value}
        self.dataChanged.emit(index, index, [role])
        self.chosen.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let boxes be ticked."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if self.is_read_only else flags | Qt.ItemFlag.ItemIsUserCheckable


class OptionView(QListView):
    """Be a list as high as its options, up to a limit."""

    def sizeHint(self) -> QSize:
        """Return the height of the rows that are seen at once."""
        rows = min(max(self.model().rowCount(), 1), _SHOWN)
        height = max(self.sizeHintForRow(0), self.fontMetrics().lineSpacing())
        return QSize(
            super().sizeHint().width(), rows * height + 2 * self.frameWidth() + 2 * self.fontMetrics().height() // 2
        )

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless the user is in the list."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
