"""Narrow the list of people by words, municipality and role."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from kizdesk.domain.people import Person
from kizdesk.domain.places import Municipality
from kizdesk.domain.roles import roles_of
from kizdesk.domain.texts import fold, sort_key
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.search import SearchField

_NO_PLACE = "-"


class PeopleFilter(QWidget):
    """Be the row of filters above the list."""

    changed = Signal()
    """Another municipality or role was chosen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.search = SearchField(session.theme, self.tr("Personen suchen …"))
        self._place = QComboBox()
        self._role = QComboBox()
        self._build()
        self.refresh()
        self._place.activated.connect(self.changed)
        self._role.activated.connect(self.changed)

    def admits(self, person: Person) -> bool:
        """Tell whether a person is to be shown."""
        place, role = self._place.currentData() or "", self._role.currentData() or ""
        fits = not place or person.municipality_id == ("" if place == _NO_PLACE else place)
        return fits and (not role or role in roles_of(person))

    def clear(self) -> None:
        """Show everybody again."""
        narrowed = self._place.currentIndex() > 0 or self._role.currentIndex() > 0
        self.search.clear()
        self._place.setCurrentIndex(0)
        self._role.setCurrentIndex(0)
        if narrowed:
            self.changed.emit()

    def refresh(self) -> None:
        """Offer the municipalities and roles that there are; the choice stays."""
        snapshot = self._session.project.snapshot
        places = sorted(snapshot.all(Municipality), key=lambda place: sort_key(place.name))
        options = [(place.id, place.name) for place in places]
        _fill(self._place, [("", self.tr("Alle Kommunen")), *options, (_NO_PLACE, self.tr("Kreis oder andere"))])
        roles = sorted({role for person in snapshot.all(Person) for role in roles_of(person)}, key=fold)
        _fill(self._role, [("", self.tr("Alle Rollen")), *((role, role) for role in roles)])

    def _build(self) -> None:
        self.search.setObjectName("people.search")
        self._place.setObjectName("people.place")
        self._role.setObjectName("people.role")
        self._place.setAccessibleName(self.tr("Kommune"))
        self._role.setAccessibleName(self.tr("Rolle"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._session.theme.sizes.gap)
        row.addWidget(self.search, 2)
        row.addWidget(self._place, 1)
        row.addWidget(self._role, 1)
        row.addStretch(1)


def _fill(box: QComboBox, options: Sequence[tuple[str, str]]) -> None:
    held = [(box.itemData(number), box.itemText(number)) for number in range(box.count())]
    if held == list(options):
        return
    chosen = box.currentData()
    with QSignalBlocker(box):
        box.clear()
        for value, text in options:
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
