"""Show the sections and questions of a guide to a tree, and say where one was dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QFont

from kizdesk.domain.guide import Guide, Question, Section
from kizdesk.project.guides.telling import Kind
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.ordered_tree import Index, OrderedTreeModel

ROLE = Qt.ItemDataRole
_NO_INDEX = QModelIndex()
_TOP = 0


@dataclass(frozen=True, slots=True)
class Node:
    """Be a line of the tree: a question, or a section where there is none."""

    section: Section
    question: Question | None = None

    @property
    def id(self) -> str:
        """Return the id of the question or section."""
        return self.section.id if self.question is None else self.question.id


class TreeModel(OrderedTreeModel):
    """Be the sections with their questions."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__("guide", parent)
        self._theme = theme
        self._sections: tuple[Section, ...] = ()
        self._marks: Mapping[str, Kind] = {}

    def show_guide(self, guide: Guide, marks: Mapping[str, Kind]) -> bool:
        """Show another guide; returns whether the tree was made anew, because its order is another one."""
        same = _order(self._sections) == _order(guide.sections)
        if same:
            self._sections, self._marks = guide.sections, marks
            for row, section in enumerate(self._sections):
                above = self.index(row, 0)
                self.dataChanged.emit(above, above)
                self.dataChanged.emit(self.index(0, 0, above), self.index(len(section.questions) - 1, 0, above))
            return False
        self.beginResetModel()
        self._sections, self._marks = guide.sections, marks
        self.endResetModel()
        return True

    def node_at(self, index: Index) -> Node | None:
        """Return the line of an index, None for none."""
        if not index.isValid():
            return None
        number = index.internalId()
        if number == _TOP:
            return Node(self._sections[index.row()])
        section = self._sections[number - 1]
        return Node(section, section.questions[index.row()])

    def index_of(self, key: str) -> QModelIndex:
        """Return the index of a question or section; an invalid one if it is not there."""
        for row, section in enumerate(self._sections):
            if section.id == key:
                return self.index(row, 0)
            for place, question in enumerate(section.questions):
                if question.id == key:
                    return self.createIndex(place, 0, row + 1)
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = _NO_INDEX) -> QModelIndex:
        """Return the index of a row below another."""
        if column or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1 if parent.isValid() else _TOP)

    @overload
    def parent(self, /) -> QObject | None: ...

    @overload
    def parent(self, child: Index, /) -> QModelIndex: ...

    def parent(self, child: Index | None = None, /) -> QObject | QModelIndex | None:
        """Return the index of the section a question stands in."""
        if child is None:
            return super().parent()
        number = child.internalId() if child.isValid() else _TOP
        return QModelIndex() if number == _TOP else self.createIndex(number - 1, 0, _TOP)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many lines stand below another."""
        if not parent.isValid():
            return len(self._sections)
        return len(self._sections[parent.row()].questions) if parent.internalId() == _TOP else 0

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> object:
        """Return the words of a line, and how it looks."""
        node = self.node_at(index)
        if node is None:
            return None
        if role == ROLE.DisplayRole:
            return self._words(node)
        if role in (ROLE.ToolTipRole, ROLE.AccessibleTextRole):
            return self._words(node) if node.question is None else f"{self._words(node)}: {node.question.text}"
        if role == ROLE.FontRole and node.question is None:
            return self._theme.font(weight=QFont.Weight.DemiBold)
        if role == ROLE.ForegroundRole and node.question is not None and node.question.retired:
            return self._theme.colour("muted")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let everything be chosen and dragged, and dropped into sections."""
        node = self.node_at(index)
        if node is None:
            return Qt.ItemFlag.NoItemFlags if self.is_fixed else Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.is_fixed:
            return flags
        flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsDropEnabled if node.question is None else flags

    def key_at(self, index: Index) -> str:
        """Return the id of a question or section; empty for none."""
        node = self.node_at(index)
        return node.id if node is not None else ""

    def place_for(self, key: str, row: int, parent: Index) -> tuple[str, int] | None:
        """Return the section something would stand in (empty for a section) and its place there, or None."""
        node, home = self.node_at(self.index_of(key)), self.node_at(parent)
        if node is None:
            return None
        if node.question is None:
            return None if home is not None or row < 0 else ("", _without(self._sections, key, row))
        if home is None:
            return None
        place = row if row >= 0 else len(home.section.questions)
        return home.section.id, _without(home.section.questions, key, place)

    def _words(self, node: Node) -> str:
        if node.question is None:
            return f"{node.section.letter}  {node.section.title}"
        question = node.question
        title = question.short or question.text
        mark = self._marks.get(question.id)
        if question.retired:
            return f"{title} · {Kind.DROPPED.value}"
        return f"{question.number}  {title}{f' · {mark.value}' if mark is not None else ''}"


def _order(sections: Sequence[Section]) -> list[tuple[str, list[str]]]:
    return [(section.id, [question.id for question in section.questions]) for section in sections]


def _without(entries: Sequence[Section] | Sequence[Question], wanted: str, place: int) -> int:
    """Return a place as it is counted without one of the entries."""
    ids = [entry.id for entry in entries]
    return place - (wanted in ids[:place])
