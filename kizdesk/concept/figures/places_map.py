"""Draw a map of the district in which every municipality has a state, told by colour, by a sign and in the legend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kizdesk.concept.context import Context
from kizdesk.concept.figures import svg
from kizdesk.concept.figures.geometry import Box, fitted, outline, signed_area
from kizdesk.concept.figures.picture import Picture, regions_of
from kizdesk.concept.figures.placing import Label, placed
from kizdesk.concept.figures.signs import RADIUS, sign
from kizdesk.concept.figures.words import fitting

_MARGIN = 12.0
_TYPE, _LINE = 19.0, 32.0
_KEY_TYPE, _KEY_LINE = 17.0, 24.0
_CHOSEN = 5.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Be the width of a map, the most height of its shapes, and the line between them."""

    width: float
    tallest: float
    line: str
    stroke: float


WINDOW = Frame(560.0, 620.0, svg.PAPER, 2.0)
PAGE = Frame(850.0, 560.0, svg.LINE, 1.4)
"""As wide as a page: its smallest type has eight points there."""


@dataclass(frozen=True, slots=True)
class Look:
    """Be how a state is drawn, and what it is called in the legend."""

    fill: str
    sign: str | None
    """Drawn in a disc; None stands for no disc at all, as in the key of a map of numbers."""
    words: str
    pale: bool = False
    """True where the ground is so dark that words on it are white."""


@dataclass(frozen=True, slots=True)
class Legend:
    """Be what stands below a map: the words before the entries, and the entries."""

    title: str
    entries: tuple[Look, ...]


def draw_places(
    context: Context,
    looks: Mapping[str, Look],
    told: tuple[str, str],
    chosen: str = "",
    frame: Frame = WINDOW,
    legend: Legend | None = None,
) -> Picture | None:
    """Return the map, or None if there is none, as in a kreisfreie Stadt or for municipalities without outlines.

    It is told by title and alternative text. Without a legend of its own it names the states that occur.
    """
    shapes = {ags: found for ags in looks if (found := context.materials.shapes.get(ags))}
    if context.is_city or not shapes:
        return None
    projection = fitted(shapes, frame.width, frame.tallest, _MARGIN)
    parts = [_area(outline(shapes[ags], projection), looks[ags].fill, frame.line, frame.stroke) for ags in shapes]
    if chosen in shapes:
        parts.append(_area(outline(shapes[chosen], projection), "none", svg.INK, _CHOSEN))
    rings = {
        ags: max((projection.ring(polygon[0]) for polygon in found), key=lambda ring: abs(signed_area(ring)))
        for ags, found in shapes.items()
    }
    names = {ags: context.facts.place(ags) for ags in shapes}
    labels = placed(rings, names, Box(4.0, 4.0, frame.width - 4, projection.height - 4))
    for label in labels:
        parts.extend(_written(label, looks[label.id]))
    shown = legend or Legend("", tuple(dict.fromkeys(looks.values())))
    below = _Below(projection.height + 6, frame.width)
    below.name([f"{label.words} {names[label.id]}" for label in labels if label.lettered])
    below.explain(shown)
    title, alt = told
    drawn = svg.document(frame.width, below.end, title, [*parts, *below.parts])
    attribution = context.materials.map_attribution
    return Picture(drawn, alt, frame.width, below.end, regions_of(shapes, projection), attribution)


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
    yield sign(look.sign or "", *label.sign_at)


class _Below:
    """Set what stands below the map in lines: names of letters, then the legend."""

    def __init__(self, top: float, width: float) -> None:
        self.parts: list[str] = []
        self._x, self._y, self._width = _MARGIN, top, width

    @property
    def end(self) -> float:
        """Return where the picture ends."""
        return self._y + 4

    def name(self, lettered: Sequence[str]) -> None:
        """Add the names of the letters on the map."""
        for words in lettered:
            x = self._room_for(svg.width_of(words, _KEY_TYPE), _KEY_LINE, 18)
            self.parts.append(svg.text(x, self._y + 17, words, _KEY_TYPE))
        if lettered:
            self._x, self._y = _MARGIN, self._y + _KEY_LINE

    def explain(self, legend: Legend) -> None:
        """Add the legend."""
        if legend.title:
            x = self._room_for(svg.width_of(legend.title, _TYPE), _LINE, 16)
            self.parts.append(svg.text(x, self._y + 23, legend.title, _TYPE))
        for look in legend.entries:
            words = fitting(look.words, self._width - 2 * _MARGIN - 50, _TYPE)
            x = self._room_for(46 + svg.width_of(words, _TYPE), _LINE, 20)
            self.parts.append(_swatch(x, self._y + 3, look.fill))
            if look.sign is not None:
                self.parts.append(sign(look.sign, x + 18, self._y + 6 + RADIUS))
            self.parts.append(svg.text(x + 44, self._y + 23, words, _TYPE))
        self._y += _LINE

    def _room_for(self, wide: float, line: float, gap: float) -> float:
        """Return where something of a width begins, on the next line if this one is full."""
        if self._x + wide > self._width - _MARGIN and self._x > _MARGIN:
            self._x, self._y = _MARGIN, self._y + line
        found, self._x = self._x, self._x + wide + gap
        return found


def _swatch(x: float, y: float, fill: str) -> str:
    return svg.tag("rect", x=x, y=y, width=36.0, height=26.0, fill=fill, stroke=svg.LINE, stroke_width=1.0)
