"""Describe the outline: chapters with keys, titles and levels, and how a profile is grouped; all of it data.

What a district chose (`ChapterChoice`) changes order and selection, never the levels: sections stay below their
chapter, and annexes stay behind the chapters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kizdesk.concept.tree import BlockKind
from kizdesk.domain.codec import revive
from kizdesk.domain.layout import ChapterChoice


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """Be one chapter or section of the concept."""

    key: str
    title: str
    level: int = 1
    numbered: bool = True
    annex: bool = False
    """Lettered as Anlage A, B, … in the order of those that are printed."""
    kind: BlockKind = BlockKind.CONTENT
    landscape: bool = False
    city_title: str = ""
    """The title for a kreisfreie Stadt, where it differs."""
    short: bool = False
    """It is part of the Kurzfassung unless somebody chose otherwise."""
    demanded_by: tuple[str, ...] = ()
    """Rules of the checker that look for what the chapter says, such as a precondition of the law."""


@dataclass(frozen=True, slots=True)
class ProfileGroup:
    """Be one heading of a municipality's profile with the questions of the guide shown under it."""

    key: str
    title: str
    """Empty for none, where a table with its caption is all there is."""
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """Be the order of everything that is printed."""

    chapters: tuple[OutlineEntry, ...]
    facts: tuple[str, ...] = ()
    """Questions whose short answers stand in the table at the top of a profile."""
    profile: tuple[ProfileGroup, ...] = ()

    @classmethod
    def of(cls, data: Mapping[str, object]) -> Outline:
        """Read the parsed outline.toml; raises ShapeError with the path of a misfit."""
        return revive(cls, data, "outline.toml")

    def title(self, key: str) -> str:
        """Return the title of a chapter, or an empty text for an unknown key."""
        entry = self.find(key)
        return entry.title if entry else ""

    def find(self, key: str) -> OutlineEntry | None:
        """Return a chapter, or None for an unknown key."""
        return next((entry for entry in self.chapters if entry.key == key), None)

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Return what is ordered among itself: the chapters, the annexes, the sections of each."""
        return tuple(tuple(branch.entry.key for branch in group) for group in _groups(self.chapters))

    def siblings(self, key: str) -> tuple[str, ...]:
        """Return the chapters among which one can be moved, itself among them, in their order; none if unknown."""
        return next((group for group in self.groups() if key in group), ())

    def ordered(self, choices: Iterable[ChapterChoice]) -> Outline:
        """Return all chapters in the order chosen, those left out too."""
        places = {choice.chapter: choice.position for choice in choices if choice.position is not None}
        return replace(self, chapters=tuple(_flat(_sorted(_branches(self.chapters), places))))

    def printed(self, choices: Iterable[ChapterChoice]) -> Outline:
        """Return the chapters that are printed, in the order chosen; sections of what is left out go with it."""
        known = tuple(choices)
        gone = self.left_out(known)
        outline = self.ordered(known)
        return replace(outline, chapters=tuple(entry for entry in outline.chapters if entry.key not in gone))

    def left_out(self, choices: Iterable[ChapterChoice]) -> frozenset[str]:
        """Return the chapters that are not printed, with the sections that go with them."""
        chosen = {choice.chapter for choice in choices if choice.left_out}
        gone: set[str] = set()
        for branch in _branches(self.chapters):
            if branch.entry.key in chosen:
                gone.update(entry.key for entry in _flat([branch]))
            gone.update(below.entry.key for below in branch.below if below.entry.key in chosen)
        return frozenset(gone)

    def short(self, choices: Iterable[ChapterChoice]) -> frozenset[str]:
        """Return the chapters of the Kurzfassung, whether they are printed or not."""
        chosen = {choice.chapter: choice.in_short for choice in choices if choice.in_short is not None}
        return frozenset(entry.key for entry in self.chapters if chosen.get(entry.key, entry.short))


@dataclass(frozen=True, slots=True)
class _Branch:
    entry: OutlineEntry
    below: tuple[_Branch, ...] = ()


def _branches(chapters: Sequence[OutlineEntry]) -> tuple[_Branch, ...]:
    """Return the chapters of level 1, each with its sections."""
    found: list[_Branch] = []
    for entry in chapters:
        if entry.level > 1 and found:
            found[-1] = replace(found[-1], below=(*found[-1].below, _Branch(entry)))
        else:
            found.append(_Branch(entry))
    return tuple(found)


def _flat(branches: Iterable[_Branch]) -> Iterator[OutlineEntry]:
    for branch in branches:
        yield branch.entry
        yield from _flat(branch.below)


def _groups(chapters: Sequence[OutlineEntry]) -> Iterator[tuple[_Branch, ...]]:
    branches = _branches(chapters)
    yield tuple(branch for branch in branches if not branch.entry.annex)
    yield tuple(branch for branch in branches if branch.entry.annex)
    for branch in branches:
        yield branch.below


def _sorted(branches: Sequence[_Branch], places: Mapping[str, int]) -> Iterator[_Branch]:
    for annex in (False, True):
        for branch in _placed([branch for branch in branches if branch.entry.annex is annex], places):
            yield replace(branch, below=tuple(_placed(branch.below, places)))


def _placed(siblings: Sequence[_Branch], places: Mapping[str, int]) -> list[_Branch]:
    """Return siblings by their places; one without a place stands behind the one it follows in the outline."""
    known = [branch for branch in siblings if branch.entry.key in places]
    order = sorted(known, key=lambda branch: places[branch.entry.key])
    for number, branch in enumerate(siblings):
        if branch.entry.key not in places:
            order.insert(order.index(siblings[number - 1]) + 1 if number else 0, branch)
    return order
