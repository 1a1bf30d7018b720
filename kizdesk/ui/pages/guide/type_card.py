"""Say what another type of a question means for its answers, and ask whether that is meant."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import label


class TypeCard(Card):
    """Be the question whether the type shall be changed."""

    agreed = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, ground="attention")
        self._words = label("", "body")
        self.yes = button(self.tr("Art ändern"), name="guide.type-yes")
        self.no = button(self.tr("Nicht ändern"), kind="quiet", name="guide.type-no")
        row = QHBoxLayout()
        for made in (self.yes, self.no):
            row.addWidget(made)
        row.addStretch(1)
        self.body.addWidget(self._words)
        self.body.addLayout(row)
        self.yes.clicked.connect(self.agreed)
        self.no.clicked.connect(self.declined)
        self.setVisible(False)

    def ask(self, sentence: str) -> None:
        """Show what it means, and the two ways."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(True)
