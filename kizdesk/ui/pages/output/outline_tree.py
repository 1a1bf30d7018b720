"""Show the outline of the concept: switch chapters on and off and put them in order, by mouse or by keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from kizdesk.ui.pages.output.outline_line import Line
from kizdesk.ui.pages.output.outline_model import CONTENT, PAGE, PRINT, SHORT, TITLE, OutlineModel
from kizdesk.ui.tables.delegate import CellDelegate
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.ordered_tree import Index, OrderedTree

_BESIDE = (PRINT, SHORT, CONTENT, PAGE)
_CELLS = (TITLE, PRINT, SHORT)
_SIDEWAYS: Mapping[Qt.Key, int] = MappingProxyType({Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1})
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_TITLE_LETTERS = 36
"""Letters of a title that are worth more than what the chapter holds."""


class OutlineTree(OrderedTree):
    """Be the tree of chapters and sections, always open."""

    chosen = Signal(object)
    """The line the tree stands on now, or None."""
    print_toggled = Signal(str)
    """Key of the chapter that shall be printed, or no more."""
    short_toggled = Signal(str)
    """Key of the chapter that shall stand in the Kurzfassung, or no more."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        model = OutlineModel()
        super().__init__(theme, model, parent)
        self._model = model
        self._ground = theme
        self._showing = False
        self._narrow = 0
        """How wide the columns beside the titles are together; 0 until they are measured."""
        self._build()
        self._connect()

    @property
    def line(self) -> Line | None:
        """Return the line the tree stands on."""
        return self._model.line_at(self.currentIndex())

    def set_fixed(self, *, fixed: bool) -> None:
        """Let nothing be moved or switched."""
        self._model.is_fixed = fixed

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the tree stays where it stands."""
        key, bar = self._model.key_at(self.currentIndex()), self.verticalScrollBar()
        where = bar.value()
        self._showing = True
        self._narrow = 0
        self._model.show_lines(lines)
        self.expandAll()
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index_of(key or (lines[0].key if lines else "")))
        bar.setValue(where)
        self.scrollTo(self.currentIndex())
        self._give_room()
        self._showing = False
        self.chosen.emit(self.line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the boxes and back by arrows; the space bar presses the box one stands on, letters press none."""
        step = _SIDEWAYS.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() in _PLAIN:
            self._go_aside(step)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room to the titles where there is not enough for all columns."""
        super().resizeEvent(event)
        self._give_room()

    def showEvent(self, event: QShowEvent) -> None:
        """Measure what came while nobody saw it."""
        super().showEvent(event)
        self._give_room()

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in other type."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._narrow = 0
            self._give_room()

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw no arrows: nothing can be closed."""
        _ = index
        painter.fillRect(rect.adjusted(0, -1, 0, 0), self._ground.colour("surface"))

    def _build(self) -> None:
        self.setObjectName("output.outline")
        self.setAccessibleName(self.tr("Gliederung des Konzepts"))
        self.setItemDelegate(CellDelegate(self._ground, self))
        self.setHeaderHidden(False)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setProperty("columns", "true")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setToolTip(self.tr("Reihenfolge ändern: ziehen oder Alt+Pfeil auf und Alt+Pfeil ab"))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        for column in _BESIDE:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)

    def _give_room(self) -> None:
        """Make the columns beside the titles as wide as their words; measured once, for each line must be asked."""
        if not self.isVisible():
            return
        if not self._narrow:
            hints, header = {column: self.sizeHintForColumn(column) for column in _BESIDE}, self.header()
            for column, width in hints.items():
                header.resizeSection(column, max(width, header.sectionSizeHint(column)))
            self._narrow = sum(hints.values())
        least = _TITLE_LETTERS * self.fontMetrics().averageCharWidth()
        self.setColumnHidden(CONTENT, self.viewport().width() < self._narrow + least)

    def _go_aside(self, step: int) -> None:
        """Go to the next cell of the line in which something can be done."""
        here = self.currentIndex()
        place = _CELLS.index(here.column()) + step if here.column() in _CELLS else 0
        if here.isValid() and 0 <= place < len(_CELLS):
            self.setCurrentIndex(here.siblingAtColumn(_CELLS[place]))

    def _connect(self) -> None:
        self.selectionModel().currentChanged.connect(self._tell)
        self._model.print_toggled.connect(self.print_toggled)
        self._model.short_toggled.connect(self.short_toggled)

    def _tell(self, current: QModelIndex) -> None:
        if not self._showing:
            self.chosen.emit(self._model.line_at(current))
