"""Lend the room that wide columns of a table do not need to columns whose text is cut."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHeaderView


class Lending:
    """Know which columns of a header are wider for now than they are by themselves."""

    def __init__(self, header: QHeaderView) -> None:
        self._header = header
        self._own: dict[int, int] = {}
        self._kept: set[int] = set()

    def own_width(self, section: int) -> int:
        """Return how wide a column is without what it is lent."""
        return self._own.get(section, self._header.sectionSize(section))

    def keep(self, section: int) -> None:
        """Leave a column as wide as the user made it."""
        self._own.pop(section, None)
        self._kept.add(section)

    def forget(self) -> None:
        """Lend to every column again."""
        self._kept.clear()

    def take_back(self) -> None:
        """Make all columns as wide as they are by themselves."""
        for section, width in self._own.items():
            self._header.resizeSection(section, width)
        self._own.clear()

    def lend(self, least: Mapping[int, int], whole: Mapping[int, int]) -> None:
        """Take from the columns with a least width, give to the others; ``whole`` is where no text is cut."""
        size = self._header.sectionSize
        spare = {section: max(0, size(section) - max(least[section], whole.get(section, 0))) for section in least}
        wanted = {
            section: width - size(section)
            for section, width in whole.items()
            if section not in least and section not in self._kept and width > size(section) > 0
        }
        given = shares(sum(spare.values()), wanted)
        for section, more in given.items():
            self._own[section] = size(section)
            self._header.resizeSection(section, size(section) + more)
        left = sum(given.values())
        for section, room in spare.items():
            self._header.resizeSection(section, size(section) - min(left, room))
            left -= min(left, room)


def shares(room: int, wanted: Mapping[int, int]) -> dict[int, int]:
    """Return what each column gets: the smallest wish is met first, the largest takes what is left."""
    found: dict[int, int] = {}
    for place, (column, wish) in enumerate(sorted(wanted.items(), key=_wish)):
        share = min(wish, room // (len(wanted) - place))
        if share > 0:
            found[column] = share
            room -= share
    return found


def spread(room: int, least: Mapping[int, int]) -> dict[int, int]:
    """Return how wide columns are that share a room: alike, but none below its least width."""
    found: dict[int, int] = {}
    for place, (column, width) in enumerate(sorted(least.items(), key=_wish, reverse=True)):
        found[column] = max(width, room // (len(least) - place))
        room -= found[column]
    return found


def _wish(entry: tuple[int, int]) -> tuple[int, int]:
    return entry[1], entry[0]
