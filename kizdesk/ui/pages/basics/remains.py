"""Say that the log still holds values of deleted people, and remove them for good."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMessageBox, QWidget

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.project.opened import OpenProject
from kizdesk.project.privacy import deleted_people, erase_deleted_people
from kizdesk.ui.jobs import Progress
from kizdesk.ui.pages.basics.links import number_text
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.messages import MessageBar


class Remains(MessageBar):
    """Be the line below the list of people; it is there only while there is something to remove."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session.theme, parent, seconds=0, closable=False)
        self._session = session
        self._count = 0
        self.acted.connect(self._ask)

    def refresh(self) -> None:
        """Look in the log, beside the work on the page."""
        if not self._session.read_only:
            work = partial(_counted, self._session.project)
            self._session.jobs.run(work, self._show_count, key="basics.people.remains", failed=self._hide)

    def _show_count(self, count: int) -> None:
        self._count = count
        if not count:
            self.clear()
            return
        text = number_text(
            count,
            self.tr("Von einer gelöschten Person stehen Angaben noch im Protokoll der Änderungen, für „Rückgängig“."),
            self.tr("Von {0} gelöschten Personen stehen Angaben noch im Protokoll der Änderungen, für „Rückgängig“."),
        )
        self.say(text, "info", self.tr("Angaben endgültig entfernen …"))

    def _hide(self, _refusal: UserError | EnvironmentFault) -> None:
        self.clear()

    def _ask(self) -> None:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Angaben endgültig entfernen"))
        box.setText(self.tr("Die Angaben der gelöschten Personen werden aus der Projektdatei entfernt."))
        box.setInformativeText(
            self.tr(
                "Das kann nicht rückgängig gemacht werden, und auch frühere Änderungen lassen sich danach nicht mehr "
                "zurücknehmen. Namen in Antworten und Texten bleiben stehen, ebenso ältere Sicherungen der Datei."
            )
        )
        remove = box.addButton(self.tr("Endgültig entfernen"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(self.tr("Behalten"), QMessageBox.ButtonRole.RejectRole)
        remove.setObjectName("erase-people")
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.exec()
        if box.clickedButton() is remove:
            self._erase()

    def _erase(self) -> None:
        self._session.leaving.emit()
        self._session.jobs.run(
            partial(_erased, self._session.project),
            self._tell,
            label=self.tr("Angaben werden endgültig entfernt"),
            failed=self._refuse,
        )

    def _tell(self, count: int) -> None:
        text = number_text(
            count,
            self.tr("Die Angaben einer Person sind endgültig entfernt."),
            self.tr("Die Angaben von {0} Personen sind endgültig entfernt."),
        )
        self._session.say(text)
        self.refresh()

    def _refuse(self, refusal: UserError | EnvironmentFault) -> None:
        self._session.say(str(refusal), kind="problem")


def _counted(project: OpenProject, _progress: Progress) -> int:
    return deleted_people(project)


def _erased(project: OpenProject, _progress: Progress) -> int:
    return erase_deleted_people(project)
