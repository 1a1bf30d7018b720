"""Notice how long each section of an interview is talked about, without disturbing anybody."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from kizdesk.project.runner.timing import Spot, add_times, is_timed
from kizdesk.ui.pages.interview.walk import Walk

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

_IDLE = 300.0
"""Seconds without a sign of life that still count: somebody tells a story, and nobody types."""
_STARTS = (QEvent.Type.Show, QEvent.Type.WindowActivate)
_ENDS = (QEvent.Type.Hide, QEvent.Type.WindowDeactivate)


class SectionClock(QObject):
    """Run while the page is shown in the active window; signs of life are steps to other questions, and answers.

    What was gathered is noted when another section comes up, or when the page is left.
    """

    def __init__(self, session: Session, walk: Walk, page: QWidget, seconds: Callable[[], float] = monotonic) -> None:
        super().__init__(page)
        self._session, self._walk, self._page, self._seconds = session, walk, page, seconds
        self._interview_id = ""
        self._spot: Spot = ("", "")
        self._last: float | None = None
        self._gathered: dict[Spot, float] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.keep)
        page.installEventFilter(self)
        walk.moved.connect(self._follow)
        session.changed.connect(self._follow)
        session.closing.connect(self._end)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Start and stop with the page and its window."""
        if event.type() in _STARTS:
            self._last = self._seconds() if self._is_running() else None
        elif event.type() in _ENDS:
            self._gather()
            self._last = None
            self.keep()
        return False

    @Slot()
    def keep(self) -> None:
        """Write what was gathered; parts of a second stay for the next time."""
        spent = {spot: int(seconds) for spot, seconds in self._gathered.items() if seconds >= 1}
        if not spent or self._session.read_only:
            return
        for spot, seconds in spent.items():
            self._gathered[spot] -= seconds
        self._session.note(partial(add_times, self._session.project, self._interview_id, spent))

    @Slot()
    def _follow(self) -> None:
        """Take a sign of life, and turn to the section that is shown now."""
        if self._session.is_noting:
            return
        self._gather()
        place = self._walk.place
        spot = (place.section_id, self._scope()) if place is not None else ("", "")
        if (self._walk.interview_id, spot) != (self._interview_id, self._spot):
            if self._walk.interview_id != self._interview_id:
                self.keep()
                self._gathered.clear()
            self._interview_id, self._spot = self._walk.interview_id, spot
            self._soon.start()
        self._last = self._seconds() if self._is_running() else None

    @Slot()
    def _end(self) -> None:
        self._gather()
        self._last = None
        self._soon.stop()
        self.keep()

    def _gather(self) -> None:
        if self._last is not None and self._spot[0]:
            now = self._seconds()
            passed = min(now - self._last, _IDLE)
            self._gathered[self._spot] = self._gathered.get(self._spot, 0.0) + passed
            self._last = now

    def _is_running(self) -> bool:
        interview = self._walk.interview
        shown = self._page.isVisible() and self._page.isActiveWindow()
        return interview is not None and is_timed(interview) and shown

    def _scope(self) -> str:
        """Return the field of action that is asked about; offerings are one register."""
        place = self._walk.place
        return place.scope_id if place is not None and not self._walk.is_on_offering else ""
