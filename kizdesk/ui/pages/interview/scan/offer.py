"""Offer at the right what can be shown beside the questions, so that one click is enough."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kizdesk.domain.interviews import Attachment
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import ElidedLabel


class ScanOffer(Card):
    """Be a card that names the scans of the interview; without any it is not there."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Vorlage"))
        self._names = ElidedLabel("")
        self._show = button(self.tr("Daneben zeigen   Alt+V"), name="scan-show")
        self.body.addWidget(self._names)
        self.body.addWidget(self._show)
        self._show.clicked.connect(self.wanted)
        self.hide()

    def show_files(self, files: Sequence[Attachment], first: str, *, needed: bool) -> None:
        """Name the file that would be shown first and how many more there are."""
        self.setVisible(needed and bool(files))
        if files:
            name = next((file.name for file in files if file.id == first), files[0].name)
            more = {1: "", 2: self.tr(" und eine weitere")}.get(
                len(files), self.tr(" und {0} weitere").format(len(files) - 1)
            )
            self._names.setText(f"{name}{more}")
            self._names.setToolTip("\n".join(file.name for file in files))
