"""Describe the versions of the guide that a district made itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kizdesk.domain.base import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideEdition(Record):
    """Be one version of a guide, made in this project from an earlier one; ids of questions and options stay."""

    guide_id: str
    guide_version: str
    based_on: str = ""
    """The version of the same guide it was made from."""
    content: str = ""
    """The whole guide as JSON, in the shape of the guides that come with the program."""
    made_on: date | None = None
    note: str = ""
    """Which version of the concept was frozen with it, in words; a version with a note is not changed any more."""
