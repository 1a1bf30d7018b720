"""Be lists to jump from: a line of text, at its right how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.wrapping import broken, draw

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
_WIDEST_SIGN = "✓"
_MOST_LINES = 3
"""Lines that words are broken into where they shall be read whole."""


@dataclass(frozen=True, slots=True)
class ListLine:
    """Be one line of a list; ``tone`` is the colour of its detail, ``faint`` draws all of it muted.

    A ``sign`` stands before the words, in a column of its own.
    """

    key: str
    text: str
    detail: str = ""
    tone: str = "muted"
    spoken: str = ""
    faint: bool = False
    sign: str = ""


class LineModel(QAbstractListModel):
    """Hold the lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[ListLine, ...] = ()

    def show_lines(self, lines: Sequence[ListLine]) -> None:
        """Show other lines; those of the same number only change what they say."""
        wanted = tuple(lines)
        if wanted == self.lines:
            return
        if [line.key for line in wanted] != [line.key for line in self.lines]:
            self.beginResetModel()
            self.lines = wanted
            self.endResetModel()
            return
        before, self.lines = self.lines, wanted
        for row, (old, new) in enumerate(zip(before, wanted, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, key: str) -> int:
        """Return the row of a key, or -1."""
        return next((row for row, line in enumerate(self.lines) if line.key == key), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many lines there are."""
        return len(self.lines) if parent is None or not parent.isValid() else 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a line says."""
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ", ".join(filter(None, [line.text, line.spoken or line.detail]))
        return None


class LineDelegate(QStyledItemDelegate):
    """Draw a line: its words at the left, its detail at the right; words that do not fit are shortened or broken."""

    def __init__(self, theme: Theme, view: QListView, *, whole: bool = False) -> None:
        super().__init__(view)
        self._theme, self._view, self._whole = theme, view, whole
        self._edge = theme.sizes.unit if whole else theme.sizes.gap_small

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line, the same whichever is marked."""
        font = self._theme.font(weight=QFont.Weight.DemiBold)
        metrics, lines = QFontMetrics(font), 1
        if self._whole:
            line: ListLine = index.data(LINE)
            inner = self._view.viewport().width() - 2 * self._edge - self._sign_room(line)
            lines = max(len(broken(line.text, font, max(inner - self._detail_room(line, inner), 1), _MOST_LINES)), 1)
        return QSize(metrics.averageCharWidth() * 10, lines * metrics.height() + 2 * self._theme.sizes.unit + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        line: ListLine = index.data(LINE)
        sizes = self._theme.sizes
        state, rect = _state(option), _rect(option)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selection"))
            painter.drawRoundedRect(rect, sizes.radius_small, sizes.radius_small)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), sizes.radius_small, sizes.radius_small)
        inner = rect.adjusted(self._edge + self._sign_room(line), 0, -self._edge, 0)
        room = self._draw_detail(painter, inner, line)
        weight = QFont.Weight.DemiBold if chosen else QFont.Weight.Normal
        self._draw_text(painter, inner.adjusted(0, 0, -room, 0), line, weight)
        painter.restore()

    def _sign_room(self, line: ListLine) -> int:
        """Return what the column of the signs takes."""
        if not line.sign:
            return 0
        return QFontMetrics(self._theme.font()).horizontalAdvance(_WIDEST_SIGN) + self._theme.sizes.unit

    def _detail_room(self, line: ListLine, inner: int) -> int:
        """Return what the detail takes of a width: at most two thirds, the words come first."""
        if not line.detail:
            return 0
        small = QFontMetrics(self._theme.font(self._theme.sizes.small))
        return min(small.horizontalAdvance(line.detail), inner * 2 // 3) + self._theme.sizes.gap_small

    def _draw_detail(self, painter: QPainter, inner: QRect, line: ListLine) -> int:
        room = self._detail_room(line, inner.width())
        if room:
            painter.setFont(self._theme.font(self._theme.sizes.small))
            painter.setPen(self._theme.colour(line.tone))
            width = room - self._theme.sizes.gap_small
            text = painter.fontMetrics().elidedText(line.detail, Qt.TextElideMode.ElideRight, width + 1)
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
        return room

    def _draw_text(self, painter: QPainter, inner: QRect, line: ListLine, weight: QFont.Weight) -> None:
        painter.setFont(self._theme.font(weight=weight))
        painter.setPen(self._theme.colour("muted" if line.faint else "ink"))
        if self._whole:
            widest = self._theme.font(weight=QFont.Weight.DemiBold)
            lines, metrics = broken(line.text, widest, inner.width(), _MOST_LINES), painter.fontMetrics()
            top = inner.center().y() - len(lines) * metrics.height() // 2 + 1
            draw(painter, QPoint(inner.left(), top), lines, painter.font())
            draw(painter, QPoint(inner.left() - self._sign_room(line), top), [line.sign], painter.font())
            return
        text = painter.fontMetrics().elidedText(line.text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)


class JumpList(QListView):
    """Be such a list; Enter or a click goes to a line. ``whole`` makes it as high as its lines."""

    chosen = Signal(str)
    """The key of the line the user wants."""
    removal = Signal(str)
    """The key of the line the user wants to be gone."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None, *, whole: bool = False) -> None:
        super().__init__(parent)
        self._whole = whole
        self._lines = LineModel(self)
        self.setModel(self._lines)
        self.setItemDelegate(LineDelegate(theme, self, whole=whole))
        self.setAccessibleName(name)
        self.setProperty("bare", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(not whole)
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._choose)

    @property
    def lines(self) -> tuple[ListLine, ...]:
        """Return the lines shown."""
        return self._lines.lines

    @property
    def key(self) -> str:
        """Return the key of the current line."""
        row = self.currentIndex().row()
        return self._lines.lines[row].key if 0 <= row < len(self._lines.lines) else ""

    def show_lines(self, lines: Sequence[ListLine], current: str | None = None) -> None:
        """Show lines; ``current`` is the key of the one that is marked."""
        before = self._lines.lines, self.key
        key = self.key if current is None else current
        self._lines.show_lines(lines)
        row = self._lines.row_of(key)
        if row != self.currentIndex().row() and (row >= 0 or current is not None):
            self.setCurrentIndex(self._lines.index(row) if row >= 0 else QModelIndex())
        if self._whole and before != (self._lines.lines, self.key):
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the height of the lines."""
        if not self._whole:
            return super().sizeHint()
        return QSize(super().sizeHint().width(), sum(map(self.sizeHintForRow, range(len(self.lines)))))

    def minimumSizeHint(self) -> QSize:
        """Return the same height where it shall not scroll."""
        least = self.fontMetrics().averageCharWidth() * 8
        return QSize(least, self.sizeHint().height() if self._whole else super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        if self._whole and event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go with Enter, remove with Entf, leave letters and digits to the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._choose(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete and self.key:
            self.removal.emit(self.key)
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._lines.lines[index.row()].key)


def _state(option: Any) -> Any:
    return option.state


def _rect(option: Any) -> QRect:
    found = option.rect
    return QRect(found)
