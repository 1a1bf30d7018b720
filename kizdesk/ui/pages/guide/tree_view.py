"""Show the guide as a tree: choose a question, order by dragging or with the keyboard."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from kizdesk.domain.guide import Guide
from kizdesk.project.guides.telling import Kind
from kizdesk.ui.pages.guide.tree_model import Node, TreeModel
from kizdesk.ui.theme import Theme

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class GuideTree(QTreeView):
    """Be the tree of sections and questions."""

    chosen = Signal(object)
    """The line the tree stands on now, or None."""
    entered = Signal()
    """Enter or a double click: go into the form."""
    stepped = Signal(int)
    """Alt and an arrow: move the line up (-1) or down (1)."""
    dropped = Signal(str, str, int)
    """A line was dragged: its id, the section it shall stand in, its place there."""
    added = Signal()
    """Einfg."""
    deleted = Signal()
    """Entf."""
    copied = Signal()
    """Strg+D."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = TreeModel(theme, self)
        self._closed: set[str] = set()
        self._showing = False
        self._build()
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
        here, way = self._id(self.currentIndex()), self._way()
        bar = self.verticalScrollBar().value()
        self._showing = True
        if self._model.show_guide(guide, marks):
            self._open()
            any(self.reveal(wanted) for wanted in way)
            self.verticalScrollBar().setValue(bar)
            self.scrollTo(self.currentIndex())
        self._showing = False
        if self._id(self.currentIndex()) != here:
            self.chosen.emit(self.node)

    def reveal(self, wanted: str) -> bool:
        """Go to a question or section; returns False if it is not there."""
        index = self._model.index_of(wanted)
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, add, copy, drop and open by keys."""
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key == Qt.Key.Key_Insert:
            self.added.emit()
        elif key == Qt.Key.Key_Delete:
            self.deleted.emit()
        elif key == Qt.Key.Key_D and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.copied.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go into the form."""
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.entered.emit()

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw only the arrow, so that the room before a chosen line stays plain."""
        painter.fillRect(rect, self._theme.colour("surface"))
        if self._model.rowCount(index):
            edge = self.indentation()
            where = QRectF(0, 0, edge, edge)
            where.moveCenter(QPointF(rect.right() - edge / 2, QRectF(rect).center().y()))
            sign = "down" if self.isExpanded(index) else "right"
            self._theme.icons.paint(painter, sign, self._theme.hex("muted"), where)

    def _build(self) -> None:
        self.setModel(self._model)
        self.setHeaderHidden(True)
        self.setObjectName("guide.tree")
        self.setAccessibleName(self.tr("Abschnitte und Fragen"))
        self.setIndentation(self._theme.sizes.padding)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("bare", "true")

    def _connect(self) -> None:
        self._model.dropped.connect(self.dropped)
        self.selectionModel().currentChanged.connect(self._tell)
        self.expanded.connect(self._note_open)
        self.collapsed.connect(self._note_closed)
        self._theme.changed.connect(self.scheduleDelayedItemsLayout)

    def _tell(self, current: QModelIndex) -> None:
        if not self._showing:
            self.chosen.emit(self._model.node_at(current))

    def _note_open(self, index: QModelIndex) -> None:
        self._closed.discard(self._id(index))

    def _note_closed(self, index: QModelIndex) -> None:
        self._closed.add(self._id(index))

    def _id(self, index: QModelIndex) -> str:
        node = self._model.node_at(index)
        return node.id if node is not None else ""

    def _open(self) -> None:
        for row in range(self._model.rowCount()):
            index = self._model.index(row, 0)
            self.setExpanded(index, self._id(index) not in self._closed)

    def _way(self) -> list[str]:
        """Return what to stand on, the wanted line first: its neighbours, then its section."""
        index, found = self.currentIndex(), []
        while index.isValid():
            rows = range(self._model.rowCount(index.parent()))
            near = sorted(rows, key=lambda row: (abs(row - index.row()), row < index.row()))
            found += [self._id(index.sibling(row, 0)) for row in near]
            index = index.parent()
        return found
