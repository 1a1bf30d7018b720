"""Say where the cells of a small table stand: side by side, in a few lines a row, or one below the other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

_MOST_ACROSS = 3


class Way(Enum):
    """Tell how the cells of a row stand."""

    FLAT = auto()
    """In one line, under one head for all rows."""
    STACKED = auto()
    """The first cell in a line of its own, the others below; each with its name above."""
    UPRIGHT = auto()
    """One below the other, each with its name before it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Be a place in a grid."""

    top: int
    left: int
    across: int = 1


@dataclass(frozen=True, slots=True)
class Places:
    """Be the places of so many columns in one way."""

    way: Way
    columns: int

    @property
    def across(self) -> int:
        """Return how many columns the grid has."""
        if self.way is Way.UPRIGHT:
            return 2
        return self.columns if self.way is Way.FLAT else _across(self.columns)

    @property
    def all_named(self) -> bool:
        """Tell whether each row names its cells, not the head alone."""
        return self.way is not Way.FLAT

    def line(self, row: int, column: int) -> Spot:
        """Return where a cell stands."""
        if self.way is Way.FLAT:
            return Spot(row + 1, column)
        top = self.top(row)
        if self.way is Way.UPRIGHT:
            return Spot(top + column, 1)
        down, left, wide = self._stacked(column)
        return Spot(top + 2 * down + 1, left, wide)

    def name(self, row: int, column: int) -> Spot:
        """Return where the name of a cell stands."""
        at = self.line(row, column)
        if self.way is Way.UPRIGHT:
            return Spot(at.top, 0)
        return Spot(at.top - 1, at.left, at.across)

    def top(self, row: int) -> int:
        """Return the first line of the grid that a row takes; the one before it parts it from the row above."""
        if self.way is Way.FLAT:
            return row + 1
        deep = self.columns if self.way is Way.UPRIGHT else 2 * (1 + -(-(self.columns - 1) // self.across))
        return row * (deep + 1)

    def cells_of(self, column: int) -> list[int]:
        """Return the cells of a row that stand in a column of the grid and take no more than that."""
        return [cell for cell in range(self.columns) if (at := self.line(0, cell)).left == column and at.across == 1]

    def stretch(self, column: int) -> int:
        """Return the share of a column of the grid; the first cell, which says what a row is about, gets more."""
        if self.way is Way.UPRIGHT:
            return column
        return 3 if self.way is Way.FLAT and column == 0 and self.columns > 2 else 2

    def _stacked(self, column: int) -> tuple[int, int, int]:
        across = self.across
        if column == 0:
            return 0, 0, across
        down, left = divmod(column - 1, across)
        return down + 1, left, across - left if column == self.columns - 1 else 1


def _across(columns: int) -> int:
    rest = columns - 1
    return rest if rest <= _MOST_ACROSS else -(-rest // 2)
