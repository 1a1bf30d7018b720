"""Describe the forms that were sent to municipalities."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kizdesk.domain.base import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class FormIssue(Record):
    """Be a form that was written for one municipality; its id stands in the file and comes back with it."""

    municipality_id: str
    guide_id: str
    guide_version: str
    section_ids: tuple[str, ...] = ()
    """The sections of the guide that the form asks for; empty for all."""
    field_ids: tuple[str, ...] = ()
    """The fields of action for which the block of section G is printed."""
    offering_blocks: int = 0
    """How many empty blocks there are for offerings the office does not know."""
    sent_on: date | None = None
    return_by: date | None = None
    sha256: str = ""
    """The SHA-256 of the file as it was written: one that still has it is not filled in."""
