"""Say where the pages of a document stand below each other, as Qt's view of PDFs places them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, QSizeF

from kizdesk.project.output.preview import Spot


@dataclass(frozen=True)
class Geometry:
    """Be the places of all pages in logical pixels, and how many of those a point takes on each."""

    pages: tuple[QRect, ...]
    scales: tuple[float, ...]

    def spot_at(self, place: QPoint) -> Spot:
        """Return which page stands at a place, and how far below its upper edge the place is."""
        number = self._page_at(place.y())
        page, scale = self.pages[number], self.scales[number]
        return Spot(number + 1, (place.y() - page.top()) / scale)

    def point_at(self, place: QPoint) -> tuple[int, float, float] | None:
        """Return the page, counted from 0, and the place on it in points; None beside the pages."""
        number = self._page_at(place.y())
        page, scale = self.pages[number], self.scales[number]
        if not page.contains(place):
            return None
        return number, (place.x() - page.left()) / scale, (place.y() - page.top()) / scale

    def height_of(self, spot: Spot) -> int:
        """Return how far below the upper edge of all pages a spot is."""
        number = min(max(spot.page, 1), len(self.pages)) - 1
        page, scale = self.pages[number], self.scales[number]
        return page.top() + min(max(round(spot.top * scale), -page.top()), page.height())

    def _page_at(self, height: int) -> int:
        return max(0, bisect_right([page.top() for page in self.pages], height) - 1)


def placed(
    points: Sequence[QSizeF], resolution: float, zoom: float | None, width: int, margin: int, gap: int
) -> Geometry:
    """Return where pages of such sizes in points stand; without a zoom each is as wide as the view."""
    known: dict[tuple[float, float], QSize] = {}
    for size in points:
        if (size.width(), size.height()) not in known:
            known[size.width(), size.height()] = _size(size, resolution, zoom, width - 2 * margin)
    sizes = [known[size.width(), size.height()] for size in points]
    widest = max((size.width() for size in sizes), default=0) + 2 * margin
    pages: list[QRect] = []
    top = margin
    for page in sizes:
        pages.append(QRect(QPoint((max(widest, width) - page.width()) // 2, top), page))
        top += page.height() + gap
    scales = tuple(max(1, size.height()) / point.height() for size, point in zip(sizes, points, strict=True))
    return Geometry(tuple(pages), scales)


def _size(points: QSizeF, resolution: float, zoom: float | None, width: int) -> QSize:
    if zoom is not None:
        return (points * resolution * zoom).toSize()
    plain = (points * resolution).toSize()
    return (QSizeF(plain) * (width / max(1, plain.width()))).toSize()
