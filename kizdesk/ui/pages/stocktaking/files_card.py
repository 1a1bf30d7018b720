"""Show the files kept with an interview: attach them, open a copy, save them elsewhere, take them away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTemporaryDir, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.domain.interviews import Attachment
from kizdesk.project.files import FileRead, read_attachment
from kizdesk.project.interviews.edit import attach_file
from kizdesk.project.records import delete
from kizdesk.project.runner.attaching import copy_out
from kizdesk.project.stocktaking.planning import attachments_of, save_attachment, size_text
from kizdesk.ui.jobs import Progress, Refusal
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import ElidedLabel, label
from kizdesk.ui.widgets.look import set_look

if TYPE_CHECKING:
    from kizdesk.ui.session import Session


class FilesCard(Card):
    """Be the card with the attachments of an interview."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("Anlagen", parent)
        self._session = session
        self._interview_id = ""
        self._shown: tuple[Attachment, ...] | None = None
        self._folder = QTemporaryDir()
        self._list = QVBoxLayout()
        self._hint = label(
            self.tr("Unterlagen zum Gespräch lassen sich auch hierher ziehen, bis 50 MB je Datei."), "muted"
        )
        self._add = button(self.tr("Datei anhängen …"), name="attach-file")
        self._lay_out()
        self._add.clicked.connect(self._choose)

    def show_interview(self, interview_id: str) -> None:
        """Show the files of an interview."""
        self._interview_id = interview_id
        files = attachments_of(self._session.project, interview_id) if interview_id else ()
        if files != self._shown:
            self._shown = files
            self._fill(files)

    def attach(self, path: Path) -> None:
        """Read a file in the lane for jobs and keep it with the interview shown now."""
        if self._session.read_only or not self._interview_id:
            return
        self._session.jobs.run(
            partial(read_attachment, path),
            partial(self._keep, self._interview_id),
            label=self.tr("„{0}“ wird gelesen").format(path.name),
            failed=self._refuse,
        )

    def save(self, attachment_id: str, target: Path) -> None:
        """Write a file to a path, in the lane for jobs."""
        pinned = self._session.project.pinned()

        def work(_progress: Progress) -> Path:
            save_attachment(pinned, attachment_id, target)
            return target

        self._session.jobs.run(work, self._tell_saved, label=self.tr("Anlage speichern"), failed=self._refuse)

    def reveal(self, attachment_id: str) -> bool:
        """Put the focus onto a file."""
        found = self.findChild(QWidget, f"open-{attachment_id}")
        if found is not None:
            found.setFocus()
        return found is not None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.attach(Path(url.toLocalFile()))
        event.acceptProposedAction()

    def _lay_out(self) -> None:
        self._list.setSpacing(self._session.theme.sizes.gap_small)
        self.body.addLayout(self._list)
        self.body.addWidget(self._hint)
        self.body.addWidget(self._add)
        self._add.setEnabled(not self._session.read_only)
        self.setAcceptDrops(not self._session.read_only)

    def _fill(self, files: tuple[Attachment, ...]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setObjectName("")
                widget.setParent(None)
                widget.deleteLater()
        for file in files:
            self._list.addWidget(self._line(file))

    def _line(self, file: Attachment) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._session.theme.sizes.unit)
        row.addWidget(ElidedLabel(file.name, "strong"), 1)
        row.addWidget(label(size_text(file.size), "small", wrap=False))
        deeds: tuple[tuple[str, str, Callable[[str], None]], ...] = (
            ("open", self.tr("Öffnen"), self._open),
            ("save", self.tr("Speichern …"), self._save),
            ("remove", self.tr("Löschen"), self._remove),
        )
        for name, text, act in deeds:
            made = button(text, kind="quiet", name=f"{name}-{file.id}")
            set_look(made, "dense", "true")
            made.setAccessibleName(f"{file.name}: {text}")
            made.clicked.connect(partial(act, file.id))
            made.setEnabled(name != "remove" or not self._session.read_only)
            row.addWidget(made)
        return line

    @Slot()
    def _choose(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(self, self.tr("Dateien anhängen"))
        for path in paths:
            self.attach(Path(path))

    def _keep(self, interview_id: str, file: FileRead) -> None:
        made = self._session.attempt(partial(attach_file, self._session.project, file, interview_id))
        if made is not None:
            self._session.say_done(self.tr("„{0}“ ist angehängt.").format(made.name))

    def _refuse(self, refusal: Refusal) -> None:
        self._session.say(str(refusal), kind="problem")

    def _open(self, attachment_id: str) -> None:
        pinned, folder = self._session.project.pinned(), Path(self._folder.path())

        def work(_progress: Progress) -> Path:
            return copy_out(pinned, attachment_id, folder)

        self._session.jobs.run(work, self._launch, label=self.tr("Anlage öffnen"), failed=self._refuse)

    def _launch(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            text = self.tr("Für „{0}“ ist kein Programm eingerichtet. Bitte die Datei speichern und dort öffnen.")
            self._session.say(text.format(path.name), kind="problem")

    def _save(self, attachment_id: str) -> None:
        file = self._session.project.snapshot.find(Attachment, attachment_id)
        if file is None:
            return
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Anlage speichern"), file.name)
        if name:
            self.save(attachment_id, Path(name))

    def _tell_saved(self, target: Path) -> None:
        self._session.say(self.tr("Die Anlage ist als „{0}“ gespeichert.").format(target.name))

    def _remove(self, attachment_id: str) -> None:
        file = self._session.project.snapshot.find(Attachment, attachment_id)
        if file is not None and not self._session.read_only:
            act = partial(delete, self._session.project, Attachment, attachment_id)
            self._session.carry_out(act, self.tr("„{0}“ ist gelöscht.").format(file.name))
