"""Do for one municipality what its panel offers."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from kizdesk.domain.papers import PaperKind
from kizdesk.domain.places import Municipality
from kizdesk.domain.register import RegisterState
from kizdesk.domain.versions import ConceptVersion
from kizdesk.domain.votes import Vote, VoteKind
from kizdesk.project.participation.consent_entry import delete_answer, proposed_due
from kizdesk.project.participation.votes import (
    ReadableChange,
    RegisterRow,
    remind,
    withdraw_request,
    withdraw_ruling,
)
from kizdesk.ui.pages.participation.consents_asking import AskSheet
from kizdesk.ui.pages.participation.consents_ruling import RulingSheet
from kizdesk.ui.pages.participation.consents_side import ConsentSide
from kizdesk.ui.pages.participation.consents_vote import VoteSheet
from kizdesk.ui.pages.participation.consents_words import WAITING
from kizdesk.ui.session import Session


class ConsentDeeds(QObject):
    """Open the right form, or do at once what needs none."""

    def __init__(self, session: Session, side: ConsentSide, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._side = side
        self.changes: tuple[ReadableChange, ...] = ()
        """What changed for the municipality chosen, as far as it is read."""

    def do(self, deed: str, row: RegisterRow, version: ConceptVersion) -> None:
        """Do something for a municipality."""
        side, about = self._side, f"{version.id} {row.municipality_id}"
        if deed == "vote":
            place = self._session.project.snapshot.get(Municipality, row.municipality_id)
            side.open_sheet(side.votes, about, partial(VoteSheet.begin, version=version, place=place))
        elif deed in ("ask", "ask-again"):
            chosen = (row.municipality_id,)
            side.open_sheet(side.requests, about, partial(AskSheet.begin, version=version, chosen=chosen))
        elif deed == "ruling":
            begin = partial(RulingSheet.begin, version=version, row=row, changes=self.changes)
            side.open_sheet(side.rulings, about, begin)
            side.show_changes(self.changes)
        elif deed == "differences":
            side.comparing.begin(version, row)
            side.show_sheet(side.comparing, side.comparing.view.table)
        elif deed == "letter":
            letter = PaperKind.REMINDER if row.state in WAITING else PaperKind.REQUEST
            self._session.open("output.papers", f"{letter.value}#{row.municipality_id}")
        else:
            self._do_at_once(deed, row)

    def _do_at_once(self, deed: str, row: RegisterRow) -> None:
        if deed == "edit":
            self._edit(row)
        elif deed == "remind":
            self._remind(row)
        else:
            self._take_back(deed, row)

    def _edit(self, row: RegisterRow) -> None:
        snapshot = self._session.project.snapshot
        vote = snapshot.find(Vote, row.vote_id)
        if vote is not None:
            place = snapshot.get(Municipality, row.municipality_id)
            begin = partial(VoteSheet.begin_change, vote=vote, place=place)
            self._side.open_sheet(self._side.votes, f"change {vote.id} {row.municipality_id}", begin)

    def _remind(self, row: RegisterRow) -> None:
        project = self._session.project
        before = project.snapshot
        due = proposed_due(project) if row.state is RegisterState.OVERDUE else None
        if self._done(partial(remind, project, [row.request_id], due)):
            more = self.tr(", neue Frist {0}").format(f"{due:%d.%m.%Y}") if due else ""
            self._session.say_done(self.tr("{0} ist heute erinnert{1}.").format(row.name, more), before)

    def _take_back(self, deed: str, row: RegisterRow) -> None:
        project = self._session.project
        deeds = {
            "withdraw": (
                partial(withdraw_request, project, row.request_id),
                self.tr("Die Anfrage an {0} ist zurückgezogen."),
            ),
            "unrule": (
                partial(withdraw_ruling, project, row.ruling_id),
                self.tr("Die Bestätigung für {0} ist zurückgezogen."),
            ),
            "delete": (partial(delete_answer, project, row.vote_id), self._deleted(row)),
        }
        act, words = deeds[deed]
        if self._done(act):
            self._session.say_done(words.format(row.name))

    def _deleted(self, row: RegisterRow) -> str:
        """Say what is gone; a statement of several municipalities is gone for all of them."""
        vote = self._session.project.snapshot.find(Vote, row.vote_id)
        if vote is None or vote.kind is not VoteKind.COLLECTIVE or len(vote.speaks_for) < 2:
            return self.tr("Die Antwort von {0} ist gelöscht.")
        return self.tr("Die Sammelerklärung von {0} Kommunen ist gelöscht.").format(len(vote.speaks_for))

    def _done(self, act: partial[None]) -> bool:
        return self._session.attempt(partial(_and_true, act)) is True


def _and_true(act: partial[None]) -> bool:
    act()
    return True
