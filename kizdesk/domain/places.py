"""Describe the project itself, its district and the district's municipalities."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from kizdesk.domain.base import Record


class Occasion(Enum):
    """Tell why the concept is written."""

    FIRST = "ersterstellung"
    UPDATE = "fortschreibung"


class DistrictKind(Enum):
    """Tell what kind of district it is; a kreisfreie Stadt has no municipalities and needs no consents."""

    DISTRICT = "kreis"
    CITY_REGION = "staedteregion"
    INDEPENDENT_CITY = "kreisfreie_stadt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Record):
    """Hold what is said once for the whole project; there is exactly one, with the id ``project``."""

    title: str
    occasion: Occasion = Occasion.FIRST
    legal_basis_id: str = ""
    guide_id: str = ""
    guide_version: str = ""
    centre_name: str = "Kommunales Integrationszentrum"
    status: str = "Entwurf"
    concept_date: date | None = None
    notice: str = ""
    """A remark that must stand on the cover, in the header and in the title, such as that answers are invented."""
    document_number: str = ""
    logo_id: str = ""
    """The attachment with the picture for the cover and the letters; empty for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class District(Record):
    """Be the district that makes the concept; its id is the AGS of five digits."""

    name: str
    kind: DistrictKind = DistrictKind.DISTRICT
    population: int | None = None
    area_km2: Decimal | None = None
    as_of: date | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality(Record):
    """Be a town or municipality of the district; its id is the AGS of eight digits."""

    name: str
    official_name: str = ""
    kind: str = ""
    """The official kind: ``Stadt`` or ``Gemeinde``."""
    population: int | None = None
    area_km2: Decimal | None = None
    as_of: date | None = None
    no_offerings: bool = False
    """True once somebody said that there are none, so that the register of offerings is no open question."""
