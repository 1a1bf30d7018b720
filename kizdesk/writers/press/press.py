"""Print: files to PDF, and where each block stands in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

from kizdesk.places import resources_dir
from kizdesk.writers.press.heads import with_heads_of_rows

STANDARDS = ("ua-1", "a-2a")
"""Accessible for everybody, and fit for the archive with its structure."""
_MOST_AGES = 8
"""The library keeps what it set for ten prints; so many empty ones let go of what the last prints did not need."""
_ROOMY = 480 << 20
_STEP = 15 << 20
"""Bytes from which on, and steps in which, less is kept: what a chapter was made of saves a second when it changes."""
_NOTHING = {"main.typ": b""}


@dataclass(frozen=True, slots=True)
class Place:
    """Be where a block begins: its mark, its page from 1, and how far below the page's upper edge, in points."""

    mark: str
    page: int
    top: float


class Press:
    """Print one document after the other; what did not change since the last one is not set anew."""

    def __init__(self) -> None:
        self._typst: Any = import_module("typst")
        self._fonts = self._typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[resources_dir() / "fonts"]
        )

    def pdf(self, files: Mapping[str, bytes], printed: datetime, *, looked_at: bool = False) -> bytes:
        """Return the PDF; raises RuntimeError with what is wrong if it does not fulfil the standards.

        One that is only looked at on the screen need not tell screen readers the heads of rows.
        """
        moment = printed if printed.tzinfo else printed.replace(tzinfo=UTC)
        made: bytes = self._compiler(files).compile(
            format="pdf", pdf_standards=list(STANDARDS), timestamp=int(moment.timestamp())
        )
        return made if looked_at else with_heads_of_rows(made)

    def places(self, files: Mapping[str, bytes]) -> list[Place]:
        """Return where the blocks stand, in the order of the document."""
        found = json.loads(self._compiler(files).query("<places>", field="value", one=True))
        return [Place(mark.strip("<>"), page, top) for mark, page, top in found]

    def forget(self, held: int) -> bool:
        """Let go of what the next print will hardly need, the more the more is held; tell whether of anything."""
        count = ages(held)
        for _ in range(count):
            self._compiler(_NOTHING).compile(format="svg")
        return count > 0

    def _compiler(self, files: Mapping[str, bytes]) -> Any:
        """Return a compiler for these files; the library keeps what it set before, whichever compiler asked."""
        return self._typst.Compiler(dict(files), font_paths=self._fonts)


def ages(held: int) -> int:
    """Return how many prints what is held shall age by, beside the one just made; many where nobody knows."""
    if not held:
        return _MOST_AGES
    return max(0, min(_MOST_AGES, -((_ROOMY - held) // _STEP)))
