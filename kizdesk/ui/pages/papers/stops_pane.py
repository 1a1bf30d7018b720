"""Put the Beratungsfolge together: as it is proposed from the meetings, or station by station."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Target
from kizdesk.domain.papers import PaperKind, PaperStop
from kizdesk.domain.people import Body, Consultation
from kizdesk.project.papers.doubts import doubts_about_meetings
from kizdesk.project.papers.editing import new_stop, propose_stops, put_stops_together
from kizdesk.project.papers.reading import FieldRow, FieldState, Stop, stops_shown
from kizdesk.ui.forms import DeskSpec, FieldSpec, Group, Line, One, Option, RecordDesk
from kizdesk.ui.pages.papers.pane import Pane, teaching
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column, TableView
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.look import set_look

_UNPRINTED = "Dieser Aufbau druckt das nicht."


class StopsPane(Pane):
    """Be the Beratungsfolge, proposed or one's own."""

    def __init__(self, session: Session, kind: PaperKind, row: FieldRow, parent: QWidget | None = None) -> None:
        super().__init__(session, kind, row, parent)
        self._stack = QStackedWidget(self)
        self._shown: TableView[Stop] = TableView(
            _columns(), _key_of, session.theme, session.memory, f"papers.stops.{kind.value}"
        )
        self._begin = button(self.tr("Selbst zusammenstellen"), name="papers.stops.begin")
        self._plan = button(self.tr("Zu den Terminen"), name="papers.stops.plan")
        self._more = button(
            self.tr("Neue Sitzung eintragen"),
            kind="quiet",
            tip=self.tr("Zu den Terminen in den Grundlagen"),
            name="papers.stops.more",
        )
        self._take = button(self.tr("Erfasste Sitzung aufnehmen"), name="papers.stops.take")
        self._desk: RecordDesk[PaperStop] = RecordDesk(session, _spec(session, kind, row))
        self._fill()
        self.show_row(row, ())

    def show_row(self, row: FieldRow, changes: Sequence[Change]) -> None:
        """Show the Beratungsfolge as it is now."""
        super().show_row(row, changes)
        stops = stops_shown(self.session.project, self.kind)
        self._desk.refresh(changes)
        self._shown.show_rows(stops)
        self._stack.setCurrentIndex(2 if row.is_own else 1 if stops else 0)
        held = any(step.body_id for step in self.session.project.snapshot.all(Consultation))
        self._show_doubt()
        self._take.setVisible(held and not self.session.read_only)

    def state_text(self) -> str:
        """Return where it comes from, in a sentence."""
        if self.row.state is FieldState.PROPOSED:
            return self.tr("Vorschlag aus den geplanten Sitzungen. Er ändert sich mit den Terminen.")
        if self.row.is_own:
            return self.tr("Selbst zusammengestellt, nach Termin geordnet. Abstimmungen kommen aus den Voten.")
        return self.tr("Noch leer.")

    def adopt(self) -> None:
        """Let it follow the meetings again."""
        propose_stops(self.session.project, self.kind)

    def flush(self) -> None:
        """Write what is typed."""
        self._desk.form.flush()

    def take_focus(self) -> None:
        """Put the focus into the list."""
        at = self._stack.currentIndex()
        (self._plan, self._shown, self._desk.table)[at].setFocus()

    def reveal(self, target: Target) -> None:
        """Choose a station."""
        if not self._desk.reveal(target.id, target.field):
            self.take_focus()

    def _fill(self) -> None:
        self._shown.setObjectName("papers.stops.shown")
        self._shown.setAccessibleName(self.tr("Vorgeschlagene Beratungsfolge"))
        self._shown.setSelectionMode(TableView.SelectionMode.SingleSelection)
        proposed = QWidget()
        column = QVBoxLayout(proposed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.session.theme.sizes.gap)
        column.addWidget(self._begin)
        column.addWidget(self._shown, 1)
        for part in (self._nothing(), proposed, self._desk):
            self._stack.addWidget(part)
        self.column.addWidget(self._stack, 1)
        self._begin.setEnabled(not self.session.read_only)
        self._begin.clicked.connect(self._put_together)
        self._plan.clicked.connect(self._go_to_schedule)
        self._take.clicked.connect(self._put_together)
        self._more.clicked.connect(self._go_to_schedule)
        set_look(self._more, "dense", "true")
        self._desk.add_to_bar(self._more)
        self._desk.chosen.connect(self._show_doubt)

    def _nothing(self) -> QWidget:
        """Return what teaches while there is no Beratungsfolge."""
        text = self.tr(
            "Die Beratungsfolge nennt die Gremien, die über die Vorlage beraten. Sie entsteht aus den Sitzungen, die "
            "in den Grundlagen unter „Termine“ geplant sind; noch ist keine geplant."
        )
        return teaching(self.session, text, self._plan, self._take)

    def _go_to_schedule(self) -> None:
        self.session.open("basics.schedule")

    @Slot()
    def _show_doubt(self, _record: object = None) -> None:
        """Say of the chosen meeting that it is over when the paper is dated."""
        record = self._desk.record
        doubts = doubts_about_meetings(self.session.project, self.kind)
        told = "" if record is None else doubts.get(record.consultation_id, "")
        self._desk.form.show_remark("consultation_id", told)

    def _put_together(self) -> None:
        self.session.attempt(partial(put_stops_together, self.session.project, self.kind))
        self.take_focus()


