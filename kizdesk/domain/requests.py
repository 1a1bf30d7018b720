"""Describe what is recorded around consents: that one was asked for, and that changes were editorial only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kizdesk.domain.base import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRequest(Record):
    """Be an Anfrage: a municipality was asked for its Einvernehmen to one version."""

    version_id: str
    municipality_id: str
    requested_on: date | None = None
    due_on: date | None = None
    reminded_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorialRuling(Record):
    """Be a confirmation that what changed from the version of a vote to a later one is editorial only.

    The Einvernehmen to the earlier version then stands for the later one as well; the reason is kept.
    """

    vote_id: str
    version_id: str
    """The later version the Einvernehmen stands for as well."""
    reason: str
    decided_on: date | None = None
    who: str = ""
