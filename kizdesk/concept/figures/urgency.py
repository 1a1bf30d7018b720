"""Draw how urgent the municipalities find each field: mean and spread of their grades, and how often it was named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import sqrt

from kizdesk.concept.context import Context
from kizdesk.concept.figures import svg
from kizdesk.concept.figures.picture import Picture, box_region
from kizdesk.concept.figures.words import fitting, told_in_full
from kizdesk.concept.german import figure, listed, shortened
from kizdesk.domain.fields import Strand
from kizdesk.domain.guide import Guide
from kizdesk.domain.interviews import Answer

GRADE, NAMED = "g06", "m04"
_TOP, _STEP, _DENSE = 78.0, 52.0, 40.0
_MANY = 14
"""Fields from which on the bars stand closer, so that a page holds them in legible type."""
_BAR = 24.0
_DOT, _LARGEST = 3.5, 8.0
"""Half width of a dot for one grade, and for most grades."""
_KEY_LINE = 28.0
_TITLE = 72
"""Letters of a title that two lines have room for."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Be the widths of the chart: the whole, where the bars begin and end, and where the namings stand."""

    width: float
    left: float
    right: float
    named: float


WIDE = Frame(1000.0, 372.0, 800.0, 925.0)
NARROW = Frame(640.0, 270.0, 484.0, 592.0)
"""Beside something else in the window."""


@dataclass(frozen=True, slots=True)
class Urgency:
    """Be the grades of one field from 1 (nachrangig) to 5 (sehr dringlich) and the times it was named as focus."""

    field_id: str
    title: str
    strand: Strand
    grades: tuple[int, ...]
    named: int

    @property
    def mean(self) -> float:
        """Return the mean of the grades."""
        return sum(self.grades) / len(self.grades) if self.grades else 0.0


def urgencies(context: Context) -> list[Urgency]:
    """Return the graded or named fields, the most urgent first."""
    facts, places = context.facts, context.survey.interviews_of
    named = [choice for ags in places for choice in namings_of(context, ags)]
    found = []
    for field in facts.fields:
        grades = [grade for ags in places for grade in grades_of(context, ags, field.id)]
        if grades or field.id in named:
            found.append(Urgency(field.id, field.title, field.strand, tuple(sorted(grades)), named.count(field.id)))
    return sorted(found, key=lambda item: (-item.mean, -item.named, item.title))


def grades_of(context: Context, ags: str, field_id: str) -> list[int]:
    """Return the grades that the interviews of a municipality gave a field."""
    found = (_grade(answer) for answer in context.survey.replies(ags, GRADE, field_id))
    return [grade for grade in found if grade is not None]


def namings_of(context: Context, ags: str) -> list[str]:
    """Return the fields that the interviews of a municipality named as the wanted focus, once for each interview."""
    return [choice for answer in context.survey.replies(ags, NAMED) for choice in dict.fromkeys(answer.choices)]


def _grade(answer: Answer) -> int | None:
    chosen = answer.choices[0] if answer.choices else answer.text
    return int(chosen) if chosen in {"1", "2", "3", "4", "5"} else None


def mean_text(item: Urgency) -> str:
    """Return the mean with one decimal: ``4,3``."""
    return figure(Decimal(f"{item.mean:.1f}"), 1) if item.grades else "–"


def urgency_alt(context: Context, items: Sequence[Urgency]) -> str:
    """Return in words and numbers what the chart shows."""
    words = context.words
    parts = [
        words.text(
            "urgency.alt_item" if item.grades else "urgency.alt_named",
            title=item.title, mean=mean_text(item), low=str(min(item.grades, default=0)),
            high=str(max(item.grades, default=0)), named=words.count("nennung", item.named),
        )
        for item in items
    ]  # fmt: skip
    told = told_in_full(parts)
    if told < len(parts):
        means = [mean_text(item) for item in items[told:] if item.grades] or ["–"]
        rest = words.text("urgency.alt_rest", count=figure(len(parts) - told), low=means[-1], high=means[0])
        parts = [*parts[:told], rest]
    return words.text("urgency.alt", items=listed(parts))


def draw_urgency(context: Context, items: Sequence[Urgency], frame: Frame = WIDE) -> str:
    """Return the chart as SVG."""
    keys, height = _keys(context, frame), _height(context, items, frame)
    bottom = height - 24 - _KEY_LINE * (len(keys) - 1)
    parts = [
        *_axis(context, bottom - 38, frame),
        *(part for i, item in enumerate(items) for part in _bar(item, _TOP + i * _step(items), frame)),
    ]
    for number, line in enumerate(keys):
        parts.extend(_key_line(line, bottom + number * _KEY_LINE))
    return svg.document(frame.width, height, context.words.caption("urgency"), parts)


def _height(context: Context, items: Sequence[Urgency], frame: Frame) -> float:
    return _TOP + _step(items) * len(items) + 70 + _KEY_LINE * (len(_keys(context, frame)) - 1)


def _step(items: Sequence[Urgency]) -> float:
    return _STEP if len(items) < _MANY else _DENSE


def urgency_questions(guide: Guide) -> frozenset[str]:
    """Return the questions that urgency is read from, with those their conditions ask about."""
    wanted = [GRADE, NAMED]
    known = {question.id: question for question in guide.questions()}
    for question_id in wanted:
        question = known.get(question_id)
        if question is not None and question.condition is not None and question.condition.question_id not in wanted:
            wanted.append(question.condition.question_id)
    return frozenset(wanted)


