"""Lay a panel over the window; Esc closes it and gives the focus back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget


class Overlay(QFrame):
    """Be a panel over its parent; those who inherit say where it lies."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.under = parent
        self._before: QWidget | None = None
        self.setProperty("ground", "panel")
        parent.installEventFilter(self)
        self.hide()

    def appear(self) -> None:
        """Show the panel above everything."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self.place()
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
            self.place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
