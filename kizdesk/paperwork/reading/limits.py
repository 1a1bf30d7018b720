"""Say how much one file may cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MEGABYTE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Be the most that a file from outside may have, and that reading it may take."""

    seconds: float = 10.0
    memory: int = 500 * MEGABYTE
    size: int = 50 * MEGABYTE
    pages: int = 2_000
    fields: int = 20_000
    depth: int = 40
    """How deep fields and pages may be nested."""
    letters: int = 5_000_000
    """How long all texts of a form may be together."""


LIMITS: Final = Limits()
