"""Show what is said once: the project, its law, the district with its municipalities, and what the law asks for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Target
from kizdesk.domain.people import Person
from kizdesk.domain.places import District, DistrictKind, Municipality, Project
from kizdesk.project.apart.here import Named
from kizdesk.project.opened import PROJECT_ID, OpenProject
from kizdesk.ui.forms import RecordForm
from kizdesk.ui.jobs import Progress
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.basics.head_line import HeadLine
from kizdesk.ui.pages.basics.law import LawNote
from kizdesk.ui.pages.basics.map_card import MapCard
from kizdesk.ui.pages.basics.places import PlacesCard
from kizdesk.ui.pages.basics.preconditions import PreconditionsCard
from kizdesk.ui.pages.basics.project_spec import district_groups, law_groups, project_groups
from kizdesk.ui.pages.basics.touched import touches
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.columns import Columns
from kizdesk.ui.widgets.scroll import ScrollPage

if TYPE_CHECKING:
    from kizdesk.domain.legal import PreconditionState
    from kizdesk.project.figures import Figure

_PRECONDITIONS = Named("kizdesk.project.basics.preconditions:preconditions")
_REST_MS = 1200
"""The law is checked again when the user has rested so long."""


class ProjectPage(Page):
    """Be the first page of a project."""

    kinds = frozenset({"project", "district", "municipality"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._project = RecordForm(session, Project, project_groups(session))
        self._law = RecordForm(session, Project, law_groups(session))
        self._law_note = LawNote(session)
        self._district = RecordForm(session, District, district_groups(session))
        self._head = HeadLine(session)
        self._places = PlacesCard(session)
        self._map = MapCard(session)
        self._asked = PreconditionsCard(session)
        self._outlined = ""
        self._rest = QTimer(self)
        self._build()
        self._connect()
        project = session.project
        self._asked.expect(project.library.legal_basis(project.settings.legal_basis_id).preconditions)
        self.refresh(())

    @property
    def outlined(self) -> str:
        """Return the AGS of the municipality that the map outlines; empty until somebody chooses one."""
        return self._outlined

    def heading(self) -> Heading:
        """Return title and state."""
        settings, labels = self.session.project.settings, self.session.labels
        words = labels.of(settings.occasion)
        parts = [settings.title, words[:1].upper() + words[1:], settings.status]
        return Heading(self.tr("Projekt und Kreis"), " · ".join(part for part in parts if part))

    def help_text(self) -> str:
        """Return what the page is for."""
        return self.tr(
            "Diese Angaben gelten für das ganze Konzept: Titel, Stand und Datum stehen auf dem Deckblatt, die "
            "Rechtsgrundlage bestimmt, wonach geprüft wird. Kreis und Kommunen kommen aus dem amtlichen Verzeichnis; "
            "neuere Zahlen lassen sich hier eintragen. Ein Klick in die Karte wählt die Kommune. "
            "Rechts steht, was das Gesetz verlangt und was davon schon erfüllt ist."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of map and table."""
        return (
            KeyHelp("Pfeiltasten, Eingabe", "In der Karte von Kommune zu Kommune, und die Kommune wählen"),
            KeyHelp("Eingabe", "In der Tabelle: zu den Angaben der Kommune"),
        )

    def reveal(self, target: Target) -> bool:
        """Show a field of the project, the district or a municipality."""
        if target.kind == "municipality":
            return self._places.reveal(target.id, target.field)
        if target.kind == "district":
            return self._district.reveal(target.field or "name")
        field = target.field or "title"
        return self._project.reveal(field) or self._law.reveal(field)

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed; map and checklist are made beside the work on the page."""
        for form in (self._project, self._law, self._district):
            form.refresh(changes)
        if touches(changes, District, Municipality):
            self._show_district()
            self._places.refresh(changes)
            self._draw_map()
        if touches(changes, District, Person):
            self._head.show_head(of_city=self._is_city())
        if touches(changes, Project):
            self._law_note.show_law(self.session.project.settings.legal_basis_id)
        if touches(changes, Project):
            self.heading_changed.emit()
        if changes:
            self._rest.start()
        else:
            self._check()

    def _build(self) -> None:
        left, right = ScrollPage(), ScrollPage()
        concept, law, district = (
            Card(self.tr("Das Konzept")),
            Card(self.tr("Rechtsgrundlage")),
            Card(self.tr("Der Kreis")),
        )
        concept.body.addWidget(self._project)
        law.body.addWidget(self._law)
        law.body.addWidget(self._law_note)
        district.body.addWidget(self._head)
        district.body.addWidget(self._district)
        for card in (concept, law, district, self._places):
            left.body.addWidget(card)
        left.body.addStretch(1)
        for card in (self._map, self._asked):
            right.body.addWidget(card)
        right.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Columns((left, right), (2, 1), self.session.memory, "basics.project"))
        self._project.show_record(PROJECT_ID)
        self._law.show_record(PROJECT_ID)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)

    def _connect(self) -> None:
        self._rest.timeout.connect(self._check)
        self._law.set_write("legal_basis_id", self._law_note.write)
        self._map.chosen.connect(self._choose)
        self._places.chosen.connect(self._outline)

    def _show_district(self) -> None:
        district = next(iter(self.session.project.snapshot.all(District)), None)
        if district is not None and self._district.record_id != district.id:
            self._district.show_record(district.id)
        self._places.setVisible(not self._is_city())

    def _is_city(self) -> bool:
        districts = self.session.project.snapshot.all(District)
        return any(district.kind is DistrictKind.INDEPENDENT_CITY for district in districts)

    def _choose(self, ags: str) -> None:
        self._places.show_place(ags)
        self._outline(ags)

    def _outline(self, ags: str) -> None:
        if self._places.is_at_hand:
            self._outlined = ags
            self._draw_map()

    def _draw_map(self) -> None:
        work = partial(_mapped, self.session.project.pinned(), self._outlined)
        self.session.jobs.run(work, self._show_map, key="basics.project.map")

    def _show_map(self, figure: Figure | None) -> None:
        self._map.show_map(figure)

    def _check(self) -> None:
        work = partial(self.session.apart.run, _PRECONDITIONS, self.session.project.pinned())
        self.session.jobs.run(work, self._show_states, key="basics.project.law")

    def _show_states(self, states: Sequence[PreconditionState]) -> None:
        self._asked.show_states(states)


def _mapped(project: OpenProject, chosen: str, _progress: Progress) -> Figure | None:
    from kizdesk.project.figures import district_map

    return district_map(project, chosen)
