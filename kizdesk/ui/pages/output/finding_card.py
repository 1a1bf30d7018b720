"""Say of one finding what to do and where its rule comes from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kizdesk.project.check import Finding
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import label


class FindingCard(Card):
    """Be the card of the finding chosen; without one it hides."""

    wanted = Signal()
    """The user wants to go to the place of the finding."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent, ground="selection")
        self._advice = label()
        self._source = label("", "muted")
        go = button(self.tr("Zur Stelle"), name="finding-go")
        self.head.addWidget(go)
        self.body.addWidget(self._advice)
        self.body.addWidget(self._source)
        go.clicked.connect(self.wanted)
        self.hide()

    def show_finding(self, finding: Finding | None) -> None:
        """Show a finding, or nothing."""
        self.setVisible(finding is not None)
        if finding is None:
            return
        self.set_title(finding.message)
        self._advice.setText(finding.advice)
        self._advice.setVisible(bool(finding.advice))
        self._source.setText(self.tr("Quelle: {0}").format(finding.source))
        self._source.setVisible(bool(finding.source))
