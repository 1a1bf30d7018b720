"""Draw the steps of the process one below the other, with the present day between what was and what is to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kizdesk.concept.context import Context
from kizdesk.concept.figures import svg
from kizdesk.concept.figures.picture import Picture, Region, box_region
from kizdesk.concept.figures.words import fitting, wrapped
from kizdesk.concept.german import day, span
from kizdesk.domain.people import Body, Consultation

_WIDTH, _AXIS, _TEXT = 640.0, 214.0, 240.0
_TOP, _LINE, _TYPE, _SMALL = 14.0, 21.0, 17.0, 15.0
_TODAY = 40.0


def process_line(context: Context, today: date) -> Picture | None:
    """Return the line of consultations in order of date; None while there is none."""
    steps = _ordered(context.facts.snapshot.all(Consultation))
    if not steps:
        return None
    parts: list[str] = []
    regions: list[Region] = []
    y, marked = _TOP, False
    for step in steps:
        if not marked and _ahead(step, today):
            parts.extend(_mark(context, today, y))
            y, marked = y + _TODAY, True
        drawn, height = _step(context, step, today, y)
        parts.extend(drawn)
        regions.append(box_region(step.id, 0.0, y, _WIDTH, height))
        y += height
    if not marked:
        parts.extend(_mark(context, today, y))
        y += _TODAY
    axis = svg.tag("line", x1=_AXIS, y1=_TOP, x2=_AXIS, y2=y, stroke=svg.LINE, stroke_width=2.0)
    title = context.words.text("process_line.title")
    return Picture(
        svg.document(_WIDTH, y + 8, title, [axis, *parts]), _alt(context, steps), _WIDTH, y + 8, tuple(regions)
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


def _step(context: Context, step: Consultation, today: date, y: float) -> tuple[list[str], float]:
    body = context.facts.snapshot.find(Body, step.body_id)
    titles = wrapped(step.title, _WIDTH - _TEXT - 12, _TYPE, 2)
    below = body.name if body and body.name not in step.title else ""
    whens = wrapped(_when(context, step), _AXIS - 34, _SMALL, 3)
    if step.planned and step.held_on:
        whens.append(context.words.text("process.planned"))
    parts = [svg.text(_TEXT, y + 18 + index * _LINE, line, _TYPE) for index, line in enumerate(titles)]
    if below:
        line = fitting(below, _WIDTH - _TEXT - 12, _SMALL)
        parts.append(svg.text(_TEXT, y + 18 + len(titles) * _LINE, line, _SMALL, fill=svg.MUTED))
    for index, line in enumerate(whens):
        parts.append(svg.text(_AXIS - 20, y + 18 + index * 18, line, _SMALL, text_anchor="end"))
    done = not step.planned and not _ahead(step, today)
    fill = svg.INK if done else svg.PAPER
    parts.append(svg.tag("circle", cx=_AXIS, cy=y + 12, r=7.0, fill=fill, stroke=svg.INK, stroke_width=2.0))
    rows = max((len(titles) + bool(below)) * _LINE, len(whens) * 18.0)
    return parts, rows + 18


def _mark(context: Context, today: date, y: float) -> Iterator[str]:
    words = context.words.text("time_line.today", day=f"{today:%d.%m.%Y}")
    yield svg.tag("line", x1=12.0, y1=y + 14, x2=_TEXT - 10, y2=y + 14, stroke=svg.INK, stroke_width=1.6,
                  stroke_dasharray="6 4")  # fmt: skip
    yield svg.text(_TEXT, y + 19, words, _SMALL, font_weight="600")


def _alt(context: Context, steps: Sequence[Consultation]) -> str:
    words = context.words
    parts = [f"{_spoken(context, step)}: {step.title}" for step in steps]
    return f"{words.text('process_line.title')}. {'; '.join(parts)}."


def _spoken(context: Context, step: Consultation) -> str:
    when = day(step.held_on) if step.held_on and not step.until else _when(context, step)
    return f"{when} {context.words.text('process.planned')}" if step.planned and step.held_on else when
