"""Show rows in a table that sorts, filters, copies and remembers its columns."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import Generic

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from kizdesk.ui.tables.column import Column, Row
from kizdesk.ui.tables.copying import copied
from kizdesk.ui.tables.delegate import CellDelegate
from kizdesk.ui.tables.header import TitleHeader
from kizdesk.ui.tables.in_sight import keep_in_sight
from kizdesk.ui.tables.layout import ColumnMemory
from kizdesk.ui.tables.lending import Lending, spread
from kizdesk.ui.tables.model import TableModel
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.cards import EmptyState
from kizdesk.ui.widgets.remembering import Remembers

_SAMPLE = 60
"""Rows looked at to find a width."""
_WIDEST, _NARROWEST = 36, 5
_STRETCH = 18
"""Letters a column that takes the rest shows at least."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TableView(QTableView, Generic[Row]):
    """Be a table of rows of any kind."""

    row_activated = Signal(object)
    """The row that Enter or a double click chose."""
    row_changed = Signal(object)
    """The row the table stands on now, or None."""
    selection_moved = Signal()
    """Other rows are selected now."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], Hashable],
        theme: Theme,
        memory: Remembers,
        name: str,
        parent: QWidget | None = None,
        *,
        dense: bool = False,
    ) -> None:
        """Take the columns, what tells rows apart, the name the columns are remembered under, and if rows are low."""
        super().__init__(parent)
        self._key = key
        self._theme = theme
        self._dense = dense
        self._without: frozenset[int] = frozenset()
        self._model = TableModel(columns)
        self._memory = ColumnMemory(memory, name, [column.name for column in columns])
        self._header = TitleHeader(theme, {number for number, column in enumerate(columns) if column.rotated}, self)
        self._lending = Lending(self._header)
        self._whole: dict[int, int] = {}
        self._empty = EmptyState("", "", self.viewport())
        self._nothing = EmptyState(self.tr("Kein Eintrag enthält diese Wörter."), "", self.viewport())
        self._teaching = False
        self._laid_out = False
        self._scale = theme.scale
        self._stretching = False
        self._kept: tuple[list[Hashable], Hashable | None, int] = ([], None, 0)
        self._saver = QTimer(self)
        self._build()
        self._connect()

    @property
    def rows(self) -> TableModel[Row]:
        """Return the model with the rows."""
        return self._model

    @property
    def current_row(self) -> Row | None:
        """Return the row the table stands on."""
        index = self.currentIndex()
        return self._model.row_at(index.row()) if index.isValid() else None

    @property
    def selected_rows(self) -> tuple[Row, ...]:
        """Return the rows selected, in the order shown."""
        return tuple(self._model.row_at(number) for number in self._selected())

    @property
    def empty_state(self) -> EmptyState:
        """Return what stands there without rows; its button tells by ``begun``."""
        return self._empty

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; selection and place stay. Where the chosen row went, the one it led to is chosen."""
        chosen = self.selectionModel().hasSelection()
        self._model.show_rows(rows, self._key)
        if chosen and not self.selectionModel().hasSelection() and self.currentIndex().isValid():
            self.selectRow(self.currentIndex().row())
        before, self._whole = self._whole, self._whole_widths(rows[:_SAMPLE])
        if rows and not self._laid_out:
            self._lay_out()
        elif self._whole != before:
            self._stretch()
        self._teach()

    def show_empty(self, sentence: str, button_text: str = "") -> None:
        """Say what stands there without rows: why, and how to begin."""
        self._empty.show_text(sentence, button_text)
        self._teaching = True
        self._teach()

    def look_for(self, words: str) -> None:
        """Show only rows that hold all the words."""
        self._model.look_for(words)
        self._teach()

    def reveal(self, key: Hashable) -> bool:
        """Go to the row of a key, even if words hide it; returns False if there is none."""
        if self._model.place_of(key) < 0 and self._model.holds(key):
            self.look_for("")
        place = self._model.place_of(key)
        if place < 0:
            return False
        index = self._model.index(place, max(0, self.currentIndex().column()))
        if place != self.currentIndex().row() or not self.selectionModel().hasSelection():
            flags = QItemSelectionModel.SelectionFlag  # not by the keys held, such as Strg of Strg+Tab
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        return True

    def leave_out(self, names: Sequence[str]) -> None:
        """Hide columns that say nothing about the rows shown; copying takes them along."""
        columns = self._model.columns
        self._without = frozenset(number for number, column in enumerate(columns) if column.name in names)
        self._stretching = True  # a column that comes back is not one that the user made wider
        for number, column in enumerate(columns):
            if number in self._without or not column.spare:
                self._header.setSectionHidden(number, number in self._without)
        self._stretching = False
        self._stretch()

    def copy_selection(self) -> None:
        """Put the selected rows onto the clipboard, with headings."""
        rows = self.selected_rows
        if rows:
            order = [self._header.logicalIndex(place) for place in range(self._header.count())]
            QGuiApplication.clipboard().setMimeData(copied([self._model.columns[number] for number in order], rows))

    def order_by(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column and remember it."""
        self._header.setSortIndicator(column, order)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy with Strg+C, open with Enter, sort with Strg+Umschalt and the arrows up and down."""
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif event.modifiers() & both == both and event.key() == Qt.Key.Key_Up:
            self.order_by(self.currentIndex().column(), Qt.SortOrder.AscendingOrder)
        elif event.modifiers() & both == both and event.key() == Qt.Key.Key_Down:
            self.order_by(self.currentIndex().column(), Qt.SortOrder.DescendingOrder)
        elif event.key() in _ENTER and not control and self.currentIndex().isValid():
            self._activate(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what the table can do by itself."""
        self.context_menu().exec(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what stands there without rows in the middle, and a row that is chosen in sight."""
        super().resizeEvent(event)
        keep_in_sight(self, event.oldSize().height())
        self._stretch()
        for state in (self._empty, self._nothing):
            state.setGeometry(self.viewport().rect())

    def context_menu(self) -> QMenu:
        """Return the menu of the table."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        index = self.currentIndex()
        copy = menu.addAction(self.tr("Zeilen kopieren\tStrg+C"), self.copy_selection)
        copy.setEnabled(bool(self._selected()))
        if index.isValid():
            title = self._model.columns[index.column()].title
            for text, order in (
                (self.tr("Nach „{0}“ aufsteigend ordnen"), Qt.SortOrder.AscendingOrder),
                (self.tr("Nach „{0}“ absteigend ordnen"), Qt.SortOrder.DescendingOrder),
            ):
                menu.addAction(text.format(title), partial(self.order_by, index.column(), order))
        menu.addAction(self.tr("Reihenfolge wie erfasst"), partial(self.order_by, -1))
        menu.addAction(self.tr("Spaltenbreiten zurücksetzen"), self._fit)
        return menu

    def _build(self) -> None:
        self.setHorizontalHeader(self._header)
        self.setModel(self._model)
        self.setItemDelegate(CellDelegate(self._theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._header.setStretchLastSection(not any(column.stretch for column in self._model.columns))
        for number, column in enumerate(self._model.columns):
            if column.stretch:
                self._header.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
        self._saver.setSingleShot(True)
        self._saver.setInterval(400)
        self._measure()
        self._restore_sorting()
        self._teach()

    def _connect(self) -> None:
        self.doubleClicked.connect(self._activate)
        self._saver.timeout.connect(self._keep_columns)
        self._header.sectionResized.connect(self._follow_width)
        self._header.sectionMoved.connect(self._save_later)
        self._header.sortIndicatorChanged.connect(self._sort)
        self._model.modelAboutToBeReset.connect(self._keep_selection)
        self._model.modelReset.connect(self._restore_selection)
        self.selectionModel().currentRowChanged.connect(self._tell_current)
        self.selectionModel().selectionChanged.connect(self.selection_moved)
        self._theme.changed.connect(self._follow_theme)

    def _selected(self) -> list[int]:
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def _measure(self) -> None:
        sizes, letters = self._theme.sizes, self.fontMetrics().height()
        height = letters + sizes.unit + sizes.focus if self._dense else max(sizes.row, letters + 4 * sizes.unit)
        self.verticalHeader().setMinimumSectionSize(0)
        self.verticalHeader().setDefaultSectionSize(height)

    def _follow_theme(self) -> None:
        self._measure()
        if self._laid_out and self._theme.scale != self._scale:
            self._whole = self._whole_widths(self._sample())
            self._fit()
        self._scale = self._theme.scale

    def _lay_out(self) -> None:
        self._fit()
        fitted = [self._header.sectionSize(number) for number in range(self._header.count())]
        self._stretching = True
        self._memory.restore(self._header)
        self._stretching = False
        for number, column in enumerate(self._model.columns):
            if not column.stretch and self._header.sectionSize(number) != fitted[number]:
                self._lending.keep(number)
        self._laid_out = True
        self._stretch()

    def _fit(self) -> None:
        self._stretching = True
        self._lending.take_back()
        self._lending.forget()
        for number, column in enumerate(self._model.columns):
            if not column.stretch:
                self._header.resizeSection(number, self._width(number, column))
        self._stretching = False
        self._save_later()

    def _width(self, number: int, column: Column[Row]) -> int:
        if column.rotated:
            return self._theme.sizes.matrix_column
        metrics = self.fontMetrics()
        letter = metrics.averageCharWidth()
        room = 2 * self._theme.sizes.gap
        if column.stretch:
            return max((column.width or _STRETCH) * letter, self._header.title_width(column.title))
        if column.width:
            return column.width * letter + room
        widest = self._widest(column, self._sample())
        width = min(max(widest, _NARROWEST * letter), _WIDEST * letter) + room
        return max(width, self._header.title_width(column.title))

    def _widest(self, column: Column[Row], rows: Sequence[Row]) -> int:
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(column.text_of(row)) for row in rows), default=0)
        return widest * 21 // 20 if column.strong else widest

    def _whole_widths(self, rows: Sequence[Row]) -> dict[int, int]:
        """Return how wide columns of text must be so that nothing in them is cut."""
        sizes = self._theme.sizes
        found: dict[int, int] = {}
        for number, column in enumerate(self._model.columns):
            if column.sign is None and not column.rotated:
                beside = sum(part is not None for part in (column.mark, column.check)) * (sizes.icon + 2 * sizes.unit)
                found[number] = self._widest(column, rows) + beside + 2 * sizes.gap
        return found

    def _sample(self) -> list[Row]:
        return [self._model.row_at(place) for place in range(min(_SAMPLE, self._model.rowCount()))]

    def _restore_sorting(self) -> None:
        kept = self._memory.sorting()
        column, order = kept if kept is not None else (-1, Qt.SortOrder.AscendingOrder)
        self._header.setSortIndicator(column, order)
        self._model.sort(column, order)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self._model.sort(column, order)
        self._memory.keep_sorting(column, order)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _stretch(self) -> None:
        if self._stretching:
            return
        self._stretching = True
        self._lending.take_back()
        if self._laid_out:
            self._spare()
        least = {at: self._width(at, column) for at, column in enumerate(self._model.columns) if column.stretch}
        taken = sum(self._header.sectionSize(at) for at in range(self._header.count()) if at not in least)
        for number, width in spread(self.viewport().width() - taken, least).items():
            self._header.resizeSection(number, width)
        if self._laid_out:
            self._lending.lend(least, self._whole)
        self._stretching = False

    def _spare(self) -> None:
        """Hide the last of the spare columns until the rest fits."""
        columns = self._model.columns
        spare = [number for number, column in enumerate(columns) if column.spare and number not in self._without]
        for number in spare:
            if self._header.isSectionHidden(number):
                self._header.showSection(number)
        shown = [number for number in range(len(columns)) if number not in self._without]
        needed = sum(self._least(number, columns[number]) for number in shown)
        for number in reversed(spare):
            if needed <= self.viewport().width():
                return
            needed -= self._least(number, columns[number])
            self._header.hideSection(number)

    def _least(self, number: int, column: Column[Row]) -> int:
        return self._width(number, column) if column.stretch else self._header.sectionSize(number)

    def _follow_width(self, section: int) -> None:
        if not self._stretching:
            self._lending.keep(section)
            self._save_later()

    def _save_later(self) -> None:
        self._stretch()
        if self._laid_out and not self._stretching:
            self._saver.start()

    def _keep_columns(self) -> None:
        self._memory.keep_columns(self._header, self._lending.own_width)

    def _teach(self) -> None:
        bare = self._model.rowCount() == 0
        nothing = bare and self._model.total > 0
        self._nothing.setVisible(nothing)
        taught = bare and not nothing and self._teaching
        self._empty.setVisible(taught)
        begins = taught and bool(self._empty.button_text)  # then Tab leads to the button alone
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if begins else Qt.FocusPolicy.StrongFocus)
        self._header.setVisible(not bare or nothing or not self._teaching)

    def _activate(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_activated.emit(self._model.row_at(index.row()))

    def _keep_selection(self) -> None:
        keys = [self._model.key_at(number) for number in self._selected()]
        index = self.currentIndex()
        current = self._model.key_at(index.row()) if index.isValid() else None
        self._kept = keys, current, max(0, index.column())

    def _restore_selection(self) -> None:
        keys, current, column = self._kept
        places = [place for key in keys if (place := self._model.place_of(key)) >= 0]
        flags = QItemSelectionModel.SelectionFlag
        if current is not None and (place := self._model.place_of(current)) >= 0:
            self.selectionModel().setCurrentIndex(self._model.index(place, column), flags.NoUpdate)
        chosen = QItemSelection()
        for found in places:
            chosen.select(self._model.index(found, 0), self._model.index(found, len(self._model.columns) - 1))
        self.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)

    def _tell_current(self, current: QModelIndex) -> None:
        self.row_changed.emit(self._model.row_at(current.row()) if current.isValid() else None)
