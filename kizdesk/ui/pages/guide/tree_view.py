"""Show the guide as a tree: choose a question, order by dragging or with the keyboard."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from kizdesk.domain.guide import Guide
from kizdesk.project.guides.telling import Kind
from kizdesk.ui.pages.guide.tree_model import Node, TreeModel
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.ordered_tree import OrderedTree


class GuideTree(OrderedTree):
    """Be the tree of sections and questions."""

    chosen = Signal(object)
    """The line the tree stands on now, or None."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        model = TreeModel(theme)
        super().__init__(theme, model, parent)
        self._model = model
        self._closed: set[str] = set()
        self._showing = False
        self.setObjectName("guide.tree")
        self.setAccessibleName(self.tr("Abschnitte und Fragen"))
        self.setUniformRowHeights(True)
        self._connect()

    @property
    def node(self) -> Node | None:
        """Return the line the tree stands on."""
        return self._model.node_at(self.currentIndex())

    @property
    def model_shown(self) -> TreeModel:
        """Return the model with the lines."""
        return self._model

    def set_fixed(self, *, fixed: bool) -> None:
        """Let nothing be moved."""
        self._model.is_fixed = fixed

    def show_guide(self, guide: Guide, marks: Mapping[str, Kind]) -> None:
        """Show another guide; where the tree stands stays, or goes to what is nearest."""
        here, way = self._model.key_at(self.currentIndex()), self.way_back()
        bar = self.verticalScrollBar().value()
        self._showing = True
        if self._model.show_guide(guide, marks):
            self._open()
            any(self.reveal(wanted) for wanted in way)
            self.verticalScrollBar().setValue(bar)
            self.scrollTo(self.currentIndex())
        self._showing = False
        if self._model.key_at(self.currentIndex()) != here:
            self.chosen.emit(self.node)

    def _connect(self) -> None:
        self.selectionModel().currentChanged.connect(self._tell)
        self.expanded.connect(self._note_open)
        self.collapsed.connect(self._note_closed)

    def _tell(self, current: QModelIndex) -> None:
        if not self._showing:
            self.chosen.emit(self._model.node_at(current))

    def _note_open(self, index: QModelIndex) -> None:
        self._closed.discard(self._model.key_at(index))

    def _note_closed(self, index: QModelIndex) -> None:
        self._closed.add(self._model.key_at(index))

    def _open(self) -> None:
        for row in range(self._model.rowCount()):
            index = self._model.index(row, 0)
            self.setExpanded(index, self._model.key_at(index) not in self._closed)
