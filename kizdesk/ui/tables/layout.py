"""Remember widths, order and sorting of the columns of a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView

from kizdesk.ui.widgets.remembering import Remembers


class ColumnMemory:
    """Keep the layout of one table under its name."""

    def __init__(self, memory: Remembers, key: str, names: Sequence[str]) -> None:
        self._memory = memory
        self._key = f"tables/{key}"
        self._names = tuple(names)

    def restore(self, header: QHeaderView) -> bool:
        """Lay the columns out as they were; returns False if nothing is remembered of these columns."""
        kept = self._entries("columns")
        if sorted(name for name, _ in kept) != sorted(self._names):
            return False
        for place, (name, width) in enumerate(kept):
            section = self._names.index(name)
            header.moveSection(header.visualIndex(section), place)
            if header.sectionResizeMode(section) == QHeaderView.ResizeMode.Interactive and width > 0:
                header.resizeSection(section, width)
        return True

    def sorting(self) -> tuple[int, Qt.SortOrder] | None:
        """Return the column and order the table was sorted by."""
        kept = self._entries("sorting")
        if len(kept) != 1 or kept[0][0] not in self._names:
            return None
        order = Qt.SortOrder.DescendingOrder if kept[0][1] else Qt.SortOrder.AscendingOrder
        return self._names.index(kept[0][0]), order

    def keep_columns(self, header: QHeaderView, width: Callable[[int], int]) -> None:
        """Remember the order, and of each column the width that the callable names."""
        sections = [header.logicalIndex(place) for place in range(header.count())]
        self._memory.remember(
            f"{self._key}/columns", [f"{width(section)} {self._names[section]}" for section in sections]
        )

    def keep_sorting(self, section: int, order: Qt.SortOrder) -> None:
        """Remember what the table is sorted by."""
        down = int(order == Qt.SortOrder.DescendingOrder)
        kept = [f"{down} {self._names[section]}"] if 0 <= section < len(self._names) else []
        self._memory.remember(f"{self._key}/sorting", kept)

    def _entries(self, what: str) -> list[tuple[str, int]]:
        nothing: list[str] = []
        kept = self._memory.value(f"{self._key}/{what}", nothing)
        parts = [str(entry).partition(" ") for entry in kept]
        return [(name, int(number)) for number, _, name in parts if number.isdecimal()]
