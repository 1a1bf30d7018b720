"""Show the outline: choose, open and close branches, order them by dragging or with the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from kizdesk.ui.pages.fields.branch import GOAL, STRAND, Branch, walk
from kizdesk.ui.pages.fields.outline_delegate import OutlineDelegate
from kizdesk.ui.pages.fields.outline_model import OutlineModel
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.ordered_tree import OrderedTree

_SETTLED = 50
"""Milliseconds until a page that is shown for the first time has its widths."""


class OutlineView(OrderedTree):
    """Be the tree of strands, fields, goals and measures."""

    chosen = Signal(object)
    """The branch the tree stands on now, or None."""
    adopted = Signal(str)
    """The field of this id shall become part of the concept."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        model = OutlineModel()
        super().__init__(theme, model, parent)
        self._model = model
        self._delegate = OutlineDelegate(theme, self)
        self._open: set[str] = set()
        self._kept: list[str] = []
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
        self._kept = self.way_back()
        before = self.branch
        self._showing = True
        self._model.show_branches(branches)
        self._restore()
        self._showing = False
        if self.branch != before:
            self.chosen.emit(self.branch)

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
        """Adopt a proposal by the sign +, besides what every such tree can do."""
        branch = self.branch
        if event.key() == Qt.Key.Key_Plus and branch is not None and branch.proposed:
            self.adopted.emit(branch.id)
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

    def _scroll_to_first(self) -> None:
        if self._first_seen and self.isVisible():
            self.scrollTo(self._model.index_of(self._first_seen), QAbstractItemView.ScrollHint.PositionAtTop)
            self._first_seen = ""

    def _build(self) -> None:
        self.setItemDelegate(self._delegate)
        self.setObjectName("fields.outline")
        self.setAccessibleName(self.tr("Handlungsfelder, Ziele und Maßnahmen"))
        self.setRootIsDecorated(False)
        self.setItemsExpandable(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setAutoExpandDelay(700)
        self.setMouseTracking(True)

    def _connect(self) -> None:
        self.selectionModel().currentChanged.connect(self._tell)
        self.expanded.connect(self._note_open)
        self.collapsed.connect(self._note_closed)
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
