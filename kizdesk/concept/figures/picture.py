"""Hold a figure with what the window needs beside it: alternative text, size, and the shapes one can point at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kizdesk.concept.figures.geometry import Point, Projection
from kizdesk.concept.materials import Polygon


@dataclass(frozen=True, slots=True)
class Region:
    """Be the shape of one thing in the coordinates of its picture; a hole is a ring within a ring."""

    id: str
    rings: tuple[tuple[Point, ...], ...]

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies in the shape and not in one of its holes."""
        crossings = 0
        for ring in self.rings:
            for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
                if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                    crossings += 1
        return crossings % 2 == 1


@dataclass(frozen=True, slots=True)
class Picture:
    """Be a figure: SVG text, a text that says in words and numbers what it shows, and its size in its own units."""

    svg: str
    alt: str
    width: float
    height: float
    regions: tuple[Region, ...] = ()
    attribution: str = ""
    """Whose map it is, to be shown below it; empty without a map."""


def region_at(picture: Picture, x: float, y: float) -> str:
    """Return the id of the shape at a point of the picture, or an empty text."""
    return next((region.id for region in picture.regions if region.holds(x, y)), "")


def regions_of(shapes: Mapping[str, Iterable[Polygon]], projection: Projection) -> tuple[Region, ...]:
    """Return the shapes of a map as regions."""
    return tuple(
        Region(ags, tuple(tuple(projection.ring(ring)) for polygon in polygons for ring in polygon))
        for ags, polygons in shapes.items()
    )


def box_region(key: str, x: float, y: float, width: float, height: float) -> Region:
    """Return an upright rectangle as a region."""
    return Region(key, (((x, y), (x + width, y), (x + width, y + height), (x, y + height)),))
