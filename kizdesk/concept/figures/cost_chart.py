"""Draw the yearly cost of the centre as bars; what is not quantified is an open bar with words, never nought."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kizdesk.concept.context import Context
from kizdesk.concept.figures import svg
from kizdesk.concept.figures.picture import Picture, Region, box_region
from kizdesk.concept.figures.words import wrapped
from kizdesk.concept.german import euros, figure, listed
from kizdesk.domain.cost import CostItem, CostKind, CostSheet, Post, cost_sheet

_WIDTH, _LEFT, _RIGHT = 1000.0, 300.0, 820.0
_TOP, _STEP, _BAR = 20.0, 54.0, 30.0
_NARROW, _EDGE, _NARROW_STEP, _NARROW_BAR = 430.0, 10.0, 54.0, 18.0
"""The same bars beside something else in the window: words and amounts stand above them."""
_OPEN = 150.0
"""Length of the bar of what is not quantified; it says nothing."""
_SHADES = {"personnel": 2, "additional": 1, "funding": 0, "deficit": 3, "existing_unit": 0, "extra": 3}
_RESULTS = ("deficit", "extra")


@dataclass(frozen=True, slots=True)
class _Bar:
    key: str
    label: str
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class _Scale:
    zero: float
    unit: float


def cost_chart(context: Context, *, narrow: bool = False) -> Picture | None:
    """Return the bars of cost and funding; None while neither a post nor a cost item is entered."""
    snapshot = context.facts.snapshot
    posts = snapshot.all(Post)
    items = [item for item in snapshot.all(CostItem) if item.kind is not CostKind.KNOCK_ON]
    if not posts and not items:
        return None
    bars = _bars(context, cost_sheet(posts, items))
    left, right, step = (_EDGE, _NARROW - _EDGE, _NARROW_STEP) if narrow else (_LEFT, _RIGHT, _STEP)
    width, top = (_NARROW, _EDGE) if narrow else (_WIDTH, _TOP)
    scale = _scale(bars, left, right)
    height = top + step * len(bars) + 6
    parts = [
        svg.tag("line", x1=scale.zero, y1=top - 8, x2=scale.zero, y2=height - 8, stroke=svg.LINE, stroke_width=1.4)
    ]
    regions: list[Region] = []
    for index, bar in enumerate(bars):
        y = top + index * step + 4
        parts.extend(_drawn_below(context, bar, y, scale) if narrow else _drawn(context, bar, y, scale))
        regions.append(box_region(bar.key, 0.0, y - 8, width, step))
    title = context.words.text("cost_chart.title")
    return Picture(svg.document(width, height, title, parts), _alt(context, title, bars), width, height, tuple(regions))


def _scale(bars: Sequence[_Bar], left: float, right: float) -> _Scale:
    known = [bar.amount for bar in bars if bar.amount is not None]
    low, high = min([*known, Decimal(0)]), max([*known, Decimal(0)])
    extent = float(high - low) or 1.0
    return _Scale(left + (right - left) * float(-low) / extent, (right - left) / extent)


def _bars(context: Context, sheet: CostSheet) -> list[_Bar]:
    amounts = {
        "personnel": sheet.personnel,
        "additional": sheet.additional,
        "funding": sheet.funding,
        "deficit": sheet.deficit,
        "existing_unit": sheet.existing_unit,
        "extra": sheet.extra,
    }
    return [_Bar(key, context.words.text(f"cost_chart.{key}"), amount) for key, amount in amounts.items()]


def _drawn(context: Context, bar: _Bar, y: float, scale: _Scale) -> Iterator[str]:
    weight = {"font_weight": "600"} if bar.key in _RESULTS else {}
    lines = wrapped(bar.label, _LEFT - 40, 18, 2)
    for index, line in enumerate(lines):
        shift = (index - (len(lines) - 1) / 2) * 19
        yield svg.text(12.0, y + _BAR / 2 + 6 + shift, line, 18, **weight)
    if bar.amount is None:
        yield _open_bar(scale.zero + 2, y, _BAR)
        yield svg.text(scale.zero + _OPEN + 12, y + _BAR / 2 + 6, context.words.text("cost.open"), 18)
        return
    yield from _bar_shape(bar, bar.amount, y, _BAR, scale)
    end = max(scale.zero + float(bar.amount) * scale.unit, scale.zero)
    yield svg.text(end + 10, y + _BAR / 2 + 6, _short(bar.amount), 18, **weight)


def _drawn_below(context: Context, bar: _Bar, y: float, scale: _Scale) -> Iterator[str]:
    weight = {"font_weight": "600"} if bar.key in _RESULTS else {}
    words = context.words.text("cost.open") if bar.amount is None else _short(bar.amount)
    yield svg.text(_EDGE + 8, y + 16, bar.label, 18, **weight)
    yield svg.text(_NARROW - _EDGE, y + 16, words, 18, text_anchor="end", **weight)
    if bar.amount is None:
        yield _open_bar(scale.zero + 2, y + 24, _NARROW_BAR)
        return
    yield from _bar_shape(bar, bar.amount, y + 24, _NARROW_BAR, scale)


def _open_bar(x: float, y: float, height: float) -> str:
    return svg.tag(
        "rect", x=x, y=y, width=_OPEN, height=height, fill="none",
        stroke=svg.LINE, stroke_width=1.4, stroke_dasharray="6 5",
    )  # fmt: skip


def _bar_shape(bar: _Bar, amount: Decimal, y: float, height: float, scale: _Scale) -> Iterator[str]:
    length = abs(float(amount)) * scale.unit
    left = scale.zero if amount >= 0 else scale.zero - length
    yield svg.tag(
        "rect", x=left, y=y, width=max(length, 1.0), height=height, fill=svg.PALETTE[_SHADES[bar.key]],
        stroke=svg.LINE, stroke_width=2.2 if bar.key in _RESULTS else 1.0,
    )  # fmt: skip
    if bar.key in ("funding", "existing_unit"):
        yield from _hatched(left, y, length, height)


def _hatched(left: float, top: float, length: float, height: float) -> Iterator[str]:
    """Yield the strokes through a bar that is taken off."""
    strokes = []
    at = 0.0 if length else height
    while at < length + height:
        first, last = max(at - length, 0.0), min(at, height)
        if last > first:
            strokes.append(f"M{left + at - first:.1f} {top + first:.1f}L{left + at - last:.1f} {top + last:.1f}")
        at += 12
    if strokes:
        yield svg.tag("path", d="".join(strokes), stroke=svg.LINE, stroke_width=0.9, fill="none")


def _short(amount: Decimal) -> str:
    return f"{figure(amount, 0)} €".replace("-", "\N{MINUS SIGN}")


def _alt(context: Context, title: str, bars: Sequence[_Bar]) -> str:
    parts = [
        f"{bar.label} {context.words.text('cost.open') if bar.amount is None else euros(round(bar.amount, 2))}"
        for bar in bars
    ]
    return f"{title}: {listed(parts)}."
