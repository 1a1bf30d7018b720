"""Show the number of a heading as a template's list shows it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from kizdesk.concept.numbering import Numbering

_PLACE: Final = re.compile(r"%(\d)")
_ROMAN: Final = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def renumbered(numbers: Numbering, levels: Sequence[tuple[str, str]]) -> Numbering:
    """Return numbers of headings as they look in a list of such levels, each with its kind and pattern."""
    headings = {name: shown(number, levels) for name, number in numbers.headings.items()}
    return replace(numbers, headings={name: number for name, number in headings.items() if number})


def shown(number: str, levels: Sequence[tuple[str, str]]) -> str:
    """Return a number such as ``4.2`` in the words of its level, without a full stop at its end as in references."""
    counts = [int(count) for count in number.split(".")]
    if len(counts) > len(levels):
        return number
    kind, pattern = levels[len(counts) - 1]
    if kind in ("none", "bullet"):
        return ""

    def filled(place: re.Match[str]) -> str:
        index = int(place[1]) - 1
        return _worded(counts[index], levels[index][0]) if 0 <= index < len(counts) else ""

    return _PLACE.sub(filled, pattern).strip().rstrip(".")


def _worded(count: int, kind: str) -> str:
    made: Mapping[str, str] = {
        "upperLetter": _letter(count),
        "lowerLetter": _letter(count).lower(),
        "upperRoman": _roman(count),
        "lowerRoman": _roman(count).lower(),
        "decimalZero": f"{count:02d}",
    }
    return made.get(kind, str(count))


def _letter(count: int) -> str:
    return chr(ord("A") + (count - 1) % 26) * (1 + (count - 1) // 26) if count else ""


def _roman(count: int) -> str:
    written = ""
    for worth, sign in _ROMAN:
        written += sign * (count // worth)
        count %= worth
    return written
