"""Describe frozen versions of the concept, the texts of its chapters and its sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from kizdesk.domain.base import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptVersion(Record):
    """Be a Fassung: a frozen content of the concept.

    Its tree is stored once, as bytes under ``tree_sha256``; its ``fingerprint`` (SHA-256 over the
    content of the tree) is never computed anew.
    """

    number: int
    name: str
    frozen_at: datetime
    fingerprint: str
    tree_sha256: str
    dated: date | None = None
    """The date printed on this version, when it differs from the day of freezing."""
    author: str = ""
    note: str = ""

    @property
    def printed_on(self) -> date:
        """Return the date that is printed on this version."""
        return self.dated or self.frozen_at.date()


def latest_of(versions: Iterable[ConceptVersion]) -> ConceptVersion | None:
    """Return the version with the highest number, or None if nothing is frozen yet."""
    return max(versions, key=lambda version: version.number, default=None)


def day_of(version: ConceptVersion) -> date:
    """Return the first day on which a version was there: frozen, or by the date that is printed on it."""
    frozen = version.frozen_at.date()
    return frozen if version.dated is None else min(version.dated, frozen)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterText(Record):
    """Be the prose of a chapter, as small Markdown; from the first edit it is the author's."""

    chapter: str
    """Key of the chapter in the outline, such as ``anlass``."""
    text: str = ""
    title: str = ""
    """A title of its own instead of the outline's."""
    module_id: str = ""
    """The text module it was proposed from."""
    edited: bool = False
    position: int = 0
    closes: bool = False
    """True for a text that stands after the generated part of the chapter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDocument(Record):
    """Be a paper the concept rests on."""

    title: str
    author: str = ""
    dated: date | None = None
    reference: str = ""
    """Number, place of publication or address."""
    note: str = ""
    position: int = 0
