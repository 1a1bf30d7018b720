"""Show the people who take part, what they consented to, and remove for good what deleted people left."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.interviews import Interview
from kizdesk.domain.people import Person, PrivacyConsent
from kizdesk.domain.places import Municipality
from kizdesk.domain.roles import having, roles_of, spelled
from kizdesk.project.privacy import interviews_of
from kizdesk.ui.forms import DeskSpec, FieldSpec, Group, Line, One, RecordDesk, records_of
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.basics.keys import DESK_KEYS
from kizdesk.ui.pages.basics.links import LinkCard, number_text
from kizdesk.ui.pages.basics.people_filter import PeopleFilter
from kizdesk.ui.pages.basics.permissions import Permissions
from kizdesk.ui.pages.basics.remains import Remains
from kizdesk.ui.pages.basics.roles import Roles
from kizdesk.ui.pages.basics.touched import touches
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column


class PeoplePage(Page):
    """Be the list of people."""

    kinds = frozenset({"person", "privacy_consent"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._filter = PeopleFilter(session)
        self._desk = RecordDesk(session, self._spec())
        self._permissions = Permissions(session)
        self._interviews = LinkCard(session, self.tr("Gespräche"))
        self._remains = Remains(session)
        self._build()
        self._connect()
        self._show_person(self._desk.record)

    def heading(self) -> Heading:
        """Return title and state."""
        people = [person for person in self.session.project.snapshot.all(Person) if person.known_as]
        held = {consent.person_id for consent in self.session.project.snapshot.all(PrivacyConsent) if consent.holds()}
        count = number_text(len(people), self.tr("Eine Person"), self.tr("{0} Personen"))
        given = number_text(len(held), self.tr("eine mit Einwilligung"), self.tr("{0} mit Einwilligung"))
        given = given if held else self.tr("noch ohne Einwilligung")
        state = self.tr("{0}, {1}").format(count, given) if people else self.tr("Noch niemand erfasst")
        return Heading(self.tr("Personen"), state)

    def actions_shown(self) -> Sequence[QAction]:
        """Return the button of the head; an empty page has its own."""
        return (self._desk.new_action,) if self._has_people() else ()

    def main_action(self) -> QAction | None:
        """Return what the page is for."""
        return self._desk.new_action if self._has_people() else None

    def help_text(self) -> str:
        """Return what the page is for."""
        return self.tr(
            "Hier stehen alle, die mitwirken: Bürgermeisterinnen und Bürgermeister, die Steuerungsgruppe, die "
            "Ansprechpartnerinnen und Ansprechpartner in den Kommunen und die Befragten. Eine Rolle wird angekreuzt "
            "oder frei geschrieben. Namen und wörtliche Zitate druckt das Konzept nur mit Einwilligung. Wer gelöscht "
            "wird, ist sofort aus dem Projekt verschwunden; für „Rückgängig“ bleiben die Angaben im Protokoll der "
            "Änderungen, bis Sie sie endgültig entfernen."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the list."""
        return (*DESK_KEYS, KeyHelp("Strg+F", "Personen suchen"))

    def open(self, argument: str) -> None:
        """Show who has a role, or begin a new person with it."""
        self._filter.clear()
        self._desk.refresh(())
        people = having(self.session.project.snapshot.all(Person), argument)
        if people:
            self._desk.reveal(people[0].id, "name")
        elif argument:
            self._desk.add_record(Person(id=self.session.project.new_id(), roles=(spelled(argument),)))

    def reveal(self, target: Target) -> bool:
        """Show a person, or the person of an Einwilligung."""
        snapshot = self.session.project.snapshot
        consent = snapshot.find(PrivacyConsent, target.id) if target.kind == "privacy_consent" else None
        person_id = consent.person_id if consent is not None else target.id
        if snapshot.find(Person, person_id) is None:
            return False
        self._filter.clear()
        self._desk.refresh(())
        shown = self._desk.reveal(person_id, target.field)
        if shown and consent is not None:
            self._permissions.reveal(consent.purpose)
        return shown

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed."""
        self._show_filter()
        self._desk.refresh(changes)
        self._teach()
        self._permissions.refresh()
        if touches(changes, Person, PrivacyConsent):
            self._remains.refresh()
        if touches(changes, Interview):
            self._show_interviews(self._desk.record)
        self.heading_changed.emit()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.session.theme.sizes.gap)
        column.addWidget(self._filter)
        column.addWidget(self._desk, 1)
        column.addWidget(self._remains)
        self._desk.below.addWidget(self._permissions)
        self._desk.below.addWidget(self._interviews)

    def _connect(self) -> None:
        self._desk.chosen.connect(self._show_person)
        self._filter.changed.connect(self._narrow)
        self._filter.search.searched.connect(self._desk.table.look_for)
        self._filter.search.left_down.connect(self._desk.table.setFocus)
        self._desk.new_action.triggered.connect(self._filter.clear)

    def _spec(self) -> DeskSpec[Person]:
        return DeskSpec(
            record_type=Person,
            columns=(
                Column(self.tr("Name oder Funktion"), _name, stretch=True, strong=True),
                Column(self.tr("Kommune"), self._place, width=11),
                Column(self.tr("Rollen"), _roles, width=15, spare=True),
            ),
            shares=(1, 1),
            groups=(Group("", self._fields()),),
            make=self._new_person,
            new_text=self.tr("Neue Person"),
            new_in_head=True,
            drops_unused=True,
            rows=self._shown,
            empty=self._why(),
        )

    def _fields(self) -> tuple[FieldSpec, ...]:
        places = records_of(Municipality, _place_name)
        return (
            FieldSpec("name", self.tr("Name"), Line, placeholder=self.tr("Anrede, Vor- und Nachname")),
            FieldSpec("function", self.tr("Funktion"), Line),
            FieldSpec("unit", self.tr("Stelle"), Line, placeholder=self.tr("Amt, Verein oder Träger")),
            FieldSpec(
                "municipality_id", self.tr("Kommune"), partial(One, source=places, empty=self.tr("Kreis oder andere"))
            ),
            FieldSpec("phone", self.tr("Telefon"), Line),
            FieldSpec("email", self.tr("E-Mail"), Line),
            FieldSpec("roles", self.tr("Rollen im Projekt"), Roles, wide=True),
        )

    def _shown(self, session: Session) -> Sequence[Person]:
        return [person for person in session.project.snapshot.all(Person) if self._filter.admits(person)]

    def _new_person(self, session: Session) -> Person:
        return Person(id=session.project.new_id())

    def _place(self, person: Person) -> str:
        place = self.session.project.snapshot.find(Municipality, person.municipality_id)
        return place.name if place is not None else ""

    def _show_filter(self) -> None:
        self._filter.refresh()
        self._filter.setVisible(bool(self.session.project.snapshot.all(Person)))

    def _narrow(self) -> None:
        self._desk.form.flush()
        self._desk.refresh(())
        self._teach()

    def _teach(self) -> None:
        """Say why the list is empty: nobody is there yet, or nobody fits."""
        if self._has_people():
            self._desk.table.show_empty(self.tr("Niemand passt zu dieser Auswahl."))
        else:
            self._desk.table.show_empty(self._why(), "" if self.session.read_only else self._desk.new_action.text())

    def _has_people(self) -> bool:
        return bool(self.session.project.snapshot.all(Person))

    def _why(self) -> str:
        return self.tr(
            "Wer mitwirkt, gehört hierher: Bürgermeisterinnen und Bürgermeister für das Einvernehmen, die "
            "Steuerungsgruppe, die Ansprechpartnerinnen und Ansprechpartner für Gespräche und Briefe."
        )

    def _show_person(self, person: Person | None) -> None:
        self._permissions.show_person(person.id if person is not None else "")
        self._show_interviews(person)

    def _show_interviews(self, person: Person | None) -> None:
        snapshot = self.session.project.snapshot
        links = []
        for interview in interviews_of(snapshot, person.id) if person is not None else ():
            place = snapshot.find(Municipality, interview.municipality_id)
            day = f" am {interview.held_on:%d.%m.%Y}" if interview.held_on else ""
            text = self.tr("Gespräch {0}{1}").format(place.name if place else "", day)
            target = Target(Step.STOCK_TAKING, "interview", interview.id)
            links.append((text, partial(self.session.go, target)))
        self._interviews.show_links(links, self.tr("Diese Person nimmt an keinem Gespräch teil."))


def _name(person: Person) -> str:
    return person.known_as or "noch ohne Namen"


def _roles(person: Person) -> str:
    return ", ".join(roles_of(person))


def _place_name(place: Municipality) -> str:
    return place.name
