"""Lay out a section: its heading, and each question with what is known and what is to be filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kizdesk.paperwork.sheet import Ask, Entry, Grid, Line, Part, Pick, Rating, Ticks
from kizdesk.paperwork.writing import kinds, look
from kizdesk.paperwork.writing.flow import Bond, Strip, bound, height_of, spaced
from kizdesk.paperwork.writing.lines import line_strips
from kizdesk.paperwork.writing.options import pick_strips, scale_strip, tick_strips
from kizdesk.paperwork.writing.paper import Box, Paper
from kizdesk.paperwork.writing.spoken import Voice
from kizdesk.paperwork.writing.tables import grid_strips, rating_strips

_SHORT: Final = look.FRAME * 0.3
"""A question up to this height is not torn at all."""
_CHUNK: Final = 12
"""Lines of what is known that stay together."""
_BADGE: Final = 24.0
_UNDER_TITLE: Final = 5.0
_KNOWN: Final = "Uns bereits bekannt:"
_REQUIRED: Final = "Bitte auf jeden Fall beantworten."


def part_strips(part: Part, anchor: str) -> list[Strip]:
    """Return the strips of a section or block; its heading stays with its first question."""
    asks = [strip for ask in part.asks for strip in spaced(_ask_strips(part, ask), look.GAP_ASK)]
    strips = [_heading(part, anchor), *spaced(asks, 12.0)]
    return bound(strips, Bond.BLOCK) if part.keep_together else strips


def _heading(part: Part, anchor: str) -> Strip:
    x = look.INDENT if part.letter else look.LEFT
    width = look.RIGHT - x
    heading = _Heading(part, anchor, x, kinds.PART.lines(part.title, width), kinds.HINT.lines(part.hint, width))
    return Strip(heading.height, heading.draw, gap=look.GAP_PART, bond=Bond.FIRM, anchor=anchor)


@dataclass(frozen=True, slots=True)
class _Heading:
    """Be the heading of a section: a letter on a ground, the title, a hint and a rule."""

    part: Part
    anchor: str
    x: float
    title: tuple[str, ...]
    hint: tuple[str, ...]

    @property
    def height(self) -> float:
        """Return the height down to below the rule."""
        text = len(self.title) * kinds.PART.leading + len(self.hint) * kinds.HINT.leading
        return max(text + _UNDER_TITLE, _BADGE) + 8

    def draw(self, paper: Paper, top: float) -> None:
        """Draw the heading and make it a place that can be jumped to."""
        paper.bookmarkHorizontalAbsolute(self.anchor, top + 6)
        paper.addOutlineEntry(heading_of(self.part), self.anchor, 0)
        if self.part.letter:
            box = Box(look.LEFT, top - _BADGE, _BADGE, _BADGE)
            paper.ground(box, look.PRIMARY, radius=4)
            inside = (_BADGE - kinds.PART.width(self.part.letter)) / 2
            paper.words(self.part.letter, look.LEFT + inside, top - 17.2, kinds.PART, look.ON_PRIMARY)
        inside = (_BADGE - kinds.PART.leading) / 2
        below = paper.paragraph(self.title, self.x, top - inside, kinds.PART, look.PRIMARY)
        paper.paragraph(self.hint, self.x, below - _UNDER_TITLE + inside, kinds.HINT, look.MUTED)
        paper.rule(look.LEFT, top - self.height + 2, look.WIDTH, look.PRIMARY, 1.0)


def _ask_strips(part: Part, ask: Ask) -> list[Strip]:
    voice = Voice(part, ask)
    entries = _entries(ask, voice)
    known = list(_known(ask.known))
    strips = [_question(ask), *spaced(known, 5.0), *spaced(entries, 6.0)]
    firm = 1 + len(known)
    strips[:firm] = [replace(strip, bond=Bond.FIRM) for strip in strips[:firm]]
    if not entries:
        strips[-1] = replace(strips[-1], bond=Bond.NONE)
    return bound(strips, Bond.ASK) if ask.keep_together or height_of(strips) <= _SHORT else strips


def _entries(ask: Ask, voice: Voice) -> list[Strip]:
    strips: list[Strip] = []
    for group in _neighbours(ask.entries):
        strips += spaced(_entry(group, voice), look.GAP_ENTRY)
    return strips


def _neighbours(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Yield each entry alone, but text fields that follow one another together."""
    group: list[Entry] = []
    for entry in entries:
        if group and not (isinstance(entry, Line) and isinstance(group[-1], Line)):
            yield group
            group = []
        group.append(entry)
    if group:
        yield group


