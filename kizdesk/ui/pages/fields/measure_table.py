"""Show all measures of all fields in one table, to sort, search and copy."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kizdesk.domain.fields import Measure
from kizdesk.domain.kinds import counted
from kizdesk.project.fields.outline import MeasureRow, all_measures
from kizdesk.project.wording.labels import Labels
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column, TableView
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import ElidedLabel
from kizdesk.ui.widgets.search import SearchField


class MeasureTable(Card):
    """Be the table of all measures."""

    opened = Signal(str)
    """The id of a measure to be edited."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session = session
        columns = _columns(session.labels)
        self.view: TableView[MeasureRow] = TableView(columns, _key, session.theme, session.memory, "fields.measures")
        self._search = SearchField(session.theme, self.tr("In allen Maßnahmen suchen …"))
        self._count = ElidedLabel("", "muted")
        self._fill()
        self._connect()

    def show_all(self) -> None:
        """Show all measures as they are now."""
        rows = all_measures(self._session.project)
        self.view.show_rows(rows)
        self._count.setText(
            self.tr("{0}, Strg+C kopiert alle Spalten").format(counted(Measure, len(rows))) if rows else ""
        )

    def take_focus(self) -> None:
        """Put the focus into the search line."""
        self._search.setFocus()

    def _fill(self) -> None:
        self.view.setObjectName("fields.measures")
        self.view.setAccessibleName(self.tr("Alle Maßnahmen"))
        self.view.show_empty(self.tr("Maßnahmen stehen unter den Zielen der Handlungsfelder. Noch gibt es keine."))
        self.view.setProperty("bare", "true")
        self._search.setObjectName("fields.measures.search")
        row = QHBoxLayout()
        row.addWidget(self._search, 1)
        row.addWidget(self._count)
        self.body.addLayout(row)
        self.body.addWidget(self.view, 1)

    def _connect(self) -> None:
        self._search.searched.connect(self.view.look_for)
        self._search.left_down.connect(self.view.setFocus)
        self.view.row_activated.connect(self._open)

    def _open(self, row: MeasureRow) -> None:
        self.opened.emit(row.measure.id)


def _columns(labels: Labels) -> tuple[Column[MeasureRow], ...]:
    def worded(name: str) -> Callable[[MeasureRow], str]:
        return lambda row: _word(labels, getattr(row.measure, name))

    def own(name: str) -> Callable[[MeasureRow], object]:
        return lambda row: getattr(row.measure, name)

    return (
        Column("Maßnahme", own("title"), strong=True, stretch=True, width=28),
        Column("Handlungsfeld", lambda row: row.field, width=22),
        Column("Ziel", lambda row: row.goal, width=22),
        Column("Stand", worded("status")),
        Column("Priorität", worded("priority")),
        Column("Federführung", own("lead"), width=20, spare=True),
        Column("Partner", own("partners"), width=22, spare=True),
        Column("Zielgruppe", own("target_group"), width=22, spare=True),
        Column("Ebene", worded("level"), spare=True),
        Column("Kommunen", lambda row: row.places, width=16, spare=True),
        Column("Beginn", own("starts"), spare=True),
        Column("Ende", own("ends"), spare=True),
        Column("Stellen", own("effort_fte"), spare=True),
        Column("€ im Jahr", own("effort_eur"), spare=True),
        Column("Finanzvorbehalt", own("needs_own_resolution"), spare=True),
        Column("Finanzierung", own("funding"), width=22, spare=True),
        Column("Kennzahl", own("indicator"), width=26, spare=True),
        Column("Zielwert", own("target_value"), width=16, spare=True),
        Column("Herkunft", worded("origin"), spare=True),
        Column("Belege", lambda row: len(row.measure.evidence_ids), spare=True),
    )


def _word(labels: Labels, value: object) -> str:
    return labels.of(value) if isinstance(value, Enum) else ""


def _key(row: MeasureRow) -> str:
    return row.measure.id
