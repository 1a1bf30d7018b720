"""Share a table's width among its columns, so that words of usual length need not be broken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from kizdesk.concept.tree import Column, Row

LONGEST_WORD, LONGEST_TITLE_WORD = 14, 16
"""Longer words in cells and in titles are hyphenated rather than given room."""
LOOKED_AT = 100
"""Rows that are looked at for their longest word."""
_PADDING = 180
_LETTER, _SMALL_LETTER = 96, 80
_TITLE_LETTER, _SMALL_TITLE_LETTER = 104, 88
"""Width of a letter, in twentieths of a point."""


def column_widths(columns: Sequence[Column], rows: Sequence[Row], width: int, *, small: bool) -> tuple[int, ...]:
    """Return the widths of columns; they add up to the whole width.

    The shares asked for hold, but a column too narrow for its words is given what others can spare.
    """
    shares = [max(column.width, 0.01) for column in columns]
    wanted = [width * share / sum(shares) for share in shares]
    needed = _needed(columns, rows, small=small)
    spare = [max(0.0, wish - need) for wish, need in zip(wanted, needed, strict=True)]
    short = [max(0.0, need - wish) for wish, need in zip(wanted, needed, strict=True)]
    moved = min(sum(spare), sum(short))
    given = [
        wish + moved * (lack / (sum(short) or 1) - rest / (sum(spare) or 1))
        for wish, lack, rest in zip(wanted, short, spare, strict=True)
    ]
    edges = [round(sum(given[:count])) for count in range(len(given))] + [width]
    return tuple(right - left for left, right in pairwise(edges))


def _needed(columns: Sequence[Column], rows: Sequence[Row], *, small: bool) -> list[int]:
    letter, title = (_SMALL_LETTER, _SMALL_TITLE_LETTER) if small else (_LETTER, _TITLE_LETTER)
    titles = [title * min(LONGEST_TITLE_WORD, _longest(column.title)) for column in columns]
    looked_at = [row.cells for row in rows[:LOOKED_AT]]
    return [
        max(least, letter * _longest_of(cells[place] for cells in looked_at if place < len(cells))) + _PADDING
        for place, least in enumerate(titles)
    ]


def _longest_of(texts: Iterable[str]) -> int:
    """Return the letters of the longest word, as far as it is given room: behind such a one none is looked for."""
    longest = 0
    for text in texts:
        if len(text) > longest:
            longest = max(longest, _longest(text))
            if longest >= LONGEST_WORD:
                return LONGEST_WORD
    return longest


def _longest(text: str) -> int:
    return max(map(len, text[:2000].replace("-", "- ").replace("/", "/ ").split()), default=0)
