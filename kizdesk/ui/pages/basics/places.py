"""Show the municipalities of the district as a table, and edit the chosen one below it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.places import District, Municipality
from kizdesk.domain.texts import sort_key
from kizdesk.project.basics.municipalities import add_municipality, consequences_of_adding, consequences_of_removing
from kizdesk.project.records import delete
from kizdesk.ui.forms import RecordForm
from kizdesk.ui.pages.basics.places_change import ChangePanel
from kizdesk.ui.pages.basics.project_spec import municipality_groups
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column, TableView, spell
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.look import set_look

_MOST_ROWS = 24
"""As many as the largest district has, so that only the page scrolls."""


class PlacesCard(Card):
    """Be the card of the municipalities."""

    chosen = Signal(str)
    """The AGS of the municipality shown now."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Städte und Gemeinden"), parent)
        self._session = session
        self._table: TableView[Municipality] = TableView(
            _columns(), _key, session.theme, session.memory, "basics.places"
        )
        self._form = RecordForm(session, Municipality, municipality_groups(session))
        self._sum = label("", "muted")
        self._name = label("", "strong")
        self._panel = ChangePanel(session)
        self._add = button(self.tr("Kommune ergänzen"), kind="quiet", name="places.add")
        self._remove = button(self.tr("Kommune entfernen"), kind="quiet", name="places.remove")
        self._fill()
        self._connect()

    @property
    def current(self) -> str:
        """Return the AGS of the municipality shown; empty if there is none."""
        return self._form.record_id or ""

    @property
    def is_at_hand(self) -> bool:
        """Tell whether the user is in the table or the form of this card."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def show_place(self, ags: str) -> None:
        """Choose a municipality and bring the table into view."""
        if self._table.reveal(ags):
            self._table.setFocus()

    def reveal(self, ags: str, field: str = "") -> bool:
        """Choose a municipality and put the focus into one of its fields."""
        if not self._table.reveal(ags):
            return False
        return self._form.reveal(field or "name")

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed."""
        places = sorted(self._session.project.snapshot.all(Municipality), key=lambda place: sort_key(place.name))
        self._table.show_rows(places)
        rows = min(max(len(places), 1), _MOST_ROWS) + 1
        self._table.setFixedHeight(rows * self._session.theme.sizes.row + self._session.theme.sizes.gap)
        self._form.refresh(changes)
        if self._table.current_row is None and places:
            self._table.reveal(places[0].id)
        self._follow(self._table.current_row)
        self._show_sum(places)

    def _fill(self) -> None:
        self._table.setObjectName("places.table")
        set_look(self._table, "within", "card")
        self._table.setAccessibleName(self.tr("Städte und Gemeinden"))
        self._table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.body.addWidget(self._table)
        self.body.addWidget(self._sum)
        bar = QHBoxLayout()
        for made in (self._add, self._remove):
            made.setEnabled(not self._session.read_only)
            bar.addWidget(made)
        bar.addStretch(1)
        self.body.addLayout(bar)
        self.body.addWidget(self._panel)
        self.body.addWidget(self._name)
        self.body.addWidget(self._form)

    def _connect(self) -> None:
        self._table.row_changed.connect(self._follow)
        self._table.row_activated.connect(self._form.focus_first)
        self._add.clicked.connect(self._ask_to_add)
        self._remove.clicked.connect(self._ask_to_remove)
        self._panel.added.connect(self._add_place)
        self._panel.removed.connect(self._remove_place)

    def _follow(self, place: Municipality | None) -> None:
        wanted = None if place is None else place.id
        self._name.setText(self.tr("{0} (Schlüssel {1})").format(place.name, place.id) if place else "")
        if wanted != self._form.record_id:
            self._form.show_record(wanted)
            self._panel.hide()
            self.chosen.emit(wanted or "")

    def _show_sum(self, places: Sequence[Municipality]) -> None:
        total = sum(place.population or 0 for place in places)
        text = self.tr("{0} Kommunen, zusammen {1} Einwohner").format(len(places), spell(total))
        district = next(iter(self._session.project.snapshot.all(District)), None)
        own = district.population if district is not None else None
        if own is not None and own != total:
            text = self.tr("{0}; beim Kreis stehen {1}. Bitte die Zahlen abgleichen.").format(text, spell(own))
        self._sum.setText(text if own is None or own != total else self.tr("{0}, wie beim Kreis.").format(text))
        self._sum.set_role("attention" if own is not None and own != total else "muted")

    def _ask_to_add(self) -> None:
        self._panel.ask_to_add(consequences_of_adding())

    def _ask_to_remove(self) -> None:
        ask = partial(consequences_of_removing, self._session.project, self.current)
        text = self._session.attempt(ask) if self.current else None
        if text is not None:
            self._panel.ask_to_remove(text)

    def _add_place(self, ags: str, name: str) -> None:
        made = self._session.attempt(partial(add_municipality, self._session.project, ags, name))
        if made is not None:
            self._panel.hide()
            self._session.say_done(self.tr("{0} ergänzt.").format(made.name))
            self.reveal(made.id, "population")

    def _remove_place(self) -> None:
        place = self._table.current_row
        if place is not None:
            self._panel.hide()
            self._session.attempt(partial(self._delete, place))
            self._table.setFocus()

    def _delete(self, place: Municipality) -> None:
        delete(self._session.project, Municipality, place.id)
        self._session.say_done(self.tr("{0} entfernt.").format(place.name))


def _columns() -> tuple[Column[Municipality], ...]:
    return (
        Column("Name", _name, stretch=True, strong=True),
        Column("Art", _kind, width=10),
        Column("Einwohner", _population),
        Column("Fläche in km²", _area),
        Column("Stand", _as_of, spare=True),
    )


def _key(place: Municipality) -> str:
    return place.id


def _name(place: Municipality) -> str:
    return place.name


def _kind(place: Municipality) -> str:
    return place.kind


def _population(place: Municipality) -> object:
    return place.population


def _area(place: Municipality) -> object:
    return place.area_km2


def _as_of(place: Municipality) -> object:
    return place.as_of
