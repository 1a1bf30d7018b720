"""Draw a map of the district in which every municipality has a state, told by colour, by a sign and in the legend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kizdesk.concept.context import Context
from kizdesk.concept.figures import svg
from kizdesk.concept.figures.district_map import path
from kizdesk.concept.figures.geometry import Box, fitted, signed_area
from kizdesk.concept.figures.picture import Picture, regions_of
from kizdesk.concept.figures.placing import Label, placed
from kizdesk.concept.figures.signs import RADIUS, sign
from kizdesk.concept.figures.words import fitting

_WIDTH, _TALLEST, _MARGIN = 560.0, 620.0, 12.0
_TYPE, _LINE = 19.0, 32.0
_KEY_TYPE, _KEY_LINE = 17.0, 24.0
_CHOSEN = 5.0


@dataclass(frozen=True, slots=True)
class Look:
    """Be how a state is drawn, and what it is called in the legend."""

    fill: str
    sign: str
    words: str
    pale: bool = False
    """True where the ground is so dark that words on it are white."""


def draw_places(context: Context, looks: Mapping[str, Look], title: str, alt: str, chosen: str = "") -> Picture | None:
    """Return the map, or None if there is none, as in a kreisfreie Stadt or for municipalities without outlines."""
    shapes = {ags: found for ags in looks if (found := context.materials.shapes.get(ags))}
    if context.is_city or not shapes:
        return None
    projection = fitted(shapes, _WIDTH, _TALLEST, _MARGIN)
    parts = [_area(path(shapes[ags], projection), looks[ags].fill, svg.PAPER, 2.0) for ags in shapes]
    if chosen in shapes:
        parts.append(_area(path(shapes[chosen], projection), "none", svg.INK, _CHOSEN))
    rings = {
        ags: max((projection.ring(polygon[0]) for polygon in found), key=lambda ring: abs(signed_area(ring)))
        for ags, found in shapes.items()
    }
    names = {ags: context.facts.place(ags) for ags in shapes}
    labels = placed(rings, names, Box(4.0, 4.0, _WIDTH - 4, projection.height - 4))
    for label in labels:
        parts.extend(_written(label, looks[label.id]))
    bottom, below = _below(projection.height, labels, names, looks)
    return Picture(
        svg.document(_WIDTH, bottom, title, [*parts, *below]),
        alt,
        _WIDTH,
        bottom,
        regions_of(shapes, projection),
        context.materials.map_attribution,
    )


def _area(drawn: str, fill: str, line: str, width: float) -> str:
    return svg.tag(
        "path", d=drawn, fill=fill, fill_rule="evenodd", stroke=line, stroke_width=width, stroke_linejoin="round"
    )


def _written(label: Label, look: Look) -> Iterator[str]:
    ground, ink = (look.fill, svg.PAPER) if look.pale else (svg.PAPER, svg.INK)
    x, y = label.words_at
    common = {"text_anchor": "middle", "font_weight": "600"}
    yield svg.text(
        x, y, label.words, label.size, **common,
        fill=ground, stroke=ground, stroke_width=3.5, stroke_linejoin="round", stroke_opacity="0.85",
    )  # fmt: skip
    yield svg.text(x, y, label.words, label.size, **common, fill=ink)
    yield sign(look.sign, *label.sign_at)


def _below(
    top: float, labels: Sequence[Label], names: Mapping[str, str], looks: Mapping[str, Look]
) -> tuple[float, list[str]]:
    """Return where the picture ends, and what stands below the map: names of letters, then the legend."""
    parts: list[str] = []
    y = top + 6
    lettered = [label for label in labels if label.lettered]
    x = _MARGIN
    for label in lettered:
        words = f"{label.words} {names[label.id]}"
        wide = svg.width_of(words, _KEY_TYPE)
        if x + wide > _WIDTH - _MARGIN and x > _MARGIN:
            x, y = _MARGIN, y + _KEY_LINE
        parts.append(svg.text(x, y + 17, words, _KEY_TYPE))
        x += wide + 18
    y += _KEY_LINE if lettered else 0
    x = _MARGIN
    for look in dict.fromkeys(looks.values()):
        words = fitting(look.words, _WIDTH - 2 * _MARGIN - 50, _TYPE)
        wide = 46 + svg.width_of(words, _TYPE)
        if x + wide > _WIDTH - _MARGIN and x > _MARGIN:
            x, y = _MARGIN, y + _LINE
        parts.append(
            svg.tag("rect", x=x, y=y + 3, width=36.0, height=26.0, fill=look.fill, stroke=svg.LINE, stroke_width=1.0)
        )
        parts.append(sign(look.sign, x + 18, y + 6 + RADIUS))
        parts.append(svg.text(x + 44, y + 23, words, _TYPE))
        x += wide + 20
    return y + _LINE + 4, parts
