"""Show the chapters to a tree, with boxes for print and Kurzfassung, and say where one may be dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import overload

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from kizdesk.ui.pages.output.outline_line import Line
from kizdesk.ui.tables.model import COLOUR, STRONG
from kizdesk.ui.widgets.ordered_tree import Index, OrderedTreeModel

TITLE, PRINT, SHORT, CONTENT, PAGE = range(5)
ROLE = Qt.ItemDataRole
_NO_INDEX = QModelIndex()
_TOP = 0
"""Internal id of chapters; sections carry the row of their chapter, counted from 1."""
_ALIGNED: Mapping[int, Qt.AlignmentFlag] = MappingProxyType({PAGE: Qt.AlignmentFlag.AlignRight})


class OutlineModel(OrderedTreeModel):
    """Be the chapters with their sections."""

    print_toggled = Signal(str)
    """Key of the chapter whose box for print was pressed."""
    short_toggled = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("chapter", parent)
        self._titles = (
            self.tr("Kapitel"), self.tr("Drucken"), self.tr("Kurz"), self.tr("Inhalt"), self.tr("Seite"),
        )  # fmt: skip
        self._meanings = {SHORT: self.tr("Kurzfassung"), PAGE: self.tr("Seite in Word, geschätzt")}
        self._groups: list[list[Line]] = []
        """Each chapter, followed by its sections."""

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the same chapters in the same order are only worded anew."""
        groups = _grouped(lines)
        if [[line.key for line in group] for group in groups] == [
            [line.key for line in group] for group in self._groups
        ]:
            self._groups = groups
            self._tell_all()
            return
        self.beginResetModel()
        self._groups = groups
        self.endResetModel()

    def line_at(self, index: Index) -> Line | None:
        """Return the line of an index, None for none."""
        if not index.isValid():
            return None
        if index.internalId() == _TOP:
            return self._groups[index.row()][0]
        return self._groups[index.internalId() - 1][index.row() + 1]

    def index_of(self, key: str, column: int = TITLE) -> QModelIndex:
        """Return the index of a chapter; an invalid one if it is not there."""
        for number, group in enumerate(self._groups):
            for place, line in enumerate(group):
                if line.key == key:
                    return (
                        self.createIndex(place - 1, column, number + 1) if place else self.createIndex(number, column)
                    )
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        """Return the index of a row below another."""
        if not (0 <= row < self.rowCount(parent) and 0 <= column < len(self._titles)):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    @overload
    def parent(self, /) -> QObject | None: ...

    @overload
    def parent(self, child: Index, /) -> QModelIndex: ...

    def parent(self, child: Index | None = None, /) -> QObject | QModelIndex | None:
        """Return the chapter of a section."""
        if child is None:
            return super().parent()
        inside = child.isValid() and child.internalId() != _TOP
        return self.createIndex(child.internalId() - 1, TITLE, _TOP) if inside else QModelIndex()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many chapters there are, or sections of one."""
        if not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()]) - 1 if parent.internalId() == _TOP and parent.column() == TITLE else 0

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many columns there are."""
        _ = parent
        return len(self._titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole) -> object:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal:
            if role == ROLE.DisplayRole:
                return self._titles[section]
            if role == ROLE.TextAlignmentRole:
                return _ALIGNED.get(section, Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
            if role in (ROLE.ToolTipRole, ROLE.AccessibleTextRole):
                return self._meanings.get(section, self._titles[section])
        return None

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        """Return words, boxes and looks of a cell."""
        line = self.line_at(index)
        if line is None:
            return None
        column = index.column()
        if role == ROLE.CheckStateRole:
            return self._check(line, column)
        if role == ROLE.TextAlignmentRole:
            return _ALIGNED.get(column, Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
        if role == COLOUR:
            return "muted" if column in (CONTENT, PAGE) or not line.row.printed or line.is_missing else ""
        if role == STRONG:
            return column == TITLE and line.row.text.level == 1 and line.row.printed and not line.is_missing
        return self._words(line, column, role)

    def setData(self, index: Index, value: object, role: int = ROLE.EditRole) -> bool:
        """Say which box was pressed; whoever keeps the choice shows it."""
        _ = value
        line = self.line_at(index)
        if line is None or role != ROLE.CheckStateRole:
            return False
        (self.print_toggled if index.column() == PRINT else self.short_toggled).emit(line.key)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let lines be chosen and dragged, and boxes be pressed."""
        line = self.line_at(index)
        if line is None:
            return Qt.ItemFlag.NoItemFlags if self.is_fixed else Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self.is_fixed:
            flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
            if index.column() == SHORT or (index.column() == PRINT and not line.row.with_chapter):
                flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def key_at(self, index: Index) -> str:
        """Return the key of a chapter; empty for none."""
        line = self.line_at(index)
        return line.key if line is not None else ""

    def place_for(self, key: str, row: int, parent: Index) -> tuple[str, int] | None:
        """Return what a chapter would stand below and its place among its siblings, or None if it may not."""
        dragged = self.index_of(key)
        home = self.parent(dragged)
        if not dragged.isValid():
            return None
        if parent.isValid() and row < 0 and self.parent(parent) == home and parent.sibling(parent.row(), 0) != home:
            row, parent = parent.row(), home  # dropped on one of its siblings
        if parent.isValid() != home.isValid() or (home.isValid() and parent.row() != home.row()):
            return None
        place = self.rowCount(home) if row < 0 else row
        place -= dragged.row() < place
        return self.key_at(home), place - self._first(dragged)

    def _first(self, index: Index) -> int:
        """Return the row of the first sibling: annexes stand behind the chapters."""
        line = self.line_at(index)
        return index.row() - line.row.place if line is not None else 0

    def _check(self, line: Line, column: int) -> Qt.CheckState | None:
        states = {PRINT: line.row.printed, SHORT: line.row.in_short}
        if column not in states:
            return None
        return Qt.CheckState.Checked if states[column] else Qt.CheckState.Unchecked

    def _words(self, line: Line, column: int, role: int) -> str | None:
        texts = {TITLE: line.named, CONTENT: line.content, PAGE: line.page}
        if role == ROLE.DisplayRole:
            return texts.get(column)
        if role == ROLE.AccessibleTextRole:
            return (
                line.spoken
                if column == TITLE
                else texts.get(column) or self._meanings.get(column, self._titles[column])
            )
        return texts.get(column) or None if role == ROLE.ToolTipRole else None

    def _tell_all(self) -> None:
        last = len(self._titles) - 1
        for number, group in enumerate(self._groups):
            above = self.index(number, TITLE)
            self.dataChanged.emit(above, self.index(number, last))
            if len(group) > 1:
                self.dataChanged.emit(self.index(0, TITLE, above), self.index(len(group) - 2, last, above))


def _grouped(lines: Sequence[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        if line.row.text.level > 1 and groups:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _keys(groups: Sequence[Sequence[Line]]) -> list[list[str]]:
    return [[line.key for line in group] for group in groups]
