"""Find the place in a text whose printed words somebody clicked on."""

from __future__ import annotations

_MOST = 5
"""Words that are looked for; fewer where a mark of Markdown stands between them."""
_LEAST = 2
_SPACES = str.maketrans(dict.fromkeys("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\n\u2029", " "))


def place_in(text: str, printed: str) -> int | None:
    """Return where in a text printed words stand that begin and end anywhere; None if they cannot be found."""
    plain = text.translate(_SPACES)
    for line in printed.translate(_SPACES).replace("\ufffe", "\r").split("\r"):
        words = line.split()[1:-1]  # the first and the last one may be cut
        for count in range(min(_MOST, len(words)), _LEAST - 1, -1):
            for first in range(len(words) - count + 1):
                found = plain.find(" ".join(words[first : first + count]))
                if found >= 0:
                    return found
    return None
