"""Look after an open project: its state in jobs, its file in idle moments."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.project.apart.here import Named
from kizdesk.ui.jobs import Progress
from kizdesk.ui.session import Session

if TYPE_CHECKING:
    from kizdesk.project.opened import OpenProject
    from kizdesk.project.overview import Standing

_SOONEST_MS, _LATEST_MS = 150, 600
"""So long after a change the states are computed: sooner where that is done in a moment."""
FIRST_MS = 50
"""The first page is drawn before."""
_IDLE_MS = 20_000
_STANDING = Named("kizdesk.project.overview:standing")


def _backup(project: OpenProject, progress: Progress) -> None:
    progress("", 0.1)
    project.keep_backup()


class Care(QObject):
    """Compute the states of the steps and of the concept after changes, and keep the file in order."""

    states_came = Signal(object)
    """The StepStates, in order."""
    concept_came = Signal(object)
    """The ConceptState."""
    rested = Signal()
    """Nobody did anything for a while."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._told = ""
        self._clock = QElapsedTimer()
        self._took = _LATEST_MS
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._idle = QTimer(self)
        self._idle.setInterval(_IDLE_MS)
        self._soon.timeout.connect(self._compute)
        self._idle.timeout.connect(self.look_after)
        session.changed.connect(self._note)

    @property
    def is_due(self) -> bool:
        """Tell whether the states will be computed in a moment."""
        return self._soon.isActive()

    def begin(self) -> None:
        """Compute as soon as the window stands, and look after the file from time to time."""
        self._soon.start(FIRST_MS)
        self._idle.start()

    def end(self) -> None:
        """Do nothing any more."""
        self._soon.stop()
        self._idle.stop()

    def wait(self) -> None:
        """Begin to wait for a rest anew: somebody does something."""
        if self._idle.isActive():
            self._idle.start()

    def look_after(self) -> None:
        """Bring the file into order, make the backup that is due, and tell once if it could not be made."""
        project = self._session.project
        self.rested.emit()
        if project.read_only:
            return
        self._session.attempt(project.watch)
        if not project.save_state.pending and not project.save_state.fault:
            self._session.attempt(project.checkpoint)
        if project.backup_due:
            self._session.jobs.run(partial(_backup, project), self._tell_fault, key="backup", failed=self._fail)
        else:
            self._tell_fault()

    def _note(self, changes: object) -> None:
        self._soon.start(min(max(self._took, _SOONEST_MS), _LATEST_MS))
        self._idle.start()

    def _compute(self) -> None:
        session = self._session
        self._clock.start()
        work = partial(session.apart.run, _STANDING, session.project.pinned())
        session.jobs.run(work, self._show, key="standing", failed=self._pass)

    def _show(self, found: Standing) -> None:
        self._took = self._clock.elapsed()
        self.states_came.emit(found.steps)
        self.concept_came.emit(found.concept)

    def _tell_fault(self, done: object = None) -> None:
        fault = self._session.project.backup_fault
        if fault and fault != self._told:
            self._session.say(fault, kind="attention")
        self._told = fault

    def _fail(self, refusal: UserError | EnvironmentFault) -> None:
        self._session.say(str(refusal), kind="attention")

    def _pass(self, refusal: UserError | EnvironmentFault) -> None:
        """Leave the state that is shown; the check itself tells what cannot be read."""
