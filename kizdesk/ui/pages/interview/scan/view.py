"""Show one drawn page; it is moved by the mouse, by keys, and by whoever has the keyboard elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from kizdesk.ui.theme import Theme

_NOTCH = 120
"""What a wheel says for one notch."""
_NOTCHES_TO_TURN = 2
"""So far the wheel goes on at the end of a page before it turns to the next."""
_SCREEN = 0.85
"""Share of what is seen that a screenful moves on."""


class PageView(QAbstractScrollArea):
    """Be the window onto the page; clicking into it leaves the keyboard where it is."""

    turned_on = Signal(int)
    """The page after (1) or before (-1) is wanted, because this one has come to its end."""
    zoomed = Signal(float, QPointF)
    """So many steps nearer, at this point of the view."""
    resized = Signal()
    appeared = Signal()
    left = Signal()
    """The view can be seen now, or not any more."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image: QImage | None = None
        self._size = QSize()
        self._held: QPoint | None = None
        self._rolled = 0
        self.setObjectName("scan-view")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)

    @property
    def room(self) -> QSize:
        """Return how much of a page can be seen beside the bar, whether there is one now or not."""
        gap = 2 * self._theme.sizes.unit
        return self.size() - QSize(gap + self.verticalScrollBar().sizeHint().width(), gap)

    @property
    def middle(self) -> QPointF:
        """Return the point in the middle of what is seen."""
        return QPointF(self.viewport().rect().center())

    def show_page(self, image: QImage, size: QSize, *, from_end: bool | None = None) -> None:
        """Show a page of a size in logical pixels: from its beginning, its end, or where the view is."""
        self._image = image
        self.set_size(size)
        self._rolled = 0
        if from_end is not None:
            upright, across = self.verticalScrollBar(), self.horizontalScrollBar()
            upright.setValue(upright.maximum() if from_end else 0)
            across.setValue(0)
        self.viewport().update()

    def clear(self) -> None:
        """Show nothing."""
        self._image = None
        self.set_size(QSize())
        self.viewport().update()

    def set_size(self, size: QSize, anchor: QPointF | None = None) -> None:
        """Show the same page larger or smaller; what is at the anchor stays there."""
        before, self._size = self._paper(), size
        seen = anchor - QPointF(before.topLeft()) if anchor is not None else QPointF()
        self._measure()
        if anchor is not None and not before.isEmpty():
            grown = QSizeF(size)
            wanted = QPointF(seen.x() * grown.width() / before.width(), seen.y() * grown.height() / before.height())
            margin = self._theme.sizes.unit
            self.horizontalScrollBar().setValue(round(wanted.x() + margin - anchor.x()))
            self.verticalScrollBar().setValue(round(wanted.y() + margin - anchor.y()))
        self.viewport().update()

    def move_by(self, right: int, down: int) -> None:
        """Move on by lines."""
        for bar, steps in ((self.horizontalScrollBar(), right), (self.verticalScrollBar(), down)):
            bar.setValue(bar.value() + steps * self._theme.sizes.row)

    def go_on(self, direction: int) -> None:
        """Move a screenful on or back; at the end of the page ask for the next one."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + direction * round(self.viewport().height() * _SCREEN))
        if bar.value() == before:
            self.turned_on.emit(direction)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is seen of the page; a picture of another size is drawn smoothly until the right one comes."""
        painter = QPainter(self.viewport())
        paper = self._paper()
        if self._image is None or paper.isEmpty():
            return
        seen = paper.intersected(event.rect())
        if seen.isEmpty():
            return
        across, upright = (
            self._image.width() / max(paper.width(), 1),
            self._image.height() / max(paper.height(), 1),
        )
        source = QRectF(
            (seen.x() - paper.x()) * across,
            (seen.y() - paper.y()) * upright,
            seen.width() * across,
            seen.height() * upright,
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(seen), self._image, source)
        painter.setPen(self._theme.colour("line"))
        painter.drawRect(paper.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            self._draw_focus(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page in its place, and tell."""
        super().resizeEvent(event)
        self._measure()
        self.resized.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the view can be seen."""
        super().showEvent(event)
        self.appeared.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that the view cannot be seen any more."""
        super().hideEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by keys while the view itself has the keyboard."""
        bar, key = self.verticalScrollBar(), event.key()
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Space):
            back = key == Qt.Key.Key_PageUp or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.go_on(-1 if back else 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.zoomed.emit(1.0 if key == Qt.Key.Key_Plus else -1.0, self.middle)
        elif Qt.Key(key) in steps:
            self.move_by(*steps[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move, zoom with Ctrl at the pointer, and turn the page where it ends."""
        turns = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turns.y():
                self.zoomed.emit(turns.y() / _NOTCH, event.position())
            event.accept()
            return
        sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        far = event.pixelDelta() if not event.pixelDelta().isNull() else turns * 2 * self._theme.sizes.row / _NOTCH
        right, down = (far.y(), 0) if sideways else (far.x(), far.y())
        across, upright = self.horizontalScrollBar(), self.verticalScrollBar()
        before = upright.value()
        across.setValue(across.value() - right)
        upright.setValue(before - down)
        self._roll_on(0 if upright.value() != before else -turns.y())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the page."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._held = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the page with the mouse."""
        if self._held is None:
            return
        here = event.position().toPoint()
        moved, self._held = here - self._held, here
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the page go."""
        _ = event
        self._held = None
        self._point()

    def _roll_on(self, turns: int) -> None:
        """Turn the page once the wheel went on for long enough at its end."""
        self._rolled = self._rolled + turns if turns * self._rolled >= 0 else turns
        if turns == 0:
            self._rolled = 0
        elif abs(self._rolled) >= _NOTCHES_TO_TURN * _NOTCH:
            self.turned_on.emit(1 if self._rolled > 0 else -1)
            self._rolled = 0

    def _paper(self) -> QRect:
        """Return where the page lies on the view."""
        margin, room = self._theme.sizes.unit, self.viewport().size()
        across, upright = self.horizontalScrollBar(), self.verticalScrollBar()
        left = margin - across.value() if across.maximum() > 0 else (room.width() - self._size.width()) // 2
        top = margin - upright.value()
        return QRect(QPoint(left, top), self._size)

    def _measure(self) -> None:
        room, margin = self.viewport().size(), 2 * self._theme.sizes.unit
        for bar, whole, seen in (
            (self.horizontalScrollBar(), self._size.width() + margin, room.width()),
            (self.verticalScrollBar(), self._size.height() + margin, room.height()),
        ):
            bar.setPageStep(seen)
            bar.setSingleStep(self._theme.sizes.row)
            bar.setRange(0, max(0, whole - seen))
        self._point()

    def _point(self) -> None:
        movable = self.horizontalScrollBar().maximum() > 0 or self.verticalScrollBar().maximum() > 0
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor if movable else Qt.CursorShape.ArrowCursor)

    def _draw_focus(self, painter: QPainter) -> None:
        pen = painter.pen()
        pen.setColor(self._theme.colour("focus"))
        pen.setWidth(self._theme.sizes.focus)
        painter.setPen(pen)
        inner = self._theme.sizes.focus // 2
        painter.drawRect(self.viewport().rect().adjusted(inner, inner, -inner, -inner))
