"""Show the stock-taking as a map, with what is next in the municipality that was chosen on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kizdesk.project.figures import Figure, interviews_map
from kizdesk.project.stocktaking import Matrix, MatrixRow
from kizdesk.project.stocktaking.rows import NOTHING
from kizdesk.ui.jobs import Progress
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card, EmptyState
from kizdesk.ui.widgets.figure import FigureView
from kizdesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from kizdesk.project.opened import OpenProject
    from kizdesk.ui.session import Session


class MapPane(Card):
    """Be the map and the line below it."""

    municipality_chosen = Signal(str)
    """The id of the municipality that was clicked."""
    step_wanted = Signal(str)
    """The next step of this municipality shall be done."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session = session
        self._rows: dict[str, MatrixRow] = {}
        self._chosen = ""
        self._figure = FigureView(session.theme)
        self._nothing = EmptyState(
            self.tr("Für diesen Kreis liegen keine Umrisse der Kommunen vor. Die Tabelle zeigt denselben Stand.")
        )
        self._stack = QStackedWidget()
        self._words = label(self.tr("Eine Kommune anklicken, um ihren Stand zu sehen."), "muted")
        self._step = button("", name="map-step")
        self._source = label("", "small")
        self._lay_out()
        self._figure.region_chosen.connect(self._choose)
        self._step.clicked.connect(self._want)

    def show_table(self, table: Matrix) -> None:
        """Draw the map anew, and say where the chosen municipality stands now."""
        self._rows = {row.municipality_id: row for row in table.rows}
        self._show_chosen()
        work = partial(_draw, self._session.project.pinned())
        self._session.jobs.run(work, self._show_figure, key="stocktaking.map")

    def _lay_out(self) -> None:
        self._figure.setObjectName("interviews-map")
        self._figure.setAccessibleName(self.tr("Karte der Gespräche"))
        self._stack.addWidget(self._figure)
        self._stack.addWidget(self._nothing)
        line = QHBoxLayout()
        line.addWidget(self._words, 1)
        line.addWidget(self._step)
        column = QVBoxLayout()
        column.addWidget(self._stack, 1)
        column.addWidget(self._source)
        column.addLayout(line)
        self.body.addLayout(column, 1)
        self._step.hide()

    def _show_figure(self, figure: Figure | None) -> None:
        self._stack.setCurrentIndex(0 if figure is not None else 1)
        self._words.setVisible(figure is not None)
        self._source.setText(figure.attribution if figure is not None else "")
        self._source.setVisible(bool(self._source.text()))
        names = {key: f"{row.name}: {row.stand_text}" for key, row in self._rows.items()}
        self._figure.show_figure(figure, names)

    def _show_chosen(self) -> None:
        row = self._rows.get(self._chosen)
        self._step.setVisible(row is not None and row.next_step != NOTHING)
        if row is None:
            return
        self._words.setText(f"{row.name}: {row.stand_text}, {row.total.sentence}")
        self._step.setText(row.next_step)
        self._step.setAccessibleName(f"{row.name}: {row.next_step}")

    @Slot(str)
    def _choose(self, municipality_id: str) -> None:
        self._chosen = municipality_id
        self._show_chosen()
        self.municipality_chosen.emit(municipality_id)

    @Slot()
    def _want(self) -> None:
        self.step_wanted.emit(self._chosen)


def _draw(pinned: OpenProject, _progress: Progress) -> Figure | None:
    return interviews_map(pinned)
