"""Show the votes of all bodies, and the consultations in which they were taken."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.votes import Vote
from kizdesk.project.participation.votes_edit import MeetingRow, meetings, new_vote
from kizdesk.project.records import add
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.participation.votes_spec import VoteDesk
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column, TableView
from kizdesk.ui.widgets.choices import SegmentedChoice

_VOTES, _MEETINGS = "votes", "meetings"


class MeetingsPage(Page):
    """Be two lists, one of them shown: votes and consultations."""

    kinds = frozenset({"vote"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._desk = VoteDesk(session)
        self._meetings: TableView[MeetingRow] = TableView(
            self._columns(), _key, session.theme, session.memory, "participation.meetings"
        )
        self._choice = SegmentedChoice(
            ((_VOTES, self.tr("Voten")), (_MEETINGS, self.tr("Beratungen"))), self.tr("Liste")
        )
        self._stack = QStackedWidget(self)
        self._vote_here = QAction(self.tr("Votum dieser Beratung eintragen"), self)
        self._build()
        self._connect()
        self._show_list(_VOTES)

    def heading(self) -> Heading:
        """Return title and state."""
        count = len(self.session.project.snapshot.all(Vote))
        held = self._meetings.rows.rowCount()
        votes = self.tr("Ein Votum") if count == 1 else self.tr("{0} Voten").format(count)
        meetings = self.tr("eine Beratung") if held == 1 else self.tr("{0} Beratungen").format(held or self.tr("keine"))
        return Heading(
            self.tr("Beratungen und Voten"),
            self.tr("{0}, {1} erfasst").format(votes, meetings) if count else self.tr("Noch kein Votum eingetragen"),
        )

    def actions_shown(self) -> Sequence[QAction]:
        """Return the buttons of the head."""
        if self._choice.value == _MEETINGS:
            return (self._vote_here,) if self._meetings.rows.total else ()
        return () if self._desk.is_bare else (self._desk.new_action,)

    def main_action(self) -> QAction | None:
        """Return what the list shown is for."""
        if self._choice.value == _MEETINGS:
            return self._vote_here if self._meetings.rows.total else None
        return None if self._desk.is_bare else self._desk.new_action

    def help_text(self) -> str:
        """Return what the page is for."""
        return self.tr(
            "Ein Votum ist, was ein Gremium beschlossen oder erklärt hat: zu einer Fassung des Konzepts, zur "
            "Einrichtung des Zentrums oder zu einer anderen Frage. Ein Votum einer Kommune zu einer Fassung ist ihr "
            "Einvernehmen zu genau dieser Fassung; ein Votum zur Einrichtung des Zentrums ist keines. "
            "Eine Sammelerklärung gilt nur für die Kommunen, die sie nennt. Beratungen werden in den Grundlagen "
            "unter „Termine“ bearbeitet; von hier führt die Eingabetaste dorthin."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the lists."""
        return (
            KeyHelp("Einfg", self.tr("Neues Votum, wenn die Liste gewählt ist")),
            KeyHelp("Entf", self.tr("Votum löschen")),
            KeyHelp("Eingabe", self.tr("Von der Liste in die Angaben oder zur Beratung")),
        )

    def reveal(self, target: Target) -> bool:
        """Show a vote, or the list where one is missing."""
        self._show_list(_VOTES)
        if not target.id:
            self._desk.table.setFocus()
            return True
        return self._desk.reveal(target.id, target.field)

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed."""
        self._meetings.show_rows(meetings(self.session.project.snapshot))
        self._desk.refresh(changes)
        self._allow()
        self.heading_changed.emit()

    def _columns(self) -> tuple[Column[MeetingRow], ...]:
        return (
            Column(self.tr("Datum"), _held_on, text=_day, width=13),
            Column(self.tr("Beratung"), _title, stretch=True, strong=True, width=24),
            Column(self.tr("Gremium"), _body, width=24, spare=True),
            Column(self.tr("Ergebnis"), _outcome, width=26),
            Column(self.tr("Voten"), _votes, width=7),
        )

    def _build(self) -> None:
        self._vote_here.setObjectName("vote-here")
        self._meetings.setAccessibleName(self.tr("Beratungen"))
        self._meetings.show_empty(
            self.tr("Noch ist keine Beratung erfasst. Beratungen werden mit den Terminen eingetragen."),
            self.tr("Zu den Terminen"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.session.theme.sizes.gap)
        bar = QHBoxLayout()
        bar.addWidget(self._choice)
        bar.addStretch(1)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)
        self._stack.addWidget(self._desk)
        self._stack.addWidget(self._meetings)

    def _connect(self) -> None:
        self._choice.chosen.connect(self._show_list)
        self._meetings.row_activated.connect(self._go_to_meeting)
        self._meetings.row_changed.connect(self._allow)
        self._meetings.empty_state.begun.connect(partial(self.session.open, "basics.schedule"))
        self._vote_here.triggered.connect(self._add_here)

    def _show_list(self, which: str) -> None:
        self._choice.choose(which)
        at_meetings = which == _MEETINGS
        self._stack.setCurrentWidget(self._meetings if at_meetings else self._desk)
        if at_meetings and self._meetings.current_row is None and self._meetings.rows.rowCount():
            self._meetings.reveal(self._meetings.rows.key_at(0))
        self._allow()
        self.heading_changed.emit()

    def _allow(self, _row: object = None) -> None:
        self._vote_here.setEnabled(self._meetings.current_row is not None and not self.session.read_only)

    def _go_to_meeting(self, row: MeetingRow) -> None:
        self.session.go(Target(Step.BASICS, "consultation", row.id))

    def _add_here(self) -> None:
        row = self._meetings.current_row
        if row is None:
            return
        vote = self.session.attempt(partial(self._begin, row.id))
        if vote is not None:
            self._show_list(_VOTES)
            self._desk.reveal(vote.id)

    def _begin(self, consultation_id: str) -> Vote:
        project = self.session.project
        return add(project, new_vote(project, consultation_id), "Votum eintragen")


def _key(row: MeetingRow) -> str:
    return row.id


def _held_on(row: MeetingRow) -> object:
    return row.held_on


def _day(row: MeetingRow) -> str:
    return row.day


def _title(row: MeetingRow) -> str:
    return row.title


def _body(row: MeetingRow) -> str:
    return row.body


def _outcome(row: MeetingRow) -> str:
    return row.outcome


def _votes(row: MeetingRow) -> int:
    return row.votes
