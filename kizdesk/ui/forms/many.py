"""Choose several of many: a list of boxes, with a search when it is long."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from kizdesk.domain.texts import fold
from kizdesk.ui.forms.editor import Editor
from kizdesk.ui.forms.options import MANY, Option, Source
from kizdesk.ui.widgets.labels import WrapLabel

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

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
        return QSize(super().sizeHint().width(), rows * height + 2 * self.frameWidth() + self.fontMetrics().descent())

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


class Many(Editor):
    """Choose several options of a source; the value is a tuple in the order of the options."""

    def __init__(self, session: Session, parent: QWidget | None = None, *, source: Source, empty: str = "") -> None:
        super().__init__(session, parent)
        self._source, self._empty = source, empty
        self._unknown: tuple[Any, ...] = ()
        self._model = OptionModel(self)
        self._proxy = QSortFilterProxyModel(self)
        self._search = QLineEdit(self)
        self._view = OptionView(self)
        self._summary = WrapLabel("", "small", self)
        self._build()
        self._search.textEdited.connect(self._filter)
        self._view.activated.connect(self._toggle)
        self._model.chosen.connect(self._choose)
        self.reload()

    def value(self) -> Any:
        """Return the chosen values."""
        return (*self._model.chosen_values(), *self._unknown)

    def set_value(self, value: Any) -> None:
        """Tick the boxes of these values; what is not offered is kept as well."""
        known = {option.value for option in self._model.options}
        self._unknown = tuple(item for item in value or () if item not in known)
        self._model.choose(tuple(value or ()))
        self._sum_up()

    def set_read_only(self, *, on: bool) -> None:
        """Show everything and accept nothing, or accept again."""
        self._model.is_read_only = on

    def reload(self) -> None:
        """Fetch the options anew; what is chosen stays."""
        options = tuple(self._source(self.session))
        if options != self._model.options:
            held = self.value()
            self._model.show_options(options)
            self.set_value(held)
            self._search.setVisible(len(options) > MANY)
            self._view.updateGeometry()

    def _build(self) -> None:
        self._proxy.setSourceModel(self._model)
        self._proxy.setFilterRole(Qt.ItemDataRole.UserRole)
        self._view.setModel(self._proxy)
        self._view.setTabKeyNavigation(False)
        self._search.setPlaceholderText(self.tr("Suchen …"))
        self._search.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.session.theme.sizes.unit)
        column.addWidget(self._summary)
        column.addWidget(self._search)
        column.addWidget(self._view)
        self.watch(self._search, self.tr("suchen"))
        self.watch(self._view)
        self.setFocusProxy(self._view)

    def _sum_up(self) -> None:
        texts = self._model.chosen_texts()
        text = self.tr("Gewählt: ") + ", ".join(texts) if texts else self._empty or self.tr("Noch nichts gewählt.")
        self._summary.setText(text)

    @Slot(str)
    def _filter(self, text: str) -> None:
        self._proxy.setFilterFixedString(fold(text.strip()))

    @Slot(QModelIndex)
    def _toggle(self, index: QModelIndex) -> None:
        self._proxy.setData(index, None, Qt.ItemDataRole.CheckStateRole)

    @Slot()
    def _choose(self) -> None:
        self._sum_up()
        self.edited.emit()
        self.committed.emit()
