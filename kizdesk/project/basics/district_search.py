"""Find a district among the 53 as somebody types, and say what it brings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kizdesk.concept.german import district_named
from kizdesk.domain.places import District, DistrictKind, Municipality
from kizdesk.domain.texts import fold, sort_key
from kizdesk.library import Library


@dataclass(frozen=True, slots=True)
class DistrictChoice:
    """Be a district that a project can begin with."""

    ags: str
    name: str
    brings: str
    """What it brings, such as „13 Kommunen, 280.000 Einwohner“."""
    title: str
    """The title proposed for its concept."""


def district_choices(library: Library) -> tuple[DistrictChoice, ...]:
    """Return all districts of the catalogue by their names."""
    choices = (_choice(district, library.municipalities(district.id)) for district in library.districts())
    return tuple(sorted(choices, key=lambda choice: sort_key(choice.name)))


def district_of_table(path: Path, library: Library) -> DistrictChoice:
    """Return the district of a table of the catalogue's layout; raises ShapeError or EnvironmentFault."""
    return _choice(*library.municipalities_from_csv(path))


def found_districts(query: str, choices: Iterable[DistrictChoice]) -> tuple[DistrictChoice, ...]:
    """Return the districts whose name or key holds all words; those whose name begins so stand first."""
    words = fold(query).split()
    hits = [choice for choice in choices if all(word in fold(choice.name) or word in choice.ags for word in words)]
    if not words:
        return tuple(hits)
    return tuple(sorted(hits, key=lambda choice: not _begins(choice, words[0])))


def _begins(choice: DistrictChoice, word: str) -> bool:
    return any(part.startswith(word) for part in fold(choice.name).replace("-", " ").split())


def _choice(district: District, members: tuple[Municipality, ...]) -> DistrictChoice:
    named = district_named(district)
    people = "" if district.population is None else f"{district.population:,} Einwohner".replace(",", ".")
    if district.kind is DistrictKind.INDEPENDENT_CITY:
        first = "kreisfreie Stadt ohne Kommunen"
    else:
        first = "1 Kommune" if len(members) == 1 else f"{len(members)} Kommunen"
    brings = ", ".join(part for part in (first, people) if part)
    return DistrictChoice(district.id, named.bare, brings, f"Integrationskonzept für {named.accusative}")
