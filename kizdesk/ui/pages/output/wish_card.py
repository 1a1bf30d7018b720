"""Ask what shall be written, and where."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QWidget

from kizdesk.project.output import can_count_pages
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import label

_FOLDER, _COUNT = "output.folder", "output.count_pages"


class WishCard(Card):
    """Be the card with the folder and the page numbers; what was chosen is remembered."""

    entered = Signal()
    """Enter was pressed in the folder's line."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session.tr("Integrationskonzept als Word-Datei"), parent)
        self._session = session
        self._content = label("", "body")
        self._folder = QLineEdit()
        self._change = button(self.tr("Ordner wählen …"), name="choose-folder")
        self._count = QCheckBox(self.tr("Seitenzahlen des Inhaltsverzeichnisses genau ermitteln (dauert länger)"))
        self._fill()
        self._connect()

    @property
    def counts_pages(self) -> bool:
        """Tell whether LibreOffice shall count the pages."""
        return not self._count.isHidden() and self._count.isChecked()

    def folder(self) -> Path | None:
        """Return the folder given, or None if there is none."""
        text = self._folder.text().strip().strip('"')
        return Path(text).expanduser() if text else None

    def propose(self, folder: Path) -> None:
        """Propose a folder unless there is one."""
        if not self._folder.text():
            self._folder.setText(str(self._session.memory.value(self._key, "") or folder))

    def show_content(self, sentence: str) -> None:
        """Say what would be printed."""
        self._content.setText(sentence)

    def remember(self) -> None:
        """Keep what was chosen for the next time."""
        self._session.memory.remember(self._key, self._folder.text())
        self._session.memory.remember(_COUNT, self._count.isChecked())

    @property
    def _key(self) -> str:
        return f"{_FOLDER}.{self._session.project.path.stem}"

    def _fill(self) -> None:
        self._folder.setObjectName("export-folder")
        self._folder.setAccessibleName(self.tr("Ordner"))
        self._count.setObjectName("export-count")
        self._count.setVisible(can_count_pages())
        self._count.setChecked(self._session.memory.value(_COUNT, default=True))
        self.setFocusProxy(self._folder)
        caption = label(self.tr("Ordner"), "strong")
        caption.setBuddy(self._folder)
        row = QHBoxLayout()
        row.setSpacing(self._session.theme.sizes.gap_small)
        row.addWidget(self._folder, 1)
        row.addWidget(self._change)
        self.body.addWidget(self._content)
        self.body.addWidget(caption)
        self.body.addLayout(row)
        self.body.addWidget(label(self.tr("Fehlt der Ordner, wird er angelegt."), "muted"))
        self.body.addWidget(self._count)

    def _connect(self) -> None:
        self._change.clicked.connect(self._choose)
        self._folder.returnPressed.connect(self.entered)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Ordner für die Ausgabe"), self._folder.text())
        if chosen:
            self._folder.setText(chosen)
