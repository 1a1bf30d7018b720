"""Read files that came back in jobs, and compare them anew whenever the project is another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.apart.here import Plain
from kizdesk.project.forms.reading import compare, receive
from kizdesk.project.forms.returned import Incoming, Reading, Received
from kizdesk.ui.jobs import Job, Refusal
from kizdesk.ui.pages.forms.returned_batch import Batch
from kizdesk.ui.session import Session

_READ, _COMPARE = "forms.returned.read", "forms.returned.compare"


class Reader(QObject):
    """Fill a batch: with what its files say, and with what the project says to them."""

    turned = Signal()
    """Reading has begun."""
    compared = Signal(object)
    """Everything that is read is compared with the project as it is now; the names of files to choose from anew."""
    stopped = Signal(str)
    """Why files are not read."""

    def __init__(self, session: Session, batch: Batch, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._batch = batch
        self._job: Job | None = None
        self._comparing = False

    @property
    def is_reading(self) -> bool:
        """Tell whether files are being read."""
        return self._job is not None

    @property
    def is_busy(self) -> bool:
        """Tell whether what is shown is going to be another in a moment."""
        return self._job is not None or self._comparing

    def read(self) -> None:
        """Read the files that are not read yet, and compare all."""
        paths = self._batch.unread
        if not paths:
            self.compare()
            return
        work = partial(receive, [Incoming.at(path) for path in paths])
        done, label = partial(self._receive, paths), self.tr("Formulare werden gelesen")
        self._job = self._session.jobs.run(work, done, label=label, key=_READ, failed=self._refuse)
        self._job.ended.connect(self._end)
        self.turned.emit()

    def compare(self) -> None:
        """Compare what is read with the project as it is now."""
        paths, project = self._batch.read, self._session.project.pinned()
        if not paths:
            return
        wanted = Plain(compare, (self._batch.received, self._batch.chosen_keys))
        work = partial(self._session.apart.run, wanted, project)
        done = partial(self._keep, paths, project.snapshot)
        self._comparing = True
        self._session.jobs.run(work, done, key=_COMPARE, failed=self._refuse)

    def _receive(self, paths: Sequence[Path], received: Sequence[Received]) -> None:
        self._batch.receive(paths, received)
        self.compare()

    def _keep(self, paths: Sequence[Path], moment: Snapshot, readings: Sequence[Reading]) -> None:
        if self._session.project.snapshot is not moment:
            self.compare()
            return
        changed = self._batch.compare(paths, readings)
        self._comparing = False
        if self._batch.has_turned:  # what is chosen of one file stands beside the others
            self.compare()
        self.compared.emit(changed)

    def _refuse(self, refusal: Refusal) -> None:
        self._comparing = False
        self.stopped.emit(str(refusal))

    @Slot()
    def _end(self) -> None:
        ended = self.sender()
        if ended is not self._job or self._job is None:
            return
        is_cancelled, self._job = self._job.is_cancelled, None
        if is_cancelled:
            self.stopped.emit(self.tr("Das Einlesen ist abgebrochen. Am Projekt ist nichts geändert."))
