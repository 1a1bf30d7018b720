"""Turn places in characters into places in UTF-16 units, in which Qt counts, and back."""

from __future__ import annotations

_UTF16 = "utf-16-le"


def to_units(text: str, place: int) -> int:
    """Return the UTF-16 place of a character."""
    return len(text[:place].encode(_UTF16)) // 2


def to_chars(text: str, units: int) -> int:
    """Return the character at a UTF-16 place; in the middle of a pair, the character itself."""
    return len(text.encode(_UTF16)[: units * 2].decode(_UTF16, errors="ignore"))
