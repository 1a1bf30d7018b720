"""Put letters into one file, each on pages of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kizdesk.concept.tree import Document


def together(letters: Sequence[Document]) -> Document:
    """Return one document of all letters; raises ValueError for none."""
    if not letters:
        raise ValueError("there is no letter")
    return replace(letters[0], blocks=tuple(block for letter in letters for block in letter.blocks))
