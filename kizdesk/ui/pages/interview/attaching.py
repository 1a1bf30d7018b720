"""Read files in the lane for jobs, attach them to the answer they were chosen for, and open them again."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTemporaryDir, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from kizdesk.domain.interviews import Attachment
from kizdesk.project.files import FileRead, read_attachment
from kizdesk.project.records import delete
from kizdesk.project.runner.attaching import attach_to, copy_out
from kizdesk.project.runner.places import Place
from kizdesk.ui.jobs import Refusal
from kizdesk.ui.pages.interview.card import QuestionCard
from kizdesk.ui.pages.interview.walk import Walk

if TYPE_CHECKING:
    from kizdesk.ui.session import Session


class Attacher(QObject):
    """Take the wishes of the answer that holds files."""

    def __init__(self, session: Session, walk: Walk, card: QuestionCard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._walk = session, walk
        self._folder = QTemporaryDir()
        card.files.attached.connect(self._attach)
        card.files.opened.connect(self._open)
        card.files.removed.connect(self._remove)

    @Slot(str)
    def _attach(self, path: str) -> None:
        place, name = self._walk.place, Path(path).name
        if place is None or self._session.read_only:
            return
        self._session.jobs.run(
            partial(read_attachment, Path(path)),
            partial(self._keep, self._walk.interview_id, place),
            label=self.tr("„{0}“ wird gelesen").format(name),
            failed=self._refuse,
        )

    def _keep(self, interview_id: str, place: Place, file: FileRead) -> None:
        made = self._session.attempt(partial(attach_to, self._session.project, interview_id, place, file))
        if made is not None:
            self._session.say_done(self.tr("„{0}“ ist angehängt.").format(made.name))

    def _refuse(self, refusal: Refusal) -> None:
        self._session.say(str(refusal), kind="problem")

    @Slot(str)
    def _open(self, attachment_id: str) -> None:
        folder = Path(self._folder.path())
        path = self._session.attempt(partial(copy_out, self._session.project, attachment_id, folder))
        if path is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            text = self.tr("Für „{0}“ ist kein Programm eingerichtet. Bitte eines zuordnen.").format(path.name)
            self._session.say(text, kind="problem")

    @Slot(str)
    def _remove(self, attachment_id: str) -> None:
        attachment = self._session.project.snapshot.find(Attachment, attachment_id)
        if attachment is None or self._session.read_only:
            return
        act = partial(delete, self._session.project, Attachment, attachment_id)
        self._session.carry_out(act, self.tr("„{0}“ ist entfernt.").format(attachment.name))
