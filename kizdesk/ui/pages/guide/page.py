"""Edit the guide: sections and questions, versions, and the way out as XLSForm."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedLayout, QWidget

from kizdesk.domain.changes import Change, Create
from kizdesk.domain.checks import Target
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.guide_editions import GuideEdition
from kizdesk.domain.interviews import Interview
from kizdesk.domain.places import Project
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.guides.standing import base_of, standing
from kizdesk.project.guides.telling import marks
from kizdesk.ui.forms.binding import DELAY
from kizdesk.ui.page import Heading, KeyHelp, Page
from kizdesk.ui.pages.guide.desk import GuideDesk
from kizdesk.ui.pages.guide.saving import FormSaver
from kizdesk.ui.pages.guide.versions import VersionsView
from kizdesk.ui.session import Session

_SHOWN = (GuideEdition, Project, Interview, FormIssue, ConceptVersion)
VERSIONS = "fassungen"
"""What `open` takes to show the versions."""


class GuidePage(Page):
    """Be the page of the guide."""

    kinds: ClassVar[frozenset[str]] = frozenset({"guide_edition"})

    def __init__(self, session: Session, parent: QWidget | None = None, *, delay: int = DELAY) -> None:
        super().__init__(session, parent)
        self.desk = GuideDesk(session, self, delay=delay)
        self.versions = VersionsView(session, self)
        self._saver = FormSaver(session, self)
        self._stack = QStackedLayout(self)
        self._line = ""
        self.versions_action = self.make_action(self.tr("Fassungen"), self._switch, keys="Alt+F")
        self.save_action = self.make_action(self.tr("Als XLSForm speichern"), self._saver.save)
        self.section_action = self.make_action(self.tr("Abschnitt hinzufügen"), self._add_section)
        self.question_action = self.make_action(self.tr("Frage hinzufügen"), self._add_question, keys="Alt+N")
        self._build()

    def heading(self) -> Heading:
        """Return title, and which version is edited."""
        return Heading(self.tr("Leitfaden"), self._line)

    def actions_shown(self) -> Sequence[QAction]:
        """Return the view, the way out, and what can be added."""
        if self._in_versions() or self.session.read_only:
            return (self.versions_action, self.save_action)
        return (self.versions_action, self.save_action, self.section_action, self.question_action)

    def main_action(self) -> QAction | None:
        """Return what adds a question."""
        return self.question_action if self.question_action in self.actions_shown() else None

    def help_text(self) -> str:
        """Return what the page is for."""
        return self.tr(
            "Der Leitfaden sagt, was Gespräche und Formulare fragen. Links stehen Abschnitte und Fragen, "
            "rechts wird bearbeitet, was links gewählt ist; Buchstaben und Nummern ergeben sich aus der Reihenfolge. "
            "Sobald nach einer Fassung ein Gespräch begonnen, ein Formular ausgegeben oder eine Fassung des Konzepts "
            "festgeschrieben ist, bleibt sie, wie sie ist: Die nächste Änderung beginnt eine neue Fassung. Begonnene "
            "Gespräche behalten ihre Fassung, bis Sie sie unter „Fassungen“ umstellen; Antworten gehen nie verloren. "
            "Fragen zu den Angeboten und zum Gespräch selbst lassen sich umformulieren, aber nicht in der Art ändern."
        )

    def keys(self) -> Sequence[KeyHelp]:
        """Return the keys of the page."""
        return (
            KeyHelp("Eingabe", self.tr("Von der Liste links in das Formular")),
            KeyHelp("Einfg, Alt+N", self.tr("Neue Frage hinter der gewählten")),
            KeyHelp("Alt+Pfeil auf, Alt+Pfeil ab", self.tr("Frage oder Abschnitt verschieben")),
            KeyHelp("Strg+D", self.tr("Frage duplizieren")),
            KeyHelp("Entf", self.tr("Frage herausnehmen")),
            KeyHelp("Alt+F", self.tr("Fassungen und Unterschiede, und zurück")),
        )

    def open(self, argument: str) -> None:
        """Show a question or section by its id, or the versions."""
        if argument == VERSIONS:
            self._show_versions()
        else:
            self._show_desk()
            self.desk.reveal(argument)

    def way_here(self) -> str:
        """Return what is shown."""
        if self._in_versions():
            return VERSIONS
        node = self.desk.node
        return "" if node is None else node.id

    def reveal(self, target: Target) -> bool:
        """Show the versions, or a question by its id as field."""
        if target.field and self.desk.reveal(target.field):
            self._show_desk()
        else:
            self._show_versions()
        return True

    def refresh(self, changes: Sequence[Change]) -> None:
        """Show what changed."""
        if changes and not any(_concerns(change) for change in changes):
            return
        project = self.session.project
        now, base, present = standing(project), base_of(project), project.guides.present
        self.desk.show_guide(present, marks(base, present) if base is not None else {}, now.meaning)
        if self._in_versions():
            self.versions.show_all()
        if now.line != self._line:
            self._line = now.line
            self.heading_changed.emit()

    def place_to_go_on(self) -> QWidget | None:
        """Return the tree."""
        return None if self._in_versions() else self.desk.tree

    def go_back(self) -> bool:
        """Go back from the versions to the questions."""
        if not self._in_versions():
            return False
        self._show_desk()
        return True

    def _build(self) -> None:
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.desk)
        self._stack.addWidget(self.versions)
        self.versions.opened.connect(self.open)

    def _in_versions(self) -> bool:
        return self._stack.currentWidget() is self.versions

    def _add_question(self) -> None:
        if not self.session.read_only:
            self._show_desk()
            self.desk.flush()
            self.desk.add_question()

    def _add_section(self) -> None:
        self.desk.flush()
        self.desk.add_section()

    def _switch(self) -> None:
        if self._in_versions():
            self._show_desk()
            self.desk.tree.setFocus()
        else:
            self._show_versions()
            self.versions.focus_first()

    def _show_versions(self) -> None:
        self.desk.flush()
        self.versions.show_all()
        self._stack.setCurrentWidget(self.versions)
        self.versions_action.setText(self.tr("Zu den Fragen"))
        self.heading_changed.emit()

    def _show_desk(self) -> None:
        self._stack.setCurrentWidget(self.desk)
        self.versions_action.setText(self.tr("Fassungen"))
        self.heading_changed.emit()


def _concerns(change: Change) -> bool:
    kind = type(change.record) if isinstance(change, Create) else change.record_type
    return kind in _SHOWN
