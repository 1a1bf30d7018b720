"""Lay out text fields, side by side where there is room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kizdesk.paperwork.sheet import Line
from kizdesk.paperwork.writing import kinds, look
from kizdesk.paperwork.writing.flow import Strip
from kizdesk.paperwork.writing.paper import Box, Paper
from kizdesk.paperwork.writing.spoken import Voice

_FULL = 12


@dataclass(frozen=True, slots=True)
class _Place:
    """Be one text field of a row, with its label broken to its width."""

    name: str
    tooltip: str
    x: float
    width: float
    label: tuple[str, ...]


def line_strips(lines: Sequence[Line], voice: Voice) -> Iterator[Strip]:
    """Yield the rows in which text fields stand."""
    for index, row in enumerate(_rows(lines)):
        places = tuple(_places(row, voice))
        labels = max(len(place.label) for place in places) * kinds.LABEL.leading
        field = field_height(max(line.lines for line in row))
        above = labels + (look.GAP_LABEL if labels else 0)
        drawing = _Row(places, above, field)
        yield Strip(above + field, drawing.draw, gap=look.GAP_ENTRY if index else 0)


def field_height(lines: int) -> float:
    """Return the height of a text field of some lines, at most that of a page."""
    tall = lines * look.FIELD_LEADING + look.PADDING
    return min(max(look.FIELD, tall) if lines > 1 else look.FIELD, look.FRAME / 2)


@dataclass(frozen=True, slots=True)
class _Row:
    """Be text fields side by side."""

    places: tuple[_Place, ...]
    above: float
    field: float

    def draw(self, paper: Paper, top: float) -> None:
        """Draw labels, frames and fields."""
        for place in self.places:
            start = top - self.above + look.GAP_LABEL + len(place.label) * kinds.LABEL.leading
            paper.paragraph(place.label, place.x, start, kinds.LABEL)
            box = Box(place.x, top - self.above - self.field, place.width, self.field)
            paper.frame(box)
            paper.text_field(place.name, place.tooltip, box.inset(look.INSIDE, 1))


def _rows(lines: Iterable[Line]) -> Iterator[list[Line]]:
    row: list[Line] = []
    for line in lines:
        if row and sum(other.share for other in row) + line.share > _FULL:
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _places(row: Sequence[Line], voice: Voice) -> Iterator[_Place]:
    x = look.INDENT
    for line in row:
        span = (look.ANSWER + look.COLUMN_GAP) * min(line.share, _FULL) / _FULL
        width = span - look.COLUMN_GAP
        yield _Place(line.name.text, voice.say(line.label), x, width, kinds.LABEL.lines(line.label, width))
        x += span
