"""Project map shapes onto a plane and find the place of a label inside one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import cos, radians

from kizdesk.concept.materials import Polygon, Ring

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """Be an upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Tell whether two rectangles overlap."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def grown(self, by: float) -> Box:
        """Return the rectangle with air around it."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


@dataclass(frozen=True, slots=True)
class Projection:
    """Be an equirectangular projection, scaled by the cosine of the middle latitude, fitted to a width."""

    west: float
    north: float
    squeeze: float
    scale: float
    margin: float
    height: float

    def point(self, lon: float, lat: float) -> Point:
        """Return the place of a coordinate in the picture."""
        return (
            self.margin + (lon - self.west) * self.squeeze * self.scale,
            self.margin + (self.north - lat) * self.scale,
        )

    def ring(self, ring: Ring) -> list[Point]:
        """Return a ring in the picture."""
        return [self.point(lon, lat) for lon, lat in ring]


def fitted(shapes: Mapping[str, tuple[Polygon, ...]], width: float, tallest: float, margin: float) -> Projection:
    """Return the projection that fits all shapes into a width and a greatest height."""
    points = [point for polygons in shapes.values() for polygon in polygons for point in polygon[0]]
    west, east = min(lon for lon, _ in points), max(lon for lon, _ in points)
    south, north = min(lat for _, lat in points), max(lat for _, lat in points)
    squeeze = cos(radians((south + north) / 2))
    inner = width - 2 * margin
    scale = min(inner / max((east - west) * squeeze, 1e-9), (tallest - 2 * margin) / max(north - south, 1e-9))
    spare = (inner - (east - west) * squeeze * scale) / 2
    shifted = west - spare / (squeeze * scale)
    return Projection(shifted, north, squeeze, scale, margin, (north - south) * scale + 2 * margin)


def outline(polygons: Iterable[Polygon], projection: Projection) -> str:
    """Return the outline of a shape as the data of an SVG path."""
    rings = []
    for polygon in polygons:
        for ring in polygon:
            points = " ".join(f"{x:.1f} {y:.1f}" for x, y in projection.ring(ring))
            rings.append(f"M{points}Z")
    return "".join(rings)


def signed_area(ring: Iterable[Point]) -> float:
    """Return the area of a ring, negative if it runs clockwise."""
    points = list(ring)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1], strict=True)) / 2


def chords(ring: list[Point], y: float) -> list[tuple[float, float]]:
    """Return the stretches of a line across a ring that lie inside it."""
    crossings = sorted(
        x1 + (y - y1) * (x2 - x1) / (y2 - y1)
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True)
        if (y1 <= y) != (y2 <= y)
    )
    return list(zip(crossings[::2], crossings[1::2], strict=False))
