"""Show the timetable of consultations: the next one first, and the whole way as a line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.people import Body, Consultation
from kizdesk.domain.versions import SourceDocument
from kizdesk.project.basics.timetable import Standing, timetable, when
from kizdesk.project.figures import Figure, process_line
from kizdesk.project.opened import OpenProject
from kizdesk.ui.forms import Day, DeskSpec, FieldSpec, Flag, Group, Line, LongText, Many, One, RecordDesk, records_of
from kizdesk.ui.jobs import Progress
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.basics.keys import DESK_KEYS
from kizdesk.ui.pages.basics.links import number_text
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column
from kizdesk.ui.widgets.cards import Card, EmptyState
from kizdesk.ui.widgets.choices import SegmentedChoice
from kizdesk.ui.widgets.figure import FigureView
from kizdesk.ui.widgets.scroll import ScrollPage

_ROLES = {
    Standing.NEXT: "info",
    Standing.OUTCOME_MISSING: "attention",
    Standing.STILL_PLANNED: "attention",
    Standing.DONE: "done",
    Standing.UNDATED: "muted",
    Standing.AHEAD: "",
}
_TWO_FROM = 76
"""Letters of room from which the form beside the wide list has two columns."""


class SchedulePage(Page):
    """Be the timetable, as a list and as a line."""

    kinds = frozenset({"consultation"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._standing: dict[str, Standing] = {}
        self._rows: tuple[Consultation, ...] = ()
        self._read()
        self._desk = RecordDesk(session, self._spec())
        options = (("list", self.tr("Liste")), ("line", self.tr("Zeitstrahl")))
        self._choice = SegmentedChoice(options, self.tr("Ansicht"))
        self._stack = QStackedWidget(self)
        self._figure = FigureView(session.theme)
        self._card = Card()
        self._bare = Card()
        self._empty = EmptyState(self._why(), self.tr("Neuer Termin"))
        self._build()
        self._connect()

    def heading(self) -> Heading:
        """Return title and state: the next date and what lacks its outcome."""
        coming = self._first(Standing.NEXT)
        parts = []
        if coming is not None:
            day = coming.held_on or coming.until
            parts.append(self.tr("Als Nächstes am {0}: {1}").format(f"{day:%d.%m.%Y}", coming.title))
        elif self._count(Standing.UNDATED):
            parts.append(self.tr("Kein Termin mit Datum steht bevor"))
        elif self._rows:
            parts.append(self.tr("Kein Termin steht bevor"))
        if missing := self._count(Standing.OUTCOME_MISSING):
            parts.append(
                number_text(missing, self.tr("bei einem fehlt das Ergebnis"), self.tr("bei {0} fehlt das Ergebnis"))
            )
        if planned := self._count(Standing.STILL_PLANNED):
            one = self.tr("einer ist vorbei und noch als geplant vermerkt")
            parts.append(number_text(planned, one, self.tr("{0} sind vorbei und noch als geplant vermerkt")))
        return Heading(self.tr("Termine und Beratungen"), ", ".join(parts) or self.tr("Noch kein Termin erfasst"))

    def actions_shown(self) -> Sequence[QAction]:
        """Return the button of the head; an empty page has its own."""
        return () if self._desk.is_bare else (self._desk.new_action,)

    def main_action(self) -> QAction | None:
        """Return what the page is for."""
        return None if self._desk.is_bare else self._desk.new_action

    def missing(self) -> tuple[str, Target | None] | None:
        """Return the first date that has passed without an outcome, or that still counts as planned."""
        late = self._first(Standing.OUTCOME_MISSING)
        if late is not None:
            text = self.tr("Zu „{0}“ fehlt noch das Ergebnis.").format(late.title)
            return text, Target(Step.BASICS, "consultation", late.id, "outcome")
        planned = self._first(Standing.STILL_PLANNED)
        if planned is None:
            return None
        text = self.tr("„{0}“ ist vorbei, steht aber noch als geplant da.").format(planned.title)
        return text, Target(Step.BASICS, "consultation", planned.id, "planned")

    def help_text(self) -> str:
        """Return what the page is for."""
        return self.tr(
            "Hier steht, wann welches Gremium das Konzept berät: Sitzungen, Konferenzen, Gesprächsrunden. "
            "Der nächste Termin steht oben; gekennzeichnet ist, was vorbei ist und noch kein Ergebnis hat oder noch "
            "als geplant vermerkt ist. "
            "Das Konzept druckt daraus den Ablauf des Verfahrens. Die Voten selbst gehören zum Schritt "
            "„Beteiligung und Einvernehmen“."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the list."""
        return DESK_KEYS

    def reveal(self, target: Target) -> bool:
        """Show a date in the list."""
        self._show_view("list")
        return self._desk.reveal(target.id, target.field)

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed."""
        self._read()
        self._desk.refresh(changes)
        if self._choice.value == "line":
            self._draw()
        self.heading_changed.emit()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.session.theme.sizes.gap)
        bar = QHBoxLayout()
        bar.addWidget(self._choice)
        bar.addStretch(1)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)
        page = ScrollPage()
        page.body.addWidget(self._figure)
        page.body.addStretch(1)
        self._figure.setMaximumWidth(self.session.theme.sizes.text_width)
        self._card.body.addWidget(page)
        self._bare.body.addWidget(self._empty)
        for view in (self._desk, self._card, self._bare):
            self._stack.addWidget(view)

    def _connect(self) -> None:
        self._choice.chosen.connect(self._show_view)
        self._figure.region_chosen.connect(self._open_step)
        self._empty.begun.connect(self._begin)
        self._desk.new_action.triggered.connect(self._show_list)

    def _why(self) -> str:
        return self.tr(
            "Das Verfahren gehört zum Konzept: wer wann beraten hat und mit welchem Ergebnis. "
            "Tragen Sie auch die Termine ein, die erst bevorstehen."
        )

    def _spec(self) -> DeskSpec[Consultation]:
        return DeskSpec(
            record_type=Consultation,
            columns=(
                Column(self.tr("Wann"), _day, text=when, tip=_when, width=13),
                Column(self.tr("Was"), _title, stretch=True, strong=True),
                Column(self.tr("Stand"), self._order, text=self._words, role=self._role, width=13),
            ),
            groups=(Group("", (*self._when_fields(), *self._what_fields()), two_from=_TWO_FROM),),
            make=_new_step,
            new_text=self.tr("Neuer Termin"),
            new_in_head=True,
            drops_unused=True,
            shares=(6, 5),
            rows=self._shown,
            empty=self._why(),
        )

    def _when_fields(self) -> tuple[FieldSpec, ...]:
        return (
            FieldSpec("title", self.tr("Was"), Line, required=True, wide=True),
            FieldSpec(
                "body_id",
                self.tr("Gremium"),
                partial(
                    One,
                    source=records_of(Body, _body_name),
                    empty=self.tr("kein Gremium"),
                    begin=(self.tr("Gremien anlegen"), "basics.bodies"),
                ),
                wide=True,
            ),
            FieldSpec("held_on", self.tr("Datum oder erster Tag"), Day),
            FieldSpec("until", self.tr("Letzter Tag"), Day, help=self.tr("Nur bei einem Zeitraum")),
            FieldSpec("planned", self.tr("Vormerkung"), partial(Flag, text=self.tr("erst geplant"))),
            FieldSpec("public", self.tr("Öffentlichkeit"), partial(Flag, text=self.tr("öffentlich"))),
        )

    def _what_fields(self) -> tuple[FieldSpec, ...]:
        return (
            FieldSpec(
                "paper", self.tr("Vorlage"), Line, help=self.tr("Nummer der Sitzungsvorlage, etwa 50/2403/XV/2013")
            ),
            FieldSpec(
                "outcome",
                self.tr("Ergebnis"),
                LongText,
                help=self.tr("Was beraten oder beschlossen wurde; steht so im Konzept"),
                wide=True,
            ),
            FieldSpec(
                "source_ids",
                self.tr("Quellen"),
                partial(
                    Many,
                    source=records_of(SourceDocument, _source_title, by_position=True),
                    empty=self.tr("Noch keine Quelle gewählt."),
                ),
                wide=True,
            ),
        )

    def _read(self) -> None:
        project = self.session.project
        found = timetable(project.snapshot, project.now().date())
        self._rows = tuple(step for step, _ in found)
        self._standing = {step.id: standing for step, standing in found}

    def _count(self, standing: Standing) -> int:
        return sum(found is standing for found in self._standing.values())

    def _first(self, standing: Standing) -> Consultation | None:
        return next((row for row in self._rows if self._standing[row.id] is standing), None)

    def _shown(self, _session: Session) -> Sequence[Consultation]:
        self._read()
        return self._rows

    def _order(self, step: Consultation) -> int:
        return list(Standing).index(self._standing[step.id])

    def _words(self, step: Consultation) -> str:
        return str(self._standing[step.id].value)

    def _role(self, step: Consultation) -> str:
        return _ROLES[self._standing[step.id]]

    def _show_list(self) -> None:
        self._show_view("list")

    def _show_view(self, view: str) -> None:
        self._choice.choose(view)
        if view == "line":
            self._desk.form.flush()
            self._draw()
        else:
            self._stack.setCurrentWidget(self._desk)

    def _draw(self) -> None:
        project = self.session.project
        self.session.jobs.run(partial(_drawn, project.pinned()), self._show_figure, key="basics.schedule.line")

    def _show_figure(self, figure: Figure | None) -> None:
        if self._choice.value != "line":
            return
        self._figure.show_figure(figure, {step.id: step.title for step in self._rows})
        if figure is not None:
            self._figure.setFixedHeight(round(figure.height))
        self._stack.setCurrentWidget(self._bare if figure is None else self._card)

    def _open_step(self, step_id: str) -> None:
        self._show_view("list")
        self._desk.reveal(step_id)

    def _begin(self) -> None:
        self._desk.new_action.trigger()


def _drawn(project: OpenProject, _progress: Progress) -> Figure | None:
    return process_line(project)


def _day(step: Consultation) -> object:
    return step.held_on or step.until


def _when(step: Consultation) -> str:
    if step.held_on and step.until and step.held_on != step.until:
        return f"{step.held_on:%d.%m.%Y}–{step.until:%d.%m.%Y}"
    only = step.held_on or step.until
    return f"{only:%d.%m.%Y}" if only else "–"


def _title(step: Consultation) -> str:
    return step.title


def _body_name(body: Body) -> str:
    return body.name


def _source_title(source: SourceDocument) -> str:
    return source.title


def _new_step(session: Session) -> Consultation:
    return Consultation(id=session.project.new_id(), title="", planned=True)
