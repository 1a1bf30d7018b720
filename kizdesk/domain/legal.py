"""Describe a legal basis as data: preconditions, tasks, funded posts, each with source and validity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kizdesk.domain.steps import Target


@dataclass(frozen=True, slots=True)
class Precondition:
    """Be one legal precondition of funding; ``rule`` names the predicate of the checker that tests it."""

    id: str
    text: str
    source: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class StatutoryTask:
    """Be one task that the law gives to the centre."""

    id: str
    title: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class FundedPost:
    """Be one kind of post that the Land funds, with the most it pays in euros a year."""

    id: str
    title: str
    fte: Decimal
    max_amount: Decimal | None
    amount_share: Decimal
    seconded: bool
    valid_from: date
    valid_until: date | None
    source: str


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """Be the law and guideline in force for a project."""

    id: str
    year: int
    title: str
    short: str
    citation: str
    section: str
    in_force_from: date
    in_force_until: date | None
    source: str
    term_for_people: str
    """The law's word for the people it is about, such as ``Menschen mit Einwanderungsgeschichte``."""
    preconditions: tuple[Precondition, ...]
    tasks: tuple[StatutoryTask, ...]
    posts: tuple[FundedPost, ...]


@dataclass(frozen=True, slots=True)
class PreconditionState:
    """Be one precondition with its state."""

    id: str
    text: str
    source: str
    is_met: bool | None = None
    """None where no rule can tell, or none has told yet."""
    advice: str = ""
    """What to do; empty if it is met."""
    target: Target | None = None
    """Where to do it."""
