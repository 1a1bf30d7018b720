"""Let a click beside an open list of suggestions reach what was clicked."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QCompleter, QWidget

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class ClickThrough(QObject):
    """Close the list of a completer at a click beside it, and hand the click on; a list alone would swallow it."""

    clicked_beside = Signal()
    """The list closed because something else was clicked, not the line it belongs to."""

    def __init__(self, completer: QCompleter) -> None:
        super().__init__(completer)
        self._completer = completer
        popup = completer.popup()
        if popup is not None:
            popup.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
            popup.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the presses that the list gets because it is open."""
        if not (isinstance(event, QMouseEvent) and event.type() in _PRESSES and isinstance(watched, QWidget)):
            return False
        if not watched.isVisible() or watched.rect().contains(event.position().toPoint()):
            return False
        watched.hide()
        self._pass_on(event)
        return True

    def _pass_on(self, event: QMouseEvent) -> None:
        """Send the press to the window of the line, before the release comes; another window gets its own."""
        line, place = self._completer.widget(), event.globalPosition()
        target = QApplication.widgetAt(place.toPoint())
        window = line.window().windowHandle()
        same = target is not None and target.window() is line.window()
        if target is not line and (target is None or not line.isAncestorOf(target)):
            self.clicked_beside.emit()
        if same and window is not None:
            local = QPointF(window.mapFromGlobal(place.toPoint()))
            kind, buttons, keys = event.type(), event.buttons(), event.modifiers()
            QCoreApplication.sendEvent(window, QMouseEvent(kind, local, local, place, event.button(), buttons, keys))
