"""Describe the papers beside the concept: Sitzungsvorlage, Sachstandsbericht and letters.

What a paper says is proposed from the data each time; only what somebody wrote in its place is a record.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from kizdesk.domain.base import Record


class PaperKind(Enum):
    """Tell what kind of paper it is."""

    COUNCIL = "sitzungsvorlage"
    REPORT = "sachstandsbericht"
    INVITATION = "einladung"
    REQUEST = "anfrage"
    """The letter that asks for an Einvernehmen."""
    REMINDER = "erinnerung"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(Record):
    """Be one paper of the project; a letter is one for all municipalities."""

    kind: PaperKind
    layout: str = ""
    """Key of the field set under ``resources/papers``, such as ``rheine``; empty for the general one."""
    dated: date | None = None
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperEntry(Record):
    """Be what somebody wrote in a field of a paper, in place of what is proposed."""

    paper_id: str
    field: str
    """Key of the field in the layout."""
    value: str = ""
    """The words as small Markdown, or the key of an option."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperStop(Record):
    """Be one station of a paper's Beratungsfolge."""

    paper_id: str
    consultation_id: str
    rapporteur: str = ""
    agenda_item: str = ""
    referred_to: str = ""
    """The body it was referred to (verwiesen an)."""
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperQuestion(Record):
    """Be a question that a committee asked, with the answer a Sachstandsbericht gives."""

    paper_id: str
    question: str
    answer: str = ""
    position: int = 0
