"""Say of one finding what to do and where its rule comes from."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kizdesk.project.checking.points import Finding, Point
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import label


class FindingCard(Card):
    """Be the card of the finding chosen; without one it hides."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent, ground="selection")
        self._advice = label()
        self._source = label("", "muted")
        self.body.addWidget(self._advice)
        self.body.addWidget(self._source)
        self.hide()

    def show_finding(self, finding: Finding | Point | None) -> None:
        """Show a finding, a point with several places, or nothing."""
        self.setVisible(finding is not None)
        if finding is None:
            return
        self.set_title(finding.message)
        advice = [finding.advice]
        if isinstance(finding, Point) and finding.is_group:
            advice.append(self.tr("Die Eingabetaste oder ein Klick auf den Pfeil vor dem Satz zeigt sie einzeln."))
        self._advice.setText(" ".join(advice).strip())
        self._advice.setVisible(bool(self._advice.text()))
        self._source.setText(self.tr("Quelle: {0}").format(finding.source))
        self._source.setVisible(bool(finding.source))
