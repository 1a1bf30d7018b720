"""Break words of a figure into lines that have room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from kizdesk.concept.figures import svg
from kizdesk.concept.german import shortened

_HYPHEN = "\N{SOFT HYPHEN}"
_VOWELS, _WHOLE = "aeiouyäöü", ("ch", "ck", "ph", "sh", "th", "qu")
_LONGEST = 200
"""Letters that have no room on any line, however narrow they are."""
_ALT = 900
"""Letters of an alternative text that are left to its parts; a screen reader reads them all in one go."""


def wrapped(text: str, room: float, size: float, lines: int) -> list[str]:
    """Return a text in at most so many lines that have room; what is left out becomes an ellipsis."""
    made: list[str] = []
    line = ""
    for word in chain.from_iterable(_pieces(whole, room, size) for whole in text.split()):
        longer = f"{line} {word}".strip() if not line.endswith(_HYPHEN) else f"{line.removesuffix(_HYPHEN)}{word}"
        if svg.width_of(longer, size) <= room or not line:
            line = longer
            continue
        made.append(line)
        line = word
    made.append(line)
    kept = made[:lines]
    if len(made) > lines:
        kept[-1] += " …"
    return [fitting(part.replace(_HYPHEN, "-"), room, size) for part in kept if part]


def _pieces(word: str, room: float, size: float) -> Iterator[str]:
    """Yield the parts of a word that is too long for a line, broken before a consonant that a vowel follows."""
    while svg.width_of(word, size) > room and len(word) < _LONGEST:
        at = next((at for at in _breaks(word) if svg.width_of(f"{word[:at]}-", size) <= room), 0)
        if not at:
            break
        yield word[:at] + _HYPHEN
        word = word[at:]
    yield word


def _breaks(word: str) -> Iterator[int]:
    """Yield where a word may be broken, the last place first; ``ch``, ``ck`` and the like stay whole."""
    low = word.casefold()
    for at in range(len(low) - 3, 2, -1):
        if low[at] not in _VOWELS and low[at + 1] in _VOWELS and low[at - 1 : at + 1] not in _WHOLE:
            yield at


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
