"""Close the open project so that nothing is lost: ask what still runs, and what to do with what is not saved."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.ui.session import Session
from kizdesk.ui.shell.waiting import waiting

_FLUSH_SECONDS = 5
_MOST_HELD, _QUOTED = 3, 200


class Unsaved(Enum):
    """Say what shall become of changes that cannot be saved."""

    STAY = auto()
    RESCUE = auto()
    DISCARD = auto()


class Leaving:
    """Close the project of a session; as long as that is not possible, everything goes on working."""

    def __init__(self, session: Session, window: QWidget, ask_file: Callable[[], Path | None]) -> None:
        """Take what asks where to save under another name."""
        self._session = session
        self._window = window
        self._ask_file = ask_file

    def close(self) -> bool:
        """Close the project and end the session, whose editors hold nothing any more; False if it stays open."""
        session = self._session
        if session.held and not self._may_forget():
            return False
        if session.jobs.shown and not self._may_cancel():
            return False
        with waiting():
            session.jobs.cancel_all(session.apart.hurry)
            fault = self._fault()
        while fault:
            fault, stays = self._settle(fault)
            if stays:
                return False
        session.end()
        session.jobs.close()
        return True

    def _fault(self) -> str:
        """Close the project; return the sentence that says why not, or nothing."""
        project = self._session.project
        if project.save_state.fault:
            project.retry_saving()
        if not project.flush(_FLUSH_SECONDS):
            return project.save_state.fault or self._tr("Das Speichern dauert ungewöhnlich lange.")
        try:
            project.close()
        except EnvironmentFault:
            # Everything is durable. Only if the file itself is not where it belongs is it refused again.
            try:
                project.close()
            except EnvironmentFault as fault:
                return str(fault)
        return ""

    def _settle(self, fault: str) -> tuple[str, bool]:
        """Ask and do what was chosen; return what still hinders closing, and whether the project stays open."""
        choice = self._ask_unsaved(fault)
        if choice is Unsaved.DISCARD:
            with waiting():
                self._session.project.close(discard=True)
            return "", False
        target = self._ask_file() if choice is Unsaved.RESCUE else None
        if target is None:
            return fault, True
        try:
            with waiting():
                self._session.project.rescue(target)
                return self._fault(), False
        except (UserError, EnvironmentFault) as refusal:
            return str(refusal), False

    def _may_forget(self) -> bool:
        box = self._box(self._tr("Eine Eingabe lässt sich so nicht speichern."))
        box.setInformativeText(" ".join(sentence[:_QUOTED] for sentence in self._session.held[:_MOST_HELD]))
        back = box.addButton(self._tr("Zurück zur Eingabe"), QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton(self._tr("Ohne diese Eingabe schließen"), QMessageBox.ButtonRole.DestructiveRole)
        box.setEscapeButton(back)
        box.setDefaultButton(back)
        box.exec()
        return box.clickedButton() is leave

    def _may_cancel(self) -> bool:
        labels = "“, „".join(job.label for job in self._session.jobs.shown)
        box = self._box(self._tr("„{labels}“ ist noch nicht fertig.").format(labels=labels))
        box.setInformativeText(
            self._tr("Wird es abgebrochen, fehlt das Ergebnis. Im Projekt bleibt alles gespeichert.")
        )
        wait = box.addButton(self._tr("Abwarten"), QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton(self._tr("Abbrechen und schließen"), QMessageBox.ButtonRole.DestructiveRole)
        box.setEscapeButton(wait)
        box.setDefaultButton(wait)
        box.exec()
        return box.clickedButton() is leave

    def _ask_unsaved(self, fault: str) -> Unsaved:
        pending = self._session.project.save_state.pending
        steps = (
            self._tr("Ein Schritt ist") if pending == 1 else self._tr("{pending} Schritte sind").format(pending=pending)
        )
        told = self._tr("{steps} noch nicht gespeichert.").format(steps=steps)
        box = self._box(told if pending else self._tr("Das Projekt kann nicht geschlossen werden."))
        box.setInformativeText(fault)
        rescue = box.addButton(self._tr("Unter anderem Namen speichern …"), QMessageBox.ButtonRole.AcceptRole)
        give_up = self._tr("Ohne Speichern schließen") if pending else self._tr("Trotzdem schließen")
        discard = box.addButton(give_up, QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self._tr("Weiterarbeiten"), QMessageBox.ButtonRole.RejectRole)
        box.setEscapeButton(stay)
        box.setDefaultButton(rescue)
        box.exec()
        chosen = box.clickedButton()
        if chosen is rescue:
            return Unsaved.RESCUE
        return Unsaved.DISCARD if chosen is discard else Unsaved.STAY

    def _box(self, text: str) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setWindowTitle("kizdesk")
        box.setText(text)
        return box

    def _tr(self, text: str) -> str:
        return QCoreApplication.translate("Leaving", text)
