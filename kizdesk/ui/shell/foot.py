"""Say below the page what is missing, and lead to the page before and after."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kizdesk.domain.checks import Target
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import FewLinesLabel
from kizdesk.ui.widgets.look import set_look


class Foot(QWidget):
    """Be the line below the page."""

    wanted = Signal(object)
    """The Target that the missing line points to."""
    back = Signal()
    all_wanted = Signal()
    """Somebody wants to see all that is missing, one by one."""
    on = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._target: Target | None = None
        self._room = QWidget()
        self._line = QFrame()
        self.sentence = FewLinesLabel()
        self._show = button(self.tr("Anzeigen"), kind="link", name="show-missing")
        self._all = button("", kind="link", name="show-all-missing")
        self._back = button(self.tr("Zurück"), shortcut="Alt+Left", name="go-back")
        self._on = button(self.tr("Weiter"), shortcut="Alt+Right", name="go-on")
        self._build()
        self._connect()

    @property
    def room(self) -> QWidget:
        """Return the place of the missing line, which stays the same when there is nothing to say."""
        return self._room

    def show_missing(self, text: str, target: Target | None, count: int = 1) -> None:
        """Show what is missing and where; an empty text takes the line away, several things can be shown one by one."""
        self._target = target
        self.sentence.setText(text)
        self.sentence.setAccessibleName(text)
        self._show.setVisible(target is not None)
        self._all.setText(self.tr("Beide zeigen") if count == 2 else self.tr("Alle zeigen"))
        self._all.setAccessibleName(self._all.text())
        self._all.setVisible(count > 1)
        self._line.setVisible(bool(text))

    def take_focus(self) -> bool:
        """Put the focus onto the button that leads to what is missing; returns False if there is none."""
        if self._show.isVisible():
            self._show.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return self._show.isVisible()

    def show_ways(self, *, back: bool, on: bool, words: str = "", aside: bool = False) -> None:
        """Show which ways lead on; a page aside of the way only leads back, with words of its own."""
        text = words or self.tr("Zurück")
        if text != self._back.text():
            self._back.setText(text)
            self._back.setAccessibleName(text)
        self._back.setEnabled(back)
        self._on.setEnabled(on)
        self._on.setVisible(not aside)
        row = self.layout()
        if row is not None:
            row.activate()

    def _build(self) -> None:
        sizes = self._theme.sizes
        self._line.setProperty("ground", "attention")
        inner = QHBoxLayout(self._line)
        inner.setContentsMargins(sizes.gap, 0, sizes.gap_small, 0)
        inner.setSpacing(sizes.gap)
        inner.addWidget(self.sentence, 1)
        for made in (self._show, self._all):
            inner.addWidget(made)
            set_look(made, "dense", "true")
        self._line.setMinimumHeight(sizes.control)
        self._line.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.gap)
        within = QHBoxLayout(self._room)
        within.setContentsMargins(0, 0, 0, 0)
        within.addWidget(self._line)
        self._room.setMinimumHeight(max(sizes.control, self._line.sizeHint().height()))
        row.addWidget(self._room, 1)
        row.addWidget(self._back)
        row.addWidget(self._on)

    def _connect(self) -> None:
        self._show.clicked.connect(self._ask)
        self._all.clicked.connect(self.all_wanted)
        self._back.clicked.connect(self.back)
        self._on.clicked.connect(self.on)

    def _ask(self) -> None:
        if self._target is not None:
            self.wanted.emit(self._target)
