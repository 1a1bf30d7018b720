"""Put texts into one line, where a line break would begin something else."""

from __future__ import annotations


def one_line(text: str) -> str:
    """Return a text with single blanks only, so that it stays one item of a list."""
    return " ".join(text.split())
