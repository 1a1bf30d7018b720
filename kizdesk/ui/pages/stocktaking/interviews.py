"""List all interviews, with everything about the chosen one beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change, Create
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.interviews import Answer, Attachment, Interview, InterviewStatus
from kizdesk.domain.people import Person, PrivacyConsent
from kizdesk.domain.places import District, Municipality
from kizdesk.project.stocktaking import InterviewRow, StockTaking
from kizdesk.project.stocktaking.entering import is_city
from kizdesk.project.stocktaking.planning import (
    ONE_TEXT,
    plan,
    plan_text,
    release,
    remove,
    rest_text,
    state_text,
    unplanned,
)
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.merge.choosing import MERGE, ask_file
from kizdesk.ui.pages.stocktaking.changed import ChangedMinutes
from kizdesk.ui.pages.stocktaking.interview_columns import columns, key_of
from kizdesk.ui.pages.stocktaking.interview_pane import InterviewPane
from kizdesk.ui.pages.stocktaking.reading import Reading
from kizdesk.ui.session import Session
from kizdesk.ui.tables import TableView
from kizdesk.ui.widgets.buttons import keep_room, tip_text
from kizdesk.ui.widgets.cards import EmptyState
from kizdesk.ui.widgets.columns import Columns
from kizdesk.ui.widgets.search import SearchField

_KINDS = (Answer, Interview, Municipality, District, Person, PrivacyConsent, Attachment)
_LISTED = (Answer, Interview, Municipality, District, Person)
_RUNNER, _BASICS, _OFFERINGS = "interview.runner", "basics.project", "evaluation.offerings"
_SHARES = (1, 1)


class InterviewsPage(Page):
    """Be the page of all interviews."""

    kinds: ClassVar[frozenset[str]] = frozenset({"interview"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._reading: Reading[tuple[InterviewRow, ...]] = Reading(
            session, StockTaking.interviews, "stocktaking.interviews", self
        )
        self._changed = ChangedMinutes(session, "stocktaking.interviews.changed", self)
        self._table: TableView[InterviewRow] = TableView(
            columns(), key_of, session.theme, session.memory, "stocktaking.interviews"
        )
        self._search = SearchField(session.theme, self.tr("Gespräch suchen …"))
        self._pane = InterviewPane(session)
        self._body, self._empty = QStackedWidget(), EmptyState("")
        self._wanted = ("", "")
        self._open = self._action("open-interview", _open_text(None), self._open_chosen)
        self._plan = self._action("plan-interview", self.tr("Gespräch planen"), self._plan_one, "Ins")
        self._plan_rest = self._action("plan-rest", "", self._plan_missing)
        self._release = self._action("release-interview", self.tr("Als freigegeben vermerken"), self._release_chosen)
        self._merge = self._action("merge-interviews", self.tr("Gespräche übernehmen …"), self._ask_copy)
        self._delete = self._action("delete-interview", self.tr("Gespräch löschen"), self._delete_chosen, "Del")
        keep_room(self._open, *map(_open_text, (None, InterviewStatus.PLANNED, InterviewStatus.RUNNING)))
        self._merge.setPriority(QAction.Priority.LowPriority)
        self._release.setToolTip(self.tr("Für ein geführtes Gespräch, dessen Protokoll die Kommune freigegeben hat"))
        self._merge.setToolTip(self.tr("Gespräche aus einer Kopie dieses Projekts übernehmen, etwa von einem Laptop"))
        self._told: tuple[object, ...] = ()
        self._build()
        self._connect()

    @property
    def table(self) -> TableView[InterviewRow]:
        """Return the list."""
        return self._table

    @property
    def pane(self) -> InterviewPane:
        """Return what stands beside the list."""
        return self._pane

    def heading(self) -> Heading:
        """Return how many interviews there are."""
        return Heading(self.tr("Gespräche"), state_text(self._reading.value or ()))

    def actions_shown(self) -> Sequence[QAction]:
        """Return what can be done; where the page teaches, others may still have held interviews."""
        if self._is_bare():
            return (self._merge,)
        return self._merge, self._plan, self._plan_rest, self._release, self._delete, self._open

    def main_action(self) -> QAction | None:
        """Return opening the chosen interview."""
        return None if self._is_bare() else self._open

    def help_text(self) -> str:
        """Say what the list is for."""
        return self.tr(
            "Hier stehen alle Gespräche, auch mehrere mit einer Kommune. Rechts werden Termin, Beteiligte, "
            "Datenschutzhinweis und Anlagen eingetragen; alles wird sofort gespeichert. „Gespräch planen“ legt ein "
            "Gespräch mit einer Kommune an, die noch keines hat; haben alle eines, ein weiteres mit der gewählten. Ein "
            "Doppelklick öffnet das Gespräch; ein geplantes beginnt erst mit „Gespräch beginnen“."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the list."""
        return (
            KeyHelp(self.tr("Eingabe"), self.tr("Gespräch öffnen")),
            KeyHelp(self.tr("Einfg"), self.tr("Gespräch planen")),
            KeyHelp(self.tr("Entf"), self.tr("Gespräch löschen")),
            KeyHelp(self.tr("Strg+F"), self.tr("Gespräch suchen")),
        )

    def open(self, argument: str) -> None:
        """Show an interview by its id."""
        self.reveal(Target(Step.STOCK_TAKING, "interview", argument))

    def reveal(self, target: Target) -> bool:
        """Show an interview and the field; a question is shown in the interview itself."""
        if self.session.project.snapshot.find(Interview, target.id) is None:
            return False
        if target.field and target.field not in self._pane.form.fields:
            self.session.open(_RUNNER, target.id)
            return True
        self._wanted = target.id, target.field
        if self._reading.value is not None:
            self._reading.refresh()
        return True

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed; answers concern the list only, files the side only."""
        if changes and not any(_concerns(change, _KINDS) for change in changes):
            return
        if not changes or any(_concerns(change, _LISTED) for change in changes):
            self._reading.refresh()
        if not changes or any(not _concerns(change, (Answer,)) for change in changes):
            self._pane.refresh(changes)

    def _action(self, name: str, text: str, act: Callable[[], object], keys: str = "") -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.setToolTip(tip_text(text, keys))
        action.triggered.connect(act)
        if keys:
            shortcut = QShortcut(QKeySequence(keys), self._table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(action.trigger)
        return action

    def _build(self) -> None:
        sizes = self.session.theme.sizes
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.gap)
        head = QHBoxLayout()
        self._search.setObjectName("interview-search")
        head.addWidget(self._search, 1)
        column.addLayout(head)
        column.addWidget(self._table, 1)
        self._table.setObjectName("interview-list")
        self._table.setAccessibleName(self.tr("Gespräche"))
        self._table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        content = Columns((left, self._pane), _SHARES, self.session.memory, "stocktaking.interviews")
        for widget in (QWidget(), content, self._empty):
            self._body.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._body)
        self._empty.setProperty("ground", "card")

    def _connect(self) -> None:
        self._reading.came.connect(self._show)
        self._reading.came.connect(self._changed.refresh)
        self._changed.came.connect(self._show)
        self._search.searched.connect(self._table.look_for)
        self._search.left_down.connect(self._table.setFocus)
        self._table.row_changed.connect(self._follow)
        self._table.row_activated.connect(self._enter)
        self._empty.begun.connect(self._leave_empty)
        self._empty.begun_otherwise.connect(self._plan_one)

    def _is_bare(self) -> bool:
        return self._reading.value == ()

    def _chosen(self) -> Interview | None:
        row = self._table.current_row
        return self.session.project.snapshot.find(Interview, row.id) if row is not None else None

    @Slot()
    def _show(self) -> None:
        counts = self._changed.counts
        rows = tuple(replace(row, changed=counts.get(row.id, 0)) for row in self._reading.value or ())
        place = self._table.currentIndex().row()
        self._table.show_rows(rows)
        if not rows:
            self._teach()
        elif self._table.current_row is None and self._table.rows.rowCount():
            nearest = min(max(place, 0), self._table.rows.rowCount() - 1)
            self._table.reveal(self._table.rows.key_at(nearest))
        self._body.setCurrentIndex(1 if rows else 2)
        self._take_wanted()
        self._follow()

    def _take_wanted(self) -> None:
        interview_id, field = self._wanted
        if not interview_id or not self._table.rows.holds(interview_id):
            return
        self._wanted = "", ""
        self._search.clear()
        self._table.reveal(interview_id)
        self._follow()
        if not (field and self._pane.reveal(field)):
            self._table.setFocus()

    def _teach(self) -> None:
        count = len(unplanned(self.session.project))
        if count:
            sentence = self.tr(
                "Mit jeder Kommune wird ein Gespräch nach demselben Leitfaden geführt. Hier stehen Termine, Beteiligte "
                "und Stand aller Gespräche."
            )
            may = not self.session.read_only
            self._empty.show_text(sentence, plan_text(count) if may else "", ONE_TEXT if may and count > 1 else "")
        elif is_city(self.session.project):
            sentence = self.tr(
                "Eine kreisfreie Stadt hat keine kreisangehörigen Kommunen, Gespräche mit Kommunen entfallen. "
                "Zur Bestandsaufnahme gehören hier die Angebote in der Stadt."
            )
            self._empty.show_text(sentence, self.tr("Angebote erfassen"))
        else:
            sentence = self.tr("Gespräche werden mit den Kommunen geführt. Noch sind keine Kommunen eingetragen.")
            self._empty.show_text(sentence, self.tr("Kommunen eintragen"))

    @Slot()
    def _leave_empty(self) -> None:
        if unplanned(self.session.project):
            self._plan_missing()
        else:
            self.session.open(_OFFERINGS if is_city(self.session.project) else _BASICS)

    @Slot()
    def _follow(self) -> None:
        interview = self._chosen()
        self._pane.show_interview(interview.id if interview is not None else "")
        row = self._table.current_row
        self._pane.show_changed(row.changed_text if row is not None else "")
        self._show_actions(interview)
        told = self.heading(), self._plan_rest.isVisible(), self._is_bare()
        if told != self._told:
            self._told = told
            self.heading_changed.emit()

    def _show_actions(self, interview: Interview | None) -> None:
        status = interview.status if interview is not None else None
        may = not self.session.read_only
        missing = len(unplanned(self.session.project))
        self._open.setText(_open_text(status))
        self._open.setEnabled(interview is not None)
        self._release.setEnabled(may and status is InterviewStatus.DONE)
        self._delete.setEnabled(may and interview is not None)
        self._merge.setEnabled(may)
        self._plan.setEnabled(may)
        self._plan_rest.setEnabled(may)
        self._plan_rest.setVisible(missing > 1)
        self._plan_rest.setText(rest_text(missing))
        self._plan_rest.setToolTip(self.tr("Mit jeder Kommune, die noch keines hat, ein Gespräch planen"))

    @Slot()
    def _open_chosen(self) -> None:
        interview = self._chosen()
        if interview is not None:
            self._pane.form.flush()
            self.session.open(_RUNNER, interview.id)

    @Slot()
    def _enter(self) -> None:
        """Open the interview of a row; one that has not begun is offered to begin, as in the overview."""
        interview, row = self._chosen(), self._table.current_row
        if interview is None or row is None or interview.status is not InterviewStatus.PLANNED:
            self._open_chosen()
        elif not self.session.read_only:
            text = self.tr("Das Gespräch mit {0} hat noch nicht begonnen.").format(row.municipality)
            self.session.say(text, action=self.tr("Gespräch beginnen"), act=self._open_chosen)

    @Slot()
    def _plan_one(self) -> None:
        missing, chosen = unplanned(self.session.project), self._chosen()
        place = missing[0].id if missing else chosen.municipality_id if chosen is not None else ""
        made = self._planned([place]) if place else None
        if made:
            self.reveal(Target(Step.STOCK_TAKING, "interview", made[0].id, "municipality_id"))
            self.session.say_done(self.tr("Ein Gespräch ist geplant. Bitte Kommune und Termin eintragen."))

    @Slot()
    def _plan_missing(self) -> None:
        made = self._planned([place.id for place in unplanned(self.session.project)])
        if made:
            self.reveal(Target(Step.STOCK_TAKING, "interview", made[0].id, "held_on"))
            self.session.say_done(self.tr("{0} Gespräche sind geplant.").format(len(made)))

    @Slot()
    def _ask_copy(self) -> None:
        """Ask for the file of another laptop; what it holds is shown before anything is taken over."""
        name = ask_file(self)
        if name:
            self.session.open(MERGE, name)

    def _planned(self, ids: Sequence[str]) -> tuple[Interview, ...] | None:
        self._pane.form.flush()
        return self.session.attempt(partial(plan, self.session.project, ids))

    @Slot()
    def _release_chosen(self) -> None:
        interview = self._chosen()
        if interview is None:
            return
        self._pane.form.flush()
        if self.session.attempt(partial(release, self.session.project, interview.id)):
            self._pane.reveal("released_on")
            self.session.say_done(self.tr("Das Protokoll ist als freigegeben vermerkt. Bitte das Datum prüfen."))

    @Slot()
    def _delete_chosen(self) -> None:
        interview = self._chosen()
        if interview is None or self.session.read_only:
            return
        self._pane.form.flush()
        also = self.session.attempt(partial(remove, self.session.project, interview.id))
        if also is not None:
            self._table.setFocus()
            text = self.tr("Das Gespräch ist gelöscht")
            self.session.say_done(self.tr("{0}, damit auch {1}.").format(text, also) if also else f"{text}.")


def _open_text(status: InterviewStatus | None) -> str:
    """Return what opening means for an interview of a state; of one width in the head for all (`keep_room`)."""
    match status:
        case InterviewStatus.PLANNED:
            return "Gespräch beginnen"
        case InterviewStatus.RUNNING:
            return "Gespräch fortsetzen"
        case _:
            return "Gespräch öffnen"


def _concerns(change: Change, kinds: tuple[type, ...]) -> bool:
    return isinstance(change.record, kinds) if isinstance(change, Create) else issubclass(change.record_type, kinds)
