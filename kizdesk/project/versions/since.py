"""Tell what changed in the draft since a version, and which municipalities it concerns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kizdesk.concept.german import listed, shortened
from kizdesk.domain.places import Municipality
from kizdesk.domain.texts import sort_key
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.opened import OpenProject
from kizdesk.project.participation.consent_changes import PlacedChange, changes_between, concerning, readable

_PLACES, _NAMES = 2, 4
"""So many places and municipalities are named; more are counted."""
_LONG = 60


@dataclass(frozen=True, slots=True)
class Since:
    """Be what changed since a version, without what only repeats it in annexes."""

    number: int
    places: tuple[str, ...]
    """Where something changed, such as ``Maßnahme „Sprachkurse“``; empty if nothing did."""
    concerned: tuple[str, ...]
    """Names of the municipalities it concerns."""
    concerns_all: bool
    own: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Where something changed for a municipality, by its id; without those for which nothing did."""

    @property
    def sentence(self) -> str:
        """Return it in few words; empty if nothing changed."""
        if not self.places:
            return ""
        names = list(self.concerned)
        if len(names) > _NAMES:
            names = [*names[: _NAMES - 1], f"{len(names) - _NAMES + 1} weitere"]
        whom = "alle Kommunen" if self.concerns_all else listed(names)
        return f"Seit Fassung {self.number} geändert: {_told(self.places)}. Das betrifft {whom}."

    def about_consent(self, municipality_id: str) -> str:
        """Return what the changes mean for the consent a municipality gave; empty if none concerns it."""
        places = self.own.get(municipality_id, ())
        if not places:
            return ""
        return (
            f"Der heutige Entwurf weicht von Fassung {self.number} ab: {_told(places)}. Die Zustimmung gilt weiter für "
            f"Fassung {self.number}. Für die Änderungen ist eine neue Fassung festzuschreiben; danach wird erneut "
            "gefragt, oder die Änderungen werden als redaktionell bestätigt."
        )


def since_version(project: OpenProject, version_id: str) -> Since:
    """Return what changed up to the present draft; it builds the whole concept, so let it run in a job."""
    changes = changes_between(project, version_id, "")
    members = sorted(project.snapshot.all(Municipality), key=_named)
    own = {member.id: found for member in members if (found := concerning(changes, member.id))}
    anywhere = frozenset(placed for found in own.values() for placed in found)
    concerned = tuple(member.name for member in members if member.id in own)
    return Since(
        number=project.snapshot.get(ConceptVersion, version_id).number,
        places=_places([placed for placed in changes if placed in anywhere]),
        concerned=concerned,
        concerns_all=len(concerned) == len(members),
        own={key: _places(found) for key, found in own.items()},
    )


def _places(changes: Sequence[PlacedChange]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.place for line in readable(changes)))


def _told(places: Sequence[str]) -> str:
    rest = len(places) - _PLACES
    more = [f"{rest} weitere Stellen" if rest > 1 else "eine weitere Stelle"] if rest > 0 else []
    return listed([*(shortened(place, _LONG) for place in places[:_PLACES]), *more])


def _named(member: Municipality) -> tuple[str, str]:
    return sort_key(member.name)
