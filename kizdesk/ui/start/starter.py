"""Open and create projects for the window; it takes over what is handed to it by ``opened``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.ui.jobs import Job, Jobs, Progress
from kizdesk.ui.memory import Memory, Recent
from kizdesk.ui.scheme import SchemeChoice
from kizdesk.ui.start import opening
from kizdesk.ui.start.opening import Locked, Opened, Request
from kizdesk.ui.theme import Theme

if TYPE_CHECKING:
    from kizdesk.project.opened import OpenProject

EXAMPLE = "Beispiel Rhein-Kreis Neuss.kizdesk"


class Starter(QObject):
    """Open projects in jobs, remember them, and tell the start page how that goes.

    For the window: show ``page_for(parent)`` while no project is open; take the project of ``opened``; call
    ``note(project)`` before closing one, so that the list shows its last state. ``open``, ``open_example`` also serve
    its commands; ``wants_new`` and ``wants_file`` ask the window to show the start page for them.
    """

    opened = Signal(object)
    """An OpenProject; the window owns it from now on, and closes it."""
    busy = Signal(object)
    """The Job that opens; it tells its progress itself."""
    locked = Signal(object, str)
    """The Request that lacks a passphrase, and the sentence about a wrong one, or nothing."""
    refused = Signal(object, object)
    """The Request that failed, and the error with its sentence."""
    settled = Signal()
    """The opening under way is over, well or not."""
    restored = Signal(str)
    """A sentence about a backup that is in place now."""
    recent_changed = Signal()
    name_changed = Signal()

    def __init__(
        self,
        jobs: Jobs,
        memory: Memory,
        theme: Theme,
        scheme: SchemeChoice,
        documents: Path,
        account: str,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.memory = memory
        self.theme = theme
        self.scheme = scheme
        self.documents = documents
        self._account = account
        self._now = now
        self._job: Job | None = None
        self._under_way: list[OpenProject] = []
        """What is opened and not handed over yet; filled by the job that opens."""

    @property
    def name(self) -> str:
        """Return the name of who works here; the account's until somebody said another."""
        return self.memory.name or self._account

    @property
    def is_busy(self) -> bool:
        """Tell whether a project is being opened."""
        return self._job is not None

    def take_name(self, name: str) -> None:
        """Remember the name of who works here."""
        if name.strip() and name.strip() != self.memory.name:
            self.memory.remember_name(name)
            self.name_changed.emit()

    def open(self, path: Path, *, passphrase: str | None = None, read_only: bool = False) -> None:
        """Open a project."""
        self.start(Request(path, self.name, passphrase, read_only))

    def open_example(self, folder: Path | None = None) -> None:
        """Open the example project; it is written first if it is not in the folder yet."""
        self.start(Request((folder or self.documents) / EXAMPLE, self.name, example=True))

    def start(self, request: Request) -> None:
        """Carry out a request, unless another one is under way."""
        if self._job is not None:
            return
        self._job = self.jobs.run(
            partial(self._work, request),
            partial(self._take, request),
            label=self.tr("Projekt öffnen"),
            failed=partial(self._refuse, request),
        )
        self._job.ended.connect(self._settle)
        self.busy.emit(self._job)

    def close(self) -> None:
        """Wait for an opening under way, and close what nobody takes over any more."""
        self.jobs.cancel_all()
        for project in self._under_way:
            project.close(discard=True)
        self._under_way.clear()

    def put_back(self, request: Request, copy: Path) -> None:
        """Put a backup in the place of a damaged project, and open it."""
        self.jobs.run(
            partial(opening.put_back, request.path, copy, request.who, request.passphrase),
            partial(self._open_restored, request),
            label=self.tr("Sicherung zurückholen"),
            failed=partial(self._refuse, request),
        )

    def note(self, project: OpenProject) -> None:
        """Remember the state of an open project for the list."""
        from kizdesk.project.wording.state_line import state_line

        self._remember(project.path, project.settings.title, state_line(project.snapshot))

    def forget(self, path: Path) -> None:
        """Take a project off the list; its file stays."""
        self.memory.forget_recent(path)
        self.recent_changed.emit()

    def _remember(self, path: Path, title: str, state: str) -> None:
        self.memory.remember_recent(Recent(path, title, state, self._now()))
        self.recent_changed.emit()

    def _work(self, request: Request, progress: Progress) -> Opened | Locked:
        result = opening.open_project(request, progress)
        if isinstance(result, Opened):
            self._under_way.append(result.project)
        return result

    def _take(self, request: Request, result: Opened | Locked) -> None:
        if isinstance(result, Locked):
            self.locked.emit(request, "")
            return
        self.take_name(request.who)
        self._remember(request.path, result.title, result.state)
        self._under_way.remove(result.project)
        self.opened.emit(result.project)

    def _refuse(self, request: Request, error: UserError | EnvironmentFault) -> None:
        if request.passphrase and request.wish is None and "Kennwort" in str(error):
            self.locked.emit(request, str(error))
        else:
            self.refused.emit(request, error)

    def _open_restored(self, request: Request, aside: Path | None) -> None:
        kept = self.tr("Die beschädigte Datei heißt jetzt „{name}“.").format(name=aside.name) if aside else ""
        self.restored.emit(self.tr("Die Sicherung ist zurückgeholt. {kept}").format(kept=kept).strip())
        self.start(request)

    def _settle(self) -> None:
        self._job = None
        self.settled.emit()
