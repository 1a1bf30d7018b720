"""Show what the extra cost roughly comes to for each municipality."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kizdesk.project.organisation.cost_outlook import ShareRow, money
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column, TableView
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.look import set_look


class SharesCard(Card):
    """Be the shares of the municipalities by their people, as the concept prints them."""

    begun = Signal()
    """What they lack shall be entered."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._table: TableView[ShareRow] = TableView(_columns(), _id_of, session.theme, session.memory, "cost.shares")
        self.set_title(self.tr("Rechnerische Anteile der Kommunen an den Mehrkosten"))
        self.body.addWidget(
            label(
                self.tr(
                    "Verteilt nach der Bevölkerung, auf ganze Euro. Die Anteile dienen der Orientierung und legen "
                    "keine Umlage fest; so stehen sie auch im Konzept."
                ),
                "muted",
            )
        )
        self.body.addWidget(self._table, 1)
        self._table.setObjectName("cost.shares")
        set_look(self._table, "within", "card")
        self._table.setAccessibleName(self.tr("Anteile der Kommunen"))
        self._table.empty_state.begun.connect(self.begun)

    def show_shares(self, rows: Sequence[ShareRow], way: str) -> None:
        """Show other shares, or where there are none the words of the way to what they lack."""
        self._table.show_rows(rows)
        self._table.show_empty(
            self.tr(
                "Die Anteile lassen sich erst rechnen, wenn die Mehrkosten beziffert sind und die Bevölkerung aller "
                "Kommunen eingetragen ist."
            ),
            way,
        )

    def focus_table(self) -> None:
        """Put the focus into the table."""
        self._table.setFocus()


def _columns() -> tuple[Column[ShareRow], ...]:
    return (
        Column("Kommune", _name, stretch=True, strong=True),
        Column("Bevölkerung", _population),
        Column("Anteil im Jahr", _amount, text=_amount_text, align="right"),
    )


def _id_of(row: ShareRow) -> str:
    return row.municipality_id


def _name(row: ShareRow) -> object:
    return row.name


def _population(row: ShareRow) -> object:
    return row.population


def _amount(row: ShareRow) -> object:
    return row.amount


def _amount_text(row: ShareRow) -> str:
    return money(row.amount)