def _entry(group: Sequence[Entry], voice: Voice) -> list[Strip]:
    match group[0]:
        case Line():
            return list(line_strips([line for line in group if isinstance(line, Line)], voice))
        case Ticks() as ticks:
            return tick_strips(ticks, voice)
        case Pick() as pick:
            return pick_strips(pick, voice)
        case Grid() as grid:
            return grid_strips(grid, voice)
        case Rating() as rating:
            return _rating(rating, voice)


def _rating(rating: Rating, voice: Voice) -> list[Strip]:
    alone = len(rating.items) == 1 and not rating.items[0].label
    strip = scale_strip(rating, voice) if alone else None
    return rating_strips(rating, voice) if strip is None else [strip]


def _question(ask: Ask) -> Strip:
    text = kinds.QUESTION.lines(ask.text, look.ANSWER)
    said = " ".join(filter(None, (_REQUIRED if ask.required else "", ask.hint)))
    hint = kinds.HINT.lines(said, look.ANSWER)
    height = len(text) * kinds.QUESTION.leading + len(hint) * kinds.HINT.leading + (1 if hint else 0)

    def draw(paper: Paper, top: float) -> None:
        paper.paragraph([ask.number], look.LEFT, top, kinds.QUESTION, look.PRIMARY)
        below = paper.paragraph(text, look.INDENT, top, kinds.QUESTION)
        paper.paragraph(hint, look.INDENT, below - 1, kinds.HINT, look.MUTED)

    return Strip(height, draw)


def _known(known: Sequence[str]) -> Iterator[Strip]:
    """Yield what is known, on a ground of its own that may go on over pages."""
    width = look.ANSWER - 2 * look.PADDING - 2
    lines = [line for text in known for line in kinds.TEXT.lines(text, width)]
    for start in range(0, len(lines), _CHUNK):
        last = start + _CHUNK >= len(lines)
        chunk = _Known(tuple(lines[start : start + _CHUNK]), first=not start, last=last)
        yield Strip(chunk.height, chunk.draw, bond=Bond.FIRM)


@dataclass(frozen=True, slots=True)
class _Known:
    """Be some lines of what is known, the first below a word that says so."""

    lines: tuple[str, ...]
    first: bool
    last: bool

    @property
    def height(self) -> float:
        """Return the height of the ground."""
        head = look.PADDING + kinds.SMALL_STRONG.leading + 1 if self.first else 0
        return head + len(self.lines) * kinds.TEXT.leading + (look.PADDING if self.last else 0)

    def draw(self, paper: Paper, top: float) -> None:
        """Draw ground, word and lines."""
        paper.ground(Box(look.INDENT, top - self.height, look.ANSWER, self.height), look.KNOWN_GROUND)
        paper.ground(Box(look.INDENT, top - self.height, 2, self.height), look.PRIMARY)
        x = look.INDENT + look.PADDING + 2
        if self.first:
            top = paper.paragraph([_KNOWN], x, top - look.PADDING, kinds.SMALL_STRONG, look.PRIMARY) - 1
        paper.paragraph(self.lines, x, top, kinds.TEXT)


def heading_of(part: Part) -> str:
    """Return what a section is called in a list of sections."""
    return f"{part.letter}  {part.title}".strip()
