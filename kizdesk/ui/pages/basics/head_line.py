"""Say in one line who heads the district, and lead to the person or to a new one."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kizdesk.domain.people import Person
from kizdesk.domain.roles import HEAD_OF_DISTRICT, MAYOR, having
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import ElidedLabel, label

PEOPLE = "basics.people"


class HeadLine(QWidget):
    """Be the line for the Landrätin or Landrat; in a kreisfreie Stadt it is the mayor."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._role = HEAD_OF_DISTRICT
        self._title = label("", "strong", wrap=False)
        self._name = ElidedLabel()
        self._go = button("", kind="link", name="project.head")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(session.theme.sizes.gap)
        row.addWidget(self._title)
        row.addWidget(self._name, 1)
        row.addWidget(self._go)
        self._go.clicked.connect(self._open)

    @property
    def name(self) -> str:
        """Return who is named."""
        return self._name.text()

    def show_head(self, *, of_city: bool) -> None:
        """Show who it is now."""
        self._role = MAYOR if of_city else HEAD_OF_DISTRICT
        title = self.tr("Oberbürgermeister/in") if of_city else HEAD_OF_DISTRICT
        people = having(self._session.project.snapshot.all(Person), self._role)
        names = ", ".join(person.name for person in people if person.name)
        self._title.setText(title)
        self._name.setText(names or self.tr("noch nicht eingetragen"))
        self._name.set_role("body" if names else "muted")
        self._go.setText(self.tr("Zur Person") if names else self.tr("Eintragen"))
        self._go.setAccessibleName(f"{title}: {self._go.text()}")
        self._go.setHidden(not people and self._session.read_only)

    def _open(self) -> None:
        self._session.open(PEOPLE, self._role)
