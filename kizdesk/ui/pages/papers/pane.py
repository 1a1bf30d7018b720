"""Be the place of one field: its name, whose text it is, and the way back to the proposal."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Target
from kizdesk.domain.papers import PaperKind
from kizdesk.project.papers.editing import adopt_proposal
from kizdesk.project.papers.reading import FieldRow, FieldState, FieldType
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import label

_ROLES = {
    FieldState.OWN: "done",
    FieldState.PROPOSED: "info",
    FieldState.BLANK: "muted",
    FieldState.EMPTY: "muted",
    FieldState.ANSWERED: "muted",
}
WORDED = (FieldType.LINE, FieldType.TEXT, FieldType.LIST)
"""The types of fields that hold words; what stands in the others is called an Angabe."""


def teaching(session: Session, text: str, *buttons: QPushButton) -> QWidget:
    """Return a sentence why, and below it the ways to begin; the filled button of the page stands in its head."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(session.theme.sizes.gap)
    column.addWidget(label(text, "muted"))
    row = QHBoxLayout()
    row.setSpacing(session.theme.sizes.gap_small)
    for made in buttons:
        row.addWidget(made)
    row.addStretch(1)
    column.addLayout(row)
    column.addStretch(1)
    return box


class Pane(QWidget):
    """Be what all fields have: title, state in words, and the button that brings the proposal back."""

    def __init__(self, session: Session, kind: PaperKind, row: FieldRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.kind, self.row = session, kind, row
        self._title = label(row.label, "card_title")
        self._state = label("", "small")
        self._adopt = button(
            self.tr("Vorschlag übernehmen"),
            tip=self.tr("Den eigenen Text verwerfen; das Feld folgt wieder den Daten"),
            name=f"papers.adopt.{row.key}",
        )
        self.column = QVBoxLayout(self)
        """Room below the head."""
        self._frame()

    def show_row(self, row: FieldRow, changes: Sequence[Change]) -> None:
        """Show the field as it is now."""
        self.row = row
        self._state.setText(self.state_text())
        self._state.set_role(_ROLES[row.state])
        self._adopt.setVisible(row.is_own and not self.session.read_only)

    def state_text(self) -> str:
        """Return whose text it is, in a sentence."""
        return {
            FieldState.PROPOSED: self.tr(
                "Vorschlag aus den Daten. Er ändert sich mit ihnen, bis Sie selbst schreiben."
            ),
            FieldState.OWN: self.tr("Eigener Text. Er bleibt, auch wenn sich die Daten ändern.")
            if self.row.type in WORDED
            else self.tr("Eigene Angabe. Sie bleibt, auch wenn sich die Daten ändern."),
            FieldState.BLANK: self.tr("Leer gelassen. Was die Daten hergeben, wird hier nicht gedruckt."),
            FieldState.ANSWERED: self.tr("Steht in der Antwort auf eine Frage und wird hier nicht wiederholt."),
            FieldState.EMPTY: self.tr("Noch leer. Die Daten geben dazu nichts her; bitte bei Bedarf selbst ausfüllen."),
        }[self.row.state]

    def adopt(self) -> None:
        """Bring the proposal back."""
        adopt_proposal(self.session.project, self.kind, [value.key for value in self.row.values])

    def flush(self) -> None:
        """Write what is typed."""

    def take_focus(self) -> None:
        """Put the focus where one begins."""

    def reveal(self, target: Target) -> None:
        """Put the focus to a record of the field."""
        self.take_focus()

    def _frame(self) -> None:
        sizes = self.session.theme.sizes
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(sizes.gap_small)
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(sizes.unit // 2)
        words.addWidget(self._title)
        words.addWidget(self._state)
        head.addLayout(words, 1)
        head.addWidget(self._adopt, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self._adopt.clicked.connect(self._bring_back)

    @Slot()
    def _bring_back(self) -> None:
        self.flush()
        if self.session.carry_out(self.adopt, self.tr("„{0}“ folgt wieder den Daten.").format(self.row.label)):
            self.take_focus()
