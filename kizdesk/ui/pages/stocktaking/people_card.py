"""Show who takes part with their Einwilligungen, and add somebody new right there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.domain.interviews import Interview
from kizdesk.project.runner.head import Involved, involved
from kizdesk.project.stocktaking.planning import invite
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import Card
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from kizdesk.ui.session import Session


class PeopleCard(Card):
    """Be the card below the form: people and what each of them consented to."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("Einwilligungen der Beteiligten", parent)
        self._session = session
        self._interview_id = ""
        self._shown: tuple[Involved, ...] | None = None
        self._list = QVBoxLayout()
        self._nobody = label(self.tr("Noch ist niemand als beteiligt eingetragen."), "muted")
        self._name, self._function = TextLine(), TextLine()
        self._add = button(self.tr("Person hinzufügen"), name="add-person")
        self._refusal = label("", "problem")
        self._lay_out()
        for line in (self._name, self._function):
            line.returnPressed.connect(self._invite)
        self._add.clicked.connect(self._invite)

    def show_interview(self, interview_id: str) -> None:
        """Show the people of an interview."""
        if interview_id != self._interview_id:
            self._interview_id = interview_id
            self._name.clear()
            self._function.clear()
            self._tell("")
        interview = self._session.project.snapshot.find(Interview, interview_id)
        people = involved(self._session.project, interview) if interview is not None else ()
        if people != self._shown:
            self._shown = people
            self._fill(people)

    def _lay_out(self) -> None:
        gap = self._session.theme.sizes.gap_small
        self._list.setSpacing(gap)
        row = QHBoxLayout()
        row.setSpacing(gap)
        for line, name, hint, words in (
            (self._name, "new-person-name", self.tr("Name"), self.tr("Name der neuen Person")),
            (self._function, "new-person-function", self.tr("Funktion"), self.tr("Funktion der neuen Person")),
        ):
            line.setObjectName(name)
            line.setPlaceholderText(hint)
            line.setAccessibleName(words)
            line.setEnabled(not self._session.read_only)
            row.addWidget(line, 1)
        self._add.setEnabled(not self._session.read_only)
        row.addWidget(self._add)
        self.body.addLayout(self._list)
        self.body.addWidget(self._nobody)
        self.body.addLayout(row)
        self.body.addWidget(self._refusal)
        self._refusal.hide()

    def _fill(self, people: tuple[Involved, ...]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for person in people:
            self._list.addWidget(self._line(person))
        self._nobody.setVisible(not people)

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

    def _tell(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))

    @Slot()
    def _invite(self) -> None:
        if self._session.read_only or not self._interview_id:
            return
        try:
            person = invite(self._session.project, self._interview_id, self._name.text(), self._function.text())
        except (UserError, EnvironmentFault) as refusal:
            self._tell(str(refusal))
            return
        self._tell("")
        self._name.clear()
        self._function.clear()
        self._name.setFocus()
        self._session.say_done(self.tr("{0} nimmt teil.").format(person.name or person.function))
