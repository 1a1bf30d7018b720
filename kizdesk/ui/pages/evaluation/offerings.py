"""Go through the offerings of all municipalities: filtered, counted by field, edited beside the list."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Target
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.interviews import Interview, Offering
from kizdesk.domain.places import Municipality
from kizdesk.domain.texts import sort_key
from kizdesk.project.evaluation.register import (
    DISTRICT,
    WITHOUT_FIELD,
    OfferingFilter,
    OfferingRow,
    Register,
    heat_table,
    offerings,
    target_groups,
)
from kizdesk.project.runner.choosing import say_no_offerings
from kizdesk.ui.forms import DeskSpec, RecordDesk
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.evaluation.affected import touches
from kizdesk.ui.pages.evaluation.filters import Pick
from kizdesk.ui.pages.evaluation.heat import HeatView
from kizdesk.ui.pages.evaluation.offering_form import columns, groups
from kizdesk.ui.pages.evaluation.offerings_map import OfferingsMap
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import EmptyState, ListCard
from kizdesk.ui.widgets.choices import SegmentedChoice
from kizdesk.ui.widgets.date_field import DateField
from kizdesk.ui.widgets.flow import FlowRow
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.search import SearchField

_SHOWN = (Offering, FieldOfAction, Municipality)
_PERMANENT = {"": None, "ja": True, "nein": False}
_LIST, _HEAT, _MAP = "liste", "tabelle", "karte"
_VIEWS = (_LIST, _HEAT, _MAP)


class OfferingsPage(Page):
    """Be „Angebote“."""

    kinds = frozenset({"offering"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._rows: dict[str, OfferingRow] = {}
        self._register = Register((), 0)
        self._kept = ""
        self.view = SegmentedChoice(
            ((_LIST, self.tr("Liste")), (_HEAT, self.tr("Felder und Kommunen")), (_MAP, self.tr("Karte"))),
            self.tr("Ansicht"),
        )
        self.words = SearchField(session.theme, self.tr("Angebot suchen …"))
        self.field = Pick(self.tr("Handlungsfeld"), self.tr("Alle Felder"), "filter-field")
        self.place = Pick(self.tr("Kommune"), self.tr("Alle Kommunen"), "filter-place")
        self.audience = Pick(self.tr("Zielgruppe"), self.tr("Alle Zielgruppen"), "filter-audience")
        self.permanent = Pick(self.tr("Regelangebot oder Projekt"), self.tr("Jede Dauer"), "filter-permanent")
        self.none = QCheckBox(self.tr("Hier gibt es keine Angebote"))
        """Says so of the municipality that is filtered by; it is there as long as none is recorded."""
        self.ends = DateField(session.theme, self.tr("Zeit oder Förderung endet vor dem"))
        self.reset = button(self.tr("Alle zeigen"), kind="link", name="filter-reset")
        self._filters = FlowRow()
        self._asking: tuple[QWidget, ...] = ()
        self.heat = HeatView(session.theme)
        self.map = OfferingsMap(session)
        spec = DeskSpec(
            Offering, columns(self._rows.get), groups(), self._make, self.tr("Neues Angebot"),
            self.tr("Hier stehen die Angebote aller Kommunen. Sie kommen aus den Gesprächen oder werden hier erfasst."),
            rows=self._read, shares=(1, 1), name="offering-register", new_in_head=True,
        )  # fmt: skip
        self.desk: RecordDesk[Offering] = RecordDesk(session, spec)
        self._stack = QStackedWidget()
        self._views = QStackedWidget()
        self._empty = EmptyState(
            self.tr(
                "Hier entsteht das Verzeichnis der Angebote. Sie werden in den Gesprächen mit den Kommunen erfasst; "
                "einzelne können auch hier eingetragen werden."
            ),
            self.tr("Zu den Gesprächen"),
        )
        self._add = QAction(self.tr("Neues Angebot"), self)
        self._build()
        self._connect()

    def heading(self) -> Heading:
        """Return title and how many are shown."""
        sentence = self._register.sentence
        if self.view.value == _HEAT:
            sentence = self.tr("Alle {0} Angebote, gezählt nach Feldern und Kommunen").format(self._register.total)
        elif self.view.value == _MAP:
            sentence = self.tr("Angebote nach Kommunen auf der Karte, in allen Feldern oder in einem")
        return Heading(self.tr("Angebote in den Kommunen"), sentence)

    def actions_shown(self) -> Sequence[QAction]:
        """Return the action that adds one."""
        return (self._add,)

    def main_action(self) -> QAction | None:
        """Return the action that adds one; an empty page has its own button."""
        return self._add if self._register.total else None

    def help_text(self) -> str:
        """Say what the register is for."""
        return self.tr(
            "Das Verzeichnis sammelt die Angebote aller Kommunen. Die Filter zeigen, was es für ein Feld, eine Kommune "
            "oder eine Zielgruppe gibt und wessen Förderung bald endet. „Felder und Kommunen“ zählt die Angebote; "
            "ein Klick auf eine Zahl zeigt diese Angebote in der Liste. „Karte“ zeigt, wo es sie gibt, auch je Feld."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the list."""
        return (
            KeyHelp("Einfg, Strg+D, Entf", self.tr("Angebot hinzufügen, duplizieren, löschen")),
            KeyHelp("Eingabe", self.tr("Gewähltes Angebot bearbeiten")),
            KeyHelp("Strg+C", self.tr("Gewählte Zeilen mit Überschriften kopieren")),
        )

    def reveal(self, target: Target) -> bool:
        """Show an offering, whatever is filtered."""
        if self.session.project.snapshot.find(Offering, target.id) is None:
            return False
        self._show_all()
        return self.desk.reveal(target.id, target.field)

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed."""
        if changes and not touches(changes, *_SHOWN, Interview):
            return
        if not changes or touches(changes, FieldOfAction, Municipality):
            self._offer()
        self._kept = self.desk.form.record_id or ""
        self.desk.refresh(changes)
        self._kept = ""
        self._stack.setCurrentIndex(0 if self._register.total else 1)
        self._show_counts()
        self._show_none()
        self.heading_changed.emit()

    def _build(self) -> None:
        sizes = self.session.theme.sizes
        self._filters.add(self.view)
        until = QWidget()
        row = QHBoxLayout(until)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.unit)
        named = QLabel(self.tr("Endet vor"))
        named.setBuddy(self.ends)
        row.addWidget(named)
        row.addWidget(self.ends)
        self.permanent.offer((("ja", self.tr("Regelangebote")), ("nein", self.tr("Projekte"))))
        self._asking = (self.words, self.field, self.place, self.audience, self.permanent, until)
        for made in (*self._asking, self.reset, self.none):
            self._filters.add(made)
        self.none.setObjectName("no-offerings")
        self.none.setAccessibleName(self.tr("Es gibt keine Angebote"))
        self.none.hide()
        self.words.setObjectName("filter-words")
        self.ends.setObjectName("filter-ends")
        heat, hint = ListCard(), QVBoxLayout()
        told = self.tr(
            "Eine Zahl wählen, um diese Angebote in der Liste zu sehen. Ein Angebot mit mehreren Feldern zählt in "
            "jedem davon; in „Angebote insgesamt“ zählt jedes einmal."
        )
        hint.addWidget(label(told, "small"))
        heat.add_beside(hint)
        heat.add_list(self.heat)
        self._views.addWidget(self.desk)
        self._views.addWidget(heat)
        self._views.addWidget(self.map)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.gap_small)
        column.addWidget(self._filters)
        column.addWidget(self._views, 1)
        self._stack.addWidget(inside)
        self._stack.addWidget(self._empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._empty.setProperty("ground", "card")
        self.reset.hide()
        self._add.setObjectName("offering-new")
        self._add.setEnabled(not self.session.read_only)
        self.desk.table.setSelectionMode(self.desk.table.SelectionMode.ExtendedSelection)

    def _connect(self) -> None:
        self.view.chosen.connect(self._show_view)
        self.words.searched.connect(self._filter)
        self.words.left_down.connect(partial(self.desk.table.setFocus, Qt.FocusReason.ShortcutFocusReason))
        for pick in self._picks():
            pick.picked.connect(self._filter)
        self.ends.day_changed.connect(self._filter)
        self.reset.clicked.connect(self._show_all)
        self.none.clicked.connect(self._say_none)
        self.heat.cell_chosen.connect(self._show_cell)
        self.map.municipality_chosen.connect(self._show_place)
        self._empty.begun.connect(partial(self.session.open, "stocktaking.interviews"))
        self._add.triggered.connect(self._add_new)
        self.session.leaving.connect(self.desk.form.flush)

    def _picks(self) -> tuple[Pick, ...]:
        return self.field, self.place, self.audience, self.permanent

    def _offer(self) -> None:
        snapshot = self.session.project.snapshot
        fields = sorted(snapshot.all(FieldOfAction), key=_position)
        places = sorted(snapshot.all(Municipality), key=_named)
        self.field.offer([*((field.id, field.title) for field in fields), (WITHOUT_FIELD, self.tr("ohne Feld"))])
        self.place.offer([*((place.id, place.name) for place in places), (DISTRICT, self.tr("kreisweit"))])
        if self.audience.count() == 1:
            self.audience.offer(target_groups(self.session.project))

    def _wanted(self) -> OfferingFilter:
        day: date | None = self.ends.day if self.ends.valid else None
        return OfferingFilter(
            self.field.value, self.place.value, self.audience.value, _PERMANENT[self.permanent.value], day,
            self.words.text(),
        )  # fmt: skip

    def _read(self, session: Session) -> Sequence[Offering]:
        self._register = offerings(session.project, self._wanted())
        rows = self._register.rows
        if self._kept and all(row.id != self._kept for row in rows):
            rows = (*rows, *(row for row in offerings(session.project).rows if row.id == self._kept))
        self._rows.clear()
        self._rows.update((row.id, row) for row in rows)
        return [session.project.snapshot.get(Offering, row.id) for row in rows]

    def _filter(self) -> None:
        self.desk.form.flush()
        self.desk.refresh(())
        self._show_counts()
        self.reset.setVisible(self.view.value == _LIST and self._wanted() != OfferingFilter())
        self._show_none()
        self.heading_changed.emit()

    def _say_none(self) -> None:
        act = partial(say_no_offerings, self.session.project, self.place.value, none=self.none.isChecked())
        self.session.attempt(act)

    def _show_none(self) -> None:
        """Offer to say that a municipality has no offerings where it is chosen, and none is recorded."""
        snapshot, chosen = self.session.project.snapshot, self.place.value
        place = snapshot.find(Municipality, chosen) if chosen else None
        bare = place is not None and all(it.municipality_id != chosen for it in snapshot.all(Offering))
        self.none.setVisible(bare and self.view.value == _LIST)
        self.none.setChecked(place is not None and place.no_offerings)
        self.none.setEnabled(not self.session.read_only)

    def _show_all(self) -> None:
        for pick in self._picks():
            pick.pick("")
        self.ends.show_day(None)
        self.words.clear()
        self._choose_view(_LIST)
        self._filter()

    def _show_cell(self, field_id: str, municipality_id: str) -> None:
        self.field.pick(field_id)
        self.place.pick(municipality_id)
        self._choose_view(_LIST)
        self._filter()
        self.desk.table.setFocus()

    def _show_place(self, municipality_id: str) -> None:
        self._show_cell(self.field.value, municipality_id)

    def _show_counts(self) -> None:
        """Draw the counts of the present view anew; the list has none."""
        if self.view.value == _HEAT:
            self.heat.show_table(heat_table(self.session.project))
        elif self.view.value == _MAP:
            self.map.show_field(self.field.value)

    def _choose_view(self, value: str) -> None:
        self.view.choose(value)
        self._show_view(value)

    def _show_view(self, value: str) -> None:
        self._show_counts()
        self._views.setCurrentIndex(_VIEWS.index(value))
        for made in self._asking:
            made.setVisible(value == _LIST or (value == _MAP and made is self.field))
        self.reset.setVisible(value == _LIST and self._wanted() != OfferingFilter())
        self._show_none()
        self.heading_changed.emit()

    def _add_new(self) -> None:
        self._stack.setCurrentIndex(0)
        self._choose_view(_LIST)
        self.desk.add_new()

    def _make(self, session: Session) -> Offering:
        """Return a new offering that passes the filter; what cannot be known at first is no longer filtered."""
        self.ends.show_day(None)
        self.words.clear()
        place = self.place.value
        known = self.field.value and self.field.value != WITHOUT_FIELD
        return Offering(
            id=session.project.new_id(),
            title=self.tr("Neues Angebot"),
            municipality_id="" if place == DISTRICT else place,
            field_ids=(self.field.value,) if known else (),
            target_groups=(self.audience.value,) if self.audience.value else (),
            permanent=_PERMANENT[self.permanent.value],
        )


def _position(field: FieldOfAction) -> int:
    return field.position


def _named(place: Municipality) -> tuple[str, str]:
    return sort_key(place.name)
