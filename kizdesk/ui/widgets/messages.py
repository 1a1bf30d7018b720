"""Say something in a bar on the page instead of in a dialog."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.buttons import button, icon_button
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.look import set_look

_MOST = 1000
"""Letters of a sentence shown; what it quotes may be a page long."""
_SIGNS = {"info": "info", "attention": "warning", "problem": "problem", "done": "done"}


class MessageBar(QFrame):
    """Be a bar with a sentence and at most one thing to do; it hides when there is nothing to say.

    A sentence belongs to what it is about: it goes when its page is left, or when that is not what the page shows.
    """

    acted = Signal()
    """The button beside the sentence was pressed."""
    closed = Signal()
    """The bar went away, by itself or by the user."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, seconds: float = 20, closable: bool = True
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = "info"
        self._about: Hashable = None
        self._seconds = seconds
        self._closable = closable
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._sign = QLabel()
        self._text = label()
        self._action = button("", kind="link", name="message-action")
        self._close = icon_button(theme.icon("close", "muted"), self.tr("Meldung schließen"), name="message-close")
        self._build()
        self._connect()
        self.hide()

    @property
    def text(self) -> str:
        """Return the sentence shown."""
        return self._text.text()

    def say(self, text: str, kind: str = "info", action: str = "", *, about: Hashable = None) -> None:
        """Say a sentence; ``kind`` is info, attention, problem or done. Only info and done go by themselves.

        What holds as long as the page stands is ``about`` nothing; who says it takes it away again.
        """
        self._kind, self._about = kind, about
        self._text.setText(text if len(text) <= _MOST else f"{text[:_MOST].rstrip()} …")
        self.setAccessibleName(text)
        self._action.setText(action)
        self._action.setAccessibleName(action)
        self._action.setVisible(bool(action))
        set_look(self, "ground", kind)
        self._draw_sign()
        self.show()
        if kind in {"info", "done"} and self._seconds > 0:
            self._timer.start(round(self._seconds * 1000))
        else:
            self._timer.stop()

    def keep(self, about: Hashable) -> None:
        """Take away what was said about anything else."""
        if self._about not in (None, about):
            self.clear()

    def hideEvent(self, event: QHideEvent) -> None:
        """Say no more what was said to a visit that is over."""
        super().hideEvent(event)
        if self._about is not None and not event.spontaneous():
            self.clear()

    def clear(self) -> None:
        """Say nothing any more."""
        self._timer.stop()
        self._about = None
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _build(self) -> None:
        sizes = self._theme.sizes
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.gap, 0, sizes.gap_small, 0)
        self._text.setContentsMargins(0, sizes.unit, 0, sizes.unit)
        row.setSpacing(sizes.gap_small)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        set_look(self._action, "dense", "true")
        self._close.setVisible(self._closable)
        self.setMinimumHeight(sizes.control)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.clear)
        self._close.clicked.connect(self.clear)
        self._action.clicked.connect(self._act)
        self._theme.changed.connect(self._draw_sign)

    def _act(self) -> None:
        self._timer.stop()
        self.acted.emit()

    def _draw_sign(self) -> None:
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(self._theme.pixmap(_SIGNS[self._kind], self._kind, ratio=ratio))
        self._close.setIcon(self._theme.icon("close", "muted"))
