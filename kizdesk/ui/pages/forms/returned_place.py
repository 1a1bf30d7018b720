"""Choose the interview that a returned form goes into, where one waits for it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kizdesk.project.forms.awaited import Waiting
from kizdesk.ui.forms.choice import Picker
from kizdesk.ui.pages.forms.returned_batch import FileRow
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.labels import label


class PlaceRow(QWidget):
    """Be the line that says where a form goes."""

    chosen = Signal(str)
    """The interview, as it stands in the places of the reading."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._places: tuple[Waiting, ...] = ()
        self._box = Picker(self)
        self._box.setObjectName("form-interview")
        self._box.setAccessibleName(self.tr("Übernehmen in"))
        name = label(self.tr("Übernehmen in"), wrap=False)
        name.setBuddy(self._box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(session.theme.sizes.gap)
        row.addWidget(name)
        row.addWidget(self._box, 1)
        self._box.activated.connect(self._tell)

    def show_file(self, row: FileRow) -> None:
        """Offer the interviews that wait for a file, and nothing where there is no choice."""
        reading = row.reading
        self._places = reading.places if reading is not None and reading.takeable else ()
        self.setVisible(bool(self._places) and not self._session.read_only)
        self._box.clear()
        self._box.addItems([place.words for place in self._places])
        ids = [place.interview_id for place in self._places]
        into = reading.into if reading is not None else ""
        self._box.setCurrentIndex(ids.index(into) if into in ids else 0 if ids else -1)

    @Slot(int)
    def _tell(self, number: int) -> None:
        if 0 <= number < len(self._places):
            self.chosen.emit(self._places[number].interview_id)
