"""Break words of a figure into lines that have room."""

from __future__ import annotations

from collections.abc import Sequence

from kizdesk.concept.figures import svg
from kizdesk.concept.german import shortened

_LONGEST = 200
"""Letters that have no room on any line, however narrow they are."""
_ALT = 900
"""Letters of an alternative text that are left to its parts; a screen reader reads them all in one go."""


def wrapped(text: str, room: float, size: float, lines: int) -> list[str]:
    """Return a text in at most so many lines that have room; what is left out becomes an ellipsis."""
    made: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if svg.width_of(longer, size) <= room or not line:
            line = longer
            continue
        made.append(line)
        line = word
    made.append(line)
    kept = made[:lines]
    if len(made) > lines:
        kept[-1] += " …"
    return [fitting(part, room, size) for part in kept if part]


def fitting(text: str, room: float, size: float) -> str:
    """Return a text cut letter by letter until it has room."""
    if svg.width_of(text, size) <= room:
        return text
    cut = shortened(text, _LONGEST).removesuffix("…").rstrip()
    while cut and svg.width_of(f"{cut}…", size) > room:
        cut = cut[:-1]
    return f"{cut.rstrip()}…" if cut else ""


def told_in_full(parts: Sequence[str]) -> int:
    """Return how many parts of an alternative text are said one by one; the rest is to be summed up."""
    length = 0
    for index, part in enumerate(parts):
        length += len(part) + 2
        if length > _ALT:
            return index
    return len(parts)
