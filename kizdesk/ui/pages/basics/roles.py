"""Choose roles that are offered, and add others in plain words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from kizdesk.domain.errors import UserError
from kizdesk.domain.people import Person
from kizdesk.domain.roles import USUAL, roles_of, spelled
from kizdesk.domain.texts import fold
from kizdesk.ui.forms import Editor
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.flow import FlowRow
from kizdesk.ui.widgets.stops import follow_each_other
from kizdesk.ui.widgets.text_line import TextLine


def roles_in_use(session: Session) -> tuple[str, ...]:
    """Return the roles offered and those that somebody has, without doubles."""
    used = sorted({role for person in session.project.snapshot.all(Person) for role in roles_of(person)}, key=fold)
    return (*USUAL, *(role for role in used if role not in USUAL))


class Roles(Editor):
    """Edit a tuple of roles: boxes for what is offered, a line for what is not."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._boxes: dict[str, QCheckBox] = {}
        self._read_only = False
        self._is_typing = False
        self._flow = FlowRow(self)
        self._line = TextLine(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(session.theme.sizes.unit)
        column.addWidget(self._flow)
        column.addWidget(self._line)
        self._line.setPlaceholderText(self.tr("Andere Rolle, mit Eingabe hinzufügen"))
        self._offer(roles_in_use(session))
        self.watch(self._line, self.tr("andere Rolle"))
        self._line.returnPressed.connect(self._add)
        self._line.textEdited.connect(self._note)
        session.leaving.connect(self._settle)

    def value(self) -> Any:
        """Return the roles ticked, and the one just typed; raises UserError while it is being typed."""
        typed = self._line.text().strip()
        if typed and self._is_typing and self.has_focus():
            raise UserError(self.tr("Bitte die Rolle mit Eingabe hinzufügen."))
        ticked = [role for role, box in self._boxes.items() if box.isChecked()]
        return tuple(dict.fromkeys((*ticked, spelled(typed)) if typed else ticked))

    def set_value(self, value: Any) -> None:
        """Tick the boxes of these roles."""
        roles = tuple(dict.fromkeys(spelled(role) for role in value or ()))
        self._offer((*self._boxes, *(role for role in roles if role not in self._boxes)))
        for role, box in self._boxes.items():
            box.setChecked(role in roles)
        self._line.clear()

    def set_read_only(self, *, on: bool) -> None:
        """Show everything and accept nothing, or accept again."""
        self._read_only = on
        self._line.setReadOnly(on)
        for box in self._boxes.values():
            box.setEnabled(not on)

    def reload(self) -> None:
        """Offer the roles that are in use by now."""
        held = tuple(role for role, box in self._boxes.items() if box.isChecked())
        roles = roles_in_use(self.session)
        self._offer((*roles, *(role for role in held if role not in roles)))
        for role, box in self._boxes.items():
            box.setChecked(role in held)

    def _offer(self, roles: tuple[str, ...]) -> None:
        if roles == tuple(self._boxes):
            return
        line_watched = self._line in self.parts
        for box in self._boxes.values():
            self.forget(box)
        self._flow.clear()
        self._boxes = {role: self._made(role) for role in roles}
        if line_watched:
            self.forget(self._line)
            self.watch(self._line, self.tr("andere Rolle"))
            self.describe(self.accessibleName(), self.accessibleDescription())

    def _made(self, role: str) -> QCheckBox:
        box = QCheckBox(role, self._flow)
        box.setEnabled(not self._read_only)
        box.clicked.connect(self._choose)
        self._flow.add(box)
        self.watch(box, role)
        return box

    def showEvent(self, event: QShowEvent) -> None:
        """Let Tab go through the boxes and then to the line, now that all have their place."""
        super().showEvent(event)
        self._order()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take what is typed when the page goes away."""
        self._settle()
        super().hideEvent(event)

    def _order(self) -> None:
        follow_each_other((*self._boxes.values(), self._line))

    @Slot()
    def _note(self) -> None:
        self._is_typing = True
        self.edited.emit()

    @Slot()
    def _settle(self) -> None:
        self._is_typing = False

    @Slot()
    def _choose(self) -> None:
        self.edited.emit()
        self.committed.emit()

    @Slot()
    def _add(self) -> None:
        self._settle()
        if self._line.text().strip():
            self.edited.emit()
            self.committed.emit()
            self.set_value(self.value())
