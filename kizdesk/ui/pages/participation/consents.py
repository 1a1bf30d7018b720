"""Show who has agreed to which version, and record it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kizdesk.domain.base import Record
from kizdesk.domain.changes import Change, Create
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.people import Body, Consultation
from kizdesk.domain.places import District, DistrictKind, Municipality
from kizdesk.domain.requests import ConsentRequest, EditorialRuling
from kizdesk.domain.versions import ConceptVersion
from kizdesk.domain.votes import Vote
from kizdesk.project.apart.here import Plain
from kizdesk.project.apart.reads import RegisterWithMap, register_with_map
from kizdesk.project.opened import OpenProject
from kizdesk.project.participation.votes import (
    ReadableChange,
    RegisterRow,
    askable,
    changes_for,
    register,
)
from kizdesk.project.versions.since import Since, since_version
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.participation.consents_asking import AskSheet
from kizdesk.ui.pages.participation.consents_deeds import ConsentDeeds
from kizdesk.ui.pages.participation.consents_map import ConsentMap
from kizdesk.ui.pages.participation.consents_register import RegisterTable
from kizdesk.ui.pages.participation.consents_side import ConsentSide
from kizdesk.ui.pages.participation.consents_vote import VoteSheet
from kizdesk.ui.pages.participation.consents_words import WAITING, first_open, is_open, missing_line
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.cards import EmptyState
from kizdesk.ui.widgets.columns import Columns

_SHARES = (33, 67)
_SHOWN = (Vote, ConsentRequest, EditorialRuling, ConceptVersion, Municipality, District, Body, Consultation)
"""What the page shows; anything else leaves it as it is."""
OPEN_ONES = "open"
"""What a target asks for to see all municipalities whose consent is missing."""


class ConsentsPage(Page):
    """Be the page of the Einvernehmen."""

    kinds: ClassVar[frozenset[str]] = frozenset({"consent_request", "editorial_ruling", "municipality"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._version_id = ""
        self._follows_latest = True
        self._chosen = ""
        self._rows: tuple[RegisterRow, ...] = ()
        self._since: Since | None = None
        self._empty = EmptyState("", "")
        self._empty.setProperty("ground", "card")
        self._map = ConsentMap(session, self)
        self._side = ConsentSide(session, self)
        self._deeds = ConsentDeeds(session, self._side, self)
        self._stack = QStackedWidget(self)
        self._ask = QAction(self.tr("Anfragen festhalten"), self)
        self._remind = QAction(self.tr("Erinnern …"), self)
        self._collective = QAction(self.tr("Sammelerklärung …"), self)
        self._build()
        self._connect()

    @property
    def _register(self) -> RegisterTable:
        return self._side.register

    def heading(self) -> Heading:
        """Return the title with the question the page answers."""
        return Heading(self.tr("Einvernehmen der Kommunen"), self.tr("Wer hat welcher Fassung zugestimmt?"))

    def actions_shown(self) -> Sequence[QAction]:
        """Return what can be done for several municipalities."""
        return (self._collective, self._remind, self._ask)

    def main_action(self) -> QAction | None:
        """Return the request, unless a form of its own is open."""
        return self._ask if self._ask.isVisible() and not self._side.is_busy else None

    def missing(self) -> tuple[str, Target | None] | None:
        """Return how far the Einvernehmen is; None while there is no version."""
        version = self._version()
        if version is None or not self._rows:
            return None
        line = missing_line(self.session.project, self._rows, version.number)
        if not line:
            return None
        return line, Target(Step.PARTICIPATION, "municipality", first_open(self._rows), OPEN_ONES)

    def help_text(self) -> str:
        """Return what an Einvernehmen is bound to."""
        return self.tr(
            "Ein Einvernehmen gilt immer genau einer Fassung. Die Karte und das Register zeigen, wer der gewählten "
            "Fassung zugestimmt hat und wo eine Antwort fehlt. Hat eine Kommune einer früheren Fassung zugestimmt, "
            "steht dort, was sich seitdem für sie geändert hat: Dann bitte erneut anfragen oder begründen, warum die "
            "Änderungen nur redaktionell sind. Was ein Gremium entscheidet, heißt auf den anderen Seiten Votum: Das "
            "Votum einer Kommune zu einer Fassung ist ihre Antwort hier. „Nur offene“ zeigt, wessen Zustimmung noch "
            "fehlt. Verschickt wird nichts: „Anfragen festhalten“ hält fest, wen Sie bis wann um Antwort bitten, und "
            "schreibt auf Wunsch für jede Kommune ein Antwortformular."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of map, register and forms."""
        return (
            KeyHelp(self.tr("Pfeile, Eingabe"), self.tr("in der Karte eine Kommune wählen")),
            KeyHelp(self.tr("Eingabe"), self.tr("im Register: Antwort der Kommune eintragen oder ändern")),
            KeyHelp(self.tr("Strg+C"), self.tr("gewählte Zeilen mit Überschriften kopieren")),
            KeyHelp(self.tr("Strg+Eingabe"), self.tr("das offene Formular eintragen")),
            KeyHelp(self.tr("Esc"), self.tr("das offene Formular verlassen; Angefangenes bleibt darin stehen")),
        )

    def open(self, argument: str) -> None:
        """Show the register for a version by its id."""
        if self.session.project.snapshot.find(ConceptVersion, argument) is not None:
            self._choose_version(argument)

    def reveal(self, target: Target) -> bool:
        """Show a municipality, or the one a request or confirmation is about."""
        ags = self._municipality_of(target)
        if not ags:
            return False
        self._side.leave()
        self._register.make_room_for(ags, only_open=target.field == OPEN_ONES)
        self._choose(ags)
        self._register.table.setFocus()
        return self._chosen == ags

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show the register anew; what changed since each consent, and since the version, is read in jobs."""
        if changes and not any(record_type(change) in _SHOWN for change in changes):
            self._read_since()
            return
        versions = sorted(self.session.project.snapshot.all(ConceptVersion), key=_number, reverse=True)
        known = {version.id for version in versions}
        if versions and (self._follows_latest or self._version_id not in known):
            self._version_id = versions[0].id
        self._stack.setCurrentIndex(1 if versions and not self._is_city() else 0)
        if self._is_city() or not versions:
            self._version_id, self._rows = "", ()
            self._show_why_empty()
            self._show_actions()
            return
        self._map.show_versions(versions, self._version_id)
        self._show_rows()
        self._count()
        self._read_since()

    def place_to_go_on(self) -> QWidget | None:
        """Return the register, unless a form is open."""
        return self._register.table if self._rows and not self._side.is_busy else None

    def go_back(self) -> bool:
        """Leave an open form first."""
        return self._side.leave()

    def _build(self) -> None:
        columns = Columns((self._map, self._side), _SHARES, self.session.memory, "consents")
        self._stack.addWidget(self._empty)
        self._stack.addWidget(columns)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._ask.setObjectName("consents-ask")
        self._ask.setToolTip(self.tr("Festhalten, dass die Kommunen um ihr Einvernehmen gebeten wurden"))
        self._remind.setObjectName("consents-remind")
        self._collective.setObjectName("consents-collective")
        self._collective.setToolTip(self.tr("Eine Konferenz erklärt sich für mehrere Kommunen"))

    def _connect(self) -> None:
        self._empty.begun.connect(self._begin)
        self._map.municipality_chosen.connect(self._choose)
        self._register.municipality_chosen.connect(self._choose)
        self._register.municipality_opened.connect(self._open_row)
        self._map.version_chosen.connect(self._choose_version)
        self._map.differences_wanted.connect(self._show_differences)
        self._side.panel.wanted.connect(self._do)
        self._side.turned.connect(self._show_actions)
        self._ask.triggered.connect(self._ask_all)
        self._remind.triggered.connect(self._remind_all)
        self._collective.triggered.connect(self._declare)

    def _version(self) -> ConceptVersion | None:
        return self.session.project.snapshot.find(ConceptVersion, self._version_id)

    def _row(self) -> RegisterRow | None:
        return next((row for row in self._rows if row.municipality_id == self._chosen), None)

    def _is_city(self) -> bool:
        districts = self.session.project.snapshot.all(District)
        return any(district.kind is DistrictKind.INDEPENDENT_CITY for district in districts)

    def _show_why_empty(self) -> None:
        if self._is_city():
            sentence = self.tr(
                "Eine kreisfreie Stadt hat keine kreisangehörigen Kommunen und braucht kein Einvernehmen. "
                "Über das Konzept entscheidet der Rat."
            )
            self._empty.show_text(sentence, self.tr("Zu den Beratungen"))
            return
        sentence = self.tr(
            "Ein Einvernehmen gilt immer genau einer Fassung. Sobald eine Fassung festgeschrieben ist, werden hier die "
            "Kommunen angefragt und ihre Antworten festgehalten."
        )
        self._empty.show_text(sentence, self.tr("Fassung festschreiben"))

    def _show_rows(self) -> None:
        counted = {row.municipality_id: row for row in self._rows}
        self._rows = tuple(
            _with_count(row, counted.get(row.municipality_id))
            for row in register(self.session.project, self._version_id)
        )
        self._register.show_rows(self._rows, self._version_id)
        if self._row() is None and self._rows:
            self._chosen = first_open(self._rows) or self._rows[0].municipality_id
        self._map.show_summary(self._rows)
        self._register.reveal(self._chosen)
        self._show_chosen()
        self._show_actions()

    def _show_chosen(self) -> None:
        row, version = self._row(), self._version()
        if row is not None and version is not None:
            self._side.panel.show_row(row, version.id, version.number)
            self._show_meaning(row, version)

    def _show_meaning(self, row: RegisterRow, version: ConceptVersion) -> None:
        since = self._since if self._since is not None and self._since.number == version.number else None
        self._side.panel.show_since("" if since is None or is_open(row) else since.about_consent(row.municipality_id))

    def _show_actions(self) -> None:
        free = bool(self._version_id) and not self.session.read_only
        able = bool(askable(self.session.project, self._version_id)) if free else False
        self._ask.setVisible(able)
        self._remind.setVisible(free and any(row.state in WAITING for row in self._rows))
        self._collective.setVisible(free)
        self.heading_changed.emit()

    def _count(self) -> None:
        pinned = self.session.project.pinned()
        work = partial(self.session.apart.run, Plain(register_with_map, (self._version_id, self._chosen)), pinned)
        self.session.jobs.run(work, partial(self._take, self._version_id), key="consents", failed=self._ignore)
        self._read_changes(pinned)

    def _read_changes(self, pinned: OpenProject) -> None:
        row = self._row()
        if row is None or not row.version_id or row.version_id == self._version_id:
            self._show_changes(())
            return
        work = partial(self.session.apart.run, Plain(changes_for, (self._chosen, self._version_id)), pinned)
        done = partial(self._take_changes, self._chosen, self._version_id)
        self.session.jobs.run(work, done, key="consents.changes", failed=self._ignore)

    def _read_since(self) -> None:
        """Read what changed in the draft since the latest version; an earlier one is followed by another version."""
        versions = self.session.project.snapshot.all(ConceptVersion)
        if not self._version_id or self._version_id != max(versions, key=_number).id:
            self._map.show_since("")
            return
        work = partial(self.session.apart.run, Plain(since_version, (self._version_id,)), self.session.project.pinned())
        done = partial(self._take_since, self._version_id)
        self.session.jobs.run(work, done, key="consents.since", failed=self._ignore)

    def _take_since(self, version_id: str, since: Since) -> None:
        if version_id == self._version_id:
            self._since = since
            self._map.show_since(since.sentence)
            row, version = self._row(), self._version()
            if row is not None and version is not None:
                self._show_meaning(row, version)

    def _take(self, version_id: str, read: RegisterWithMap) -> None:
        if version_id != self._version_id:
            return
        self._rows, figure = read
        self._register.show_rows(self._rows, self._version_id)
        self._map.show_map(figure, self._rows)
        self._show_chosen()
        self.heading_changed.emit()

    def _take_changes(self, ags: str, version_id: str, changes: tuple[ReadableChange, ...]) -> None:
        if (ags, version_id) == (self._chosen, self._version_id):
            self._show_changes(changes)

    def _show_changes(self, changes: tuple[ReadableChange, ...]) -> None:
        self._side.show_changes(changes)
        self._deeds.changes = changes

    def _ignore(self, refusal: object) -> None:
        """Leave the old data: the version was taken back meanwhile, and the next refresh shows it."""

    def _municipality_of(self, target: Target) -> str:
        snapshot = self.session.project.snapshot
        if target.kind == "consent_request":
            request = snapshot.find(ConsentRequest, target.id)
            return request.municipality_id if request else ""
        if target.kind == "editorial_ruling":
            ruling = snapshot.find(EditorialRuling, target.id)
            return next((row.municipality_id for row in self._rows if ruling and row.ruling_id == ruling.id), "")
        return target.id if snapshot.find(Municipality, target.id) is not None else ""

    @Slot(str)
    def _choose(self, ags: str) -> None:
        if ags == self._chosen or not any(row.municipality_id == ags for row in self._rows):
            self._register.reveal(self._chosen)
            return
        self._side.leave()
        self._chosen = ags
        self._show_changes(())
        self._register.reveal(ags)
        self._show_chosen()
        self._count()

    @Slot(str)
    def _choose_version(self, version_id: str) -> None:
        versions = self.session.project.snapshot.all(ConceptVersion)
        self._follows_latest = version_id == max(versions, key=_number).id
        self._version_id, self._rows = version_id, ()
        self._show_changes(())
        self.refresh(())
        self.heading_changed.emit()

    @Slot(str)
    def _open_row(self, ags: str) -> None:
        self._choose(ags)
        row = self._row()
        if row is not None and not self.session.read_only:
            self._do("edit" if row.version_id == self._version_id and row.vote_id else "vote")

    @Slot(str)
    def _do(self, deed: str) -> None:
        row, version = self._row(), self._version()
        if row is not None and version is not None:
            self._deeds.do(deed, row, version)

    @Slot()
    def _begin(self) -> None:
        if self._is_city():
            self.session.open("participation.meetings")
        else:
            self.session.open("participation.versions", "freeze")

    @Slot()
    def _show_differences(self) -> None:
        self.session.open("participation.versions", self._version_id)

    @Slot()
    def _ask_all(self) -> None:
        version = self._version()
        if version is not None:
            self._side.open_sheet(self._side.requests, version.id, partial(AskSheet.begin, version=version))

    @Slot()
    def _remind_all(self) -> None:
        version = self._version()
        waiting = [(row.municipality_id, row.request_id) for row in self._rows if row.state in WAITING]
        if version is not None and waiting:
            begin = partial(AskSheet.begin_reminder, version=version, requests=waiting)
            self._side.open_sheet(self._side.requests, f"remind {version.id}", begin)

    @Slot()
    def _declare(self) -> None:
        version = self._version()
        if version is not None:
            voted = {row.municipality_id for row in self._rows if _decided(self.session.project, row, version.id)}
            left = [ags for row in self._rows if (ags := row.municipality_id) not in voted]
            begin = partial(VoteSheet.begin_collective, version=version, open_ones=left)
            self._side.open_sheet(self._side.votes, f"collective {version.id}", begin)


def record_type(change: Change) -> type[Record]:
    """Return of what kind of record a change is."""
    return type(change.record) if isinstance(change, Create) else change.record_type


def _number(version: ConceptVersion) -> int:
    return version.number


def _decided(project: OpenProject, row: RegisterRow, version_id: str) -> bool:
    return row.version_id == version_id and project.snapshot.find(Vote, row.vote_id) is not None


def _with_count(row: RegisterRow, counted: RegisterRow | None) -> RegisterRow:
    """Keep what was counted for the same vote until it is counted anew."""
    if row.changes is None and counted is not None and counted.vote_id == row.vote_id:
        return replace(row, changes=counted.changes, measures=counted.measures)
    return row
