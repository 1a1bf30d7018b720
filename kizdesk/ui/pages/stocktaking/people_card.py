"""Show who takes part with their Einwilligungen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.interviews import Interview
from kizdesk.project.runner.head import Involved, involved
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import label

if TYPE_CHECKING:
    from kizdesk.ui.session import Session


class PeopleCard(Card):
    """Be the card below the form: people and what each of them consented to; nobody, no card."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("Einwilligungen der Beteiligten", parent)
        self._session = session
        self._shown: tuple[Involved, ...] | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(session.theme.sizes.gap_small)
        self.body.addLayout(self._list)
        self.hide()

    def show_interview(self, interview_id: str) -> None:
        """Show the people of an interview."""
        interview = self._session.project.snapshot.find(Interview, interview_id)
        people = involved(self._session.project, interview) if interview is not None else ()
        if people != self._shown:
            self._shown = people
            self._fill(people)

    def _fill(self, people: tuple[Involved, ...]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for person in people:
            self._list.addWidget(self._line(person))
        self.setVisible(bool(people))

    def _line(self, person: Involved) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(person.words, "strong"))
        words.addWidget(label(person.consents, "muted"))
        row.addLayout(words, 1)
        jump = button(self.tr("Zur Person"), kind="link", name=f"person-{person.person_id}")
        jump.setAccessibleName(self.tr("Zur Person {0}").format(person.words))
        jump.clicked.connect(partial(self._jump, person.person_id))
        row.addWidget(jump)
        return line

    def _jump(self, person_id: str) -> None:
        self._session.go(Target(Step.BASICS, "person", person_id))
