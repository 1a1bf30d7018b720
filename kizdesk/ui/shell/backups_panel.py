"""Show the backups beside the project, and put one back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.ui.jobs import Progress
from kizdesk.ui.session import Session
from kizdesk.ui.shell.overlay import Overlay
from kizdesk.ui.tables import Column, TableView
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from kizdesk.project.entry import Copy


def _copies(path: Path, progress: Progress) -> tuple[Copy, ...]:
    from kizdesk.project.entry import copies_of

    progress("", 0.1)
    return copies_of(path)


def _made(copy: Copy) -> object:
    return copy.made


def _file(copy: Copy) -> str:
    return copy.path.name


class BackupsPanel(Overlay):
    """Be the list of backups, newest first; it says what putting one back means."""

    chosen = Signal(object)
    """The Copy that shall take the place of the project."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        columns: list[Column[Copy]] = [
            Column(self.tr("Angelegt am"), _made, width=26),
            Column(self.tr("Datei"), _file, stretch=True),
        ]
        self._table = TableView(columns, _file, session.theme, session.memory, "backups")
        self._back = button(self.tr("Diese Sicherung zurückholen"), kind="primary", name="restore-backup")
        self._close = button(self.tr("Schließen"), name="close-backups")
        self._build()
        self._table.row_changed.connect(self._follow)
        self._back.clicked.connect(self._restore)
        self._close.clicked.connect(self.leave)

    def ask(self) -> None:
        """Show the panel, and look in a job which backups there are."""
        self.show_copies(())
        self.appear()
        self._table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        work = partial(_copies, self._session.project.path)
        self._session.jobs.run(work, self.show_copies, key="backups", failed=self._fail)

    def show_copies(self, copies: tuple[Copy, ...]) -> None:
        """Show backups."""
        self._table.show_rows(copies)
        if copies:
            self._table.reveal(copies[0].path.name)
        self._follow(self._table.current_row)

    def place(self) -> None:
        """Stand in the middle."""
        sizes, room = self._session.theme.sizes, self.under.rect()
        width = min(sizes.text_width, room.width() - 2 * sizes.margin)
        height = min(room.height() - 2 * sizes.margin, sizes.row * 13)
        self.setGeometry((room.width() - width) // 2, (room.height() - height) // 2, width, height)

    def _build(self) -> None:
        sizes = self._session.theme.sizes
        self.setAccessibleName(self.tr("Sicherungen"))
        self._table.setAccessibleName(self.tr("Sicherungen, neueste zuerst"))
        self._table.show_empty(
            self.tr("Noch gibt es keine Sicherung. kizdesk legt sie von selbst neben dem Projekt an.")
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(sizes.padding, sizes.padding, sizes.padding, sizes.padding)
        outer.setSpacing(sizes.gap)
        outer.addWidget(label(self.tr("Sicherungen"), "card_title"))
        told = self.tr(
            "Die gewählte Sicherung kommt an die Stelle des Projekts. Die Datei, wie sie jetzt ist, "
            "wird nicht gelöscht: Sie bleibt unter anderem Namen daneben liegen."
        )
        outer.addWidget(label(told))
        outer.addWidget(self._table, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._close)
        row.addWidget(self._back)
        outer.addLayout(row)

    def _follow(self, copy: object) -> None:
        self._back.setEnabled(copy is not None and not self._session.read_only)

    def _restore(self) -> None:
        copy = self._table.current_row
        if copy is not None:
            self.leave()
            self.chosen.emit(copy)

    def _fail(self, refusal: UserError | EnvironmentFault) -> None:
        self._session.say(str(refusal), kind="problem")
