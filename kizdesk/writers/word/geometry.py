"""Measure a page, in twentieths of a point."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Geometry:
    """Be a page in twentieths of a point."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int

    @property
    def text_width(self) -> int:
        """Return the width between the margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """Return the height between the margins."""
        return self.height - self.top - self.bottom

    def turned(self) -> Geometry:
        """Return the same sheet in landscape."""
        return Geometry(self.height, self.width, self.top, self.right, self.bottom, self.left, self.header, self.footer)


A4 = Geometry(11906, 16838, 1701, 1417, 1361, 1417, 709, 624)
