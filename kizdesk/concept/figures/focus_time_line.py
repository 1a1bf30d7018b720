"""Draw the focus periods on a line: earlier ones, the present one and later ones, with their fields by strand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kizdesk.concept.context import Context
from kizdesk.concept.figures import svg
from kizdesk.concept.figures.geometry import Box
from kizdesk.concept.figures.picture import Picture, Region, box_region
from kizdesk.concept.figures.words import wrapped
from kizdesk.concept.german import capital, day, listed, quoted
from kizdesk.domain.fields import FieldOfAction, Strand
from kizdesk.domain.focus import FocusPeriod

_WIDTH, _LEFT, _GAP = 1000.0, 184.0, 18.0
_TOP, _EDGE, _HEAD, _LINE, _TYPE = 52.0, 8.0, 62.0, 22.0, 17.0
_BOLD = 1.1
"""How much wider bold letters are."""
_MOST = 4
"""Periods that have room beside each other; older ones are left out."""
_LINES = 3
"""Lines that the title of a field may take."""


def focus_time_line(context: Context, today: date, *, printed: bool = False) -> Picture | None:
    """Return the line of the latest periods with the present day marked; None without a period.

    On paper no day is marked: there the present period is that of the concept, and the day only tells which.
    """
    periods = context.facts.periods[-_MOST:]
    if not periods:
        return None
    width = (_WIDTH - _LEFT - 10 - _GAP * (len(periods) - 1)) / len(periods)
    width = min(width, 400.0)
    chosen = {period.id: _chosen(context, period, width) for period in periods}
    heights = {
        strand: max(sum(len(lines) for lines in found[strand]) for found in chosen.values()) * _LINE + 22
        for strand in Strand
    }
    top = _EDGE if printed else _TOP
    bottom = top + _HEAD + sum(max(height, 62.0) for height in heights.values())
    parts = list(_strands(context, heights, top))
    regions: list[Region] = []
    for index, period in enumerate(periods):
        x = _LEFT + index * (width + _GAP)
        words = _state(context, period, today, printed=printed)
        parts.extend(_period(period, _when(period, today), words, Box(x, top, x + width, bottom)))
        parts.extend(_fields(chosen[period.id], heights, x, top))
        regions.append(box_region(period.id, x, top, width, bottom - top))
    if not printed:
        parts.extend(_today(context, periods, today, (width, bottom)))
    title = context.words.text("time_line.title")
    picture = svg.document(_WIDTH, bottom + 12, title, parts)
    alt = _alt(context, periods, today, printed=printed)
    return Picture(picture, alt, _WIDTH, bottom + 12, tuple(regions))


def _members(context: Context, period: FocusPeriod) -> list[FieldOfAction]:
    known = context.facts.snapshot.by_id(FieldOfAction)
    focuses = context.facts.focuses.get(period.id, ())
    return [known[focus.field_id] for focus in focuses if focus.field_id in known]


def _chosen(context: Context, period: FocusPeriod, width: float) -> dict[Strand, list[list[str]]]:
    members = _members(context, period)
    return {
        strand: [wrapped(field.title, width - 34, _TYPE, _LINES) for field in members if field.strand is strand]
        for strand in Strand
    }


def _when(period: FocusPeriod, today: date) -> str:
    if period.ends < today:
        return "earlier"
    return "later" if period.starts > today else "present"


def _state(context: Context, period: FocusPeriod, today: date, *, printed: bool) -> str:
    when = _when(period, today)
    return context.words.text("time_line.of_concept" if printed and when == "present" else f"time_line.{when}")


def _strands(context: Context, heights: dict[Strand, float], top: float) -> Iterator[str]:
    y = top + _HEAD
    for strand in Strand:
        height = max(heights[strand], 62.0)
        yield svg.tag("line", x1=10.0, y1=y, x2=_WIDTH - 10, y2=y, stroke="#b3b3b3", stroke_width=1.0)
        for index, line in enumerate(wrapped(context.words.label(strand), (_LEFT - 24) / _BOLD, 16, 3)):
            yield svg.text(10.0, y + 24 + index * 20, line, 16, font_weight="600")
        y += height


def _period(period: FocusPeriod, when: str, told: str, box: Box) -> Iterator[str]:
    x, top, width = box.left, box.top, box.right - box.left
    fill = svg.PALETTE[{"earlier": 0, "present": 2, "later": 1}[when]]
    dashes = {"stroke_dasharray": "7 5"} if when == "later" else {}
    yield svg.tag(
        "rect", x=x, y=top, width=width, height=box.bottom - top, fill="none",
        stroke=svg.LINE, stroke_width=3.0 if when == "present" else 1.2, **dashes,
    )  # fmt: skip
    yield svg.tag("rect", x=x + 1.5, y=top + 1.5, width=width - 3, height=_HEAD - 3, fill=fill)
    words = f"{period.starts:%d.%m.%Y} – {period.ends:%d.%m.%Y}"
    size = round(min(17.0, (width - 22) / svg.width_of(words, _BOLD)), 1)
    yield svg.text(x + 12, top + 25, words, size, font_weight="600")
    yield svg.text(x + 12, top + 48, told, 16)


def _fields(chosen: dict[Strand, list[list[str]]], heights: dict[Strand, float], x: float, top: float) -> Iterator[str]:
    top += _HEAD
    for strand in Strand:
        y = top + 26
        for lines in chosen[strand]:
            yield svg.tag("circle", cx=x + 15, cy=y - 5, r=3.5, fill=svg.INK)
            for line in lines:
                yield svg.text(x + 26, y, line, _TYPE)
                y += _LINE
        if not chosen[strand]:
            yield svg.text(x + 26, y, "–", _TYPE)
        top += max(heights[strand], 62.0)


def _today(context: Context, periods: Sequence[FocusPeriod], today: date, size: tuple[float, float]) -> Iterator[str]:
    """Yield the mark of the present day: above its period by its share, else down the gap before the next one."""
    width, bottom = size
    ended = sum(period.ends < today for period in periods)
    x, end = _LEFT + ended * (width + _GAP) - _GAP / 2, bottom + 6
    if ended < len(periods) and periods[ended].starts <= today:
        end = _TOP
        period = periods[ended]
        x += _GAP / 2 + width * ((today - period.starts).days / max((period.ends - period.starts).days, 1))
    words = context.words.text("time_line.today", day=f"{today:%d.%m.%Y}")
    half = svg.width_of(words, 16) / 2
    middle = min(max(x, half + 6), _WIDTH - half - 6)
    yield svg.text(middle, 24.0, words, 16, text_anchor="middle", font_weight="600")
    yield svg.tag("path", d=f"M{x - 7:.1f} 32L{x + 7:.1f} 32L{x:.1f} 44Z", fill=svg.INK)
    yield svg.tag("line", x1=x, y1=42.0, x2=x, y2=end, stroke=svg.INK, stroke_width=2.0)


def _alt(context: Context, periods: Sequence[FocusPeriod], today: date, *, printed: bool) -> str:
    words = context.words
    parts = [
        words.text(
            "time_line.alt",
            when=capital(_state(context, period, today, printed=printed)), starts=day(period.starts),
            ends=day(period.ends),
            fields=listed(quoted(field.title) for field in _members(context, period)) or words.text("time_line.none"),
        )
        for period in periods
    ]  # fmt: skip
    title = words.text("time_line.alt_printed") if printed else words.text("time_line.alt_title", day=day(today))
    return " ".join([title, *parts])
