"""Write the minutes of the interview that is shown, and offer to open them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from kizdesk.project.opened import OpenProject
from kizdesk.ui.jobs import Progress, Refusal
from kizdesk.ui.pages.interview.walk import Walk

if TYPE_CHECKING:
    from kizdesk.project.apart.here import Place
    from kizdesk.project.output.writing import Written
    from kizdesk.ui.session import Session


class MinutesWriter(QObject):
    """Take the wish for the minutes."""

    def __init__(self, session: Session, walk: Walk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._walk = session, walk

    @Slot()
    def write(self) -> None:
        """Write the minutes of the interview into the folder for what the project prints."""
        if self._walk.interview is None:
            return
        self._session.leaving.emit()
        project, interview_id = self._session.project, self._walk.interview_id
        self._session.jobs.run(
            partial(_written, self._session.apart, project.pinned(), interview_id),
            self._tell,
            label=self.tr("Gesprächsprotokoll schreiben"),
            key=f"minutes/{interview_id}",
            failed=self._refuse,
        )

    def _tell(self, written: Written) -> None:
        place = self.tr("„{0}“ liegt im Ordner „{1}“.").format(written.path.name, written.path.parent.name)
        text = " ".join((place, *written.remarks))
        self._session.say(text, action=self.tr("Öffnen"), act=partial(self._open, written.path))

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            text = self.tr(
                "Für Word-Dateien ist auf diesem Rechner kein Programm eingerichtet. Die Datei liegt in „{0}“."
            )
            self._session.say(text.format(path.parent), kind="attention")

    def _refuse(self, refusal: Refusal) -> None:
        self._session.say_refusal(refusal)


def _written(apart: Place, project: OpenProject, interview_id: str, progress: Progress) -> Written:
    """Load what writes only now: an interview begins without it."""
    from kizdesk.project.interviews.minutes import write_minutes_elsewhere
    from kizdesk.project.output.writing import default_folder

    return write_minutes_elsewhere(apart, default_folder(project), interview_id, project, progress)
