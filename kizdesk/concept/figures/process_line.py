"""Draw the steps of the process one below the other, with the present day between what was and what is to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kizdesk.concept.context import Context
from kizdesk.concept.figures import svg
from kizdesk.concept.figures.picture import Picture, Region, box_region
from kizdesk.concept.figures.words import told_in_full, wrapped
from kizdesk.concept.german import day, figure, span
from kizdesk.domain.people import Body, Consultation

_WIDTH, _NARROW, _WIDE = 640.0, 132.0, 214.0
"""The width, and where the axis stands at least and at most."""
_DATES, _TEXT = 34.0, 26.0
"""Room that dates leave left of the axis, and distance of the words right of it."""
_TOP, _LINE, _TYPE, _SMALL = 14.0, 21.0, 17.0, 15.0
_TODAY = 40.0


def process_line(context: Context, today: date | None) -> Picture | None:
    """Return the line of consultations in order of date; None while there is none. On paper no day is the present."""
    steps = _ordered(context.facts.snapshot.all(Consultation))
    if not steps:
        return None
    axis = _axis(context, steps)
    parts: list[str] = []
    regions: list[Region] = []
    y, marked = _TOP, today is None
    for step in steps:
        if today is not None and not marked and _ahead(step, today):
            parts.extend(_mark(context, today, axis, y))
            y, marked = y + _TODAY, True
        drawn, height = _step(context, step, today, axis, y)
        parts.extend(drawn)
        regions.append(box_region(step.id, 0.0, y, _WIDTH, height))
        y += height
    if today is not None and not marked:
        parts.extend(_mark(context, today, axis, y))
        y += _TODAY
    line = svg.tag("line", x1=axis, y1=_TOP, x2=axis, y2=y, stroke=svg.LINE, stroke_width=2.0)
    title = context.words.text("process_line.title")
    return Picture(
        svg.document(_WIDTH, y + 8, title, [line, *parts]), _alt(context, steps), _WIDTH, y + 8, tuple(regions)
    )


def _ordered(steps: Sequence[Consultation]) -> list[Consultation]:
    """Return the steps by date; one without a date keeps its place behind the one recorded before it."""
    keyed: list[tuple[date, int, Consultation]] = []
    last = date.min
    for index, step in enumerate(steps):
        last = step.held_on or step.until or last
        keyed.append((last, index, step))
    return [step for _, _, step in sorted(keyed, key=lambda entry: entry[:2])]


def _ahead(step: Consultation, today: date) -> bool:
    return (step.held_on or date.min) > today or (step.held_on is None and step.planned)


def _when(context: Context, step: Consultation) -> str:
    words = context.words
    if step.held_on is None and step.until is None:
        return words.text("process.planned_undated" if step.planned else "process.undated")
    if step.held_on and step.until and step.held_on != step.until:
        return span(step.held_on, step.until)
    only = step.held_on or step.until
    return f"{only:%d.%m.%Y}" if only else ""


def _axis(context: Context, steps: Sequence[Consultation]) -> float:
    """Return where the axis stands: the dates have room, and the words get what they leave."""
    widest = max(svg.width_of(line, _SMALL) for step in steps for line in _whens(context, step))
    return min(max(_NARROW, widest + _DATES), _WIDE)


def _whens(context: Context, step: Consultation) -> list[str]:
    lines = wrapped(_when(context, step), _WIDE - _DATES, _SMALL, 3)
    return [*lines, context.words.text("process.planned")] if step.planned and step.held_on else lines


def _step(context: Context, step: Consultation, today: date | None, axis: float, y: float) -> tuple[list[str], float]:
    body = context.facts.snapshot.find(Body, step.body_id)
    left = axis + _TEXT
    titles = wrapped(step.title, _WIDTH - left - 12, _TYPE, 2)
    below = wrapped(body.name, _WIDTH - left - 12, _SMALL, 2) if body and body.name not in step.title else []
    whens = _whens(context, step)
    parts = [svg.text(left, y + 18 + index * _LINE, line, _TYPE) for index, line in enumerate(titles)]
    for index, line in enumerate(below, start=len(titles)):
        parts.append(svg.text(left, y + 18 + index * _LINE, line, _SMALL, fill=svg.MUTED))
    for index, line in enumerate(whens):
        parts.append(svg.text(axis - 20, y + 18 + index * 18, line, _SMALL, text_anchor="end"))
    done = not step.planned and (today is None or not _ahead(step, today))
    fill = svg.INK if done else svg.PAPER
    parts.append(svg.tag("circle", cx=axis, cy=y + 12, r=7.0, fill=fill, stroke=svg.INK, stroke_width=2.0))
    rows = max((len(titles) + len(below)) * _LINE, len(whens) * 18.0)
    return parts, rows + 18


def _mark(context: Context, today: date, axis: float, y: float) -> Iterator[str]:
    words = context.words.text("time_line.today", day=f"{today:%d.%m.%Y}")
    yield svg.tag("line", x1=12.0, y1=y + 14, x2=axis + _TEXT - 10, y2=y + 14, stroke=svg.INK, stroke_width=1.6,
                  stroke_dasharray="6 4")  # fmt: skip
    yield svg.text(axis + _TEXT, y + 19, words, _SMALL, font_weight="600")


def _alt(context: Context, steps: Sequence[Consultation]) -> str:
    words = context.words
    parts = [f"{_spoken(context, step)}: {step.title}" for step in steps]
    told = told_in_full(parts)
    if told < len(parts):
        parts = [*parts[:told], words.text("process_line.rest", count=figure(len(parts) - told))]
    return f"{words.text('process_line.title')}. {'; '.join(parts)}."


def _spoken(context: Context, step: Consultation) -> str:
    when = day(step.held_on) if step.held_on and not step.until else _when(context, step)
    return f"{when} {context.words.text('process.planned')}" if step.planned and step.held_on else when
