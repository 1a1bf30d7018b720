"""Write forms in a job and put them in their places, all or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.project.forms.placing import StagedFile, clear_away, discard, put_in_place
from kizdesk.project.opened import OpenProject
from kizdesk.ui.jobs import Job, Progress, Refusal
from kizdesk.ui.session import Session

_Files = tuple[StagedFile, ...]


class _Staging:
    """Be the work of a job that remembers what it made, for nobody else knows of it if the job is cancelled late."""

    def __init__(self, write: Callable[[Progress], _Files]) -> None:
        self._write = write
        self.files: _Files = ()

    def __call__(self, progress: Progress) -> _Files:
        """Write the files beside their places."""
        self.files = self._write(progress)
        return self.files


class FormWriter(QObject):
    """Take the wish for forms, one at a time."""

    written = Signal(object)
    """What was written, as a tuple."""
    refused = Signal(str)
    turned = Signal()
    """Writing has begun or ended."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None

    @property
    def is_busy(self) -> bool:
        """Tell whether forms are being written."""
        return self._job is not None

    def write(self, forms: Callable[[OpenProject, Progress], _Files]) -> None:
        """Write forms, unless others are being written."""
        if self.is_busy:
            return
        session = self._session
        session.leaving.emit()
        work = _Staging(partial(session.apart.run, forms, session.project.pinned()))
        label = self.tr("Formulare ausgeben")
        self._job = session.jobs.run(work, self._put, label=label, failed=self._refuse)
        self._job.ended.connect(partial(self._end, work))
        self.turned.emit()

    def _put(self, staged: _Files) -> None:
        try:
            placed = put_in_place(self._session.project, staged)
        except (UserError, EnvironmentFault) as refusal:
            self._refuse(refusal)
        else:
            self._session.jobs.run(partial(_clear_away, placed.replaced), _be_done)
            self.written.emit(placed.written)

    def _refuse(self, refusal: Refusal) -> None:
        self.refused.emit(str(refusal))

    def _end(self, work: _Staging) -> None:
        cancelled = self._job is not None and self._job.is_cancelled
        self._job = None
        if cancelled:
            discard(work.files)
            self.refused.emit(self.tr("Das Ausgeben ist abgebrochen; es wurde nichts geschrieben."))
        self.turned.emit()


def _clear_away(replaced: Sequence[Path], _progress: Progress) -> None:
    clear_away(replaced)


def _be_done(_nothing: None) -> None:
    """Wait for nothing."""
