"""Describe the columns of a table as data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Generic, TypeVar

from kizdesk.domain.texts import sort_key

Row = TypeVar("Row")
SortKey = tuple[int, float, tuple[str, str]]
_NO_TEXT = ("", "")


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """Be one column over rows of any kind; only title and value are needed."""

    title: str
    value: Callable[[Row], object]
    """What the cell holds; by it the column is sorted unless ``sort`` says otherwise."""
    text: Callable[[Row], str] | None = None
    """What stands in the cell; without it the value is spelled in German."""
    sort: Callable[[Row], object] | None = None
    tip: Callable[[Row], str] | None = None
    role: Callable[[Row], str] | None = None
    """Name of a colour: done, attention, problem, info, muted; empty for ink."""
    sign: Callable[[Row], float | None] | None = None
    """Share from 0 to 1 that is drawn as ring, part or tick instead of the text."""
    mark: Callable[[Row], str] | None = None
    """Name of the icon before the text; ``space`` and ``indent`` leave room for it."""
    check: Callable[[Row], float | None] | None = None
    """Share from 0 to 1 that a box before the text shows as ticked: none, partly, all; None for no box."""
    align: str = ""
    """left, right or centre; without it numbers stand right and signs in the middle."""
    width: int = 0
    """Width in letters; 0 takes it from the rows."""
    stretch: bool = False
    """Take what the other columns leave."""
    spare: bool = False
    """Hide it where the window is too narrow for all columns; copying takes it along."""
    strong: bool = False
    rotated: bool = False
    """Write the title upwards, for narrow columns of signs."""
    key: str = ""
    """Name in the memory; without it the title."""

    @property
    def name(self) -> str:
        """Return the name the memory knows the column by."""
        return self.key or self.title

    def text_of(self, row: Row) -> str:
        """Return what stands in the cell."""
        return self.text(row) if self.text is not None else spell(self.value(row))

    def sort_of(self, row: Row) -> SortKey | None:
        """Return by what the row is sorted; None is empty and stands last."""
        return comparable((self.sort or self.value)(row))

    def tip_of(self, row: Row) -> str:
        """Return the tooltip of the cell."""
        return self.tip(row) if self.tip is not None else self.text_of(row)


def spell(value: object) -> str:
    """Return a value as an office writes it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%d.%m.%Y, %H:%M} Uhr"
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, (int, float, Decimal)):
        return f"{value:,}".translate(str.maketrans(",.", ".,"))
    return str(value)


def comparable(value: object) -> SortKey | None:
    """Return a value so that it can be compared with any other of a column; None for empty."""
    if value is None or value == "":
        return None
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, (bool, int, float, Decimal)):
        return 0, float(value), _NO_TEXT
    if isinstance(value, datetime):
        return 1, value.toordinal() + (value.hour * 3600 + value.minute * 60 + value.second) / 86400, _NO_TEXT
    if isinstance(value, date):
        return 1, float(value.toordinal()), _NO_TEXT
    return 2, 0.0, sort_key(str(value))
