"""Describe people, their consent to the use of their data, bodies, and what bodies did when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from kizdesk.domain.base import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Be someone who takes part; the name may be empty where only the function is known."""

    name: str = ""
    function: str = ""
    unit: str = ""
    municipality_id: str = ""
    phone: str = ""
    email: str = ""
    roles: tuple[str, ...] = ()
    """Roles in the project in plain words, such as ``Steuerungsgruppe`` or ``Ansprechpartner/in``."""

    @property
    def known_as(self) -> str:
        """Return the name, or else what is known instead of it; empty if nothing is."""
        return self.name or self.function or self.unit


class PrivacyPurpose(Enum):
    """Tell what a person consented to."""

    RECORDING = "aufzeichnung"
    NAME = "namensnennung"
    QUOTE = "zitat"
    PHOTO = "foto"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyConsent(Record):
    """Be a person's Einwilligung under Art. 7 DSGVO for one purpose."""

    person_id: str
    purpose: PrivacyPurpose
    granted_on: date | None = None
    proof: str = ""
    revoked_on: date | None = None

    def holds(self) -> bool:
        """Tell whether the consent is given and not revoked."""
        return self.granted_on is not None and self.revoked_on is None


class BodyLevel(Enum):
    """Tell whose body it is."""

    DISTRICT = "kreis"
    MUNICIPALITY = "kommune"
    NETWORK = "netzwerk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Record):
    """Be a Gremium: a council, committee, mayor, steering group, conference or network."""

    name: str
    level: BodyLevel = BodyLevel.DISTRICT
    municipality_id: str = ""
    """Set for bodies of the level MUNICIPALITY."""
    role: str = ""
    """What the body does in the process, for print."""
    members: str = ""
    adopts: bool = False
    """Adopts the concept: the Kreistag, the Städteregionstag or the Rat of a kreisfreie Stadt."""
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation(Record):
    """Be one step of the process: a meeting of a body, a conference, a round of interviews, a paper.

    A step that lasted a whole month or year has its first day in ``held_on`` and its last in ``until``.
    """

    title: str
    body_id: str = ""
    held_on: date | None = None
    until: date | None = None
    outcome: str = ""
    paper: str = ""
    """Number of the council paper, such as ``50/2403/XV/2013``."""
    public: bool = True
    planned: bool = False
    source_ids: tuple[str, ...] = ()


class ActorKind(Enum):
    """Tell what kind of actor it is."""

    AUTHORITY = "behoerde"
    WELFARE = "wohlfahrtsverband"
    PROVIDER = "freier_traeger"
    EDUCATION = "bildungseinrichtung"
    MIGRANT_ORGANISATION = "migrantenorganisation"
    VOLUNTEERS = "ehrenamt"
    ECONOMY = "wirtschaft"
    OTHER = "sonstige"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Record):
    """Be an organisation that takes part in integration work; free providers matter under TIntG § 8 (1)."""

    name: str
    kind: ActorKind = ActorKind.OTHER
    contribution: str = ""
    """What it does."""
    agreement: str = ""
    """How work with it is agreed and coordinated."""
    municipality_ids: tuple[str, ...] = ()
    position: int = 0
