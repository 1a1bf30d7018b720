"""Show title, state and actions of the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from kizdesk.ui.page import Heading
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.buttons import button, tip_text, with_room
from kizdesk.ui.widgets.labels import ElidedLabel
from kizdesk.ui.widgets.look import set_look


class ActionButton(QPushButton):
    """Be a button that follows an action."""

    resized = Signal()
    """Its words are others, and need another width."""

    def __init__(self, action: QAction, *, main: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.action = action
        self._was_pressed = False
        self._width = 0
        self.setProperty("kind", "primary" if main else "plain")
        self.setAutoDefault(False)
        self.setObjectName(f"action-{action.objectName() or action.text()}")
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def sizeHint(self) -> QSize:
        """Return a size that holds all wordings of the action."""
        return with_room(super().sizeHint(), self, self.action)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note that the first press of a double click met this very button."""
        self._was_pressed = True
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ignore the second press of a double click that began on the button that stood here before."""
        if self._was_pressed:
            super().mouseDoubleClickEvent(event)

    def _follow(self) -> None:
        text = self.action.text().replace("&", "")
        self.setText(text)
        self.setIcon(self.action.icon())
        self.setEnabled(self.action.isEnabled())
        own = self.action.toolTip()
        self.setToolTip(tip_text("" if own == text else own, self.action.shortcut()))
        self.setAccessibleName(text)
        width = self.sizeHint().width()
        if width != self._width:
            self._width = width
            self.resized.emit()


class Header(QWidget):
    """Be the head of the page; buttons that do not fit go into a menu."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = ElidedLabel("", "title")
        self._subtitle = ElidedLabel("", "subtitle")
        self._row = QHBoxLayout()
        self._buttons: list[ActionButton] = []
        self._more = button(self.tr("Mehr"), name="more-actions")
        self._menu = QMenu(self._more)
        self._corner: QPushButton | None = None
        self._corner_words = ""
        self._saved = 0
        """Width that the button in the corner saves by showing its sign only, as it does now; 0 if it does not."""
        self._build()

    def show_heading(self, heading: Heading, actions: Sequence[QAction], main: QAction | None) -> None:
        """Show another heading; the buttons are made anew only when the actions are others."""
        self._title.setText(heading.title)
        self._subtitle.setText(heading.subtitle)
        self._subtitle.setVisible(bool(heading.subtitle))
        wanted = [action for action in actions if action.isVisible()]
        if main is not None and main.isVisible() and main not in wanted:
            wanted.append(main)
        shown = [(made.action, made.property("kind") == "primary") for made in self._buttons]
        if shown != [(action, action is main) for action in wanted]:
            self._make(wanted, main)
        self._fit()

    def put_in_corner(self, made: QPushButton) -> None:
        """Take a button that belongs to no page, before theirs; where room is short, it shows its sign only."""
        self._corner, self._corner_words = made, made.text()
        self._row.insertWidget(0, made)

    def button_of(self, action: QAction) -> ActionButton | None:
        """Return the button of an action, if it is shown."""
        return next((made for made in self._buttons if made.action is action and not made.isHidden()), None)

    def minimumSizeHint(self) -> QSize:
        """Claim the filled button and the menu: what has no room goes there, and never widens the window."""
        first = min(self._buttons, key=_weight, default=None)
        parts = [made.sizeHint().width() for made in (first, self._more) if made is not None]
        gaps = self._theme.sizes.gap * len(parts) + self._corner_width()
        return QSize(self._title.minimumSizeHint().width() + sum(parts) + gaps, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move buttons into the menu or out of it."""
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        sizes = self._theme.sizes
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        above = QHBoxLayout()
        above.setSpacing(sizes.gap)
        above.addWidget(self._title, 1)
        self._row.setSpacing(sizes.gap)
        self._row.setAlignment(Qt.AlignmentFlag.AlignTop)
        above.addLayout(self._row)
        outer.addLayout(above)
        outer.addWidget(self._subtitle)
        kept = self._subtitle.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._subtitle.setSizePolicy(kept)
        self._title.setMinimumHeight(sizes.control)
        self._more.setMenu(self._menu)
        set_look(self._more, "opens", "menu")
        self._row.addWidget(self._more)
        self._more.hide()

    def _make(self, actions: Sequence[QAction], main: QAction | None) -> None:
        for old in self._buttons:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = [ActionButton(action, main=action is main) for action in actions]
        for made in self._buttons:
            self._row.addWidget(made)
            made.resized.connect(self._fit)

    def _corner_width(self) -> int:
        if self._corner is None or self._corner.isHidden():
            return 0
        return self._corner.sizeHint().width() + self._theme.sizes.gap

    def _room(self) -> int:
        """Return how wide the buttons of the page may be together."""
        gap = self._theme.sizes.gap
        return self.width() - min(self._title.sizeHint().width(), self.width() // 2) - gap - self._corner_width()

    def _fit_corner(self, needed: int) -> None:
        """Let the button in the corner go without words before any other button goes into the menu."""
        if self._corner is None or self._corner.isHidden():
            return
        short = needed > self._room() - self._saved
        if short and not self._saved:
            full = self._corner.sizeHint().width()
            self._corner.setText("")
            self._saved = full - self._corner.sizeHint().width()
        elif not short and self._saved:
            self._corner.setText(self._corner_words)
            self._saved = 0

    def _fit(self) -> None:
        gap = self._theme.sizes.gap
        needed = sum(made.sizeHint().width() + gap for made in self._buttons)
        self._fit_corner(needed)
        room = self._room()
        ordered = sorted(self._buttons, key=_weight)
        hidden: list[ActionButton] = []
        while needed > room and len(ordered) > 1:
            last = ordered.pop()
            if not hidden:
                needed += self._more.sizeHint().width() + gap
            hidden.insert(0, last)
            needed -= last.sizeHint().width() + gap
        if len(hidden) == 1 and len(ordered) > 1:  # a menu of one thing is no menu
            hidden.insert(0, ordered.pop())
        self._menu.clear()
        for made in self._buttons:
            made.setHidden(made in hidden)
        self._menu.addActions([made.action for made in hidden])
        self._more.setVisible(bool(hidden))


def _weight(made: ActionButton) -> tuple[bool, bool]:
    """Return what sorts the buttons: the filled one first, last those that go into the menu before others."""
    return made.property("kind") != "primary", made.action.priority() is QAction.Priority.LowPriority
