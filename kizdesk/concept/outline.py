"""Describe the outline: chapters with keys, titles and levels, and how a profile is grouped; all of it data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kizdesk.concept.tree import BlockKind
from kizdesk.domain.codec import revive


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
        return next((entry.title for entry in self.chapters if entry.key == key), "")
