"""Show offerings counted by field of action and municipality; a cell leads to its offerings."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTableView, QWidget

from kizdesk.project.evaluation.register import HeatTable
from kizdesk.ui.tables.delegate import CellDelegate
from kizdesk.ui.tables.header import TitleHeader
from kizdesk.ui.tables.model import STRONG
from kizdesk.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
SHADE = int(ROLE.UserRole) + 9
_NO_INDEX = QModelIndex()
_EMPTY = HeatTable((), (), (), (), 0)
_STRONGEST = 0.45
"""Opacity of the darkest cell, so that its number stays readable."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class HeatModel(QAbstractTableModel):
    """Be the counts, with the totals in the last row and column."""

    def __init__(self) -> None:
        super().__init__()
        self._table = _EMPTY

    @property
    def municipalities(self) -> int:
        """Return how many columns count."""
        return len(self._table.municipality_ids)

    def show_table(self, table: HeatTable) -> None:
        """Show other counts."""
        if table != self._table:
            self.beginResetModel()
            self._table = table
            self.endResetModel()

    def place(self, index: Index) -> tuple[str, str]:
        """Return field and municipality of a cell; empty where it stands for all."""
        row, column = index.row(), index.column() - 1
        field = self._table.rows[row].field_id if row < len(self._table.rows) else ""
        place = self._table.municipality_ids[column] if 0 <= column < self.municipalities else ""
        return field, place

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the fields and the row of totals."""
        return 0 if parent.isValid() or not self._table.rows else len(self._table.rows) + 1

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return title, municipalities and the total."""
        return 0 if parent.isValid() else self.municipalities + 2

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == ROLE.DisplayRole:
            return self._title(row) if column == 0 else str(self._count(row, column - 1) or "–")
        if role in (ROLE.AccessibleTextRole, ROLE.ToolTipRole):
            return self._spoken(row, column - 1)
        if role == ROLE.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignHCenter
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == STRONG:
            return column == 0 or row == len(self._table.rows) or column > self.municipalities
        return self._shade(row, column - 1) if role == SHADE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> object:
        """Return field, municipality or total; the last stands in the middle, as its numbers do."""
        if role == ROLE.TextAlignmentRole and section == self.municipalities + 1:
            return Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        if orientation != Qt.Orientation.Horizontal or role not in (ROLE.DisplayRole, ROLE.AccessibleTextRole):
            return None
        return ("Handlungsfeld", *self._table.municipalities, "Gesamt")[section]

    def _title(self, row: int) -> str:
        return self._table.rows[row].title if row < len(self._table.rows) else "Angebote insgesamt"

    def _count(self, row: int, column: int) -> int:
        last = column >= self.municipalities
        if row == len(self._table.rows):
            return self._table.total if last else self._table.totals[column]
        held = self._table.rows[row]
        return held.total if last else held.cells[column].count

    def _shade(self, row: int, column: int) -> float:
        inside = row < len(self._table.rows) and 0 <= column < self.municipalities
        return self._table.rows[row].cells[column].share if inside else 0.0

    def _spoken(self, row: int, column: int) -> str:
        if column < 0:
            return self._title(row)
        place = self._table.municipalities[column] if column < self.municipalities else "alle Kommunen"
        count = self._count(row, column)
        told = "kein Angebot" if not count else "ein Angebot" if count == 1 else f"{count} Angebote"
        return f"{self._title(row)}, {place}: {told}"


class HeatDelegate(CellDelegate):
    """Draw a cell on the shade of its number."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(theme, parent)
        self._shades = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the shade, then the number."""
        share = float(index.data(SHADE) or 0.0)
        if share > 0:
            colour = self._shades.colour("primary")
            colour.setAlphaF(_STRONGEST * share)
            painter.fillRect(option.rect.adjusted(1, 1, -1, -1), colour)
        super().paint(painter, option, index)


class HeatView(QTableView):
    """Be the table; click or Enter chooses a cell."""

    cell_chosen = Signal(str, str)
    """Field and municipality; empty where the cell stands for all."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heat = HeatModel()
        self._build()
        self.clicked.connect(self._choose)
        theme.changed.connect(self._measure)

    def show_table(self, table: HeatTable) -> None:
        """Show other counts."""
        fresh = len(table.municipality_ids) != self._heat.municipalities
        self._heat.show_table(table)
        if fresh:
            rotated = frozenset(range(1, len(table.municipality_ids) + 1))
            header = TitleHeader(self._theme, rotated, self)
            header.setSectionsClickable(False)
            header.setSortIndicatorShown(False)
            self.setHorizontalHeader(header)
        self._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with Enter or the space bar."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setModel(self._heat)
        self.setItemDelegate(HeatDelegate(self._theme, self))
        self.setObjectName("heat")
        self.setAccessibleName(self.tr("Angebote nach Handlungsfeld und Kommune"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()

    def _measure(self) -> None:
        if not self._heat.columnCount() or not self._heat.rowCount():
            return
        header, last = self.horizontalHeader(), self._heat.columnCount() - 1
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(self._theme.sizes.matrix_column)
        for column in range(1, last):
            self.setColumnWidth(column, self._theme.sizes.matrix_column)
        self.setColumnWidth(last, 2 * self._theme.sizes.matrix_column)
        self.verticalHeader().setDefaultSectionSize(self._theme.sizes.row)

    def _choose(self, index: QModelIndex) -> None:
        self.cell_chosen.emit(*self._heat.place(index))
