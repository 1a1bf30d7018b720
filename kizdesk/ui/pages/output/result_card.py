"""Show what was written, with what one does next: open it, show its folder, copy its path."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kizdesk.project.output import Written
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import label

_KB = 1024


class ResultCard(Card):
    """Be the card of the file written last; it hides until there is one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent, ground="done")
        self._session = session
        self._written: Written | None = None
        self._facts = label()
        self._remarks = label("", "muted")
        self._open = button(self.tr("Öffnen"), name="open-file")
        self._show = button(self.tr("Im Ordner zeigen"), name="show-folder")
        self._copy = button(self.tr("Ort der Datei kopieren"), name="copy-path")
        self._fill()
        self._connect()
        self.hide()

    def show_written(self, written: Written, at: datetime) -> None:
        """Show a file that was just written."""
        self._written = written
        self.set_title(self.tr("„{0}“ ist fertig").format(written.path.name))
        facts = [self.tr("{0:%H:%M} Uhr").format(at), _size(written.size)]
        if written.pages is not None:
            facts.insert(1, self.tr("{0} Seiten").format(written.pages))
        self._facts.setText(" · ".join([*facts, str(written.path.parent)]))
        self._remarks.setText("\n".join(written.remarks))
        self._remarks.setVisible(bool(written.remarks))
        self.show()
        self._open.setFocus()

    def _fill(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(self._session.theme.sizes.gap_small)
        for made in (self._open, self._show, self._copy):
            row.addWidget(made)
        row.addStretch(1)
        self.body.addWidget(self._facts)
        self.body.addWidget(self._remarks)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self._open.clicked.connect(self._open_file)
        self._show.clicked.connect(self._open_folder)
        self._copy.clicked.connect(self._copy_path)

    def _open_file(self) -> None:
        if self._written is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.path))):
            self._session.say(
                self.tr("Für Word-Dateien ist auf diesem Rechner kein Programm eingerichtet. Die Datei liegt in „{0}“.")
                .format(self._written.path.parent),
                kind="attention",
            )  # fmt: skip

    def _open_folder(self) -> None:
        if self._written is not None and not QDesktopServices.openUrl(
            QUrl.fromLocalFile(str(self._written.path.parent))
        ):
            self._session.say(
                self.tr("Der Ordner lässt sich nicht zeigen: „{0}“.").format(self._written.path.parent),
                kind="attention",
            )

    def _copy_path(self) -> None:
        if self._written is not None:
            QGuiApplication.clipboard().setText(str(self._written.path))
            self._session.say(self.tr("Der Ort der Datei ist kopiert."))


def _size(count: int) -> str:
    """Return a number of bytes as people read it."""
    if count < _KB * _KB:
        return f"{max(1, round(count / _KB))} KB"
    return f"{count / _KB / _KB:.1f} MB".replace(".", ",")
