"""Say in one line where papers are saved and what was saved last, with what one does next."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kizdesk.project.output.writing import Written
from kizdesk.project.papers.writing import Fate
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import ElidedLabel


class SavedLine(QWidget):
    """Be the foot of the page: folder, last file, and buttons to open it, to show it, to choose another folder."""

    folder_wanted = Signal()
    """The user wants another folder."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._path = Path()
        self._is_written = False
        self._text = ElidedLabel("", "muted")
        self._open = button(self.tr("Öffnen"), name="papers.open")
        self._show = button(self.tr("Im Ordner zeigen"), name="papers.show")
        self._change = button(self.tr("Ordner wählen …"), kind="quiet", name="papers.folder")
        self._build()

    @property
    def tells_of_written(self) -> bool:
        """Tell whether the line speaks of what was saved last."""
        return self._is_written

    def show_folder(self, folder: Path, name: str = "", fate: Fate = Fate.FREE) -> None:
        """Tell where the next paper will lie, and what becomes of the one there; the one saved last is not told."""
        told = {
            Fate.REPLACED: self.tr("Die vorhandene „{1}“ wird ersetzt, in: {0}"),
            Fate.KEPT: self.tr("Die bearbeitete „{1}“ bleibt unter anderem Namen erhalten, in: {0}"),
        }
        self._text.setText(told.get(fate, self.tr("Gespeichert wird in: {0}")).format(folder, name))
        self._offer(saved=False)

    def show_written(self, written: Written, at: datetime, *, replaced: bool = False) -> None:
        """Tell of a file that was just written, and whether it took the place of an earlier one."""
        self._path = written.path
        told = (
            self.tr("„{0}“ ist ersetzt, {1:%H:%M} Uhr, in {2}")
            if replaced
            else self.tr("„{0}“ ist fertig, {1:%H:%M} Uhr, in {2}")
        )
        if not written.path.suffix:
            told = self.tr("Die Schreiben liegen im Ordner „{0}“, {1:%H:%M} Uhr, in {2}")
        self._text.setText(told.format(written.path.name, at, written.path.parent))
        self._offer(saved=True)

    @property
    def _folder(self) -> Path:
        return self._path.parent if self._path.suffix else self._path

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._session.theme.sizes.gap_small)
        row.addWidget(self._text, 1)
        for made in (self._open, self._show, self._change):
            row.addWidget(made)
        self._open.clicked.connect(self._open_file)
        self._show.clicked.connect(self._open_folder)
        self._change.clicked.connect(self.folder_wanted)
        self._offer(saved=False)

    def _offer(self, *, saved: bool) -> None:
        self._is_written = saved
        self._text.set_role("done" if saved else "muted")
        self._show.setVisible(saved)
        self._open.setVisible(saved and bool(self._path.suffix))

    @Slot()
    def _open_file(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path))):
            text = self.tr("Für Word-Dateien ist hier kein Programm eingerichtet. Die Datei liegt in „{0}“.")
            self._session.say(text.format(self._path.parent), kind="attention")

    @Slot()
    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))):
            text = self.tr("Der Ordner lässt sich nicht zeigen: „{0}“.")
            self._session.say(text.format(self._folder), kind="attention")
