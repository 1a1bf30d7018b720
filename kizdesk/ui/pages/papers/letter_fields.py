"""Edit the texts of a kind of letter, all of them one below the other."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.domain.papers import PaperKind
from kizdesk.domain.roles import CONTACT
from kizdesk.project.forms.cover import contact_of
from kizdesk.project.letters.fields import due_of, read_letter, words_line, write_due, write_letter
from kizdesk.project.papers.editing import adopt_proposal
from kizdesk.project.papers.reading import FieldRow, FieldState, FieldType, as_typed
from kizdesk.ui.forms import Binding, Day, FieldCell, Line, LongText, Prose
from kizdesk.ui.forms.editor import Editor
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.look import set_look
from kizdesk.ui.widgets.scroll import ScrollPage

_LINES = 4
"""Lines of a text that are shown at least."""


class LetterField(QWidget):
    """Be one field with whose text it is, and the way back to the proposal."""

    def __init__(self, session: Session, kind: PaperKind, row: FieldRow) -> None:
        super().__init__()
        self._session, self._kind, self.row = session, kind, row
        self.editor = self._editor()
        self._cell = FieldCell(self.editor, row.label, row.help)
        self._binding = Binding(self.editor, session, self._read, self._write)
        self._state = label("", "small", wrap=False)
        self._adopt = button(
            self.tr("Vorschlag übernehmen"),
            kind="quiet",
            tip=self.tr("Den eigenen Text verwerfen; das Feld folgt wieder den Daten"),
            name=f"letters.adopt.{kind.value}.{row.key}",
        )
        self._build()
        self.show_row(row)
        self._binding.show()

    def show_row(self, row: FieldRow) -> None:
        """Show the field as it is now."""
        self.row = row
        self._binding.refresh()
        self._state.setText(self.tr("Leer gelassen.") if row.state is FieldState.BLANK else self.tr("Eigener Text."))
        self._state.setVisible(row.is_own)
        self._adopt.setVisible(row.is_own and not self._session.read_only)
        self._adopt.setAccessibleName(self.tr("{0}: Vorschlag übernehmen").format(row.label))

    def flush(self) -> None:
        """Write what is typed."""
        if not self._binding.flush():
            self._session.say(f"{self.row.label}: {self._binding.sentence}", kind="problem")

    def _build(self) -> None:
        sizes = self._session.theme.sizes
        self.editor.setObjectName(f"letters.{self._kind.value}.{self.row.key}")
        self._cell.space(sizes.unit)
        set_look(self._adopt, "dense", "true")
        foot = QHBoxLayout()
        foot.addWidget(self._state)
        foot.addWidget(self._adopt)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.unit)
        column.addWidget(self._cell)
        column.addLayout(foot)
        self._binding.refused.connect(self._cell.show_refusal)
        self._adopt.clicked.connect(self._bring_back)

    def _editor(self) -> Editor:
        match self.row.type:
            case FieldType.DAY:
                return Day(self._session)
            case FieldType.TEXT:
                return Prose(self._session, least=_LINES, printed=as_typed)
            case FieldType.LIST:
                return LongText(self._session, least=_LINES)
            case _:
                return Line(self._session)

    def _read(self) -> Any:
        return due_of(self.row.value) if self.row.type is FieldType.DAY else self.row.value.text

    def _write(self, value: Any, stay: str) -> None:
        project = self._session.project
        if self.row.type is FieldType.DAY:
            write_due(project, self._kind, value if isinstance(value, date) else None, stay=stay)
        else:
            write_letter(project, self._kind, self.row.key, str(value or ""), stay=stay)

    @Slot()
    def _bring_back(self) -> None:
        self._binding.show()
        adopt = partial(adopt_proposal, self._session.project, self._kind, [self.row.key])
        if self._session.carry_out(adopt, self.tr("„{0}“ folgt wieder dem Vorschlag.").format(self.row.label)):
            self.editor.setFocus()


class LetterFields(ScrollPage):
    """Be the fields of one kind of letter, and what may stand in braces in them."""

    def __init__(self, session: Session, kind: PaperKind) -> None:
        super().__init__()
        self._session, self._kind = session, kind
        self._fields = {row.key: LetterField(session, kind, row) for row in read_letter(session.project, kind)}
        begin = self.tr(
            "Vorgeschlagene Texte ändern sich mit den Daten, bis Sie selbst schreiben. Für Wörter in geschweiften "
            "Klammern setzt das Programm je Kommune das Richtige ein."
        )
        self.body.addWidget(label(begin, "small"))
        known = self.tr("Je Kommune wird eingesetzt: {0}").format(words_line(kind))
        self._known = label(known, "small")
        self.body.setSpacing(session.theme.sizes.gap)
        for field in self._fields.values():
            self.body.addWidget(field)
        self._nobody = label(
            self.tr(
                "Unterschrift und Ansprechperson fehlen: Bitte unter „Personen“ jemanden des Kreises mit der Rolle "
                "„{0}“, mit Telefon und E-Mail eintragen."
            ).format(CONTACT),
            "small",
        )
        self._people = button(self.tr("Zu den Personen"), kind="link", name=f"letters.people.{kind.value}")
        self._people.clicked.connect(partial(session.open, "basics.people"))
        self.body.addWidget(self._nobody)
        self.body.addWidget(self._people, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._known)
        self.body.addStretch(1)
        self._show_contact()

    def refresh(self) -> None:
        """Show what the fields hold now."""
        self._show_contact()
        for row in read_letter(self._session.project, self._kind):
            self._fields[row.key].show_row(row)

    def _show_contact(self) -> None:
        """Say where to enter who signs and answers questions, as long as nobody does."""
        is_known = contact_of(self._session.project) is not None
        for part in (self._nobody, self._people):
            part.setVisible(not is_known)

    def flush(self) -> None:
        """Write what is typed."""
        for field in self._fields.values():
            field.flush()

    def take_focus(self, key: str = "") -> None:
        """Put the focus into a field, or into the first."""
        field = self._fields.get(key) or next(iter(self._fields.values()))
        field.editor.setFocus()
        self.reveal(field)
