"""Lay out boxes to tick and buttons to choose one of, with their labels close beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kizdesk.paperwork import names
from kizdesk.paperwork.sheet import Choice, Pick, Rating, Ticks
from kizdesk.paperwork.writing import kinds, look
from kizdesk.paperwork.writing.flow import Bond, Strip, bound
from kizdesk.paperwork.writing.paper import Box, Paper
from kizdesk.paperwork.writing.spoken import Voice

_BESIDE: Final = look.BOX + 6.0
_APART: Final = 24.0
_MANY: Final = 7
"""From so many options on, the few that are long are broken rather than all listed one below the other."""
_TOGETHER: Final = 12
"""Options of up to so many lines stay on one page."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """Be one option: where its box stands in its row, its label, and how it is called."""

    x: float
    label: tuple[str, ...]
    tooltip: str
    choice: Choice


def tick_strips(ticks: Ticks, voice: Voice) -> list[Strip]:
    """Return the rows of check boxes."""
    spots = [[_spoken(spot, voice) for spot in row] for row in _rows(ticks.choices)]
    rows = [_Ticks(ticks, tuple(row)) for row in spots]
    return _titled(ticks.label, [Strip(_height(row.spots), row.draw) for row in rows])


def pick_strips(pick: Pick, voice: Voice) -> list[Strip]:
    """Return the rows of buttons; those of one choice may stand on several pages."""
    tooltip = voice.say(pick.label)
    spots = [tuple(_spoken(spot, voice) for spot in row) for row in _rows(pick.choices)]
    rows = [_Picks(pick.name.text, tooltip, row) for row in spots]
    return _titled(pick.label, [Strip(_height(row.spots), row.draw) for row in rows])


def scale_strip(scale: Rating, voice: Voice) -> Strip | None:
    """Return a scale in one line, or nothing where its words are too long for it."""
    low, high = scale.ends
    first = _BESIDE + kinds.TEXT.width("9") + _APART * 0.8
    start = look.INDENT + (kinds.TEXT.width(low) + 12 if low else 0)
    end = start + first * len(scale.steps)
    aside = end + (kinds.TEXT.width(high) + _APART if high else 0)
    beyond = aside + (_BESIDE + kinds.TEXT.width(scale.aside.label) if scale.aside else 0)
    if beyond > look.RIGHT:
        return None
    tooltip = voice.say(*(f"{low} bis {high}",) if low and high else ())
    places = [start + first * index for index in range(len(scale.steps))] + [aside]
    spots = tuple(
        _spoken(_Spot(x, (choice.label,), "", choice), voice)
        for x, choice in zip(places, scale.all_steps, strict=False)
    )
    words = ((look.INDENT, low), (end - 4, high))
    row = _Scale(_Picks(scale.name.at_row(scale.items[0].id).text, tooltip, spots), words)
    return Strip(look.OPTION, row.draw)


@dataclass(frozen=True, slots=True)
class _Ticks:
    """Be a row of check boxes."""

    ticks: Ticks
    spots: tuple[_Spot, ...]

    def draw(self, paper: Paper, top: float) -> None:
        """Draw boxes and labels, and put the fields on them."""
        for spot in self.spots:
            box = _label(paper, spot, top)
            paper.frame(box, radius=1.5)
            paper.check_box(self.ticks.name.at_column(spot.choice.id).text, spot.tooltip, box)


@dataclass(frozen=True, slots=True)
class _Picks:
    """Be a row of buttons of which one is chosen."""

    name: str
    tooltip: str
    spots: tuple[_Spot, ...]

    def draw(self, paper: Paper, top: float) -> None:
        """Draw rings and labels, and put the buttons on them."""
        buttons = []
        for spot in self.spots:
            box = _label(paper, spot, top)
            paper.ring(box)
            buttons.append((names.state_of(spot.choice.id), spot.tooltip, box))
        paper.choice_buttons(self.name, self.tooltip, buttons)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Be a row of such buttons with a word at each end."""

    picks: _Picks
    words: tuple[tuple[float, str], ...]

    def draw(self, paper: Paper, top: float) -> None:
        """Draw the words and the buttons."""
        for x, word in self.words:
            paper.paragraph([word], x, top - (look.OPTION - kinds.TEXT.leading) / 2, kinds.TEXT)
        self.picks.draw(paper, top)


def _label(paper: Paper, spot: _Spot, top: float) -> Box:
    """Draw the label of an option and return the place of its box beside the label's first line."""
    above = (look.OPTION - kinds.TEXT.leading) / 2
    paper.paragraph(spot.label, spot.x + _BESIDE, top - above, kinds.TEXT)
    return Box(spot.x, top - look.OPTION / 2 - look.BOX / 2, look.BOX, look.BOX)


def _titled(label: str, strips: list[Strip]) -> list[Strip]:
    if len(strips) <= _TOGETHER:
        together = bound(strips, Bond.FIRM)
    else:
        together = [*bound(strips[:2], Bond.FIRM), *strips[2:-2], *bound(strips[-2:], Bond.FIRM)]
    if not label:
        return together
    lines = kinds.LABEL.lines(label, look.ANSWER)

    def draw(paper: Paper, top: float) -> None:
        paper.paragraph(lines, look.INDENT, top, kinds.LABEL)

    return [Strip(len(lines) * kinds.LABEL.leading, draw, bond=Bond.FIRM), *together]


def _spoken(spot: _Spot, voice: Voice) -> _Spot:
    return _Spot(spot.x, spot.label, voice.say(spot.choice.label), spot.choice)


def _height(row: Sequence[_Spot]) -> float:
    return max(len(spot.label) - 1 for spot in row) * kinds.TEXT.leading + look.OPTION


def _rows(choices: Sequence[Choice]) -> Iterator[list[_Spot]]:
    """Yield options in one row as wide as they are, else in as many columns as the longest label allows."""
    widths = [_BESIDE + kinds.TEXT.width(choice.label) for choice in choices]
    if sum(widths) + _APART * (len(choices) - 1) <= look.ANSWER:
        places = [look.INDENT + sum(widths[:index]) + _APART * index for index in range(len(choices))]
        yield [_Spot(x, (choice.label,), "", choice) for x, choice in zip(places, choices, strict=True)]
        return
    columns = _columns(widths)
    span = (look.ANSWER + _APART) / columns
    for start in range(0, len(choices), columns):
        yield [
            _Spot(look.INDENT + span * index, kinds.TEXT.lines(choice.label, span - _APART - _BESIDE), "", choice)
            for index, choice in enumerate(choices[start : start + columns])
        ]


def _columns(widths: Sequence[float]) -> int:
    """Return how many columns the labels fit in; of many, a few long ones may take more lines in two columns."""
    fitting = int((look.ANSWER + _APART) // (max(widths) + _APART))
    half = (look.ANSWER - _APART) / 2
    if fitting < 2 and len(widths) >= _MANY and max(widths) <= 3 * half:
        return 2 if sum(width <= half for width in widths) * 3 >= len(widths) * 2 else 1
    return max(1, min(4, fitting))
