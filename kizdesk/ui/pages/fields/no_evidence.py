"""Say where evidence comes from while there is none, and lead there."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QBoxLayout, QWidget

from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import label


class NoEvidence(QWidget):
    """Be one sentence with the way to where passages are marked; upright in a narrow column."""

    def __init__(self, session: Session, *, upright: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        none = self.tr("Zu diesem Handlungsfeld gibt es noch keinen Beleg.") if upright else ""
        comes = self.tr("Belege sind markierte Stellen aus Antworten.")
        self._words = label(f"{none} {comes}".strip(), "muted")
        words = self.tr("In der Auswertung markieren")
        self._go = button(self.tr("Markieren") if upright else words, kind="link", tip=words, name="fields.mark")
        self._go.setAccessibleName(words)
        way = QBoxLayout.Direction.TopToBottom if upright else QBoxLayout.Direction.LeftToRight
        box = QBoxLayout(way, self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(session.theme.sizes.gap_small)
        box.addWidget(self._words, 0 if upright else 1)
        box.addWidget(self._go)
        if upright:
            box.addStretch(1)
        self._go.clicked.connect(partial(session.open, "evaluation.comparison"))
