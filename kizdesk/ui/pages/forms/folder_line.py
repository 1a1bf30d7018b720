"""Name a folder by typing or choosing it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from kizdesk.domain.errors import UserError
from kizdesk.project.machine import named_folder
from kizdesk.ui.forms import Editor
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.text_line import TextLine


class FolderLine(Editor):
    """Edit the path of a folder, which may not be there yet; ``title`` is that of the window to choose one in.

    A name without a path means a folder beside the project.
    """

    def __init__(self, session: Session, parent: QWidget | None = None, *, title: str) -> None:
        super().__init__(session, parent)
        self._title = title
        self._line = TextLine(self)
        self._choose = button(self.tr("Ordner wählen …"), name="choose-folder")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(session.theme.sizes.gap_small)
        row.addWidget(self._line, 1)
        row.addWidget(self._choose)
        self.watch(self._line)
        self.watch(self._choose, self.tr("wählen"))
        self._line.textEdited.connect(self.edited)
        self._choose.clicked.connect(self._ask)

    def value(self) -> Path:
        """Return the folder; raises UserError if none is given."""
        folder = named_folder(self._line.text(), self.session.project.path)
        if folder is None:
            raise UserError("Bitte einen Ordner angeben, in dem die Dateien liegen sollen.")
        return folder

    def set_value(self, value: object) -> None:
        """Show a folder."""
        self._line.setText(str(value or ""))
        self._line.setCursorPosition(0)

    def set_read_only(self, *, on: bool) -> None:
        """Show the folder and accept no other, or accept again."""
        self._line.setReadOnly(on)
        self._choose.setEnabled(not on)

    @Slot()
    def _ask(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self._title, self._line.text())
        if chosen:
            self.set_value(chosen)
            self.edited.emit()
