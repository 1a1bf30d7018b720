"""Filter and sort rows, and remember what that takes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic

from kizdesk.domain.texts import fold
from kizdesk.ui.tables.column import Column, Row, SortKey


class Arranging(Generic[Row]):
    """Hold all rows, and return those that shall be seen in their order."""

    def __init__(self, columns: Sequence[Column[Row]]) -> None:
        self._columns = tuple(columns)
        self._rows: tuple[Row, ...] = ()
        self._keys: tuple[Hashable, ...] = ()
        self._hay: list[str] = []
        self._sorts: dict[int, list[SortKey | None]] = {}
        self.words: tuple[str, ...] = ()
        self.sorted_by = -1
        self.descending = False

    @property
    def total(self) -> int:
        """Return how many rows there are, seen or not."""
        return len(self._rows)

    @property
    def prepared(self) -> bool:
        """Return whether every row can be searched without more work."""
        return len(self._hay) >= len(self._rows)

    def take(self, rows: Sequence[Row], key: Callable[[Row], Hashable]) -> None:
        """Take other rows."""
        self._rows = tuple(rows)
        self._keys = tuple(key(row) for row in self._rows)
        self._hay = []
        self._sorts = {}

    def holds(self, key: Hashable) -> bool:
        """Return whether there is a row of a key, seen or not."""
        return key in self._keys

    def prepare(self, count: int) -> None:
        """Make some more rows ready to be searched."""
        first = len(self._hay)
        for row in self._rows[first : first + count]:
            self._hay.append(fold(" \n".join(column.text_of(row) for column in self._columns)))

    def look_for(self, text: str) -> None:
        """Take the words every row shown must hold."""
        self.words = tuple(fold(text).split())

    def arranged(self) -> list[tuple[Hashable, Row]]:
        """Return the rows to be seen, with their keys, in their order."""
        return [(self._keys[index], self._rows[index]) for index in self._in_order(self._found())]

    def _found(self) -> list[int]:
        if not self.words:
            return list(range(len(self._rows)))
        self.prepare(len(self._rows) - len(self._hay))
        return [index for index, text in enumerate(self._hay) if all(word in text for word in self.words)]

    def _in_order(self, found: list[int]) -> list[int]:
        if not 0 <= self.sorted_by < len(self._columns):
            return found
        keys = self._sort_keys(self.sorted_by)
        full = [(key, index) for index in found if (key := keys[index]) is not None]
        full.sort(key=_first, reverse=self.descending)
        return [index for _, index in full] + [index for index in found if keys[index] is None]

    def _sort_keys(self, number: int) -> list[SortKey | None]:
        if number not in self._sorts:
            column = self._columns[number]
            self._sorts[number] = [column.sort_of(row) for row in self._rows]
        return self._sorts[number]


def _first(pair: tuple[SortKey, int]) -> SortKey:
    return pair[0]
