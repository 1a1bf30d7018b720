"""Say at the bottom whether everything is saved, and how old the latest version is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from kizdesk.project.opened import SaveState

_VERSION = "Eine Fassung ist der festgeschriebene Inhalt des Konzepts, dem die Kommunen zustimmen."


class StatusLine(QFrame):
    """Be the status line."""

    retry_wanted = Signal()
    rescue_wanted = Signal()
    versions_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._saved = ElidedLabel("", "muted")
        self._retry = button(self.tr("Erneut speichern"), kind="link", name="retry-saving")
        self._rescue = button(self.tr("Unter anderem Namen speichern …"), kind="link", name="rescue")
        self._version = button("", kind="link", name="show-versions", tip=self.tr(_VERSION))
        self._help = button(self.tr("Hilfe F1"), kind="link", name="show-help", tip=self.tr("Hilfe zu dieser Seite"))
        self._build()
        self._connect()

    @property
    def text(self) -> str:
        """Return what is said about saving."""
        return self._saved.text()

    def show_saving(self, state: SaveState, *, read_only: bool) -> None:
        """Say how far saving is."""
        self._saved.setText(self._sentence(state, read_only=read_only))
        self._saved.set_role("problem" if state.fault else "muted")
        self._retry.setVisible(bool(state.fault))
        self._rescue.setVisible(bool(state.fault))

    def show_version(self, line: str) -> None:
        """Say how old the latest version is."""
        self._version.setText(line)
        self._version.setAccessibleName(line)
        self._version.setVisible(bool(line))

    def _sentence(self, state: SaveState, *, read_only: bool) -> str:
        if read_only:
            return self.tr("Nur zum Lesen geöffnet: Änderungen sind hier nicht möglich.")
        if state.fault:
            return state.fault
        if state.pending:
            return self.tr("Wird gespeichert …")
        if state.saved_at is None:
            return self.tr("Alles ist gespeichert")
        return self.tr("Gespeichert um {time} Uhr").format(time=f"{state.saved_at.astimezone():%H:%M}")

    def _build(self) -> None:
        sizes = self._theme.sizes
        self.setProperty("ground", "status")
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.gap_small, 0, sizes.gap_small, 0)
        row.setSpacing(sizes.gap_small)
        row.addWidget(self._saved, 1)
        for widget in (self._retry, self._rescue, self._version):
            row.addWidget(widget)
            widget.hide()
        row.addSpacing(sizes.gap)
        row.addWidget(self._help)

    def _connect(self) -> None:
        self._retry.clicked.connect(self.retry_wanted)
        self._rescue.clicked.connect(self.rescue_wanted)
        self._version.clicked.connect(self.versions_wanted)
        self._help.clicked.connect(self.help_wanted)
