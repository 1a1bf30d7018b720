"""Show passages to a list, with a box for each that the open measure may rest on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from kizdesk.project.evaluation.evidence import EvidenceRow

Index = QModelIndex | QPersistentModelIndex
PASSAGE = int(Qt.ItemDataRole.UserRole) + 1
_CHECK = Qt.ItemDataRole.CheckStateRole


class EvidenceModel(QAbstractListModel):
    """Be passages; it links nothing by itself but says what shall be linked."""

    ticked = Signal(str)
    """The id of a passage that the open measure shall rest on, or no longer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[EvidenceRow, ...] = ()
        self._linked: frozenset[str] | None = None
        self.is_read_only = False
        """Boxes cannot be ticked."""

    @property
    def rows(self) -> tuple[EvidenceRow, ...]:
        """Return the passages shown."""
        return self._rows

    def show_rows(self, rows: Sequence[EvidenceRow]) -> None:
        """Show other passages."""
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = tuple(rows)
            self._tell_all()
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def show_linked(self, linked: Collection[str] | None) -> None:
        """Tick the passages that the open measure rests on; None for no measure and no boxes."""
        wanted = None if linked is None else frozenset(linked)
        if wanted != self._linked:
            self._linked = wanted
            self._tell_all()

    def place_of(self, evidence_id: str) -> int:
        """Return the place of a passage, or -1."""
        return next((place for place, row in enumerate(self._rows) if row.id == evidence_id), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many passages there are."""
        return len(self._rows) if parent is None or not parent.isValid() else 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the passage, its words, and whether it is ticked."""
        row = self._rows[index.row()]
        if role == PASSAGE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{origin(row)}: {row.wording}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{origin(row)}\n{row.wording}"
        if role == _CHECK and self._linked is not None:
            return Qt.CheckState.Checked if row.id in self._linked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a passage to be linked or let go."""
        if role != _CHECK or self._linked is None or self.is_read_only:
            return False
        self.ticked.emit(self._rows[index.row()].id)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let boxes be ticked while a measure is open."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._linked is None or self.is_read_only:
            return flags
        return flags | Qt.ItemFlag.ItemIsUserCheckable

    def _tell_all(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))


def origin(row: EvidenceRow, *, brief: bool = False) -> str:
    """Return what a passage is and where it comes from, such as ``Bedarf · Dormagen, Frage B.5``, in brief ``B.5``."""
    stale = " · Antwort seitdem geändert" if row.stale else ""
    where = row.where.replace(", Frage ", ", ") if brief else row.where
    return f"{row.kind_text} · {where}{stale}"
