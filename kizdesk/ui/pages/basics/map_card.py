"""Show the map of the district; a click chooses a municipality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kizdesk.domain.places import Municipality
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.figure import FigureView
from kizdesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from kizdesk.project.figures import Figure

_TALL = 12
"""Most height of the map in controls."""


class MapCard(Card):
    """Be the card with the map; it keeps its place while the map is made, and hides without one."""

    chosen = Signal(str)
    """The AGS of the municipality the user chose."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Karte"), parent)
        self._session = session
        self._view = FigureView(session.theme)
        self._source = label("", "small")
        self._ratio = 1.0
        self._view.setObjectName("project.map")
        self.body.addWidget(self._view, 1)
        self.body.addWidget(self._source)
        self._view.region_chosen.connect(self.chosen)

    def show_map(self, figure: Figure | None) -> None:
        """Show another map."""
        names = {place.id: place.name for place in self._session.project.snapshot.all(Municipality)}
        self._view.show_figure(figure, names)
        self._source.setText(figure.attribution if figure is not None else "")
        if figure is not None:
            self._ratio = figure.height / figure.width
        self._fit()
        self.setVisible(figure is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the map the height that its width asks for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        tallest = self._session.theme.sizes.control * _TALL
        self._view.setFixedHeight(min(round(self._view.width() * self._ratio), tallest))
