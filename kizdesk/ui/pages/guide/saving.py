"""Save the guide as an XLSForm under a name the user chooses."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from kizdesk.project.opened import OpenProject
from kizdesk.ui.jobs import Progress

if TYPE_CHECKING:
    from kizdesk.project.output.writing import Written
    from kizdesk.ui.session import Session


_ENDING = ".xlsx"


class FormSaver(QObject):
    """Take the wish for the guide as XLSForm."""

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._page = session, page

    @Slot()
    def save(self) -> None:
        """Ask for the name and write the file in a job."""
        self._session.leaving.emit()
        project = self._session.project
        proposed = project.path.with_name(_name(project))
        title, kinds = self.tr("Leitfaden als XLSForm speichern"), self.tr("XLSForm (*.xlsx)")
        name, _ = QFileDialog.getSaveFileName(self._page, title, str(proposed), kinds)
        if not name:
            return
        target = Path(name) if Path(name).suffix.casefold() == _ENDING else Path(f"{name}{_ENDING}")
        self._session.jobs.run(
            partial(_written, project.pinned(), target),
            self._tell,
            label=self.tr("Leitfaden speichern"),
            key="guide.xlsform",
            failed=self._session.say_refusal,
        )

    def _tell(self, written: Written) -> None:
        place = self.tr("„{0}“ ist gespeichert.").format(written.path.name)
        text = " ".join((place, *written.remarks))
        self._session.say(text, action=self.tr("Ordner öffnen"), act=partial(self._open, written.path.parent))

    def _open(self, folder: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _name(project: OpenProject) -> str:
    """Return the name that is proposed."""
    return f"Leitfaden {project.guides.present.version}{_ENDING}"


def _written(project: OpenProject, target: Path, progress: Progress) -> Written:
    """Load what writes only now."""
    from kizdesk.project.xlsform.export import export_guide

    progress("Leitfaden schreiben", 0.0)
    return export_guide(project, target)
