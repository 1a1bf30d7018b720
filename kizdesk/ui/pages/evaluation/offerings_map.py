"""Show on the map how many offerings the municipalities have, in all or in one field of action."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.places import Municipality
from kizdesk.project.opened import OpenProject
from kizdesk.ui.jobs import Progress
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.cards import Card, EmptyState
from kizdesk.ui.widgets.figure import FigureView
from kizdesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from kizdesk.project.figures import Figure


class OfferingsMap(Card):
    """Be the map; a municipality that is chosen leads to its offerings."""

    municipality_chosen = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session = session
        self.figure = FigureView(session.theme)
        self._source = label("", "small")
        self._nothing = EmptyState(
            self.tr(
                "Für diese Auswahl gibt es keine Karte: Entweder hat keine Kommune ein solches Angebot, oder es liegen "
                "keine Umrisse der Kommunen vor. Die Liste zeigt alle Angebote."
            )
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self.figure.region_chosen.connect(self.municipality_chosen)

    def show_field(self, field_id: str) -> None:
        """Draw the offerings of a field of action anew, without one those of all."""
        work = partial(_draw, self._session.project.pinned(), field_id)
        self._session.jobs.run(work, self._show_figure, key="offerings.map")

    def _lay_out(self) -> None:
        self.figure.setObjectName("offerings-map")
        self.figure.setAccessibleName(self.tr("Karte der Angebote"))
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        told = self.tr("Eine Kommune anklicken, um ihre Angebote in der Liste zu sehen.")
        column.addWidget(label(told, "small"))
        column.addWidget(self.figure, 1)
        column.addWidget(self._source)
        self._stack.addWidget(shown)
        self._stack.addWidget(self._nothing)
        self.body.addWidget(self._stack, 1)

    def _show_figure(self, figure: Figure | None) -> None:
        names = {place.id: place.name for place in self._session.project.snapshot.all(Municipality)}
        self.figure.show_figure(figure, names)
        self._source.setText(figure.attribution if figure is not None else "")
        self._stack.setCurrentIndex(0 if figure is not None else 1)


def _draw(pinned: OpenProject, field_id: str, _progress: Progress) -> Figure | None:
    from kizdesk.project.figures import offerings_map

    return offerings_map(pinned, field_id)
