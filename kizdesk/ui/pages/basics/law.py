"""Say in one sentence what the chosen law means, and what another choice changes."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kizdesk.domain.legal import LegalBasis
from kizdesk.domain.places import Project
from kizdesk.project.records import set_values
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.labels import label


class LawNote(QWidget):
    """Be the words below the choice of the law."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._meaning = label("", "body")
        self._change = label(
            self.tr(
                "Eine andere Rechtsgrundlage ändert, wonach geprüft wird und welche Quellen das Konzept nennt. "
                "Was Sie an Texten, Aufgaben und Kosten eingetragen haben, bleibt, wie es ist."
            ),
            "small",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(session.theme.sizes.unit)
        column.addWidget(self._meaning)
        column.addWidget(self._change)

    def show_law(self, basis_id: str) -> None:
        """Show what a law means."""
        self._meaning.setText(_meaning(self._session.project.library.legal_basis(basis_id)))

    def write(self, record_id: str, value: Any, stay: str) -> None:
        """Choose another law and tell what that changed."""
        project = self._session.project
        before = len(project.library.legal_basis(project.settings.legal_basis_id).preconditions)
        label_text = self.tr("Rechtsgrundlage ändern")
        set_values(project, Project, record_id, {"legal_basis_id": value}, label=label_text, stay=stay)
        law = project.library.legal_basis(value)
        text = self.tr(
            "Geprüft wird jetzt nach {0} {1}: {2} statt {3} Voraussetzungen. "
            "Vorschläge, die niemand bearbeitet hat, lassen sich unter „Kapitel“ erneuern."
        )
        self._session.say_done(text.format(law.section, law.short, len(law.preconditions), before))


def _meaning(law: LegalBasis) -> str:
    since = "vom" if law.in_force_until else "seit"
    until = f" bis {law.in_force_until:%d.%m.%Y}" if law.in_force_until else ""
    section = law.section.replace(" ", "\u00a0")
    return (
        f"{law.title} ({law.short}), {section}, in Kraft {since} {law.in_force_from:%d.%m.%Y}{until}. "
        f"Das Gesetz spricht von „{law.term_for_people}“, stellt {len(law.preconditions)} Voraussetzungen "
        f"und gibt dem Zentrum {len(law.tasks)} Aufgaben."
    )
