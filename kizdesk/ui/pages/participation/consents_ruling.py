"""Confirm that what changed since a consent is editorial only."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.participation.votes import ReadableChange, RegisterRow, rule_editorial
from kizdesk.ui.forms import LongText
from kizdesk.ui.forms.sheet import Sheet
from kizdesk.ui.pages.participation.consents_words import changes_html
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.labels import WrapLabel


class RulingSheet(Sheet):
    """Be the form for the reason; the changes stand above it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "consent-ruling", parent)
        self._vote_id = self._version_id = self._name_of_place = ""
        self.changes = WrapLabel()
        self.changes.setTextFormat(Qt.TextFormat.RichText)
        self.reason = LongText(session, least=3, most=8)
        self.first = self.reason
        self.add_row(self.changes)
        why = self.tr("Der Grund steht später im Nachweis des Konzepts.")
        label = self.tr("Warum sind die Änderungen nur redaktionell?")
        self.add_row(self.cell(self.reason, "reason", label, why, required=True))

    def begin(self, version: ConceptVersion, row: RegisterRow, changes: Sequence[ReadableChange]) -> None:
        """Ask for the reason why a consent holds on."""
        self._vote_id, self._version_id, self._name_of_place = row.vote_id, version.id, row.name
        hint = self.tr(
            "{0} hat der Fassung {1} zugestimmt. Sind die Änderungen seither nur redaktionell, gilt das Einvernehmen "
            "für Fassung {2} fort. Bei Änderungen am Inhalt bitte erneut anfragen."
        )
        self.put_words(
            self.tr("Änderungen für {0} als redaktionell bestätigen").format(row.name),
            hint.format(row.name, row.version, version.number),
            self.tr("Als redaktionell bestätigen"),
        )
        self.show_changes(changes)
        self.reason.set_value("")

    def show_changes(self, changes: Sequence[ReadableChange]) -> None:
        """Show what changed, also when it is read only after the form was opened."""
        self.changes.setText(changes_html(changes))
        self.changes.setVisible(bool(changes))

    def act(self) -> None:
        """Record the confirmation."""
        rule_editorial(self.session.project, self._vote_id, self._version_id, self.reason.value())
        self.session.say_done(self.tr("Das Einvernehmen von {0} gilt fort.").format(self._name_of_place))
