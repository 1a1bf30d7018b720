"""Take forms that are dropped anywhere on the window to the page that reads them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QDropEvent, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QWidget

from kizdesk.domain.templates import may_be_template
from kizdesk.ui.pages.forms.returned_files import ENDINGS, RETURNED, packed
from kizdesk.ui.pages.merge.choosing import MERGE
from kizdesk.ui.session import Session
from kizdesk.ui.shell.drop_hint import DropHint, Only

_PROJECT = ".kizdesk"
HOUSE = "output.house"
"""The page that takes templates."""
_WRITING = (QLineEdit, QAbstractSpinBox, QComboBox, QAbstractScrollArea)
"""What takes words and rows by dropping, and would take the path of a file for such."""


class FileDrops(QObject):
    """Watch for files over the window, before a text field takes their paths for words.

    A part of a page that keeps files itself, such as the attachments of an interview, gets what is dropped there.
    """

    def __init__(self, session: Session, shell: QWidget) -> None:
        super().__init__(shell)
        self._session = session
        self._shell = shell
        self._hint = DropHint(session.theme, shell)
        shell.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow files over the window."""
        if isinstance(watched, QWindow):
            waits = QApplication.activeModalWidget() is not None
            return self._shell.isVisible() and not waits and self._follow(event)
        if event.type() is QEvent.Type.Show:
            handle = self._shell.window().windowHandle()
            if handle is not None:
                handle.installEventFilter(self)
        return super().eventFilter(watched, event)

    def take(self, files: Sequence[Path]) -> None:
        """Have forms read or a template taken, ask what shall become of a project, and say what cannot be done."""
        if len(files) == 1 and _is_project(files[0]):
            self._ask_about(files[0])
            return
        if len(files) == 1 and may_be_template(files[0].name):
            self._session.open(HOUSE, str(files[0]))
            return
        forms = [file for file in files if _may_be_form(file)]
        if forms:
            self._session.open(RETURNED, packed(forms))
        others = [file for file in files if not _may_be_form(file)]
        if others:
            self._session.say(self._refusal(others, with_forms=bool(forms)), kind="attention")

    def _follow(self, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):
            if event.type() is QEvent.Type.DragLeave:
                self._hint.hide()
            return False
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if not files or self._is_taken_at(event.position()):
            self._hint.hide()
            return False
        event.setDropAction(Qt.DropAction.CopyAction)  # the file stays where it is
        event.accept()
        if event.type() is QEvent.Type.Drop:
            self._hint.hide()
            self.take(files)
        else:
            self._hint.show_files(len(files), sum(map(_may_be_form, files)), kind=_only_kind(files))
        return True

    def _is_taken_at(self, place: QPointF) -> bool:
        """Tell whether what lies there keeps files itself."""
        found = self._shell.window().childAt(place.toPoint())
        while found is not None and found is not self._shell:
            within = found.parentWidget()
            if found.acceptDrops() and not isinstance(found, _WRITING) and not isinstance(within, _WRITING):
                return True
            found = within
        return False

    def _ask_about(self, project: Path) -> None:
        """Offer to take interviews over from another copy of the project; opening it instead leaves this one."""
        told = self.tr("„{0}“ ist ein Projekt. Gespräche lassen sich daraus übernehmen; Strg+O öffnet es stattdessen.")
        self._session.say(
            told.format(project.name),
            action=self.tr("Gespräche übernehmen"),
            act=partial(self._session.open, MERGE, str(project)),
        )

    def _refusal(self, others: Sequence[Path], *, with_forms: bool) -> str:
        if len(others) > 1:
            told = self.tr("{0} Dateien sind keine Formulare und bleiben unberührt.").format(len(others))
        else:
            told = self.tr("„{0}“ ist kein Formular und bleibt unberührt.").format(others[0].name)
        if with_forms:
            return told
        hint = self.tr(
            "Einlesen lassen sich PDF-Dateien, als Scan auch Bilder (PNG, JPEG), aber keine ganzen Ordner. Eine "
            "einzelne Word-Datei wird zur Hausvorlage."
        )
        return f"{told} {hint}"


def _only_kind(files: Sequence[Path]) -> Only:
    """Tell what the only file is; several are forms or nothing."""
    if len(files) != 1:
        return Only.FORM
    if _is_project(files[0]):
        return Only.PROJECT
    return Only.TEMPLATE if may_be_template(files[0].name) else Only.FORM


def _is_project(file: Path) -> bool:
    return file.suffix.lower() == _PROJECT


def _may_be_form(file: Path) -> bool:
    return file.suffix.lower() in ENDINGS
