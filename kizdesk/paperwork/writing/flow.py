"""Put strips of a form on pages so that nothing is torn from what it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Final

from kizdesk.paperwork.writing import look
from kizdesk.paperwork.writing.paper import Paper

_FOOT: Final = look.FRAME / 3
"""In less room at the foot of a page no block begins that needs more than a page."""
Draw = Callable[[Paper, float], None]
"""Draws a strip below a height."""


class Bond(IntEnum):
    """Tell how firmly a strip holds on to the next one; the firmest is given up last."""

    NONE = 0
    BLOCK = 1
    """Of one repeated block."""
    ASK = 2
    """Of one short question."""
    FIRM = 3
    """A question and its first field, a heading and what it heads."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Be a piece of the form that is never torn, over the whole width of the page."""

    height: float
    draw: Draw
    gap: float = 0.0
    """Above it, but not at the top of a page."""
    bond: Bond = Bond.NONE
    head: Strip | None = None
    """What is repeated above it when it begins a page, such as the head of its table."""
    anchor: str = ""
    """The name of the place, where something refers to it."""


@dataclass(slots=True)
class Page:
    """Be what stands on one page, with the height below which each strip hangs."""

    strips: list[tuple[Strip, float]] = field(default_factory=list)
    cursor: float = look.TOP

    def put(self, strip: Strip) -> None:
        """Hang a strip below the last one."""
        if self.strips:
            self.cursor -= strip.gap
        self.strips.append((strip, self.cursor))
        self.cursor -= strip.height

    def takes(self, height: float) -> bool:
        """Tell whether there is room for a height."""
        return self.cursor - height >= look.BOTTOM - 0.01


def bound(strips: Sequence[Strip], bond: Bond) -> list[Strip]:
    """Tie strips together with at least a bond."""
    if not strips:
        return []
    tied = [replace(strip, bond=max(strip.bond, bond)) for strip in strips[:-1]]
    return [*tied, strips[-1]]


def spaced(strips: Sequence[Strip], gap: float) -> list[Strip]:
    """Put a gap above the first of some strips."""
    return [replace(strips[0], gap=gap), *strips[1:]] if strips else []


def height_of(strips: Sequence[Strip]) -> float:
    """Return the height of strips below one another, without the gap above the first."""
    return sum(strip.gap + strip.height for strip in strips) - (strips[0].gap if strips else 0.0)


def paginate(strips: Sequence[Strip]) -> list[Page]:
    """Return the pages on which the strips stand."""
    pages = [Page()]
    _place(pages, strips, Bond.BLOCK)
    return pages


def _place(pages: list[Page], strips: Sequence[Strip], level: int) -> None:
    for group in _groups(strips, level):
        height = height_of(group)
        if pages[-1].takes(_room(pages[-1], group)):
            _put(pages[-1], group)
        elif level <= Bond.FIRM and height > look.FRAME:
            if level == Bond.BLOCK and not pages[-1].takes(_FOOT):
                pages.append(_page_for(group[0]))
            _place(pages, group, level + 1)
        else:
            pages.append(_page_for(group[0]))
            _put(pages[-1], group)


def _room(page: Page, group: Sequence[Strip]) -> float:
    return height_of(group) + (group[0].gap if page.strips else 0.0)


def _page_for(strip: Strip) -> Page:
    page = Page()
    if strip.head is not None:
        page.put(strip.head)
    return page


def _put(page: Page, group: Sequence[Strip]) -> None:
    for strip in group:
        page.put(strip)


def _groups(strips: Sequence[Strip], level: int) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if strip.bond < level:
            yield group
            group = []
    if group:
        yield group
