"""Show what a person consented to, purpose by purpose, and what each consent allows."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.domain.people import PrivacyConsent, PrivacyPurpose
from kizdesk.project.privacy import consent_of, set_consent
from kizdesk.ui.forms import Binding, Day, Editor, FieldCell, Line
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.labels import label

_ALLOWS = {
    PrivacyPurpose.NAME: "Das Konzept darf die Person mit Namen nennen; sonst stehen dort nur Funktion und Stelle.",
    PrivacyPurpose.QUOTE: "Wörtlich Gesagtes darf mit dem Namen gedruckt werden; sonst steht nur die Funktion dabei.",
    PrivacyPurpose.RECORDING: "Das Gespräch darf aufgezeichnet werden; die Aufnahme ist danach zu löschen.",
    PrivacyPurpose.PHOTO: "Fotos der Person dürfen verwendet werden, etwa im Konzept oder auf einer Veranstaltung.",
}
_FIELDS = (("granted_on", "Erteilt am", Day), ("revoked_on", "Widerrufen am", Day), ("proof", "Nachweis", Line))


class PurposeBlock(QWidget):
    """Be one purpose: what it allows, whether it holds, and its three fields."""

    def __init__(self, session: Session, purpose: PrivacyPurpose, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._purpose = session, purpose
        self._person_id = ""
        self._bindings: list[Binding] = []
        self._state = label("", "muted", wrap=False)
        self._build()

    def show_person(self, person_id: str) -> None:
        """Show what another person said; what is typed is written first."""
        self.flush()
        self._person_id = person_id
        for binding in self._bindings:
            binding.show()
        self._show_state()

    def refresh(self) -> None:
        """Show what changed."""
        for binding in self._bindings:
            binding.refresh()
        self._show_state()

    def flush(self) -> None:
        """Write what is typed."""
        for binding in self._bindings:
            binding.flush()

    def focus_first(self) -> None:
        """Put the focus into the day of the consent."""
        self.findChildren(Editor)[0].setFocus()

    def _build(self) -> None:
        sizes = self._session.theme.sizes
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, sizes.gap)
        column.setSpacing(sizes.unit)
        head = QHBoxLayout()
        words = self._session.labels.of(self._purpose)
        head.addWidget(label(words[:1].upper() + words[1:], "strong", wrap=False))
        head.addStretch(1)
        head.addWidget(self._state)
        column.addLayout(head)
        column.addWidget(label(_ALLOWS[self._purpose], "small"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(sizes.gap)
        for number, (field, words, maker) in enumerate(_FIELDS):
            wide = field == "proof"
            cell = self._cell(field, words, maker(self._session))
            grid.addWidget(cell, 1 if wide else 0, 0 if wide else number, 1, 2 if wide else 1)
            grid.setColumnStretch(number % 2, 1)
        column.addLayout(grid)

    def _cell(self, field: str, words: str, editor: Editor) -> FieldCell:
        editor.setObjectName(f"consent.{self._purpose.value}.{field}")
        cell = FieldCell(editor, words, parent=self)
        editor.describe(f"{self._session.labels.of(self._purpose)}: {words}", _ALLOWS[self._purpose])
        binding = Binding(editor, self._session, partial(self._read, field), partial(self._write, field))
        binding.refused.connect(cell.show_refusal)
        self._bindings.append(binding)
        return cell

    def _found(self) -> PrivacyConsent | None:
        return consent_of(self._session.project.snapshot, self._person_id, self._purpose)

    def _read(self, field: str) -> object:
        return getattr(self._found(), field, "" if field == "proof" else None)

    def _write(self, field: str, value: object, stay: str) -> None:
        if self._person_id:
            set_consent(self._session.project, self._person_id, self._purpose, field, value, stay=stay)

    def _show_state(self) -> None:
        text, role = _state(self._found())
        self._state.setText(text)
        self._state.set_role(role)


class Permissions(QWidget):
    """Be all purposes of one person."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        order = (PrivacyPurpose.NAME, PrivacyPurpose.QUOTE, PrivacyPurpose.RECORDING, PrivacyPurpose.PHOTO)
        self._blocks = {purpose: PurposeBlock(session, purpose) for purpose in order}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, session.theme.sizes.padding, 0, 0)
        column.setSpacing(session.theme.sizes.unit)
        column.addWidget(label(self.tr("Einwilligungen"), "card_title"))
        text = self.tr(
            "Jede Einwilligung ist freiwillig und kann jederzeit widerrufen werden (Art.\u00a07\u00a0DSGVO)."
        )
        column.addWidget(label(text, "muted"))
        for block in self._blocks.values():
            column.addWidget(block)

    def show_person(self, person_id: str) -> None:
        """Show what another person said."""
        for block in self._blocks.values():
            block.show_person(person_id)

    def refresh(self) -> None:
        """Show what changed."""
        for block in self._blocks.values():
            block.refresh()

    def reveal(self, purpose: PrivacyPurpose) -> None:
        """Put the focus to a purpose."""
        self._blocks[purpose].focus_first()


def _state(consent: PrivacyConsent | None) -> tuple[str, str]:
    if consent is None or consent.granted_on is None:
        return "liegt nicht vor", "muted"
    if consent.revoked_on is not None:
        return f"widerrufen am {consent.revoked_on:%d.%m.%Y}", "attention"
    if not consent.proof:
        return "erteilt, ohne Nachweis", "attention"
    return f"erteilt am {consent.granted_on:%d.%m.%Y}", "done"
