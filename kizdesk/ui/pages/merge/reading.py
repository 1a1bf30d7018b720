"""Read another copy of the project in a job, and compare it anew whenever the project is another."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.project.merging.judging import Comparison, compare
from kizdesk.project.merging.other import OtherCopy, open_other
from kizdesk.project.opened import OpenProject
from kizdesk.ui.jobs import Job, Progress, Refusal
from kizdesk.ui.session import Session

_READ, _COMPARE = "stocktaking.merge.read", "stocktaking.merge.compare"


class CopyReader(QObject):
    """Hold the other copy while it is looked at."""

    turned = Signal()
    """Reading has begun."""
    compared = Signal()
    """There is a comparison with the project as it is now."""
    stopped = Signal(str)
    """Why the file is not read."""
    locked = Signal(object, str)
    """The path of a file that needs its passphrase, and what was wrong with the one before."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self.other: OtherCopy | None = None
        self.comparison: Comparison | None = None
        session.closing.connect(self.forget)

    @property
    def is_reading(self) -> bool:
        """Tell whether a file is being read."""
        return self._job is not None

    @Slot()
    def forget(self) -> None:
        """Let go of the other copy."""
        if self.other is not None:
            self.other.close()
        self.other = self.comparison = None

    def read(self, path: Path, passphrase: str | None = None) -> None:
        """Read a file, after asking for its passphrase if it has one."""
        try:
            asks = passphrase is None and OpenProject.is_protected(path)
        except (UserError, EnvironmentFault) as refusal:
            self.stopped.emit(str(refusal))
            return
        self.forget()
        if asks:
            self.locked.emit(path, "")
            return
        work = partial(_read, self._session.project.pinned(), path, passphrase)
        failed = partial(self._refuse, path, passphrase)
        label = self.tr("Die andere Datei wird gelesen")
        self._job = self._session.jobs.run(work, self._receive, label=label, key=_READ, failed=failed)
        self._job.ended.connect(self._end)
        self.turned.emit()

    def compare(self) -> None:
        """Compare with the project as it is now."""
        if self.other is None:
            return
        work = partial(_compare, self._session.project.pinned(), self.other)
        self._session.jobs.run(work, partial(self._keep, self.other), key=_COMPARE)

    def _receive(self, found: tuple[OtherCopy, Comparison]) -> None:
        self.other, comparison = found
        self._keep(self.other, comparison)

    def _keep(self, other: OtherCopy, comparison: Comparison) -> None:
        if other is not self.other:  # another file was chosen meanwhile
            return
        if comparison.project.snapshot is not self._session.project.snapshot:
            self.compare()
            return
        self.comparison = comparison
        self.compared.emit()

    def _refuse(self, path: Path, passphrase: str | None, refusal: Refusal) -> None:
        if passphrase is not None:
            self.locked.emit(path, str(refusal))
        else:
            self.stopped.emit(str(refusal))

    @Slot()
    def _end(self) -> None:
        ended = self.sender()
        if ended is not self._job or self._job is None:
            return
        is_cancelled, self._job = self._job.is_cancelled, None
        if is_cancelled:
            self.stopped.emit(self.tr("Das Lesen ist abgebrochen. Übernommen ist noch nichts."))


def _read(project: OpenProject, path: Path, passphrase: str | None, progress: Progress) -> tuple[OtherCopy, Comparison]:
    with ExitStack() as stack:
        other = stack.enter_context(open_other(project, path, progress, passphrase=passphrase))
        comparison = compare(project, other, progress)
        stack.pop_all()
    return other, comparison


def _compare(project: OpenProject, other: OtherCopy, progress: Progress) -> Comparison:
    return compare(project, other, progress)
