"""Lay out tables of text fields and matrices of buttons, with heads that are repeated on each page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from kizdesk.paperwork import names
from kizdesk.paperwork.sheet import Choice, Column, Grid, Rating
from kizdesk.paperwork.writing import kinds, look
from kizdesk.paperwork.writing.flow import Bond, Strip
from kizdesk.paperwork.writing.paper import Box, Paper
from kizdesk.paperwork.writing.spoken import Voice

_FIRST: Final = 0.34
"""The widest share of a table that the printed first column takes."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """Be one printed cell: its place across and its lines."""

    x: float
    width: float
    lines: tuple[str, ...]
    centred: bool = False


@dataclass(frozen=True, slots=True)
class _Head:
    """Be the head of a table."""

    cells: tuple[_Cell, ...]
    height: float

    def draw(self, paper: Paper, top: float) -> None:
        """Draw the ground and the names of the columns."""
        paper.ground(Box(look.INDENT, top - self.height, look.ANSWER, self.height), look.HEAD_GROUND)
        for cell in self.cells:
            bottom = top - self.height + look.PADDING + len(cell.lines) * kinds.HEAD.leading
            _print(paper, cell, bottom, kinds.HEAD)


@dataclass(frozen=True, slots=True)
class _Fields:
    """Be a row of a table: a printed cell if it has one, then text fields with name, tooltip, place and width."""

    printed: _Cell | None
    fields: tuple[tuple[str, str, float, float], ...]
    height: float

    def draw(self, paper: Paper, top: float) -> None:
        """Draw the frames of the cells and put the fields on them."""
        if self.printed is not None:
            paper.frame(Box(self.printed.x, top - self.height, self.printed.width, self.height), radius=0)
            _print(paper, self.printed, top - look.PADDING, kinds.LABEL)
        for name, tooltip, x, width in self.fields:
            box = Box(x, top - self.height, width, self.height)
            paper.frame(box, radius=0)
            paper.text_field(name, tooltip, box.inset(look.INSIDE, 1))


@dataclass(frozen=True, slots=True)
class _Steps:
    """Be a row of a matrix: its item and a button for each step."""

    name: str
    tooltip: str
    item: _Cell
    buttons: tuple[tuple[str, str, float], ...]
    height: float

    def draw(self, paper: Paper, top: float) -> None:
        """Draw the item and its buttons on one line."""
        text = len(self.item.lines) * kinds.TEXT.leading
        _print(paper, self.item, top - (self.height - text) / 2, kinds.TEXT)
        places = []
        for state, tooltip, middle in self.buttons:
            box = Box(middle - look.BOX / 2, top - self.height / 2 - look.BOX / 2, look.BOX, look.BOX)
            paper.ring(box)
            places.append((state, tooltip, box))
        paper.rule(look.INDENT, top - self.height, look.ANSWER)
        paper.choice_buttons(self.name, self.tooltip, places)


def grid_strips(grid: Grid, voice: Voice) -> list[Strip]:
    """Return the head and the rows of a table."""
    first = _first_width(grid.rows)
    widths = _widths(grid.columns, look.ANSWER - first)
    places = [look.INDENT + first + before for before in accumulate(widths, initial=0.0)]
    cells = tuple(
        _headed(column.label, x, width) for column, x, width in zip(grid.columns, places, widths, strict=False)
    )
    head = _head(cells)
    rows = []
    for number, row in enumerate(grid.rows, start=1):
        fields = tuple(
            (
                grid.name.at_row(row.id).at_column(column.id).text,
                voice.say(row.label or f"Zeile {number}", column.label),
                x,
                width,
            )
            for column, x, width in zip(grid.columns, places, widths, strict=False)
        )
        lines = kinds.LABEL.lines(row.label, first - 2 * look.PADDING) if first else ()
        height = max(look.CELL, len(lines) * kinds.LABEL.leading + 2 * look.PADDING)
        printed = _Cell(look.INDENT, first, lines) if first else None
        rows.append(Strip(height, _Fields(printed, fields, height).draw, head=head))
    return _together(head, rows)


def rating_strips(rating: Rating, voice: Voice) -> list[Strip]:
    """Return the head and the rows of a matrix."""
    aside = _aside_width(rating.aside)
    item_width = look.ANSWER - look.STEP * len(rating.steps) - aside
    middles = [look.INDENT + item_width + look.STEP * (index + 0.5) for index in range(len(rating.steps))]
    cells = [
        _Cell(middle - look.STEP / 2, look.STEP, (step.label,), centred=True)
        for middle, step in zip(middles, rating.steps, strict=True)
    ]
    if rating.aside is not None:
        cells.append(
            _Cell(look.RIGHT - aside, aside, kinds.HEAD.lines(rating.aside.label, aside - look.PADDING), centred=True)
        )
        middles.append(look.RIGHT - aside / 2)
    low, high = rating.ends
    meaning = f"{rating.steps[0].label} = {low}, {rating.steps[-1].label} = {high}" if low and high else ""
    cells.insert(0, _headed(meaning, look.INDENT, item_width))
    head = _head(tuple(cells))
    rows = []
    for item in rating.items:
        lines = kinds.TEXT.lines(item.label, item_width - 2 * look.PADDING)
        height = max(look.OPTION + 3, len(lines) * kinds.TEXT.leading + look.PADDING)
        tooltip = voice.say(item.label)
        buttons = tuple(
            (names.state_of(step.id), voice.say(item.label, _meaning(rating, step)), middle)
            for step, middle in zip(rating.all_steps, middles, strict=True)
        )
        row = _Steps(rating.name.at_row(item.id).text, tooltip, _Cell(look.INDENT, item_width, lines), buttons, height)
        rows.append(Strip(height, row.draw, head=head))
    return _together(head, rows)


def _meaning(rating: Rating, step: Choice) -> str:
    low, high = rating.ends
    word = {rating.steps[0].id: low, rating.steps[-1].id: high}.get(step.id)
    return f"{step.label} ({word})" if word else step.label


def _together(head: Strip, rows: Sequence[Strip]) -> list[Strip]:
    """Keep the head with two rows, and the last two rows with each other."""
    strips = [head, *rows]
    firm = {0, 1, len(strips) - 2} if len(rows) > 1 else {0}
    return [
        Strip(strip.height, strip.draw, bond=Bond.FIRM if index in firm else Bond.NONE, head=strip.head)
        for index, strip in enumerate(strips)
    ]


def _head(cells: tuple[_Cell, ...]) -> Strip:
    height = max((len(cell.lines) for cell in cells), default=0) * kinds.HEAD.leading + 2 * look.PADDING
    return Strip(height, _Head(cells, height).draw)


def _headed(label: str, x: float, width: float) -> _Cell:
    return _Cell(x, width, kinds.HEAD.lines(label, width - 2 * look.PADDING))


def _print(paper: Paper, cell: _Cell, top: float, kind: kinds.Type) -> None:
    for line in cell.lines:
        inside = (cell.width - kind.width(line)) / 2 if cell.centred else look.PADDING
        top = paper.paragraph([line], cell.x + inside, top, kind)


def _first_width(rows: Sequence[Choice]) -> float:
    longest = max((kinds.LABEL.width(row.label) for row in rows), default=0.0)
    return min(longest + 2 * look.PADDING + 0.1, look.ANSWER * _FIRST) if longest else 0.0


def _aside_width(aside: Choice | None) -> float:
    return 0.0 if aside is None else max(look.STEP, kinds.HEAD.longest_word(aside.label) + 2 * look.PADDING)


def _widths(columns: Sequence[Column], width: float) -> list[float]:
    """Give each column its share, but at least the longest word of its name."""
    least = [kinds.HEAD.longest_word(column.label) + 2 * look.PADDING + 0.1 for column in columns]
    if sum(least) > width:
        return _capped(least, width)
    given = [0.0] * len(columns)
    open_columns = set(range(len(columns)))
    while open_columns:
        room = width - sum(given)
        shares = sum(columns[index].share for index in open_columns)
        short = {index for index in open_columns if room * columns[index].share / shares < least[index]}
        for index in short or open_columns:
            given[index] = least[index] if short else room * columns[index].share / shares
        open_columns -= short or open_columns
    return given


def _capped(least: Sequence[float], width: float) -> list[float]:
    """Take from the widest columns only what is too much, so that short words stay whole."""
    room = width
    for position, part in enumerate(sorted(least)):
        cap = room / (len(least) - position)
        if part > cap:
            return [min(other, cap) for other in least]
        room -= part
    return list(least)
