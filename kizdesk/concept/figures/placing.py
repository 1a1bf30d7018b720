"""Find a place for the label of every municipality so that no word overlaps another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from kizdesk.concept.figures import svg
from kizdesk.concept.figures.geometry import Box, Point, chords, signed_area
from kizdesk.concept.figures.signs import RADIUS

_SIZES = (20.0, 18.0, 16.0)
_GAP = 5.0
_AIR = 2.0
"""Room that stays free around a label."""
_BOLD = 1.06
"""How much wider bold letters are."""
_STEPS = 28
"""Lines across a shape that are looked at."""
_SIGN = 2 * RADIUS


@dataclass(frozen=True, slots=True)
class Label:
    """Be a placed label: words with a sign before or above them."""

    id: str
    words: str
    size: float
    box: Box
    stacked: bool
    lettered: bool = False
    """True if the words are a letter whose name stands in the key below the map."""

    @property
    def sign_at(self) -> Point:
        """Return the middle of the sign."""
        if self.stacked:
            return (self.box.left + self.box.right) / 2, self.box.top + RADIUS
        return self.box.left + RADIUS, (self.box.top + self.box.bottom) / 2

    @property
    def words_at(self) -> Point:
        """Return the middle of the line of words on its base."""
        if self.stacked:
            return (self.box.left + self.box.right) / 2, self.box.bottom - self.size * 0.22
        left = self.box.left + _SIGN + _GAP
        return (left + self.box.right) / 2, (self.box.top + self.box.bottom) / 2 + self.size * 0.35


def placed(rings: Mapping[str, list[Point]], names: Mapping[str, str], frame: Box) -> list[Label]:
    """Return a label for each ring; the smallest choose first, who finds no room gets a letter."""
    labels: list[Label] = []
    number = 0
    for key in sorted(rings, key=lambda ags: abs(signed_area(rings[ags]))):
        taken = [label.box.grown(_AIR) for label in labels]
        scanned = _scanned(rings[key])
        found = next(_free(key, names[key], scanned, taken, frame), None)
        if found is None:
            number += 1
            found = _lettered(key, _letters(number), scanned, taken, frame)
        labels.append(found)
    return labels


def _shape(words: str, size: float, *, stacked: bool) -> tuple[float, float]:
    wide = svg.width_of(words, size) * _BOLD
    return (max(wide, _SIGN), _SIGN + size) if stacked else (_SIGN + _GAP + wide, max(_SIGN, size * 1.15))


def _letters(number: int) -> str:
    """Return the letters of a number: a to z, then aa, ab."""
    first, last = divmod(number - 1, 26)
    return (chr(96 + first) if first else "") + chr(97 + last)


@dataclass(frozen=True, slots=True)
class _Scanned:
    """Be a shape cut into lines once, so that every size of type looks at the same cuts."""

    top: float
    step: float
    lines: tuple[tuple[tuple[float, float], ...], ...]

    def rooms(self, height: float) -> list[tuple[float, Point]]:
        """Return the places for a line of text with their widths, the best first; the middle counts more."""
        reach = ceil(height / 2 / self.step) if self.step else 0
        found = []
        for at in range(reach, len(self.lines) - reach):
            centred = 1 - abs(at - len(self.lines) / 2) / (1.5 * len(self.lines))
            for left, right in _common(self.lines[at - reach], self.lines[at], self.lines[at + reach]):
                found.append(((right - left) * centred, ((left + right) / 2, self.top + at * self.step)))
        return sorted(found, reverse=True)


def _scanned(ring: list[Point]) -> _Scanned:
    top, bottom = min(y for _, y in ring), max(y for _, y in ring)
    step = (bottom - top) / _STEPS
    return _Scanned(top, step, tuple(tuple(chords(ring, top + at * step)) for at in range(1, _STEPS)))


def _common(*lines: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    shared = list(lines[0])
    for line in lines[1:]:
        shared = [
            (max(left, other_left), min(right, other_right))
            for left, right in shared
            for other_left, other_right in line
            if max(left, other_left) < min(right, other_right)
        ]
    return shared


def _free(
    key: str, words: str, ring: _Scanned, taken: Sequence[Box], frame: Box, *, lettered: bool = False
) -> Iterator[Label]:
    """Yield places without overlap: the largest type first, within the shape before across its border."""
    for overhang in (1.0, 1.25, 1.7):
        for stacked in (True, False):
            for size in _SIZES:
                width, height = _shape(words, size, stacked=stacked)
                for room, middle in ring.rooms(height * 0.9):
                    box = _around(middle, width, height, frame)
                    if room * overhang >= width and not any(box.meets(other) for other in taken):
                        yield Label(key, words, size, box, stacked, lettered)


def _lettered(key: str, words: str, ring: _Scanned, taken: Sequence[Box], frame: Box) -> Label:
    found = next(_free(key, words, ring, taken, frame, lettered=True), None)
    if found is not None:
        return found
    width, height = _shape(words, _SIZES[-1], stacked=False)
    places = [middle for _, middle in ring.rooms(0.0)] or [(0.0, ring.top)]
    boxes = [_around((x + dx * 14, y + dy * 10), width, height, frame) for x, y in places for dx, dy in _NEAR]
    free = (box for box in boxes if not any(box.meets(other) for other in taken))
    return Label(key, words, _SIZES[-1], next(free, boxes[0]), stacked=False, lettered=True)


_NEAR = ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, -1), (2, 0), (-2, 0), (0, 2), (0, -2))


def _around(middle: Point, width: float, height: float, frame: Box) -> Box:
    x = min(max(middle[0], frame.left + width / 2), frame.right - width / 2)
    y = min(max(middle[1], frame.top + height / 2), frame.bottom - height / 2)
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
