"""Put names and days into texts that somebody wrote for all municipalities, where ``{Kommune}`` and the like stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

_WORD = re.compile(r"\{([^{}\n]{1,40})\}")
_GAP = "_" * 12
"""What is printed where a day is not known: room to write it by hand."""


def words_in(text: str) -> tuple[str, ...]:
    """Return the words in braces of a text, each once."""
    return tuple(dict.fromkeys(_WORD.findall(text)))


def unknown_words(text: str, known: Collection[str]) -> tuple[str, ...]:
    """Return the words in braces of a text that stand for nothing."""
    return tuple(word for word in words_in(text) if word not in known)


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return a text with its words in braces replaced; one that stands for nothing stays as it is."""
    return _WORD.sub(lambda found: (values[found[1]] or _GAP) if found[1] in values else found[0], text)
