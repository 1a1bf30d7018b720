"""Choose which municipalities get a letter, and whether each gets a file of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kizdesk.domain.papers import PaperKind
from kizdesk.project.letters.places import LetterPlace, letter_places
from kizdesk.ui.forms import Flag, Option
from kizdesk.ui.forms.choice import Segments
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column, TickTable
from kizdesk.ui.widgets.buttons import button
from kizdesk.ui.widgets.cards import ListCard
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.look import set_look

_EACH, _ALL = "each", "all"


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """Be a municipality that is ticked or not."""

    place: LetterPlace
    ticked: bool


class LetterPlaces(ListCard):
    """Be the list of municipalities; those whom the letter fits are ticked until somebody ticks."""

    ticks_changed = Signal()
    """Other municipalities get the letter now."""

    def __init__(self, session: Session, kind: PaperKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._kind = session, kind
        self._places: tuple[LetterPlace, ...] = ()
        self._ticked: frozenset[str] | None = None
        self._count = label("", "strong", wrap=False)
        self._due = button(self.tr("Fällige"), kind="quiet", name=f"letters.due.{kind.value}")
        self._everybody = button(self.tr("Alle"), kind="quiet", name=f"letters.all.{kind.value}")
        self._table: TickTable[PlaceRow] = TickTable(
            _COLUMNS, _key, session.theme, session.memory, f"letters.{kind.value}", dense=True
        )
        self._files = Segments(
            session,
            (Option(_EACH, self.tr("je Kommune eine Datei")), Option(_ALL, self.tr("eine Datei für alle"))),
        )
        self._forms = Flag(session, text=self.tr("mit Antwortformularen als PDF"))
        self._foot: QWidget | None = None
        self._build()
        self.refresh()

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the municipalities that are ticked, in the order of the list."""
        wanted = self._wanted
        return tuple(place.municipality_id for place in self._places if place.can and place.municipality_id in wanted)

    @property
    def in_one_file(self) -> bool:
        """Tell whether all letters shall be in one file."""
        return bool(self._files.value() == _ALL)

    @property
    def anybody(self) -> bool:
        """Tell whether there is a municipality that can get the letter at all."""
        return any(place.can for place in self._places)

    @property
    def with_forms(self) -> bool:
        """Tell whether forms for the answers shall lie beside the letters."""
        return self._kind is not PaperKind.INVITATION and self._forms.value()

    def refresh(self) -> None:
        """Show where the municipalities stand now."""
        self._places = letter_places(self._session.project, self._kind)
        self._show()

    def choose(self, ids: Sequence[str] | None) -> None:
        """Tick these municipalities; None those whom the letter fits."""
        self._ticked = None if ids is None else frozenset(ids)
        self._show()
        if self.chosen:
            self._table.reveal(self.chosen[0])

    def take_focus(self) -> None:
        """Put the focus into the list."""
        self._table.setFocus()

    def _build(self) -> None:
        self._table.setObjectName(f"letters.places.{self._kind.value}")
        self._table.setAccessibleName(self.tr("Kommunen, die das Schreiben bekommen"))
        self._table.show_empty(self.tr("Dieses Schreiben kommt hier nicht vor."))
        self._files.setObjectName(f"letters.files.{self._kind.value}")
        self._files.describe(self.tr("Dateien"), "")
        self._files.set_value(_EACH)
        head = QHBoxLayout()
        head.addWidget(self._count, 1)
        for made in (self._due, self._everybody):
            set_look(made, "dense", "true")
            head.addWidget(made)
        self._due.setToolTip(self.tr("Die Kommunen ankreuzen, für die das Schreiben jetzt ansteht"))
        self._everybody.setToolTip(self.tr("Alle Kommunen ankreuzen"))
        self.add_beside(head)
        self.add_list(self._table)
        foot = QVBoxLayout()
        foot.setSpacing(self._session.theme.sizes.gap_small)
        foot.addWidget(self._files)
        foot.addWidget(self._forms)
        self._forms.setObjectName(f"letters.forms.{self._kind.value}")
        self._forms.describe(self.tr("Antwortformulare"), "")
        self._forms.set_value(True)
        self._forms.setVisible(self._kind is not PaperKind.INVITATION)
        self._foot = self.add_beside(foot)
        self._table.rows_ticked.connect(self._tick)
        self._due.clicked.connect(self._tick_due)
        self._everybody.clicked.connect(self._tick_all)

    @property
    def _wanted(self) -> frozenset[str]:
        if self._ticked is not None:
            return self._ticked
        return frozenset(place.municipality_id for place in self._places if place.fits)

    def _show(self) -> None:
        chosen = set(self.chosen)
        self._table.show_rows([PlaceRow(place, place.municipality_id in chosen) for place in self._places])
        self.ticks_changed.emit()
        few = (self.tr("An keine Kommune"), self.tr("An eine Kommune"))
        count = len(chosen)
        self._count.setText(few[count] if count < len(few) else self.tr("An {0} Kommunen").format(count))
        self._due.setEnabled(self._ticked is not None and self._ticked != frozenset(self._fitting()))
        able = [place.municipality_id for place in self._places if place.can]
        self._everybody.setEnabled(any(municipality_id not in chosen for municipality_id in able))
        if self._foot is not None:
            self._foot.setVisible(bool(able))  # how it is written need not be asked where nobody can get it

    def _fitting(self) -> list[str]:
        return [place.municipality_id for place in self._places if place.fits]

    @Slot(object)
    def _tick(self, rows: tuple[PlaceRow, ...]) -> None:
        """Tick what was pressed, or take the ticks away where all have one."""
        able = [row for row in rows if row.place.can]
        pressed = {row.place.municipality_id for row in able}
        chosen = set(self.chosen)
        self._ticked = frozenset(chosen - pressed if pressed <= chosen else chosen | pressed)
        self._show()

    @Slot()
    def _tick_due(self) -> None:
        self.choose(None)

    @Slot()
    def _tick_all(self) -> None:
        self.choose([place.municipality_id for place in self._places if place.can])


def _key(row: PlaceRow) -> str:
    return row.place.municipality_id


def _name(row: PlaceRow) -> str:
    return row.place.name


def _check(row: PlaceRow) -> float | None:
    return float(row.ticked) if row.place.can else None


def _state(row: PlaceRow) -> str:
    return row.place.state


def _role(row: PlaceRow) -> str:
    return "attention" if row.place.fits else "muted"


_COLUMNS = (
    Column("Kommune", _name, check=_check, width=18, strong=True),
    Column("Stand", _state, role=_role, width=18, stretch=True),
)
