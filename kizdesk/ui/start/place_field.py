"""Say where a new project shall lie: a line that can be edited, and a button."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.compound import Compound
from kizdesk.ui.widgets.text_line import TextLine


class PlaceField(Compound):
    """Hold folder and name of a file; a proposal never replaces what somebody typed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = TextLine()
        self._line.setObjectName("new-place")
        self._line.setAccessibleName(self.tr("Ordner und Name der Datei"))
        self._change = button(self.tr("Ändern …"), name="change-place")
        self._proposed = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.sizes.gap_small)
        row.addWidget(self._line, 1)
        row.addWidget(self._change)
        self.lead_with(self._line)
        self._change.clicked.connect(self._ask)

    def text(self) -> str:
        """Return the line as it stands."""
        return self._line.text()

    def propose(self, path: Path) -> None:
        """Propose a file, unless somebody typed another."""
        if self._line.text() in ("", self._proposed):
            self._proposed = str(path)
            self._line.setText(self._proposed)

    def clear(self) -> None:
        """Begin anew."""
        self._line.clear()

    def _ask(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Ort des Projekts"), self._line.text(), self.tr("Projekte (*.kizdesk)")
        )
        if name:
            self._line.setText(name)
