"""Say what the session has to say, and show what long work does."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QWindow
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from kizdesk.ui.jobs import Job
from kizdesk.ui.session import Message
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.messages import MessageBar
from kizdesk.ui.widgets.progress import ProgressLine

_SECONDS = 20
"""So long an answer stays once somebody goes on working; while nobody moves, it is being read."""
_SIGNS_OF_WORK = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}
)
_PATIENCE_MS = 300
_MOST_LINES = 3
_MOST_LETTERS = 180
"""Letters of a sentence that stands among others."""


class SaidBar(QWidget):
    """Be what the program says at the bottom: problems stay until they are closed, below them stands the last answer.

    Problems that offer nothing to press are told together; one that does stands alone before those that came earlier.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, seconds: float = _SECONDS) -> None:
        super().__init__(parent)
        self._problems: list[Message] = []
        self._answer: Message | None = None
        self._fresh = False
        self._watched: QWindow | None = None
        self._problem_bar = MessageBar(theme, self, seconds=0)
        self._answer_bar = MessageBar(theme, self, seconds=0)
        self._newest = self._answer_bar
        self._timer, self._turn = QTimer(self), QTimer(self)
        self._timer.setInterval(round(seconds * 1000))
        for timer in (self._timer, self._turn):
            timer.setSingleShot(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.sizes.unit)
        outer.addWidget(self._problem_bar)
        outer.addWidget(self._answer_bar)
        self.hide()
        self._connect()

    @property
    def bar(self) -> MessageBar:
        """Return the bar that spoke last of those that are shown."""
        other = self._problem_bar if self._newest is self._answer_bar else self._answer_bar
        return other if self._newest.isHidden() else self._newest

    def say(self, message: Message) -> None:
        """Show a message: the newest problem first, or an answer in the place of the one before."""
        self._settle_work(message.about)
        if message.kind == "problem":
            self._add_problem(message)
        else:
            self._show_answer(message)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.bar, message.text))

    def forget_step(self) -> None:
        """Take away the sentence about a step that is not the last one any more."""
        if self._answer is not None and self._answer.of_step:
            self._end_answer()

    def forget_page(self) -> None:
        """Take away the answer to what was done on the page before; what was said with the change of page stays."""
        if not self._fresh:
            self._end_answer()

    def forget_place(self) -> None:
        """Take away the answer about another place of the page; one with something to press stays."""
        if self._answer is not None and not self._answer.action:
            self.forget_page()

    def take_focus(self) -> None:
        """Put the focus onto what can be done."""
        for made in self.bar.findChildren(QPushButton):
            if made.isVisible():
                made.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
        self.bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.bar.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait while somebody reads: nothing is moved, the mouse is over the bar, or the focus in it."""
        if isinstance(watched, QWindow):
            if event.type() in _SIGNS_OF_WORK:
                self._watch(on=False)
                self._timer.start()
        elif event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self._watch(on=False)
            self._timer.stop()
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self._begin_to_go()
        return super().eventFilter(watched, event)

    def _add_problem(self, message: Message) -> None:
        self._newest = self._problem_bar
        self._problems = [message, *(known for known in self._problems if known != message)]
        if self._answer is not None and self._answer.kind != "info":
            self._end_answer()
        self._show_problems()

    def _settle_work(self, about: str) -> None:
        """Take away what failed before of a work that was tried again."""
        left = [known for known in self._problems if not about or known.about != about]
        if len(left) < len(self._problems):
            self._problems = left
            self._problem_bar.clear()
            self._show_problems()

    def _show_answer(self, message: Message) -> None:
        self._newest = self._answer_bar
        self._answer, self._fresh = message, True
        self._answer_bar.say(message.text, message.kind, message.action)
        self._turn.start()
        self._begin_to_go()

    def _begin_to_go(self) -> None:
        self._timer.stop()
        self._watch(on=self._answer is not None and self._answer.kind == "info")

    def _watch(self, *, on: bool) -> None:
        """Look out for the first sign of work, or not."""
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = self.window().windowHandle() if on else None
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._end_answer)
        self._turn.timeout.connect(self._settle)
        self._answer_bar.closed.connect(self._end_answer)
        self._answer_bar.acted.connect(self._act)
        self._problem_bar.closed.connect(self._close_problems)
        self._problem_bar.acted.connect(self._act_on_problem)
        for widget in (self._answer_bar, *self._answer_bar.findChildren(QPushButton)):
            widget.installEventFilter(self)

    def _settle(self) -> None:
        self._fresh = False

    def _act(self) -> None:
        act = self._answer.act if self._answer else None
        self._end_answer()
        if act is not None:
            act()

    def _end_answer(self) -> None:
        self._answer = None
        self._watch(on=False)
        self._timer.stop()
        self._answer_bar.clear()
        self.setHidden(not self._problems)

    def _act_on_problem(self) -> None:
        act = self._problems[0].act if self._problems else None
        self._problem_bar.clear()
        if act is not None:
            act()

    def _close_problems(self) -> None:
        del self._problems[: max(1, len(self._together()))]
        self._show_problems()
        self.setHidden(not self._problems and self._answer is None)

    def _show_problems(self) -> None:
        if not self._problems:
            return
        first, together = self._problems[0], self._together()
        text = first.text if len(together) < 2 else _listed([message.text for message in together])
        self._problem_bar.say(text, "problem", first.action)
        self._problem_bar.setToolTip("\n".join(message.text for message in together) if len(together) > 1 else "")

    def _together(self) -> list[Message]:
        """Return the problems told in one bar: those at the front that offer nothing to press."""
        return list(takewhile(_only_says, self._problems))


def _only_says(message: Message) -> bool:
    return not message.action


def _listed(texts: Sequence[str]) -> str:
    """Return sentences as a list, newest first, with the number of those that have no room."""
    lines = [f"• {text if len(text) <= _MOST_LETTERS else text[:_MOST_LETTERS].rstrip() + ' …'}" for text in texts]
    more = len(lines) - _MOST_LINES
    if more > 1:
        lines[_MOST_LINES:] = [f"• und {more} weitere Meldungen"]
    return "\n".join(lines)


class JobLine(QWidget):
    """Show the latest job with a label, once it takes longer than a moment."""

    turned = Signal()
    """The line has appeared, or the last job has ended."""

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

    @property
    def is_busy(self) -> bool:
        """Tell whether a job with a label runs."""
        return bool(self._jobs)

    def take_focus(self) -> None:
        """Put the focus onto the button that ends the work, once it is shown."""
        for made in self._line.findChildren(QPushButton):
            if made.isVisible():
                made.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self, job: Job) -> None:
        """Show a job until it ends."""
        self._jobs.append(job)
        self._line.show_progress(job.label)
        job.progressed.connect(self._tell)
        job.ended.connect(self._end)
        self._timer.start()

    def _appear(self) -> None:
        self.setVisible(bool(self._jobs))
        self.turned.emit()

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
            self.turned.emit()

    def _cancel(self) -> None:
        if self._jobs:
            self._jobs[-1].cancel()
            self._line.show_progress(self.tr("Wird abgebrochen …"))
