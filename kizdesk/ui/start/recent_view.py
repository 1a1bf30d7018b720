"""Show the projects opened last, each with its place, its state and the digit that opens it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kizdesk.ui.memory import Recent
from kizdesk.ui.start.recent_model import RecentModel, Role, line_of, opened_line
from kizdesk.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class RecentDelegate(QStyledItemDelegate):
    """Draw a project in three lines: title and digit, state and day, place."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for three lines and their margins."""
        sizes = self._theme.sizes
        lines = QFontMetrics(self._title_font()).height() + 2 * QFontMetrics(self._theme.font()).height()
        return QSize(0, lines + 2 * sizes.gap + sizes.unit)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one project."""
        project = index.data(Role.PROJECT)
        if not isinstance(project, Recent):
            return
        sizes, place = self._theme.sizes, QStyleOptionViewItem(option)
        self.initStyleOption(place, index)
        place.text = ""
        style = place.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, place, painter, place.widget)
        room: QRect = place.rect
        painter.save()
        inner = room.adjusted(sizes.padding, sizes.gap, -sizes.padding, -sizes.gap)
        missing = bool(index.data(Role.MISSING))
        self._draw_lines(painter, inner, project, f"Alt+{index.row() + 1}", missing=missing)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawLine(inner.left(), room.bottom(), inner.right(), room.bottom())
        painter.restore()

    def _draw_lines(self, painter: QPainter, inner: QRect, project: Recent, digit: str, *, missing: bool) -> None:
        title, small = self._title_font(), self._theme.font(self._theme.sizes.small)
        state = "attention" if missing else "ink"
        head = QFontMetrics(title).height()
        line = QFontMetrics(self._theme.font()).height()
        rows = (
            (0, head, title, "muted" if missing else "ink", project.title, digit),
            (head, line, self._theme.font(), state, line_of(project, missing=missing), opened_line(project)),
            (head + line, line, small, "muted", str(project.path), ""),
        )
        for top, height, font, colour, text, aside in rows:
            row = QRect(inner.left(), inner.top() + top, inner.width(), height)
            self._draw_aside(painter, row, aside)
            row.setRight(row.right() - QFontMetrics(small).horizontalAdvance(f"{aside}  "))
            painter.setFont(font)
            painter.setPen(self._theme.colour(colour))
            mode = Qt.TextElideMode.ElideRight if aside else Qt.TextElideMode.ElideMiddle
            painter.drawText(row, _LEFT, QFontMetrics(font).elidedText(text, mode, row.width()))

    def _draw_aside(self, painter: QPainter, row: QRect, text: str) -> None:
        painter.setFont(self._theme.font(self._theme.sizes.small))
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(row, _RIGHT, text)

    def _title_font(self) -> QFont:
        return self._theme.font(self._theme.sizes.card_title, QFont.Weight.DemiBold)


class RecentView(QListView):
    """Be the list: Enter or a double click opens, Entf takes off the list."""

    chosen = Signal(object)
    """The Recent to open."""
    dropped = Signal(object)
    """The Recent to take off the list."""

    def __init__(self, model: RecentModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._projects = model
        self.setModel(model)
        self.setItemDelegate(RecentDelegate(theme, self))
        self.setAccessibleName(self.tr("Zuletzt geöffnete Projekte"))
        self.setObjectName("recent")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._choose)
        theme.changed.connect(self.doItemsLayout)

    @property
    def current(self) -> Recent | None:
        """Return the project the cursor is on."""
        return self._projects.project(self.currentIndex().row())

    def open_current(self) -> None:
        """Open the project the cursor is on."""
        if self.current is not None:
            self.chosen.emit(self.current)

    def drop_current(self) -> None:
        """Take the project the cursor is on off the list."""
        if self.current is not None:
            self.dropped.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, take off the list with Entf."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_current()
        elif event.key() == Qt.Key.Key_Delete:
            self.drop_current()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        self.open_current()
