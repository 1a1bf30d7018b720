"""Do what the menu offers with the file of a project: copy, check, save elsewhere, put a backup back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.ui.jobs import Progress
from kizdesk.ui.session import Session
from kizdesk.ui.shell.waiting import waiting

if TYPE_CHECKING:
    from kizdesk.project.entry import Copy
    from kizdesk.project.opened import OpenProject

_ENDING = ".kizdesk"
_FLUSH_SECONDS = 2
_COPY = "copy"
"""The work that is told of: a copy that is written settles one that was refused."""


def _verify(project: OpenProject, progress: Progress) -> list[str]:
    from kizdesk.project.durable.verify import verify

    progress("", 0.1)
    return verify(project)


def _backup(project: OpenProject, target: Path, progress: Progress) -> Path:
    progress("", 0.1)
    project.backup(target)
    return target


class FileWork(QObject):
    """Work with the file of an open project, in jobs, and tell what became of it."""

    moved = Signal()
    """The project lies elsewhere now."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def save(self) -> None:
        """Wait a moment until everything is durable, and say so."""
        session = self._session
        session.leaving.emit()
        if session.read_only:
            session.say(self.tr("Das Projekt ist nur zum Lesen geöffnet. Es gibt nichts zu speichern."))
        elif session.project.flush(_FLUSH_SECONDS):
            session.say(self.tr("Alles ist gespeichert."))
        else:
            fault = session.project.save_state.fault or self.tr("Das Speichern dauert noch an.")
            session.say(fault, kind="problem", action=self.tr("Unter anderem Namen speichern …"), act=self.rescue)

    def retry(self) -> None:
        """Try again to save what could not be saved."""
        self._session.attempt(self._session.project.retry_saving)

    def save_copy(self) -> None:
        """Write a copy where somebody wants it."""
        from kizdesk.project.files import copy_name

        proposed = copy_name(self._session.project.path)
        target = self._asked_file(self.tr("Kopie speichern unter"), proposed)
        if target is not None:
            session = self._session
            session.leaving.emit()
            work = partial(_backup, session.project, target)
            label = self.tr("Kopie wird geschrieben")
            session.jobs.run(work, self._say_copied, label=label, failed=self._say_not_copied)

    def verify(self) -> None:
        """Check the file."""
        session = self._session
        work = partial(_verify, session.project)
        label = self.tr("Datei wird geprüft")
        session.jobs.run(work, self._say_verified, label=label, key="verify", failed=self._say_failed)

    def rescue(self) -> None:
        """Save under another name what cannot be saved in its place, and go on there."""
        target = self.ask_rescue()
        if target is None:
            return
        try:
            self._session.project.rescue(target)
        except (UserError, EnvironmentFault) as refusal:
            self._say_failed(refusal)
            return
        self.moved.emit()
        self._session.say(self.tr("Das Projekt liegt jetzt in „{name}“, mit allem darin.").format(name=target.name))

    def ask_rescue(self) -> Path | None:
        """Ask where to save what cannot be saved in its place."""
        return self._asked_file(self.tr("Unter anderem Namen speichern"), self._session.project.path)

    def put_back(self, copy: Copy) -> None:
        """Put a backup in the place of the project, which goes on with what was in it."""
        session = self._session
        session.leaving.emit()
        with waiting():
            session.jobs.cancel_all()
            try:
                aside = session.project.put_back(copy.path)
            except (UserError, EnvironmentFault) as refusal:
                self._say_failed(refusal)
                return
        text = self.tr("Zurückgeholt ist die Sicherung vom {day:%d.%m.%Y}, {day:%H:%M} Uhr.").format(day=copy.made)
        kept = self.tr(" Die bisherige Datei heißt jetzt „{name}“.").format(name=aside.name) if aside else ""
        session.say(text + kept)

    def _asked_file(self, title: str, proposed: Path) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(proposed), self.tr("Projekte (*.kizdesk)"))
        if not name:
            return None
        return Path(name) if name.endswith(_ENDING) else Path(name + _ENDING)

    def _say_verified(self, found: list[str]) -> None:
        text = " ".join(found) or self.tr("Die Datei ist in Ordnung.")
        self._session.say(text, kind="problem" if found else "info")

    def _say_copied(self, target: Path) -> None:
        self._session.say(self.tr("Die Kopie „{name}“ ist geschrieben.").format(name=target.name), about=_COPY)

    def _say_not_copied(self, refusal: UserError | EnvironmentFault) -> None:
        self._session.say(str(refusal), kind="problem", about=_COPY)

    def _say_failed(self, refusal: UserError | EnvironmentFault) -> None:
        self._session.say(str(refusal), kind="problem")
