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
_OPEN = 150.0
"""Length of the bar of what is not quantified; it says nothing."""
_SHADES = {"personnel": 2, "additional": 1, "funding": 0, "deficit": 3, "existing_unit": 0, "extra": 3}
_RESULTS = ("deficit", "extra")


@dataclass(frozen=True, slots=True)
class _Bar:
    key: str
    label: str
    amount: Decimal | None


def cost_chart(context: Context) -> Picture | None:
    """Return the bars of cost and funding; None while neither a post nor a cost item is entered."""
    snapshot = context.facts.snapshot
    posts = snapshot.all(Post)
    items = [item for item in snapshot.all(CostItem) if item.kind is not CostKind.KNOCK_ON]
    if not posts and not items:
        return None
    bars = _bars(context, cost_sheet(posts, items))
    known = [bar.amount for bar in bars if bar.amount is not None]
    low, high = min([*known, Decimal(0)]), max([*known, Decimal(0)])
    extent = float(high - low) or 1.0
    zero = _LEFT + (_RIGHT - _LEFT) * float(-low) / extent
    scale = (_RIGHT - _LEFT) / extent
    height = _TOP + _STEP * len(bars) + 6
    parts = [svg.tag("line", x1=zero, y1=_TOP - 8, x2=zero, y2=height - 8, stroke=svg.LINE, stroke_width=1.4)]
    regions: list[Region] = []
    for index, bar in enumerate(bars):
        y = _TOP + index * _STEP + 4
        parts.extend(_drawn(context, bar, y, zero, scale))
        regions.append(box_region(bar.key, 0.0, y - 8, _WIDTH, _STEP))
    title = context.words.text("cost_chart.title")
    return Picture(
        svg.document(_WIDTH, height, title, parts), _alt(context, title, bars), _WIDTH, height, tuple(regions)
    )


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


def _drawn(context: Context, bar: _Bar, y: float, zero: float, scale: float) -> Iterator[str]:
    weight = {"font_weight": "600"} if bar.key in _RESULTS else {}
    lines = wrapped(bar.label, _LEFT - 40, 18, 2)
    for index, line in enumerate(lines):
        shift = (index - (len(lines) - 1) / 2) * 19
        yield svg.text(12.0, y + _BAR / 2 + 6 + shift, line, 18, **weight)
    if bar.amount is None:
        yield svg.tag(
            "rect", x=zero + 2, y=y, width=_OPEN, height=_BAR, fill="none",
            stroke=svg.LINE, stroke_width=1.4, stroke_dasharray="6 5",
        )  # fmt: skip
        yield svg.text(zero + _OPEN + 12, y + _BAR / 2 + 6, context.words.text("cost.open"), 18)
        return
    length = abs(float(bar.amount)) * scale
    left = zero if bar.amount >= 0 else zero - length
    taken = bar.key in ("funding", "existing_unit")
    yield svg.tag(
        "rect", x=left, y=y, width=max(length, 1.0), height=_BAR, fill=svg.PALETTE[_SHADES[bar.key]],
        stroke=svg.LINE, stroke_width=2.2 if bar.key in _RESULTS else 1.0,
    )  # fmt: skip
    if taken:
        yield from _hatched(left, y, length)
    yield svg.text(max(left + length, zero) + 10, y + _BAR / 2 + 6, _short(bar.amount), 18, **weight)


def _hatched(left: float, top: float, length: float) -> Iterator[str]:
    """Yield the strokes through a bar that is taken off."""
    strokes = []
    at = 0.0
    while at < length + _BAR:
        first, last = max(at - length, 0.0), min(at, _BAR)
        if last > first:
            strokes.append(f"M{left + at - first:.1f} {top + first:.1f}L{left + at - last:.1f} {top + last:.1f}")
        at += 12
    yield svg.tag("path", d="".join(strokes), stroke=svg.LINE, stroke_width=0.9, fill="none")


def _short(amount: Decimal) -> str:
    return f"{figure(amount, 0)} €".replace("-", "\N{MINUS SIGN}")


def _alt(context: Context, title: str, bars: Sequence[_Bar]) -> str:
    parts = [
        f"{bar.label} {context.words.text('cost.open') if bar.amount is None else euros(round(bar.amount, 2))}"
        for bar in bars
    ]
    return f"{title}: {listed(parts)}."
