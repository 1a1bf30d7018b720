"""Say the messages of the session one after another, and show what long work does."""

from __future__ import annotations

from collections import deque
from collections.abc import Container
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kizdesk.ui.jobs import Job
from kizdesk.ui.session import Message
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.messages import MessageBar
from kizdesk.ui.widgets.progress import ProgressLine

_SECONDS = 8
_PATIENCE_MS = 300


class SaidBar(QWidget):
    """Be the bar at the bottom: a problem stays until it is closed, any other sentence makes room for the next."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, seconds: float = _SECONDS) -> None:
        super().__init__(parent)
        self._queue: deque[Message] = deque()
        self._shown: Message | None = None
        self.bar = MessageBar(theme, self, seconds=0)
        self._timer = QTimer(self)
        self._timer.setInterval(round(seconds * 1000))
        self._timer.setSingleShot(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.bar)
        self.hide()
        self._connect()

    def say(self, message: Message) -> None:
        """Show a message now, or when the problem shown is closed."""
        if self._shown is not None and self._shown.kind == "problem":
            if message != self._shown and message not in self._queue:
                self._queue.append(message)
            return
        self._show(message)

    def forget_acts(self, acts: Container[object]) -> None:
        """Leave the sentences that offer these acts, and take their buttons away."""
        self._queue = deque(_bare(message) if message.act in acts else message for message in self._queue)
        if self._shown is not None and self._shown.act in acts:
            self._shown = _bare(self._shown)
            self.bar.say(self._shown.text, self._shown.kind)

    def take_focus(self) -> None:
        """Put the focus onto what can be done."""
        for made in self.bar.findChildren(QPushButton):
            if made.isVisible():
                made.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
        self.bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.bar.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait while somebody reads: the mouse over the bar, or the focus in it."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self._timer.stop()
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self._begin_to_go()
        return super().eventFilter(watched, event)

    def _show(self, message: Message) -> None:
        self._shown = message
        self.bar.say(message.text, message.kind, message.action)
        self.show()
        self._begin_to_go()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.bar, message.text))

    def _begin_to_go(self) -> None:
        if self._shown is not None and self._shown.kind == "info":
            self._timer.start()

    def _connect(self) -> None:
        self._timer.timeout.connect(self.bar.clear)
        self.bar.closed.connect(self._next)
        self.bar.acted.connect(self._act)
        for widget in (self.bar, *self.bar.findChildren(QPushButton)):
            widget.installEventFilter(self)

    def _act(self) -> None:
        act = self._shown.act if self._shown else None
        self.bar.clear()
        if act is not None:
            act()

    def _next(self) -> None:
        self._shown = None
        self._timer.stop()
        if self._queue:
            self._show(self._queue.popleft())
        else:
            self.hide()


def _bare(message: Message) -> Message:
    return replace(message, action="", act=None)


class JobLine(QWidget):
    """Show the latest job with a label, once it takes longer than a moment."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs: list[Job] = []
        self._line = ProgressLine()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE_MS)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._line)
        self.hide()
        self._timer.timeout.connect(self._appear)
        self._line.cancelled.connect(self._cancel)

    def follow(self, job: Job) -> None:
        """Show a job until it ends."""
        self._jobs.append(job)
        self._line.show_progress(job.label)
        job.progressed.connect(self._tell)
        job.ended.connect(self._end)
        self._timer.start()

    def _appear(self) -> None:
        self.setVisible(bool(self._jobs))

    def _tell(self, text: str, share: float) -> None:
        if self._jobs and self.sender() is self._jobs[-1]:
            self._line.show_progress(text or self._jobs[-1].label, round(share * 100), 100)

    def _end(self) -> None:
        ended = self.sender()
        self._jobs = [job for job in self._jobs if job is not ended]
        if self._jobs:
            self._line.show_progress(self._jobs[-1].label)
        else:
            self._timer.stop()
            self.hide()

    def _cancel(self) -> None:
        if self._jobs:
            self._jobs[-1].cancel()
            self._line.show_progress(self.tr("Wird abgebrochen …"))
