"""Choose the district of a new project by typing a part of its name or key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.compound import Compound
from kizdesk.ui.widgets.labels import label
from kizdesk.ui.widgets.search import SearchField

if TYPE_CHECKING:
    from kizdesk.project.basics.district_search import DistrictChoice

_ROOT = QModelIndex()


class DistrictModel(QAbstractListModel):
    """Hold the districts that fit the words typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[DistrictChoice, ...] = ()

    def show_found(self, found: tuple[DistrictChoice, ...]) -> None:
        """Show other districts."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def choice(self, row: int) -> DistrictChoice | None:
        """Return the district of a row, or None."""
        return self._found[row] if 0 <= row < len(self._found) else None

    def row_of(self, choice: DistrictChoice) -> int:
        """Return the row of a district; -1 if it does not fit the words."""
        return self._found.index(choice) if choice in self._found else -1

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return name and key of a district."""
        choice = self.choice(index.row())
        if choice is None or role != Qt.ItemDataRole.DisplayRole:
            return None
        return f"{choice.name}  ·  {choice.ags}"


class DistrictField(Compound):
    """Search the districts as somebody types; arrow keys and Enter choose."""

    chosen = Signal(object)
    """The DistrictChoice."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[DistrictChoice, ...] = ()
        self._choice: DistrictChoice | None = None
        self._field = SearchField(theme, self.tr("Name oder Schlüssel, zum Beispiel Münster oder 05570"))
        self._model = DistrictModel(self)
        self._list = QListView()
        self._hint = label("", "muted")
        self._told = label("")
        self._build(theme)
        self._connect()

    @property
    def choice(self) -> DistrictChoice | None:
        """Return the district chosen."""
        return self._choice

    def show_districts(self, districts: tuple[DistrictChoice, ...]) -> None:
        """Offer districts."""
        self._all = districts
        self._search(self._field.text())

    def choose(self, choice: DistrictChoice) -> None:
        """Choose a district, also one from a table."""
        self._choice = choice
        self._told.set_role("done")
        self._told.setText(self.tr("{name}: {brings}").format(name=choice.name, brings=choice.brings))
        self._list.setCurrentIndex(self._model.index(self._model.row_of(choice)))
        self.chosen.emit(choice)

    def clear(self) -> None:
        """Begin anew."""
        self._choice = None
        self._say_none_chosen()
        self._list.clearSelection()
        self._list.setCurrentIndex(_ROOT)
        self._field.clear()

    def _build(self, theme: Theme) -> None:
        self._field.setObjectName("district")
        self._field.setAccessibleName(self.tr("Kreis oder kreisfreie Stadt"))
        self._field.setAccessibleDescription(self._field.placeholderText())
        self._list.setObjectName("districts")
        self._list.setAccessibleName(self.tr("Kreise und kreisfreie Städte"))
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setUniformItemSizes(True)
        self._list.setMinimumHeight(theme.sizes.row * 4)
        self.lead_with(self._field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.sizes.unit)
        column.addWidget(self._field)
        column.addWidget(self._hint)
        column.addWidget(self._list, 1)
        column.addWidget(self._told)
        self._tell(none=False)
        self._say_none_chosen()

    def _connect(self) -> None:
        self._list.setModel(self._model)
        self._field.searched.connect(self._search)
        self._field.left_down.connect(self._enter_list)
        self._field.returnPressed.connect(self._take_first)
        self._list.selectionModel().currentChanged.connect(self._take)

    def _search(self, query: str) -> None:
        from kizdesk.project.basics.district_search import found_districts

        found = found_districts(query, self._all)
        self._model.show_found(found)
        self._tell(none=bool(self._all) and not found)
        if query and len(found) == 1 and found[0] != self._choice:
            self.choose(found[0])
        elif self._choice is not None:
            self._list.setCurrentIndex(self._model.index(self._model.row_of(self._choice)))

    def _tell(self, *, none: bool) -> None:
        """Say how to choose, or that nothing fits; always one line, so that the list keeps its place."""
        how = self.tr("Anklicken; die Eingabetaste wählt den obersten.")
        self._hint.set_role("attention" if none else "muted")
        self._hint.setText(self.tr("Kein Kreis und keine kreisfreie Stadt heißt so.") if none else how)

    def _say_none_chosen(self) -> None:
        self._told.set_role("muted")
        self._told.setText(self.tr("Noch kein Kreis gewählt."))

    def _enter_list(self) -> None:
        self._list.setFocus()
        self._list.setCurrentIndex(self._model.index(0))

    def _take_first(self) -> None:
        self._list.setCurrentIndex(self._model.index(0))

    def _take(self, index: QModelIndex) -> None:
        choice = self._model.choice(index.row())
        if choice is not None and choice != self._choice:
            self.choose(choice)
