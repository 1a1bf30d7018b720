"""Choose who takes part in an interview, and add somebody new right below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.project.stocktaking.planning import invite
from kizdesk.ui.forms import Many
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from kizdesk.ui.pages.stocktaking.interview_form import PeopleOffered
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
        self._build()
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
        row.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.unit)
        column.addLayout(row)
        column.addWidget(self._refusal)
        self._refusal.hide()

    def _tell(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))

    @Slot()
    def _invite(self) -> None:
        interview_id = self._offered.interview_id
        if self._session.read_only or not interview_id:
            return
        try:
            person = invite(self._session.project, interview_id, self._name.text(), self._function.text())
        except (UserError, EnvironmentFault) as refusal:
            self._tell(str(refusal))
            return
        self._tell("")
        self._name.clear()
        self._function.clear()
        self._name.setFocus()
        self._session.say_done(self.tr("{0} nimmt teil.").format(person.name or person.function))


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
        """Fetch the people anew; the Tab key goes through them before the line below."""
        super().reload()
        if self._row is None:
            return
        self._row.follow()
        before: QWidget = self._view
        for box in self._boxes:
            QWidget.setTabOrder(before, box)
            before = box
