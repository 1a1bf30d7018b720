"""Find out in the lane for jobs which released minutes say something else by now."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from kizdesk.domain.interviews import Interview
from kizdesk.project.apart.here import Named

if TYPE_CHECKING:
    from kizdesk.ui.session import Session

_READ = Named("kizdesk.project.interviews.minutes_changes:changed_counts")


class ChangedMinutes(QObject):
    """Hold how many places of the minutes of each interview changed since their release."""

    came = Signal()
    """They are others than before."""

    def __init__(self, session: Session, key: str, parent: QObject | None = None) -> None:
        """Take what tells the jobs of one page from those of another."""
        super().__init__(parent)
        self._session, self._key = session, key
        self.counts: Mapping[str, int] = {}

    @Slot()
    def refresh(self) -> None:
        """Count anew; where nothing is released there is nothing to count."""
        if all(interview.released_on is None for interview in self._session.project.snapshot.all(Interview)):
            self._take({})
            return
        self._session.jobs.run(
            partial(self._session.apart.run, _READ, self._session.project.pinned()),
            self._take,
            key=self._key,
        )

    def _take(self, counts: Mapping[str, int]) -> None:
        if counts != self.counts:
            self.counts = counts
            self.came.emit()
