"""Lay out what stands before the first question (title, for whom, until when, what is inside) and after the last."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from kizdesk.concept import german
from kizdesk.paperwork.sheet import Sheet
from kizdesk.paperwork.writing import kinds, look
from kizdesk.paperwork.writing.flow import Strip
from kizdesk.paperwork.writing.paper import Box, Paper

PageOf = Callable[[str], int]
"""Tells on which page a place is; it is asked when all is laid out."""

_LISTED: Final = 4
"""From so many sections on they are listed with their pages."""
_CHUNK: Final = 4
"""Lines of the introduction that stay together."""
_CARD: Final = 12.0
_COLUMN: Final = (look.WIDTH - 2 * _CARD) / 2
"""The width of a column of the list of sections."""
_LETTER: Final = 16.0
_NUMBER: Final = 24.0
_BELOW: Final = 3.0
_FOR: Final = "Formular für"
_RETURN: Final = "Bitte zurück bis"
_TO: Final = "An"


@dataclass(frozen=True, slots=True)
class Place:
    """Be a section as it is listed: its letter, its title, and the name of the place where it begins."""

    letter: str
    title: str
    anchor: str


def cover_strips(sheet: Sheet, places: Sequence[Place], page_of: PageOf) -> list[Strip]:
    """Return the strips before the first section; `places` are the sections that are listed."""
    strips = [_title(sheet), _card(sheet)]
    strips += [strip for text in sheet.introduction for strip in _paragraph(text)]
    if len(places) >= _LISTED:
        contents = _Contents(tuple(places), page_of)
        strips.append(Strip(contents.height, contents.draw, gap=16))
    return strips


def closing_strips(sheet: Sheet) -> list[Strip]:
    """Return the strips below the last question, which are not torn."""
    if not sheet.closing:
        return []
    inside = look.WIDTH - 2 * _CARD
    lines = [line for text in sheet.closing for line in kinds.TEXT.lines(text, inside)]
    height = len(lines) * kinds.TEXT.leading + 2 * _CARD

    def draw(paper: Paper, top: float) -> None:
        paper.ground(Box(look.LEFT, top - height, look.WIDTH, height), look.KNOWN_GROUND, radius=5)
        paper.paragraph(lines, look.LEFT + _CARD, top - _CARD, kinds.TEXT)

    return [Strip(height, draw, gap=look.GAP_PART)]


def _title(sheet: Sheet) -> Strip:
    title = kinds.TITLE.lines(sheet.title, look.WIDTH)
    subtitle = kinds.SUBTITLE.lines(sheet.subtitle, look.WIDTH)
    height = 10 + len(title) * kinds.TITLE.leading + len(subtitle) * kinds.SUBTITLE.leading + 4

    def draw(paper: Paper, top: float) -> None:
        paper.rule(look.LEFT, top, look.WIDTH, look.PRIMARY, 3)
        below = paper.paragraph(title, look.LEFT, top - 10, kinds.TITLE, look.PRIMARY)
        paper.paragraph(subtitle, look.LEFT, below, kinds.SUBTITLE, look.MUTED)

    return Strip(height, draw)


@dataclass(frozen=True, slots=True)
class _Block:
    """Be a few lines below a small word: first what is printed large, then the rest."""

    word: str
    large: tuple[str, ...]
    rest: tuple[str, ...]

    @property
    def height(self) -> float:
        """Return the height of word and lines."""
        lines = len(self.large) * kinds.STRONG.leading + len(self.rest) * kinds.TEXT.leading
        return kinds.SMALL_STRONG.leading + lines

    def draw(self, paper: Paper, x: float, top: float) -> None:
        """Draw word and lines."""
        top = paper.paragraph([self.word], x, top, kinds.SMALL_STRONG, look.PRIMARY)
        top = paper.paragraph(self.large, x, top, kinds.STRONG)
        paper.paragraph(self.rest, x, top, kinds.TEXT)


def _card(sheet: Sheet) -> Strip:
    width = (look.WIDTH - 3 * _CARD) / 2
    name = _Block(_FOR, kinds.STRONG.lines(sheet.identity.municipality_name, width), ())
    sender = tuple(line for text in sheet.sender for line in kinds.TEXT.lines(text, width))
    back = (german.day(sheet.return_by),) if sheet.return_by else ()
    office = _Block(_RETURN if back else _TO, back, sender) if back or sender else None
    height = max(name.height, office.height if office else 0.0) + 2 * _CARD

    def draw(paper: Paper, top: float) -> None:
        paper.ground(Box(look.LEFT, top - height, look.WIDTH, height), look.KNOWN_GROUND, radius=5)
        name.draw(paper, look.LEFT + _CARD, top - _CARD)
        if office is not None:
            office.draw(paper, look.LEFT + 2 * _CARD + width, top - _CARD)

    return Strip(height, draw, gap=12)


def _paragraph(text: str) -> Iterator[Strip]:
    """Yield the lines of a paragraph, some at a time, so that a long one goes on over pages."""
    lines = kinds.TEXT.lines(text, look.WIDTH)
    for start in range(0, len(lines), _CHUNK):
        chunk = lines[start : start + _CHUNK]
        yield Strip(len(chunk) * kinds.TEXT.leading, partial(_draw_lines, chunk), gap=0 if start else 9)


def _draw_lines(lines: Sequence[str], paper: Paper, top: float) -> None:
    paper.paragraph(lines, look.LEFT, top, kinds.TEXT)


@dataclass(frozen=True, slots=True)
class _Contents:
    """Be the list of sections with their pages, in two columns; each line jumps to its section."""

    places: tuple[Place, ...]
    page_of: PageOf

    @property
    def _columns(self) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
        half = (len(self.places) + 1) // 2
        return self.places[:half], self.places[half:]

    @property
    def height(self) -> float:
        """Return the height of the list with its heading."""
        return kinds.STRONG.leading + 6 + max(sum(map(_entry_height, column)) for column in self._columns)

    def draw(self, paper: Paper, top: float) -> None:
        """Draw the list, the left column first."""
        top = paper.paragraph(["Was Sie erwartet"], look.LEFT, top, kinds.STRONG, look.PRIMARY) - 6
        for x, column in zip((look.LEFT, look.LEFT + _COLUMN + 2 * _CARD), self._columns, strict=True):
            y = top
            for place in column:
                height = _entry_height(place)
                y -= height
                self._draw_entry(paper, place, Box(x, y, _COLUMN, height))

    def _draw_entry(self, paper: Paper, place: Place, box: Box) -> None:
        top = box.y + box.height
        page = str(self.page_of(place.anchor))
        paper.paragraph([place.letter], box.x, top, kinds.LABEL, look.PRIMARY)
        paper.paragraph(_titled(place), box.x + _LETTER, top, kinds.LABEL)
        paper.paragraph([page], box.x, top, kinds.LABEL, look.MUTED, right=box.x + box.width)
        paper.rule(box.x, box.y + 1, box.width, thickness=0.5)
        paper.linkRect("", place.anchor, (box.x, box.y, box.x + box.width, top), thickness=0)


def _titled(place: Place) -> tuple[str, ...]:
    return kinds.LABEL.lines(place.title, _COLUMN - _LETTER - _NUMBER)


def _entry_height(place: Place) -> float:
    return max(len(_titled(place)), 1) * kinds.LABEL.leading + _BELOW
