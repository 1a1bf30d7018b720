"""Step 1, Grundlagen: the Gremien that a district usually needs, without doubling those that are there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kizdesk.concept.german import district_named, municipality_named
from kizdesk.domain.changes import Create
from kizdesk.domain.people import Body, BodyLevel, Consultation
from kizdesk.domain.places import District, DistrictKind, Municipality
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.texts import fold, sort_key
from kizdesk.domain.votes import Statement, Vote, only_writes
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import next_position


def senders(snapshot: Snapshot) -> frozenset[str]:
    """Return the ids of those who only wrote letters for a municipality: they are no Gremien, and not counted as such.

    They come into the project with the answer of a municipality, which names who wrote it.
    """
    votes = snapshot.all(Vote)
    met = {meeting.body_id for meeting in snapshot.all(Consultation)}
    met |= {body_id for statement in snapshot.all(Statement) for body_id in statement.body_ids}
    return frozenset(body.id for body in snapshot.all(Body) if body.id not in met and only_writes(body, votes))


def usual_bodies(project: OpenProject) -> tuple[Body, ...]:
    """Return the usual Gremien of the district that the project does not have yet, without places in the order."""
    snapshot = project.snapshot
    district = next(iter(snapshot.all(District)))
    there = snapshot.all(Body)
    taken = [f" {fold(body.name)}" for body in there]
    missing = [body for body, words in _of_district(project, district) if not _is_there(body, words, there, taken)]
    if district.kind is not DistrictKind.INDEPENDENT_CITY:
        writers = senders(snapshot)
        places = {body.municipality_id for body in there if body.id not in writers}
        municipalities = sorted(snapshot.all(Municipality), key=lambda place: sort_key(place.name))
        missing += [_council(project, place) for place in municipalities if place.id not in places]
    return tuple(missing)


def add_usual_bodies(project: OpenProject) -> int:
    """Add the usual Gremien that are missing, in one step; returns how many."""
    first = next_position(project.snapshot, Body)
    bodies = usual_bodies(project)
    changes = [Create(replace(body, position=first + number)) for number, body in enumerate(bodies)]
    project.commit("Übliche Gremien anlegen", *changes)
    return len(bodies)


def _of_district(project: OpenProject, district: District) -> Iterator[tuple[Body, tuple[str, ...]]]:
    """Yield the Gremien of the district, each with words that one of the same kind has in its name.

    Words after a space begin a word there: an Integrationsrat is no Rat.
    """
    name = district_named(district)
    new = project.new_id
    council, words = {
        DistrictKind.DISTRICT: ("Kreistag", ("kreistag",)),
        DistrictKind.CITY_REGION: ("Städteregionstag", ("städteregionstag",)),
        DistrictKind.INDEPENDENT_CITY: (f"Rat {name.dative}", (" rat der",)),
    }[district.kind]
    role = "Beschließt das Integrationskonzept."
    yield Body(id=new(), name=council, role=role, adopts=True), words
    yield Body(id=new(), name="Sozialausschuss", role="Berät das Konzept vor."), ("sozial", "ausschuss")
    role = "Begleitet die Erarbeitung und schlägt Handlungsfelder und Schwerpunkte vor."
    yield Body(id=new(), name="Steuerungsgruppe", level=BodyLevel.NETWORK, role=role), ("steuerungsgruppe",)
    if district.kind is not DistrictKind.INDEPENDENT_CITY:
        role = "Stimmt das Konzept zwischen Kreis und Kommunen ab."
        conference = Body(id=new(), name="Konferenz der Bürgermeisterinnen und Bürgermeister", role=role)
        yield conference, ("bürgermeister", "konferenz")


def _is_there(wanted: Body, words: tuple[str, ...], there: Sequence[Body], names: Sequence[str]) -> bool:
    if wanted.adopts and any(body.adopts for body in there):
        return True
    return any(all(fold(word) in name for word in words) for name in names)


def _council(project: OpenProject, place: Municipality) -> Body:
    return Body(
        id=project.new_id(),
        name=f"Rat der {municipality_named(place)}",
        level=BodyLevel.MUNICIPALITY,
        municipality_id=place.id,
        role="Berät das Konzept und erteilt das Einvernehmen.",
    )
