"""Choose who takes part in an interview, and add somebody new right below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, QTimer, Slot
from PySide6.QtGui import QMoveEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.domain.people import Person
from kizdesk.domain.texts import fold
from kizdesk.project.stocktaking.participants import take_part
from kizdesk.project.stocktaking.planning import invite
from kizdesk.ui.forms import Many
from kizdesk.ui.forms.suggestions import ClickThrough
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.scroll import WHOLE, ScrollPage
from kizdesk.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from kizdesk.ui.pages.stocktaking.people_offered import PeopleOffered
    from kizdesk.ui.session import Session


class InviteRow(QWidget):
    """Be the line in which somebody new is typed."""

    def __init__(self, session: Session, offered: PeopleOffered, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._offered = session, offered
        self._interview_id = ""
        self._begun: dict[str, tuple[str, str]] = {}
        """What was typed and not added yet, by interview."""
        self._name, self._function = TextLine(self), TextLine(self)
        self._add = button(self.tr("Person hinzufügen"), name="add-person")
        self._refusal = label("", "problem")
        self._texts = QStringListModel(self)
        """Who stands in the project otherwise; they are proposed while a name is typed."""
        self._known = QCompleter(self._texts, self)
        self._build()
        self._known.activated.connect(self._choose, Qt.ConnectionType.QueuedConnection)
        for line in (self._name, self._function):
            line.returnPressed.connect(self._invite)
        self._add.clicked.connect(self._invite)

    def follow(self) -> None:
        """Show for another interview what was begun there; what was begun here stays for the next time."""
        if self._interview_id != self._offered.interview_id:
            self._begun[self._interview_id] = (self._name.text(), self._function.text())
            self._interview_id = self._offered.interview_id
            name, function = self._begun.pop(self._interview_id, ("", ""))
            self._name.setText(name)
            self._function.setText(function)
            self._tell("")
        self._texts.setStringList([option.text for option in self._offered.elsewhere(self._session)])

    def moveEvent(self, event: QMoveEvent) -> None:
        """Stay in sight for the next person when those above take more room."""
        super().moveEvent(event)
        if self._name.hasFocus():
            QTimer.singleShot(0, self, self._stay_in_sight)

    def _build(self) -> None:
        sizes = self._session.theme.sizes
        row = QHBoxLayout()
        row.setSpacing(sizes.gap_small)
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
        below = QHBoxLayout()
        below.addWidget(self._add)
        below.addStretch(1)
        self._known.setFilterMode(Qt.MatchFlag.MatchContains)
        self._known.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._name.setCompleter(self._known)
        ClickThrough(self._known)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.unit)
        column.addLayout(row)
        column.addLayout(below)
        column.addWidget(self._refusal)
        self.setProperty(WHOLE, "true")
        self._refusal.hide()

    def _tell(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))

    @Slot()
    def _stay_in_sight(self) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, ScrollPage):
            area = area.parentWidget()
        if area is not None:
            area.reveal(self._name)

    @Slot()
    def _invite(self) -> None:
        interview_id = self._offered.interview_id
        if self._session.read_only or not interview_id:
            return
        try:
            person = self._invited(interview_id)
        except (UserError, EnvironmentFault) as refusal:
            self._tell(str(refusal))
            return
        self._tell("")
        self._name.clear()
        self._function.clear()
        self._name.setFocus()
        self._session.say_done(self.tr("{0} nimmt teil.").format(person.known_as))

    @Slot(str)
    def _choose(self, text: str) -> None:
        """Take who was chosen; Enter has done so already, and the name comes back into the line after it."""
        if text in (option.text for option in self._offered.elsewhere(self._session)):
            self._name.setText(text)
            self._invite()
        elif self._name.text() == text:
            self._name.clear()

    def _invited(self, interview_id: str) -> Person:
        """Let whoever is named so take part; nobody is added twice."""
        name, function = self._name.text(), self._function.text()
        known = "" if function.strip() else self._known_as(fold(name.strip()))
        if known:
            return take_part(self._session.project, interview_id, known)
        return invite(self._session.project, interview_id, name, function)

    def _known_as(self, words: str) -> str:
        """Return the id of who is called so, with the function or without; raises UserError if several are."""
        snapshot = self._session.project.snapshot
        options = (*self._offered(self._session), *self._offered.elsewhere(self._session))
        whole = [option.value for option in options if words and fold(option.text) == words]
        named = [it.value for it in options if words and fold(snapshot.get(Person, it.value).name) == words]
        found = whole or named
        if len(found) > 1:
            raise UserError(
                self.tr(
                    "Im Projekt gibt es mehrere, die so heißen. Bitte die Person mit ihrer Funktion aus den "
                    "Vorschlägen wählen, oder bei jemand Neuem die Funktion angeben."
                )
            )
        return found[0] if found else ""


class Participants(Many):
    """Choose people who are known; the line below adds one who is not."""

    def __init__(self, session: Session, parent: QWidget | None = None, *, offered: PeopleOffered) -> None:
        self._row: InviteRow | None = None
        super().__init__(session, parent, source=offered, empty="Noch ist niemand aus dieser Kommune eingetragen.")
        self._row = InviteRow(session, offered, self)
        column = self.layout()
        if column is not None:
            column.addWidget(self._row)

    def reload(self) -> None:
        """Fetch the people anew."""
        super().reload()
        if self._row is not None:
            self._row.follow()
