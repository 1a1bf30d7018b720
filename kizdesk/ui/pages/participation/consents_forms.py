"""Write the forms with which municipalities answer, and say where they lie."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from kizdesk.project.forms.consent_form import ConsentFormWish, SendConsentForms
from kizdesk.project.output.writing import Written
from kizdesk.ui.pages.forms.writing import FormWriter
from kizdesk.ui.session import Session


class ReplyForms(QObject):
    """Write forms for answers in a job; what becomes of them is said in the bar, for no form is open any more."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = Path()
        self._writer = FormWriter(session, self)
        self._writer.written.connect(self._say_written)
        self._writer.refused.connect(self._say_refused)

    @Slot(object, object)
    def write(self, wish: ConsentFormWish, folder: Path) -> None:
        """Write the forms of a wish into a folder."""
        if self._writer.is_busy:
            self._say_refused(
                self.tr("Es werden noch Antwortformulare geschrieben. Bitte danach noch einmal anfangen.")
            )
            return
        self._folder = folder
        self._writer.write(SendConsentForms(wish, folder))

    @Slot(object)
    def _say_written(self, written: tuple[Written, ...]) -> None:
        forms = (
            self.tr("Ein Antwortformular liegt")
            if len(written) == 1
            else self.tr("{0} Antwortformulare liegen").format(len(written))
        )
        told = self.tr("{0} in „{1}“. Bitte mit dem Schreiben an die Kommunen versenden.")
        text = " ".join((told.format(forms, self._folder.name), *(line for file in written for line in file.remarks)))
        self._session.say(text, kind="done", action=self.tr("Ordner öffnen"), act=self._open_folder)

    @Slot(str)
    def _say_refused(self, sentence: str) -> None:
        self._session.say(sentence, kind="problem")

    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            told = self.tr("Der Ordner lässt sich nicht zeigen: „{0}“.")
            self._session.say(told.format(self._folder), kind="attention")
