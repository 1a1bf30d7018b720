"""Draw the map of the district: its municipalities, shaded by the number of their offerings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import sqrt

from kizdesk.concept.context import Context
from kizdesk.concept.figures import svg
from kizdesk.concept.figures.geometry import Box, Projection, fitted, roomiest, signed_area
from kizdesk.concept.figures.picture import Picture, regions_of
from kizdesk.concept.figures.shading import Shading, kind_of_place, shading
from kizdesk.concept.german import capital, listed
from kizdesk.concept.materials import Polygon

_WIDTH, _TALLEST, _MARGIN = 1000.0, 630.0, 14.0
_SIZE, _SMALLEST = 21.0, 17.0
_LEGEND = 64.0


@dataclass(frozen=True, slots=True)
class _Label:
    name: str
    note: str
    size: float
    x: float
    box: Box


def map_figure_alt(context: Context, offered: Mapping[str, int]) -> str:
    """Return in words and numbers what the map shows."""
    words = context.words
    if not any(offered.values()):
        kinds = listed(f"{context.facts.place(ags)} ({kind_of_place(context, ags)})" for ags in offered)
        return words.text("map.alt_kinds", inside=capital(context.district.inside), named=kinds)
    named = listed(f"{context.facts.place(ags)} ({words.count('angebot', count)})" for ags, count in offered.items())
    return words.text("map.alt", inside=capital(context.district.inside), named=named)


def map_caption(context: Context, offered: Mapping[str, int]) -> str:
    """Return the caption: by offerings if there are any, else by the kind of municipality."""
    return context.words.caption("map" if any(offered.values()) else "map_kinds", inside=context.district.inside)


def offerings_picture(context: Context) -> Picture | None:
    """Return the map as the concept prints it, with its shapes; None without municipalities or outlines."""
    facts, materials = context.facts, context.materials
    shapes = {ags: materials.shapes[ags] for ags in facts.ags if materials.shapes.get(ags)}
    if context.is_city or not shapes:
        return None
    offered = {ags: len(facts.offerings.get(ags, ())) for ags in shapes}
    projection = fitted(shapes, _WIDTH, _TALLEST, _MARGIN)
    return Picture(
        draw_map(context, shapes, offered),
        map_figure_alt(context, offered),
        _WIDTH,
        projection.height + _LEGEND,
        regions_of(shapes, projection),
        materials.map_attribution,
    )


def draw_map(context: Context, shapes: Mapping[str, tuple[Polygon, ...]], offered: Mapping[str, int]) -> str:
    """Return the map as SVG."""
    projection = fitted(shapes, _WIDTH, _TALLEST, _MARGIN)
    found = shading(context, offered)
    parts = [
        svg.tag(
            "path",
            d=path(polygons, projection),
            fill=svg.PALETTE[found.shades[ags]],
            fill_rule="evenodd",
            stroke=svg.LINE,
            stroke_width=1.6,
            stroke_linejoin="round",
        )
        for ags, polygons in shapes.items()
    ]
    labels = _labels(context, shapes, projection, offered)
    parts.extend(part for label in labels for part in _written(label))
    parts.extend(_legend(found, projection.height))
    return svg.document(_WIDTH, projection.height + _LEGEND, map_caption(context, offered), parts)


def path(polygons: tuple[Polygon, ...], projection: Projection) -> str:
    """Return the outline of a shape as the data of an SVG path."""
    rings = []
    for polygon in polygons:
        for ring in polygon:
            points = " ".join(f"{x:.1f} {y:.1f}" for x, y in projection.ring(ring))
            rings.append(f"M{points}Z")
    return "".join(rings)


def _labels(
    context: Context,
    shapes: Mapping[str, tuple[Polygon, ...]],
    projection: Projection,
    offered: Mapping[str, int],
) -> list[_Label]:
    largest = {
        ags: max((projection.ring(polygon[0]) for polygon in polygons), key=lambda ring: abs(signed_area(ring)))
        for ags, polygons in shapes.items()
    }
    placed: list[_Label] = []
    room_each = sqrt(sum(abs(signed_area(ring)) for ring in largest.values()) / len(largest))
    size_here = min(max(room_each / 7, _SMALLEST), _SIZE)
    for ags in sorted(largest, key=lambda key: -abs(signed_area(largest[key]))):
        name = context.facts.place(ags)
        size = size_here
        (x, y), room = roomiest(largest[ags], size * 1.1)
        while svg.width_of(name, size) > room * 0.95 and size > 0.8 * size_here:
            size -= 1
        note = str(offered[ags]) if offered[ags] else ""
        half = svg.width_of(name, size) / 2
        x = min(max(x, half + 4), _WIDTH - half - 4)
        box = Box(x - half, y - size * 0.6, x + half, y + size * (1.25 if note else 0.4))
        placed.append(_Label(name, note, size, x, _clear(box, [label.box for label in placed], size)))
    return placed


def _clear(box: Box, others: list[Box], size: float) -> Box:
    for step in range(8):
        for down in (step * size * 0.25, -step * size * 0.25):
            moved = box.moved(down)
            if not any(moved.meets(other) for other in others):
                return moved
    return box


def _written(label: _Label) -> Iterator[str]:
    base = label.box.top + label.size * 0.9
    lines = [(label.name, base, label.size, "600")]
    if label.note:
        lines.append((label.note, base + label.size * 0.9, max(label.size * 0.85, 15.0), "400"))
    for words, y, size, weight in lines:
        common = {"text_anchor": "middle", "font_weight": weight}
        yield svg.text(
            label.x, y, words, size, **common,
            stroke="#ffffff", stroke_width=3.0, stroke_linejoin="round", stroke_opacity="0.75",
        )  # fmt: skip
        yield svg.text(label.x, y, words, size, **common)


def _legend(found: Shading, top: float) -> Iterator[str]:
    x, y = _MARGIN, top + 18
    if found.title:
        yield svg.text(x, y + 20, found.title, 22.0)
        x += svg.width_of(found.title, 22.0) + 24
    for shade, words in found.legend:
        yield svg.tag(
            "rect", x=x, y=y, width=38.0, height=26.0, fill=svg.PALETTE[shade], stroke=svg.LINE, stroke_width=1.2
        )
        yield svg.text(x + 48, y + 20, words, 22.0)
        x += 62 + svg.width_of(words, 22.0) + 24