def _spec(session: Session, kind: PaperKind, row: FieldRow) -> DeskSpec[PaperStop]:
    def told(name: str, help_text: str = "") -> str:
        return _UNPRINTED if name in row.unprinted else help_text

    return DeskSpec(
        record_type=PaperStop,
        columns=(
            Column("Gremium", partial(_body, session), stretch=True, strong=True, width=18),
            Column("Termin", partial(_day, session), width=10),
            Column("TOP", _item, width=5),
            Column("Bericht durch", _rapporteur, width=14, spare=True),
        ),
        groups=(
            Group(
                "",
                (
                    FieldSpec("consultation_id", "Sitzung", partial(One, source=_meetings, optional=False), wide=True),
                    FieldSpec(
                        "rapporteur",
                        "Bericht durch",
                        Line,
                        placeholder="zum Beispiel Herr Linke",
                        help=told("rapporteur"),
                    ),
                    FieldSpec("agenda_item", "TOP", Line, help=told("agenda_item", "Nummer auf der Tagesordnung.")),
                    FieldSpec(
                        "referred_to",
                        "Verwiesen an",
                        Line,
                        help=told("referred_to", "Nur wenn das Gremium die Sache weitergibt."),
                    ),
                ),
                two_from=56,
            ),
        ),
        make=partial(_new, kind),
        new_text="Sitzung aufnehmen",
        empty="Noch keine Sitzung aufgenommen.",
        rows=partial(_rows, kind),
        sorts_itself=True,
        copies=False,
        upright=True,
        shares=(1, 1),
        name=f"papers.stops.{kind.value}.own",
    )


def _new(kind: PaperKind, session: Session) -> PaperStop:
    return new_stop(session.project, kind)


def _rows(kind: PaperKind, session: Session) -> Sequence[PaperStop]:
    return [stop.record for stop in stops_shown(session.project, kind) if stop.record.id]


def _meetings(session: Session) -> Sequence[Option]:
    steps = [step for step in session.project.snapshot.all(Consultation) if step.body_id]
    ordered = sorted(steps, key=lambda step: step.held_on or step.until or date.min, reverse=True)
    names = {step.id: _called(session, step) for step in ordered}
    often = {name for name, count in Counter(names.values()).items() if count > 1}
    return [Option(step.id, _told_apart(step, names[step.id], apart=names[step.id] in often)) for step in ordered]


def _told_apart(step: Consultation, name: str, *, apart: bool) -> str:
    """Return the name of a meeting, with its title where another is called the same."""
    return f"{name}: {step.title}" if apart and step.title and not name.endswith(step.title) else name


def _called(session: Session, step: Consultation) -> str:
    body = session.project.snapshot.find(Body, step.body_id)
    when = f"{step.held_on:%d.%m.%Y}" if step.held_on else "ohne Tag"
    return f"{when}, {body.name if body else step.title}"


def _step(session: Session, stop: PaperStop) -> Consultation | None:
    return session.project.snapshot.find(Consultation, stop.consultation_id)


def _body(session: Session, stop: PaperStop) -> str:
    step = _step(session, stop)
    body = session.project.snapshot.find(Body, step.body_id) if step else None
    return body.name if body else step.title if step else ""


def _day(session: Session, stop: PaperStop) -> object:
    step = _step(session, stop)
    return step.held_on if step else None


def _item(stop: PaperStop) -> str:
    return stop.agenda_item


def _rapporteur(stop: PaperStop) -> str:
    return stop.rapporteur


def _columns() -> tuple[Column[Stop], ...]:
    return (
        Column("Gremium", _name, stretch=True, strong=True, width=18),
        Column("Termin", _held_on, width=10),
        Column("Behandlung", _public, width=13, spare=True),
    )


def _key_of(stop: Stop) -> str:
    return stop.consultation.id


def _name(stop: Stop) -> str:
    return stop.name


def _held_on(stop: Stop) -> object:
    return stop.consultation.held_on


def _public(stop: Stop) -> str:
    return "öffentlich" if stop.consultation.public else "nichtöffentlich"
