"""Scroll a page that is taller than its window; the focus always comes into view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QShowEvent, QWindow
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from kizdesk.ui.theme.tokens import Sizes

_SIZES = Sizes()
WHOLE = "whole"
"""The property of what is shown whole when something in it has the focus: a field with its words."""
_ENOUGH = 4
"""Resizes within each other, after which the size stays as it is."""


class ScrollBody(QWidget):
    """Be as high as its words need at its width, not as they would need at its narrowest."""

    def minimumSizeHint(self) -> QSize:
        """Let the area ask for the height at the width it has."""
        least = super().minimumSizeHint()
        return QSize(least.width(), 0) if self.hasHeightForWidth() else least


class _SteadyArea(QScrollArea):
    """Let the body be resized only so often at a stretch.

    Words that claim their height can make a body too high with the bar and low enough without it; Qt would resize it to
    and fro until the program dies, for instance when larger type is chosen.
    """

    _depth = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the body, unless that goes round in circles."""
        if event.type() is not QEvent.Type.Resize or watched is not self.widget():
            return super().eventFilter(watched, event)
        if self._depth >= _ENOUGH:
            return False
        self._depth += 1
        followed = super().eventFilter(watched, event)
        self._depth -= 1
        return followed


class ReadingArea(_SteadyArea):
    """Be a text that is read by keys: it takes the focus, and Pos1, Ende and the space bar lead through it too."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Take a name that a screen reader speaks."""
        super().__init__(parent)
        self.setObjectName("reading")
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the beginning, to the end, or one page on."""
        bar, key = self.verticalScrollBar(), event.key()
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        places = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if key == Qt.Key.Key_Space:
            bar.setValue(bar.value() + (-bar.pageStep() if shifted else bar.pageStep()))
        elif Qt.Key(key) in places:
            bar.setValue(places[Qt.Key(key)])
        else:
            super().keyPressEvent(event)


class ScrollPage(_SteadyArea):
    """Be a body that scrolls up and down; put what it shows into ``body``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = ScrollBody()
        self.body = QVBoxLayout(self._inside)
        self._followed: QWindow | None = None
        self._build()

    def reveal(self, widget: QWidget) -> None:
        """Scroll until a widget can be seen whole, with the words that belong to it if there is room for all."""
        if not self._inside.isAncestorOf(widget):
            return
        room = self.viewport().height() - 2 * _SIZES.gap
        whole = next((holder for holder in self._holders(widget) if holder.height() <= room), None)
        if whole is None:  # Qt follows the cursor where a text is higher than the window
            self.ensureWidgetVisible(widget, 0, _SIZES.margin)
            return
        top, bar = whole.mapTo(self._inside, QPoint(0, 0)).y(), self.verticalScrollBar()
        least = top + whole.height() + _SIZES.gap - self.viewport().height()
        bar.setValue(min(max(bar.value(), least), max(top - _SIZES.gap, 0)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait until the mouse button is up."""
        if watched is self._followed and event.type() is QEvent.Type.MouseButtonRelease:
            self._followed.removeEventFilter(self)
            QTimer.singleShot(0, self, self._follow_pressed)
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the focus from now on."""
        super().showEvent(event)
        handle: QWindow | None = self.window().windowHandle()
        if handle is not None and handle is not self._followed:
            handle.focusObjectChanged.connect(self._follow)
            self._followed = handle

    def _build(self) -> None:
        self._inside.setProperty("ground", "scroll")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(_SIZES.gap)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().rangeChanged.connect(self._keep_away)

    def _keep_away(self, _lowest: int, highest: int) -> None:
        """Keep the body away from the bar, and use the whole width without one."""
        self.body.setContentsMargins(0, 0, _SIZES.unit if highest > 0 else 0, 0)

    def _holders(self, widget: QWidget) -> list[QWidget]:
        """Return the field that a widget is part of, and the widget."""
        holder: QWidget | None = widget
        while holder is not None and holder is not self._inside:
            if holder.property(WHOLE):
                return [holder, widget]
            holder = holder.parentWidget()
        return [widget]

    def _follow(self, focused: QObject) -> None:
        """Follow the keyboard; under a mouse button that is down, what is pressed must not move away."""
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            if self._followed is not None and isinstance(focused, QLineEdit | QPlainTextEdit):
                self._followed.installEventFilter(self)
        elif isinstance(focused, QWidget) and self.isVisible():
            self.reveal(focused)

    def _follow_pressed(self) -> None:
        """Show whole what was clicked to type into it."""
        focused: QWidget | None = self.focusWidget()
        if focused is not None and focused.hasFocus():
            self.reveal(focused)
