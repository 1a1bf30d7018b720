"""Show the outline: choose, open and close branches, order them by dragging or with the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from kizdesk.ui.pages.fields.branch import GOAL, STRAND, Branch, walk
from kizdesk.ui.pages.fields.outline_delegate import OutlineDelegate
from kizdesk.ui.pages.fields.outline_model import OutlineModel
from kizdesk.ui.theme import Theme

_SETTLED = 50
"""Milliseconds until a page that is shown for the first time has its widths."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OutlineView(QTreeView):
    """Be the tree of strands, fields, goals and measures."""

    chosen = Signal(object)
    """The branch the tree stands on now, or None."""
    entered = Signal()
    """Enter or a double click: go into the form."""
    stepped = Signal(int)
    """Alt and an arrow: move the branch up (-1) or down (1)."""
    dropped = Signal(str, str, int)
    """A branch was dragged: its key, the key it shall stand below, its place there."""
    adopted = Signal(str)
    """The field of this id shall become part of the concept."""
    added = Signal()
    """Einfg: something new shall be typed."""
    deleted = Signal()
    """Entf."""
    copied = Signal()
    """Strg+D."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = OutlineModel(self)
        self._delegate = OutlineDelegate(theme, self)
        self._open: set[str] = set()
        self._kept: tuple[str, ...] = ()
        self._first_seen = ""
        self._pressed = ""
        """Id of the field whose „Aufnehmen“ was pressed last."""
        self._showing = False
        self._build()
        self._connect()

    @property
    def model_shown(self) -> OutlineModel:
        """Return the model with the branches."""
        return self._model

    @property
    def branch(self) -> Branch | None:
        """Return the branch the tree stands on."""
        return self._model.branch_at(self.currentIndex())

    def set_fixed(self, *, fixed: bool) -> None:
        """Let nothing be moved or adopted."""
        self._model.is_fixed = fixed
        self._delegate.offers_adoption = not fixed

    def show_branches(self, branches: Sequence[Branch]) -> None:
        """Show other branches; what is open and where the tree stands stays, or goes to the nearest."""
        self._kept = self._way()
        before = self.branch
        self._showing = True
        self._model.show_branches(branches)
        self._restore()
        self._showing = False
        if self.branch != before:
            self.chosen.emit(self.branch)

    def reveal(self, key: str) -> bool:
        """Go to the branch of a key; returns False if it is not there."""
        index = self._model.index_of(key)
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def show_from(self, key: str) -> None:
        """Scroll until the branch of a key is the first line seen, also when the lines get their heights later."""
        self._first_seen = key
        self.scrollTo(self._model.index_of(key), QAbstractItemView.ScrollHint.PositionAtTop)
        QTimer.singleShot(_SETTLED, self, self._scroll_to_first)

    def showEvent(self, event: QShowEvent) -> None:
        """Scroll to what was asked for before the view was shown."""
        super().showEvent(event)
        if self._first_seen:
            QTimer.singleShot(_SETTLED, self, self._scroll_to_first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, add, adopt, copy, delete and open by keys."""
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        branch = self.branch
        if alt and key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key == Qt.Key.Key_Plus and branch is not None and branch.proposed:
            self.adopted.emit(branch.id)
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note which proposal a click shall adopt."""
        self._pressed = self._adoptable(event)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Adopt a proposal by a click on the word beside it."""
        super().mouseReleaseEvent(event)
        if self._pressed and self._adoptable(event) == self._pressed:
            self.adopted.emit(self._pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go into the form; the second half of a click that adopted would meet another branch and does nothing."""
        if self._pressed:
            self._pressed = ""
            return
        super().mouseDoubleClickEvent(event)
        if self.indexAt(event.position().toPoint()).isValid():
            self.entered.emit()

    def drawBranches(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw only the arrow, so that the room before a chosen branch stays plain."""
        painter.fillRect(rect, self._theme.colour("surface"))
        if rect.width() >= self.indentation() and self._model.rowCount(index):
            edge = self.indentation()
            where = QRectF(0, 0, edge, edge)
            where.moveCenter(QPointF(rect.right() - edge / 2, QRectF(rect).center().y()))
            sign = "down" if self.isExpanded(index) else "right"
            self._theme.icons.paint(painter, sign, self._theme.hex("muted"), where)

    def _scroll_to_first(self) -> None:
        if self._first_seen and self.isVisible():
            self.scrollTo(self._model.index_of(self._first_seen), QAbstractItemView.ScrollHint.PositionAtTop)
            self._first_seen = ""

    def _build(self) -> None:
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setObjectName("fields.outline")
        self.setAccessibleName(self.tr("Handlungsfelder, Ziele und Maßnahmen"))
        self.setIndentation(self._theme.sizes.padding)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setAutoExpandDelay(700)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("bare", "true")

    def _connect(self) -> None:
        self._model.dropped.connect(self.dropped)
        self.selectionModel().currentChanged.connect(self._tell)
        self.expanded.connect(self._note_open)
        self.collapsed.connect(self._note_closed)
        self._theme.changed.connect(self.scheduleDelayedItemsLayout)
        self.header().sectionResized.connect(self._break_anew)

    def _tell(self, current: QModelIndex) -> None:
        if self._showing:
            return
        branch = self._model.branch_at(current)
        if branch is not None and branch.kind != STRAND:
            self._expand_around(current)
        self.chosen.emit(branch)

    def _break_anew(self, *_widths: int) -> None:
        """Break the titles anew for another width."""
        self.scheduleDelayedItemsLayout()

    def _adoptable(self, event: QMouseEvent) -> str:
        """Return the id of the field whose „Aufnehmen“ is under the mouse; empty for none."""
        place = event.position().toPoint()
        index = self.indexAt(place)
        branch = self._model.branch_at(index)
        if branch is None or not self._delegate.adopt_area(self.visualRect(index), branch).contains(place):
            return ""
        return branch.id

    def _expand_around(self, index: QModelIndex) -> None:
        """Open a chosen branch and the goals in it, so that its measures are seen."""
        self.expand(index)
        for row in range(self._model.rowCount(index)):
            below = self._model.index(row, 0, index)
            branch = self._model.branch_at(below)
            if branch is not None and branch.kind == GOAL:
                self.expand(below)

    def _note_open(self, index: QModelIndex) -> None:
        branch = self._model.branch_at(index)
        if branch is not None and not self._showing:
            self._open.add(branch.key)

    def _note_closed(self, index: QModelIndex) -> None:
        branch = self._model.branch_at(index)
        if branch is not None and not self._showing:
            self._open.discard(branch.key)

    def _way(self) -> tuple[str, ...]:
        """Return the keys to stand on, the wanted one first: its neighbours, then what it stands below."""
        index, keys = self.currentIndex(), []
        while index.isValid():
            rows = range(self._model.rowCount(index.parent()))
            near = sorted(rows, key=lambda row: (abs(row - index.row()), row < index.row()))
            found = [self._model.branch_at(index.sibling(row, 0)) for row in near]
            keys += [branch.key for branch in found if branch is not None]
            index = index.parent()
        return tuple(keys)

    def _restore(self) -> None:
        self.scheduleDelayedItemsLayout()
        for number in range(self._model.rowCount()):
            self.expand(self._model.index(number, 0))
        for branch in walk([found for number in range(self._model.rowCount()) if (found := self._top(number))]):
            if branch.key in self._open and branch.below:
                self.expand(self._model.index_of(branch.key))
        now = self.branch
        if now is None or (self._kept and now.key != self._kept[0]):
            any(self.reveal(key) for key in self._kept if not key.startswith(STRAND))

    def _top(self, number: int) -> Branch | None:
        return self._model.branch_at(self._model.index(number, 0))
