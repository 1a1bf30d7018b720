"""Choose for a form that came back on paper the municipality and the interview it is kept with."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.domain.places import Municipality
from kizdesk.domain.texts import sort_key
from kizdesk.project.files import FileRead, read_attachment
from kizdesk.project.forms.scans import ScanPlace, keep_scan, proposed_municipality, scan_places
from kizdesk.ui.forms.choice import Picker
from kizdesk.ui.pages.forms.returned_batch import FileRow
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.labels import label


class ScanForm(QWidget):
    """Be the two choices and the button that keeps a file as a scan."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.is_notice_enclosed = False
        """Whether the information on privacy lay with the forms."""
        self._path: Path | None = None
        self._municipalities: tuple[Municipality, ...] = ()
        self._places: tuple[ScanPlace, ...] = ()
        self._offered: tuple[Path | None, str] = (None, "")
        """The file and the municipality for which the places are offered."""
        self._from = Picker(self)
        self._to = Picker(self)
        self._keep = button(self.tr("Als Scan behalten"), name="keep-scan")
        self._build()
        self._connect()

    def show_file(self, row: FileRow) -> None:
        """Propose where a file is kept; what was chosen for it before stays."""
        snapshot = self._session.project.snapshot
        chosen = self._municipality if row.path == self._path else ""
        self._municipalities = tuple(sorted(snapshot.all(Municipality), key=lambda place: sort_key(place.name)))
        if not chosen and row.reading is not None:
            chosen = proposed_municipality(self._session.project, row.reading)
        self._path = row.path
        self._from.clear()
        self._from.addItems([place.name for place in self._municipalities])
        ids = [place.id for place in self._municipalities]
        self._from.setCurrentIndex(ids.index(chosen) if chosen in ids else -1)
        self._offer()

    @property
    def _municipality(self) -> str:
        number = self._from.currentIndex()
        return self._municipalities[number].id if 0 <= number < len(self._municipalities) else ""

    def _build(self) -> None:
        sizes = self._session.theme.sizes
        self._from.setObjectName("scan-municipality")
        self._from.setPlaceholderText(self.tr("Kommune wählen"))
        self._to.setObjectName("scan-interview")
        grid = QGridLayout()
        grid.setHorizontalSpacing(sizes.gap)
        grid.setVerticalSpacing(sizes.gap_small)
        for number, (words, box) in enumerate(
            ((self.tr("Kommune"), self._from), (self.tr("Ablegen bei"), self._to)),
        ):
            name = label(words, wrap=False)
            name.setBuddy(box)
            box.setAccessibleName(words)
            grid.addWidget(name, number, 0)
            grid.addWidget(box, number, 1)
        grid.setColumnStretch(1, 1)
        row = QHBoxLayout()
        row.addWidget(self._keep)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.gap)
        column.addLayout(grid)
        column.addLayout(row)
        column.addStretch(1)

    def _connect(self) -> None:
        self._from.activated.connect(self._offer)
        self._keep.clicked.connect(self._read)

    @Slot()
    def _offer(self, _number: int = 0) -> None:
        """Offer the interviews of the municipality chosen; what was chosen for the same file and place stays."""
        place, before = self._municipality, self._to.currentIndex()
        is_same, self._offered = self._offered == (self._path, place), (self._path, place)
        known = self._places[before].interview_id if is_same and 0 <= before < len(self._places) else None
        project = self._session.project
        self._places = scan_places(project, place) if place else ()
        self._to.clear()
        self._to.addItems([found.words for found in self._places])
        ids = [found.interview_id for found in self._places]
        self._to.setCurrentIndex(ids.index(known) if known in ids else 0 if ids else -1)
        free = bool(place) and not self._session.read_only
        self._to.setEnabled(free)
        self._keep.setEnabled(free)

    @Slot()
    def _read(self) -> None:
        path, number = self._path, self._to.currentIndex()
        if path is None or not 0 <= number < len(self._places):
            return
        keep = partial(self._keep_read, self._municipality, self._places[number].interview_id)
        told = self.tr("„{0}“ wird gelesen").format(path.name)
        self._session.jobs.run(partial(read_attachment, path), keep, label=told)

    def _keep_read(self, municipality_id: str, interview_id: str, file: FileRead) -> None:
        project = self._session.project
        place = project.snapshot.find(Municipality, municipality_id)
        enclosed = self.is_notice_enclosed
        act = partial(keep_scan, project, file, municipality_id, interview_id, is_notice_enclosed=enclosed)
        done = self.tr("„{0}“ liegt jetzt beim Gespräch mit {1} und kann abgetippt werden.")
        self._session.carry_out(act, done.format(file.name, place.name if place is not None else ""))
