"""Show one municipality below the register: what is recorded, what changed since, and what to do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from kizdesk.domain.register import RegisterState
from kizdesk.domain.versions import ConceptVersion, latest_of
from kizdesk.domain.votes import Vote, VoteKind
from kizdesk.project.participation.votes import ReadableChange, RegisterRow
from kizdesk.ui.pages.participation.consents_words import WAITING, changes_html, panel_title, recorded
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.flow import FlowRow
from kizdesk.ui.widgets.labels import WrapLabel

DEEDS = {
    "ask": "Anfrage festhalten",
    "ask-again": "Neue Anfrage festhalten",
    "vote": "Zustimmung eintragen",
    "remind": "Erinnerung festhalten",
    "letter": "Schreiben …",
    "withdraw": "Anfrage zurückziehen",
    "ruling": "Redaktionell …",
    "unrule": "Bestätigung zurückziehen",
    "differences": "Unterschiede ansehen",
    "edit": "Antwort ändern",
    "delete": "Antwort löschen",
}
"""What can be done for a municipality, in the words on the buttons."""
_READING = ("differences", "letter")
_NUMBER = re.compile(r"Fassung (?=\d)")
"""A version and its number stand in one line."""


class ConsentPanel(Card):
    """Be the panel of the chosen municipality."""

    wanted = Signal(str)
    """The key of the deed the user wants."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent, ground="selection")
        self._session = session
        self._recorded = WrapLabel()
        self._changes = WrapLabel()
        self._since = WrapLabel("", "attention")
        self._flow = FlowRow()
        self._buttons: dict[str, QPushButton] = {}
        self._fill()

    def show_row(self, row: RegisterRow, version_id: str, number: int) -> None:
        """Show another municipality, or the same with other data."""
        self.set_title(panel_title(row, number))
        said = _NUMBER.sub("Fassung\N{NO-BREAK SPACE}", recorded(self._session.project, row))
        self._recorded.setText(said)
        self._recorded.setVisible(bool(said))
        if not row.changes:
            self._changes.hide()
        latest = latest_of(self._session.project.snapshot.all(ConceptVersion))
        has_letter = latest is not None and latest.id == version_id
        wanted = deeds_for(row, version_id, collective=bool(self._spoken_for(row)), has_letter=has_letter)
        for key, made in self._buttons.items():
            made.setVisible(key in wanted and (key in _READING or not self._session.read_only))
        together = self._spoken_for(row)
        vote = self.tr("Sammelerklärung") if together else self.tr("Antwort")
        many = self.tr("Sammelerklärung von {0} Kommunen").format(together)
        self._name("edit", self.tr("{0} ändern").format(vote))
        self._name("delete", self.tr("{0} löschen").format(many if together > 1 else vote))
        self._flow.updateGeometry()

    def show_changes(self, changes: Sequence[ReadableChange]) -> None:
        """Show what changed since the municipality agreed."""
        self._changes.setVisible(bool(changes))
        self._changes.setText(changes_html(changes))

    def show_since(self, sentence: str) -> None:
        """Say what the changes in the draft mean for the consent; nothing for an empty sentence."""
        self._since.setText(_NUMBER.sub("Fassung\N{NO-BREAK SPACE}", sentence))
        self._since.setVisible(bool(sentence))

    def _fill(self) -> None:
        self._since.hide()
        self._changes.setTextFormat(Qt.TextFormat.RichText)
        self._changes.hide()
        for key, text in DEEDS.items():
            made = button(text, name=f"consent-{key}")
            made.clicked.connect(partial(self._want, key))
            self._buttons[key] = made
            self._flow.add(made)
        self._buttons["letter"].setToolTip(
            self.tr("Die Bitte um Einvernehmen oder die Erinnerung als Word-Datei schreiben")
        )
        self._buttons["vote"].setToolTip(self.tr("Festhalten, ob die Kommune zugestimmt, abgelehnt oder vertagt hat"))
        for widget in (self._recorded, self._since, self._changes, self._flow):
            self.body.addWidget(widget)

    def _spoken_for(self, row: RegisterRow) -> int:
        """Return for how many municipalities the vote speaks that was taken together; 0 for one of its own."""
        vote = self._session.project.snapshot.find(Vote, row.vote_id)
        return max(len(vote.speaks_for), 1) if vote is not None and vote.kind is VoteKind.COLLECTIVE else 0

    def _name(self, key: str, text: str) -> None:
        self._buttons[key].setText(text)
        self._buttons[key].setAccessibleName(text)

    def _want(self, key: str) -> None:
        self.wanted.emit(key)


def deeds_for(
    row: RegisterRow, version_id: str, *, collective: bool = False, has_letter: bool = False
) -> tuple[str, ...]:
    """Return what can be done for a municipality, the likely first; letters are about the latest version only."""
    decided = row.version_id == version_id
    earlier = bool(row.version_id) and not decided
    found: list[str] = []
    if row.state in WAITING:
        found += ["vote", "remind", "withdraw"]
    elif row.state in (RegisterState.OPEN, RegisterState.EARLIER_VERSION, RegisterState.DEFERRED):
        asked = ["ask"] if row.state is RegisterState.OPEN else ["ask-again"]
        found += [*([] if row.request_id else asked), *([] if decided else ["vote"])]
    if has_letter and found:
        found += ["letter"]
    if earlier:
        found += ["unrule"] if row.ruling_id else ["ruling"]
        found += ["differences"]
    if decided:
        found += ["vote"] if collective else []
        found += ["edit", "delete"]
    return tuple(found)
