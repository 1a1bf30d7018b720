"""Show the logo, take another one by button or by dropping it here, and take it away."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kizdesk.project.apart.here import Plain
from kizdesk.project.basics.logo import LogoShown, logo_shown, read_logo, remove_logo, take_logo
from kizdesk.project.files import FileRead
from kizdesk.ui.jobs import Refusal
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import ElidedLabel, label

_PICTURES = "Bilder (*.png *.jpg *.jpeg)"


class LogoCard(Card):
    """Be the card with the logo."""

    refused = Signal(str)
    """Why a file is no logo."""
    taken = Signal()
    """A new logo was taken: what was refused before is settled."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session.tr("Logo"), parent)
        self._session = session
        self._picture = QLabel()
        self._name = ElidedLabel("", "strong")
        self._choose = button(self.tr("Logo wählen …"), name="logo-choose")
        self._remove = button(self.tr("Logo entfernen"), name="logo-remove")
        self._lay_out()
        self._choose.clicked.connect(self._ask)
        self._remove.clicked.connect(self._take_away)

    def refresh(self) -> None:
        """Show the logo of the project anew."""
        work = partial(self._session.apart.run, Plain(logo_shown), self._session.project.pinned())
        self._session.jobs.run(work, self._show, key="output.house.logo")

    def take(self, path: Path) -> None:
        """Read a picture and make it the logo."""
        if self._session.read_only:
            return
        self._session.jobs.run(
            partial(read_logo, path),
            self._keep,
            label=self.tr("„{0}“ wird gelesen").format(path.name),
            failed=self._refuse,
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take pictures; other files go to the page that knows them."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the picture that was dropped."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.take(files[0])
        event.acceptProposedAction()

    def _lay_out(self) -> None:
        sizes = self._session.theme.sizes
        told = self.tr(
            "Das Logo steht auf dem Titelblatt, wenn keine Hausvorlage mit eigenem Logo verwendet wird. Ein Bild (PNG "
            "oder JPEG) lässt sich auch hierher ziehen."
        )
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setProperty("ground", "paper")
        self.setAcceptDrops(not self._session.read_only)
        for made in (self._choose, self._remove):
            made.setEnabled(not self._session.read_only)
        buttons = QHBoxLayout()
        buttons.setSpacing(sizes.gap_small)
        buttons.addWidget(self._choose)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(sizes.gap_small)
        words.addWidget(self._name)
        words.addWidget(label(told, "muted"))
        words.addLayout(buttons)
        row = QHBoxLayout()
        row.setSpacing(sizes.padding)
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self._show(None)

    def _show(self, shown: LogoShown | None) -> None:
        picture = QPixmap()
        if shown is not None and shown.picture:
            picture.loadFromData(shown.picture)
            picture.setDevicePixelRatio(2.0)
        self._picture.setPixmap(picture)
        self._picture.setVisible(not picture.isNull())
        self._picture.setAccessibleName("" if shown is None else self.tr("Logo: {0}").format(shown.name))
        self._name.setText("" if shown is None else shown.name)
        self._name.setVisible(shown is not None)
        self._remove.setVisible(shown is not None)
        self._choose.setText(self.tr("Logo wählen …") if shown is None else self.tr("Anderes Logo wählen …"))
        self._choose.setAccessibleName(self._choose.text())

    def _ask(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Logo wählen"), "", _PICTURES)
        if name:
            self.take(Path(name))

    def _keep(self, file: FileRead) -> None:
        act = partial(take_logo, self._session.project, file)
        if self._session.carry_out(act, self.tr("„{0}“ ist jetzt das Logo.").format(file.name)):
            self.taken.emit()

    def _refuse(self, refusal: Refusal) -> None:
        self.refused.emit(str(refusal))

    def _take_away(self) -> None:
        self._session.carry_out(partial(remove_logo, self._session.project), self.tr("Das Logo ist entfernt."))
