"""Describe guidelines, fields of action in two strands, goals and measures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from kizdesk.domain.base import Record


class Strand(Enum):
    """Be one of the two strands of the work of an integration centre."""

    EDUCATION = "bildung"
    CROSS_CUTTING = "querschnitt"


class FieldStatus(Enum):
    """Tell whether a field of action is part of the concept."""

    PROPOSED = "vorgeschlagen"
    """From the catalogue: asked about in interviews, not (yet) part of the concept."""
    ADOPTED = "aufgenommen"
    FORMER = "frueher"
    """Part of an earlier concept; earlier focus periods still name it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Principle(Record):
    """Be a Leitlinie."""

    title: str
    text: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldOfAction(Record):
    """Be a Handlungsfeld; its texts are Markdown."""

    title: str
    strand: Strand
    status: FieldStatus = FieldStatus.PROPOSED
    description: str = ""
    situation: str = ""
    needs: str = ""
    guiding_goal: str = ""
    position: int = 0
    catalogue_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Record):
    """Be a goal within a field of action."""

    field_id: str
    title: str
    description: str = ""
    position: int = 0


class MeasureLevel(Enum):
    """Tell who carries a measure."""

    DISTRICT = "kreis"
    MUNICIPALITIES = "kommunen"
    PROVIDERS = "traeger"


class Priority(Enum):
    """Rank a measure."""

    A = "A"
    B = "B"
    C = "C"


class MeasureStatus(Enum):
    """Tell how far a measure is."""

    PLANNED = "geplant"
    RUNNING = "laufend"
    DONE = "abgeschlossen"
    DROPPED = "verworfen"


class MeasureOrigin(Enum):
    """Tell where a measure comes from."""

    INTERVIEW = "gespraech"
    WORKSHOP = "workshop"
    CONFERENCE = "konferenz"
    BODY = "gremium"
    OFFICE = "verwaltung"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Record):
    """Be a measure; an effort of None is not yet quantified, which is not zero."""

    goal_id: str
    title: str
    description: str = ""
    lead: str = ""
    partners: str = ""
    target_group: str = ""
    level: MeasureLevel | None = None
    municipality_ids: tuple[str, ...] = ()
    """Empty for all municipalities of the district."""
    starts: date | None = None
    ends: date | None = None
    milestones: tuple[str, ...] = ()
    effort_fte: Decimal | None = None
    effort_eur: Decimal | None = None
    """In euros a year."""
    budget_year: int | None = None
    product: str = ""
    funding: str = ""
    needs_own_resolution: bool = False
    """Finanzvorbehalt: its money needs a resolution of its own."""
    indicator: str = ""
    base_value: str = ""
    target_value: str = ""
    measured_on: str = ""
    priority: Priority | None = None
    status: MeasureStatus = MeasureStatus.PLANNED
    origin: MeasureOrigin | None = None
    origin_note: str = ""
    resolution: str = ""
    evidence_ids: tuple[str, ...] = ()
    position: int = 0