def urgency_picture(context: Context, frame: Frame = WIDE) -> Picture | None:
    """Return the chart with a region per field; None while nobody has graded or named one."""
    items = urgencies(context)
    if not items:
        return None
    step = _step(items)
    regions = (
        box_region(item.field_id, 0.0, _TOP + i * step + _BAR / 2 - step / 2, frame.width, step)
        for i, item in enumerate(items)
    )
    height = _height(context, items, frame)
    drawn = draw_urgency(context, items, frame)
    return Picture(drawn, urgency_alt(context, items), frame.width, height, tuple(regions))


def _x(grade: float, frame: Frame) -> float:
    return frame.left + (frame.right - frame.left) * (grade - 1) / 4


def _axis(context: Context, bottom: float, frame: Frame) -> Iterator[str]:
    words = context.words
    for grade in range(1, 6):
        x = _x(grade, frame)
        yield svg.tag("line", x1=x, y1=_TOP - 12, x2=x, y2=bottom, stroke="#b3b3b3", stroke_width=1.0)
        yield svg.text(x, _TOP - 22, str(grade), 20, text_anchor="middle")
    yield svg.text(_x(1, frame), 24, words.text("urgency.low"), 18, text_anchor="middle", fill=svg.MUTED)
    yield svg.text(_x(5, frame), 24, words.text("urgency.high"), 18, text_anchor="middle", fill=svg.MUTED)
    yield svg.text(frame.named, _TOP - 22, words.text("urgency.named"), 18, text_anchor="middle", fill=svg.MUTED)


def _bar(item: Urgency, y: float, frame: Frame) -> Iterator[str]:
    middle = y + _BAR / 2
    lines = _wrapped(item.title, frame)
    for index, line in enumerate(lines):
        shift = (index - (len(lines) - 1) / 2) * 19
        yield svg.text(frame.left - 16, middle + 6 + shift, line, 18 if len(lines) > 1 else 20, text_anchor="end")
    if item.grades:
        shade = svg.PALETTE[3] if item.strand is Strand.EDUCATION else svg.PALETTE[1]
        yield svg.tag(
            "rect", x=_x(1, frame), y=y, width=max(_x(item.mean, frame) - _x(1, frame), 2.0), height=_BAR,
            fill=shade, stroke=svg.LINE, stroke_width=1.0,
        )  # fmt: skip
        low, high = _x(min(item.grades), frame), _x(max(item.grades), frame)
        yield svg.tag("line", x1=low, y1=middle, x2=high, y2=middle, stroke=svg.INK, stroke_width=2.4)
        for grade, count in sorted(Counter(item.grades).items()):
            half = _DOT + (_LARGEST - _DOT) * sqrt((count - 1) / max(len(item.grades) - 1, 1))
            yield svg.tag("circle", cx=_x(grade, frame), cy=middle, r=half, fill=svg.INK, stroke=svg.PAPER)
        yield svg.text(frame.right + 16, middle + 7, mean_text(item), 20, font_weight="600")
        yield svg.text(frame.right + 52, middle + 7, f"({len(item.grades)})", 18, fill=svg.MUTED)
    yield svg.text(frame.named, middle + 7, str(item.named) if item.named else "–", 20, text_anchor="middle")


def _wrapped(title: str, frame: Frame) -> list[str]:
    title = shortened(title, _TITLE)
    if svg.width_of(title, 20) <= frame.left - 44:
        return [title]
    words = title.split(" ")
    best = min(range(1, len(words) + 1), key=lambda at: _longest(words, at))
    lines = [" ".join(part) for part in (words[:best], words[best:]) if part]
    return lines if frame is WIDE else [fitting(line, frame.left - 20, 18) for line in lines]


def _longest(words: list[str], at: int) -> float:
    return max(svg.width_of(" ".join(part), 18) for part in (words[:at], words[at:]))


def _keys(context: Context, frame: Frame) -> list[list[tuple[str, str]]]:
    """Return shades and words of the key, in as many lines as they need; no shade is the spread."""
    words = context.words
    entries = [
        (svg.PALETTE[3], words.text("labels.Strand.bildung")),
        (svg.PALETTE[1], words.text("labels.Strand.querschnitt")),
        ("", words.text("urgency.spread")),
    ]
    lines: list[list[tuple[str, str]]] = [[]]
    x = 30.0
    for shade, label in entries:
        width = 66 + svg.width_of(label, 18)
        if lines[-1] and frame is not WIDE and x + width > frame.width:
            lines.append([])
            x = 30.0
        lines[-1].append((shade, label))
        x += width
    return lines


def _key_line(entries: Sequence[tuple[str, str]], y: float) -> Iterator[str]:
    x = 30.0
    for shade, label in entries:
        if shade:
            yield svg.tag("rect", x=x, y=y - 16, width=30.0, height=18.0, fill=shade, stroke=svg.LINE, stroke_width=1.0)
            yield svg.text(x + 38, y - 1, label, 18)
        else:
            yield svg.tag("line", x1=x, y1=y - 7, x2=x + 34, y2=y - 7, stroke=svg.INK, stroke_width=2.4)
            for at, half in ((4, _DOT), (26, _LARGEST)):
                yield svg.tag("circle", cx=x + at, cy=y - 7, r=half, fill=svg.INK, stroke=svg.PAPER)
            yield svg.text(x + 42, y - 1, label, 18)
        x += 66 + svg.width_of(label, 18)
