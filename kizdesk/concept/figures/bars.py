"""Draw one bar for each municipality, its number beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kizdesk.concept.figures import svg
from kizdesk.concept.figures.picture import Picture, box_region
from kizdesk.concept.figures.words import fitting

_WIDTH, _WIDEST, _EDGE, _GAP = 1000.0, 320.0, 14.0, 14.0
_TYPE, _STEP, _TOP = 18.0, 30.0, 8.0
_BAR = 20.0
MOST = 32
"""Bars that a page has room for in legible type."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Be one bar: whose it is, its size, and the words beside it."""

    key: str
    name: str
    size: float
    words: str


def bar_chart(bars: Sequence[Bar], title: str, alt: str, attribution: str = "") -> Picture:
    """Return the chart, one bar below the other in the order given."""
    left = max(svg.width_of(fitting(bar.name, _WIDEST, _TYPE), _TYPE) for bar in bars) + _EDGE + _GAP
    right = _WIDTH - max(svg.width_of(bar.words, _TYPE) for bar in bars) - _EDGE - _GAP
    unit = (right - left) / (max(bar.size for bar in bars) or 1.0)
    height = _TOP * 2 + _STEP * len(bars)
    parts = [svg.tag("line", x1=left, y1=_TOP - 4, x2=left, y2=height - _TOP + 4, stroke=svg.LINE, stroke_width=1.4)]
    for index, bar in enumerate(bars):
        parts.extend(_drawn(bar, _TOP + index * _STEP, left, bar.size * unit))
    regions = (box_region(bar.key, 0.0, _TOP + at * _STEP, _WIDTH, _STEP) for at, bar in enumerate(bars))
    drawn = svg.document(_WIDTH, height, title, parts)
    return Picture(drawn, alt, _WIDTH, height, tuple(regions), attribution)


def _drawn(bar: Bar, y: float, left: float, length: float) -> Iterator[str]:
    base = y + _STEP / 2 + _TYPE * 0.35
    yield svg.text(left - _GAP, base, fitting(bar.name, _WIDEST, _TYPE), _TYPE, text_anchor="end")
    yield svg.tag(
        "rect", x=left, y=y + (_STEP - _BAR) / 2, width=max(length, 1.0), height=_BAR,
        fill=svg.PALETTE[2], stroke=svg.LINE, stroke_width=1.0,
    )  # fmt: skip
    yield svg.text(left + max(length, 1.0) + 10, base, bar.words, _TYPE)
