"""Lay a panel over the window; Esc or a press beside it closes it and gives the focus back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from kizdesk.ui.widgets.stops import in_reading_order, stops


class Shade(QFrame):
    """Be the dusk over the window while a panel waits for an answer."""

    pressed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("ground", "shade")
        self.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell that somebody pressed beside the panel."""
        event.accept()
        self.pressed.emit()


class Overlay(QFrame):
    """Be a panel over its parent; those who inherit say where it lies."""

    shaded = True
    """The rest of the window is dim meanwhile and waits."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.under = parent
        self._shade = Shade(parent)
        self._shade.pressed.connect(self.leave)
        self._before: QWidget | None = None
        self.setProperty("ground", "panel")
        parent.installEventFilter(self)
        self.hide()

    def appear(self) -> None:
        """Show the panel above everything."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self._cover()
        if self.shaded:
            self._shade.show()
            self._shade.raise_()
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Hide the panel and give the focus back."""
        focused = QApplication.focusWidget()
        had = focused is None or self.isAncestorOf(focused)
        self.hide()
        if had and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    def place(self) -> None:
        """Take the place over the parent."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the parent."""
        if event.type() is QEvent.Type.Resize and watched is self.parent() and self.isVisible():
            self._cover()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the day in again, unless the whole window goes."""
        super().hideEvent(event)
        if self.isHidden():
            self._shade.hide()

    def focusNextPrevChild(self, *forward: bool) -> bool:
        """Let Tab go around within the panel."""
        ways = [stop for stop in in_reading_order(stops(self), self) if stop.isVisible() and stop.isEnabled()]
        if not ways:
            return False
        focused, step = QApplication.focusWidget(), 1 if all(forward) else -1
        place = ways.index(focused) + step if focused in ways else 0
        ways[place % len(ways)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _cover(self) -> None:
        self._shade.setGeometry(self.under.rect())
        self.place()
