"""Show what was written, with what one does next: open it, show its folder, copy its path."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kizdesk.project.output.writing import Written
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
        self._beside: Written | None = None
        self._facts = label()
        self._remarks = label("", "muted")
        self._open = button(self.tr("Öffnen"), name="open-file")
        self._open_beside = button(self.tr("PDF öffnen"), name="open-pdf")
        self._show = button(self.tr("Im Ordner zeigen"), name="show-folder")
        self._copy = button(self.tr("Ort der Datei kopieren"), name="copy-path")
        self._fill()
        self._connect()
        self.hide()

    def show_written(self, written: Written, at: datetime, *, beside: Written | None = None) -> None:
        """Show a file that was just written, and the PDF beside a Word file."""
        self._written, self._beside = written, beside
        named = self.tr("„{0}“ ist fertig") if beside is None else self.tr("„{0}“ und das PDF sind fertig")
        self.set_title(named.format(written.path.name))
        self._open.setText(self.tr("Öffnen") if beside is None else self.tr("Word-Datei öffnen"))
        self._open_beside.setVisible(beside is not None)
        facts = [self.tr("{0:%H:%M} Uhr").format(at), *self._facts_of(written), str(written.path.parent)]
        remarks = written.remarks
        if beside is not None:
            facts[1:-1] = [", ".join(("Word", *facts[1:-1])), ", ".join(("PDF", *self._facts_of(beside)))]
            remarks += beside.remarks
        self._facts.setText(" · ".join(facts))
        self._remarks.setText("\n".join(dict.fromkeys(remarks)))
        self._remarks.setVisible(bool(remarks))
        self.show()
        self._open.setFocus()

    def outdate(self) -> None:
        """Say that what is written next is another content than that of this file."""
        if self._written is not None:
            self.set_title(
                self.tr("Zuletzt geschrieben: „{0}“; seitdem ist der Inhalt geändert").format(self._written.path.name)
            )

    def _fill(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(self._session.theme.sizes.gap_small)
        for made in (self._open, self._open_beside, self._show, self._copy):
            row.addWidget(made)
        row.addStretch(1)
        self.body.addWidget(self._facts)
        self.body.addWidget(self._remarks)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self._open.clicked.connect(self._open_file)
        self._open_beside.clicked.connect(self._open_pdf)
        self._show.clicked.connect(self._open_folder)
        self._copy.clicked.connect(self._copy_path)

    def _open_file(self) -> None:
        self._open_written(self._written)

    def _open_pdf(self) -> None:
        self._open_written(self._beside)

    def _open_written(self, written: Written | None) -> None:
        if written is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(written.path))):
            kind = self.tr("PDF-Dateien") if written.path.suffix == ".pdf" else self.tr("Word-Dateien")
            self._session.say(
                self.tr("Für {0} ist auf diesem Rechner kein Programm eingerichtet. Die Datei liegt in „{1}“.")
                .format(kind, written.path.parent),
                kind="attention",
            )  # fmt: skip

    def _facts_of(self, written: Written) -> list[str]:
        pages = [] if written.pages is None else [self.tr("{0} Seiten").format(written.pages)]
        return [*pages, _size(written.size)]

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
