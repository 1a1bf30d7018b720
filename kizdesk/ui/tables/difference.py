"""Find the few rows in which two lists of rows differ."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence


def ranges(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return rising numbers as ranges of first and last."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def missing(keys: Sequence[Hashable], among: Collection[Hashable]) -> list[tuple[int, int]]:
    """Return the ranges of keys that are not among others."""
    return ranges([index for index, key in enumerate(keys) if key not in among])
