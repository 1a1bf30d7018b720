"""Show the matrix: signs that open the interview, and names that stay while the rest scrolls sideways."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from kizdesk.project.stocktaking import Matrix, MatrixRow
from kizdesk.project.stocktaking.rows import NOTHING
from kizdesk.ui.pages.stocktaking.matrix_columns import columns_of, key_of
from kizdesk.ui.session import Session
from kizdesk.ui.tables import TableView
from kizdesk.ui.tables.delegate import CellDelegate
from kizdesk.ui.tables.header import TitleHeader
from kizdesk.ui.widgets.look import set_look

_STEP_LETTERS = 27
"""Letters of the next step that shall be seen."""


class MatrixTable(TableView[MatrixRow]):
    """Be the table of municipalities by sections."""

    section_chosen = Signal(object, int)
    """A row, and the number of the section in it."""
    step_chosen = Signal(object)
    """The row whose next step shall be done."""

    def __init__(self, session: Session, table: Matrix, parent: QWidget | None = None) -> None:
        self._sections = len(table.columns)
        super().__init__(columns_of(table), key_of, session.theme, session.memory, "stocktaking.matrix", parent)
        self._names = QTableView(self)
        self._pin()

    def enter(self, row: MatrixRow) -> None:
        """Do what Enter does on the cell the keyboard stands on; a name is its next step."""
        column = self.currentIndex().column()
        if 1 <= column <= self._sections:
            self.section_chosen.emit(row, column - 1)
        else:
            self.step_chosen.emit(row)

    def show_rows(self, rows: Sequence[MatrixRow]) -> None:
        """Show other rows; the signs stand as far apart as there is room."""
        super().show_rows(rows)
        self._share_out()

    def height_for(self, count: int) -> int:
        """Return how high the table is that shows so many rows without scrolling."""
        frame = self.height() - self.contentsRect().height()
        return frame + self.horizontalHeader().sizeHint().height() + count * self.verticalHeader().defaultSectionSize()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what can be opened."""
        super().mouseMoveEvent(event)
        opens = self._opens(self.indexAt(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the names at their edge."""
        super().resizeEvent(event)
        self._share_out()
        self._place()

    def _pin(self) -> None:
        names, theme = self._names, self._theme
        names.setModel(self.rows)
        names.setSelectionModel(self.selectionModel())
        names.setItemDelegate(CellDelegate(theme, names))
        names.setHorizontalHeader(TitleHeader(theme, frozenset(), names))
        names.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.verticalHeader().hide()
        names.setFrameShape(QFrame.Shape.NoFrame)
        set_look(names, "bare", "true")
        names.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        names.setShowGrid(False)
        names.setWordWrap(False)
        names.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        names.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        names.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for bars in (names.setHorizontalScrollBarPolicy, names.setVerticalScrollBarPolicy):
            bars(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for column in range(1, self.rows.columnCount()):
            names.hideColumn(column)
        names.setObjectName("matrix-names")
        names.setAccessibleName(self.tr("Namen der Kommunen"))
        names.hide()
        self._follow()

    def _follow(self) -> None:
        header = self.horizontalHeader()
        header.setFirstSectionMovable(False)
        header.setMinimumSectionSize(self._theme.sizes.sign + self._theme.sizes.gap_small)
        for number in range(1, self._sections + 1):
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Fixed)
        header.sectionResized.connect(self._place)
        header.geometriesChanged.connect(self._place)
        self.horizontalScrollBar().valueChanged.connect(self._place)
        self.verticalScrollBar().valueChanged.connect(self._names.verticalScrollBar().setValue)
        self._names.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.row_activated.connect(self.enter)
        self.clicked.connect(self._click)
        self._theme.changed.connect(self._share_out)

    @Slot()
    def _share_out(self) -> None:
        """Let the signs stand close enough that the next step can be read."""
        header, sizes = self.horizontalHeader(), self._theme.sizes
        last = self.rows.columnCount() - 1
        taken = (
            header.sectionSize(0) + header.sectionSize(last - 1) + _STEP_LETTERS * self.fontMetrics().averageCharWidth()
        )
        room = (self.viewport().width() - taken) // max(self._sections, 1)
        width = min(max(room, sizes.sign + sizes.gap_small), sizes.matrix_column)
        for number in range(1, self._sections + 1):
            header.resizeSection(number, width)

    @Slot()
    def _place(self) -> None:
        header, names = self.horizontalHeader(), self._names
        names.setVisible(self.horizontalScrollBar().value() > 0 and header.isVisible())
        if not names.isVisible():
            return
        width = header.sectionSize(0)
        names.setColumnWidth(0, width)
        names.horizontalHeader().setFixedHeight(header.height())
        names.verticalHeader().setDefaultSectionSize(self.verticalHeader().defaultSectionSize())
        edge = self.viewport().geometry().topLeft()
        names.setGeometry(edge.x(), edge.y() - header.height(), width, header.height() + self.viewport().height())
        names.verticalScrollBar().setValue(self.verticalScrollBar().value())
        names.raise_()

    def _opens(self, index: QModelIndex) -> bool:
        if not index.isValid():
            return False
        last = index.column() == self.rows.columnCount() - 1
        return 1 <= index.column() <= self._sections or (last and self.rows.row_at(index.row()).next_step != NOTHING)

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        if self._opens(index):
            self.enter(self.rows.row_at(index.row()))
