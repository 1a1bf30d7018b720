"""Show where the centre stands, what its tasks are, and which courses of action are put before a body."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change, Create
from kizdesk.domain.checks import Target
from kizdesk.domain.kinds import counted
from kizdesk.domain.organisation import CentreTask, CourseOfAction, OrganisationVariant
from kizdesk.project.organisation.edit import adopt_statutory_tasks, choose_course, missing_tasks
from kizdesk.ui.forms import RecordDesk
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.organisation.placement_specs import courses, tasks
from kizdesk.ui.pages.organisation.variants import VariantsView
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.choices import SegmentedChoice

_VARIANTS, _TASKS, _COURSES = "organisation_variant", "centre_task", "course_of_action"
_VIEWS = (_VARIANTS, _TASKS, _COURSES)


class PlacementPage(Page):
    """Be the three lists, one at a time."""

    kinds = frozenset(_VIEWS)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._views = SegmentedChoice(
            (
                (_VARIANTS, self.tr("Anbindung")),
                (_TASKS, self.tr("Aufgaben")),
                (_COURSES, self.tr("Handlungsoptionen")),
            ),
            self.tr("Ansicht"),
        )
        self._variants = VariantsView(session)
        self._tasks: RecordDesk[CentreTask] = RecordDesk(session, tasks())
        self._courses: RecordDesk[CourseOfAction] = RecordDesk(session, courses())
        self._stack = QStackedWidget(self)
        self._add_variant = QAction(self.tr("Variante hinzufügen"), self)
        self._from_law = QAction(self.tr("Aufgaben aus dem Gesetz übernehmen"), self)
        self._build()
        self._connect()

    def heading(self) -> Heading:
        """Return title and state."""
        snapshot = self.session.project.snapshot
        variants = snapshot.all(OrganisationVariant)
        chosen = next((variant.title for variant in variants if variant.chosen), "")
        state = self.tr("Gewählt: {0}").format(chosen) if chosen else self.tr("Noch keine Anbindung gewählt")
        if not variants:
            state = self.tr("Noch keine Variante eingetragen")
        counts = " · ".join((state, counted(CentreTask, len(snapshot.all(CentreTask)))))
        return Heading(self.tr("Anbindung und Aufgaben des Zentrums"), counts)

    def actions_shown(self) -> Sequence[QAction]:
        """Return the actions of the list shown."""
        main = self.main_action()
        law = (self._from_law,) if self._views.value == _TASKS and missing_tasks(self.session.project) else ()
        return (*law, main) if main is not None else law

    def main_action(self) -> QAction | None:
        """Return what adds an entry to the list shown, unless the empty page offers it itself."""
        snapshot = self.session.project.snapshot
        kind, action = {
            _VARIANTS: (OrganisationVariant, self._add_variant),
            _TASKS: (CentreTask, self._tasks.new_action),
            _COURSES: (CourseOfAction, self._courses.new_action),
        }[self._views.value]
        return action if snapshot.by_id(kind) else None

    def help_text(self) -> str:
        """Return what the page is for."""
        return self.tr(
            "Unter „Anbindung“ stehen die Möglichkeiten nebeneinander, wo das Zentrum in der Verwaltung angesiedelt "
            "wird; genau eine ist gewählt. „Aufgaben“ sind die des Gesetzes mit ihrer Fundstelle und eigene. "
            "„Handlungsoptionen“ legt der Sachstandsbericht dem Gremium vor; eine davon schlägt die Verwaltung vor."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the lists."""
        return (
            KeyHelp(self.tr("Einfg"), self.tr("neuer Eintrag in der Liste")),
            KeyHelp(self.tr("Entf"), self.tr("Eintrag der Liste löschen")),
            KeyHelp(self.tr("Alt+Pfeil auf, Alt+Pfeil ab"), self.tr("Reihenfolge in der Liste ändern")),
        )

    def open(self, argument: str) -> None:
        """Show one of the lists by its kind."""
        if argument in _VIEWS:
            self._show_view(argument)

    def reveal(self, target: Target) -> bool:
        """Show the place of a target and put the focus there."""
        if target.kind not in _VIEWS:
            return False
        self._show_view(target.kind)
        self.refresh(())
        if target.kind == _VARIANTS:
            return self._variants.reveal(target.id, target.field)
        desk: RecordDesk[CentreTask] | RecordDesk[CourseOfAction]
        desk = self._tasks if target.kind == _TASKS else self._courses
        if target.id and desk.reveal(target.id, target.field):
            return True
        desk.table.setFocus()
        return True

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed."""
        touched = {type(change.record) if isinstance(change, Create) else change.record_type for change in changes}
        if not changes or OrganisationVariant in touched:
            self._variants.refresh(changes)
        if not changes or CentreTask in touched:
            self._tasks.refresh(changes)
        if not changes or CourseOfAction in touched:
            self._courses.refresh(changes)
        self._allow()
        self.heading_changed.emit()

    def _build(self) -> None:
        sizes = self.session.theme.sizes
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(sizes.gap)
        outer.addWidget(self._views)
        for view in (self._variants, self._tasks, self._courses):
            self._stack.addWidget(view)
        outer.addWidget(self._stack, 1)
        self._add_variant.setObjectName("organisation.add-variant")
        self._from_law.setObjectName("organisation.from-law")
        self._allow()

    def _connect(self) -> None:
        self._views.chosen.connect(self._show_view)
        self._add_variant.triggered.connect(self._variants.add_new)
        self._from_law.triggered.connect(self._adopt)
        self._courses.form.set_write("chosen", self._choose_course)

    def _show_view(self, kind: str) -> None:
        self._views.choose(kind)
        self._stack.setCurrentIndex(_VIEWS.index(kind))
        self.heading_changed.emit()

    def _allow(self) -> None:
        for action in (self._add_variant, self._from_law):
            action.setEnabled(not self.session.read_only)

    def _adopt(self) -> None:
        made = self.session.attempt(partial(adopt_statutory_tasks, self.session.project))
        if made:
            self.session.say_done(self.tr("{0} aus dem Gesetz übernommen.").format(counted(CentreTask, len(made))))
            self._tasks.show_record(made[0].id)

    def _choose_course(self, course_id: str, chosen: object, _stay: str) -> None:
        choose_course(self.session.project, course_id, chosen=bool(chosen))
