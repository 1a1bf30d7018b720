"""Guess how much room text takes, where nobody has laid it out yet."""

from __future__ import annotations

from collections.abc import Sequence

TWIPS_PER_CHARACTER = 104
"""Mean width of a character in running text of 10.5 points."""
_CELL, _SMALL_CELL = 92, 77
_PADDING = 170


def lines(text: str, width: int, character: int = TWIPS_PER_CHARACTER) -> int:
    """Return about how many lines a text takes in a width of twentieths of a point."""
    room = max(1, width // character)
    if "\n" not in text:
        return 1 + len(text) // room
    return sum(1 + len(line) // room for line in text.split("\n"))


def row_lines(cells: Sequence[str], widths: Sequence[int], *, small: bool = False) -> int:
    """Return about how many lines the tallest cell of a row takes."""
    character = _SMALL_CELL if small else _CELL
    tallest = 1
    for text, width in zip(cells, widths, strict=False):
        tall = lines(text, width - _PADDING, character)
        tallest = max(tallest, tall)
    return tallest
