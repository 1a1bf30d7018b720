"""Show branches to a tree, and say where one was dropped."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

from PySide6.QtCore import QModelIndex, QObject, Qt

from kizdesk.ui.pages.fields.branch import PARENTS, STRAND, Branch, walk
from kizdesk.ui.widgets.ordered_tree import Index, OrderedTreeModel

BRANCH = int(Qt.ItemDataRole.UserRole) + 1
_NO_INDEX = QModelIndex()
_ROOT = -1


@dataclass(slots=True)
class _Node:
    branch: Branch
    parent: int
    row: int
    below: list[int]


class OutlineModel(OrderedTreeModel):
    """Be the outline of strands, fields, goals and measures."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("branch", parent)
        self._nodes: dict[int, _Node] = {}
        self._top: list[int] = []
        self._numbers: dict[str, int] = {}
        self._count = itertools.count()

    def show_branches(self, branches: Sequence[Branch]) -> None:
        """Show other branches; only another order of what stays makes the whole tree anew."""
        if self._keeps_order(branches):
            self._renew(branches, _ROOT)
            return
        self.beginResetModel()
        self._nodes, self._numbers = {}, {}
        self._top = [self._plant(branch, _ROOT, row) for row, branch in enumerate(branches)]
        self.endResetModel()

    def branch_at(self, index: Index) -> Branch | None:
        """Return the branch of an index, None for none."""
        return self._nodes[index.internalId()].branch if index.isValid() else None

    def index_of(self, key: str) -> QModelIndex:
        """Return the index of a key; an invalid one if it is not there."""
        return self._index(self._numbers.get(key, _ROOT))

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        """Return the index of a row below another."""
        below = self._below(parent)
        return self.createIndex(row, column, below[row]) if 0 <= row < len(below) and column == 0 else QModelIndex()

    @overload
    def parent(self, /) -> QObject | None: ...

    @overload
    def parent(self, child: Index, /) -> QModelIndex: ...

    def parent(self, child: Index | None = None, /) -> QObject | QModelIndex | None:
        """Return the index of what a branch stands below."""
        if child is None:
            return super().parent()
        return self._index(self._nodes[child.internalId()].parent if child.isValid() else _ROOT)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many branches stand below another."""
        return len(self._below(parent))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a branch, and the branch itself."""
        branch = self.branch_at(index)
        if branch is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return branch.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (branch.title, branch.detail) if part)
        return branch if role == BRANCH else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let what has a place be dragged, and everything be dropped upon."""
        branch = self.branch_at(index)
        if branch is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled
        if branch.kind != STRAND:
            flags |= Qt.ItemFlag.ItemIsSelectable
        if not self.is_fixed:
            flags |= Qt.ItemFlag.ItemIsDropEnabled
            flags |= Qt.ItemFlag.NoItemFlags if branch.fixed else Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def key_at(self, index: Index) -> str:
        """Return the key of a branch; empty for none."""
        branch = self.branch_at(index)
        return branch.key if branch is not None else ""

    def place_for(self, key: str, row: int, parent: Index) -> tuple[str, int] | None:
        """Return what a branch would stand below and its place there, or None if it may not."""
        wanted, home = PARENTS.get(key.partition(":")[0], ""), self.branch_at(parent)
        if home is None or key not in self._numbers:
            return None
        if home.kind != wanted:
            above = self.branch_at(self.parent(parent))
            if row >= 0 or above is None or above.kind != wanted:
                return None
            home, row = above, parent.row()
        keys = [branch.key for branch in home.below]
        place = row if row >= 0 else len(keys)
        return home.key, place - (key in keys[:place])

    def _below(self, parent: Index) -> list[int]:
        return self._children(parent.internalId() if parent.isValid() else _ROOT)

    def _children(self, number: int) -> list[int]:
        return self._top if number == _ROOT else self._nodes[number].below

    def _keeps_order(self, branches: Sequence[Branch]) -> bool:
        """Tell whether what is shown and stays has the same place among what stays."""
        homes = {below.key: branch.key for branch in walk(branches) for below in branch.below}
        stays = [branch.key for branch in walk(branches) if branch.key in self._numbers]
        kept = frozenset(stays)
        shown = [node.branch.key for node in self._walk(self._top) if node.branch.key in kept]
        return stays == shown and all(homes.get(key, "") == self._home_key(key) for key in stays)

    def _home_key(self, key: str) -> str:
        above = self._nodes[self._numbers[key]].parent
        return "" if above == _ROOT else self._nodes[above].branch.key

    def _walk(self, numbers: Sequence[int]) -> Iterator[_Node]:
        for number in numbers:
            yield self._nodes[number]
            yield from self._walk(self._nodes[number].below)

    def _renew(self, branches: Sequence[Branch], parent: int) -> None:
        """Take away, put in and reword below one node what differs, then below its children."""
        above, shown = self._index(parent), self._children(parent)
        kept = {branch.key for branch in branches}
        for row in reversed(range(len(shown))):
            if self._nodes[shown[row]].branch.key not in kept:
                self.beginRemoveRows(above, row, row)
                self._uproot(shown.pop(row))
                self._count_rows(shown)
                self.endRemoveRows()
        for row, branch in enumerate(branches):
            if branch.key in self._numbers:
                if self._nodes[shown[row]].branch != branch:
                    self._reword(shown[row], branch)
                    self._renew(branch.below, shown[row])
                continue
            self.beginInsertRows(above, row, row)
            shown.insert(row, self._plant(branch, parent, row))
            self._count_rows(shown)
            self.endInsertRows()

    def _index(self, number: int) -> QModelIndex:
        return QModelIndex() if number == _ROOT else self.createIndex(self._nodes[number].row, 0, number)

    def _plant(self, branch: Branch, parent: int, row: int) -> int:
        number = next(self._count)
        node = self._nodes[number] = _Node(branch, parent, row, [])
        self._numbers[branch.key] = number
        node.below = [self._plant(below, number, place) for place, below in enumerate(branch.below)]
        return number

    def _uproot(self, number: int) -> None:
        node = self._nodes.pop(number)
        del self._numbers[node.branch.key]
        for below in node.below:
            self._uproot(below)

    def _count_rows(self, numbers: Sequence[int]) -> None:
        for row, number in enumerate(numbers):
            self._nodes[number].row = row

    def _reword(self, number: int, branch: Branch) -> None:
        self._nodes[number].branch = branch
        index = self._index(number)
        self.dataChanged.emit(index, index)
