"""Read the stock-taking for a page: first in the lane for jobs, afterwards at once from what is counted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from kizdesk.project.stocktaking import StockTaking
from kizdesk.ui.jobs import Job, Progress

if TYPE_CHECKING:
    from kizdesk.domain.snapshot import Snapshot
    from kizdesk.project.opened import OpenProject
    from kizdesk.ui.session import Session

T = TypeVar("T")


class Reading(QObject, Generic[T]):
    """Hold what was read last; counting everything the first time takes too long for the window's thread."""

    came = Signal()
    """Something else was read."""

    def __init__(self, session: Session, read: Callable[[StockTaking], T], key: str, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._read, self._key = session, read, key
        self._taking: StockTaking | None = None
        self._job: Job | None = None
        self.value: T | None = None

    def refresh(self) -> None:
        """Read anew; while the first reading is under way, it is what counts."""
        if self._taking is not None:
            self._take(self._read(self._taking))
        elif self._job is None or self._job.is_cancelled:
            self._begin(self._session.project.pinned())

    def _begin(self, pinned: OpenProject) -> None:
        taking, read, moment = StockTaking(pinned), self._read, pinned.snapshot

        def work(_progress: Progress) -> tuple[StockTaking, T, Snapshot]:
            return taking, read(taking), moment

        self._job = self._session.jobs.run(work, self._finish, key=self._key)

    def _finish(self, found: tuple[StockTaking, T, Snapshot]) -> None:
        taking, value, moment = found
        project = self._session.project
        taking.turn_to(project)
        self._taking = taking
        self._take(value if project.snapshot is moment else self._read(taking))

    def _take(self, value: T) -> None:
        self.value = value
        self.came.emit()
