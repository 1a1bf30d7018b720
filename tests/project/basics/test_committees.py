"""Test which of the usual Gremien a project lacks."""

import pytest

from kizdesk.domain.people import Body
from kizdesk.domain.places import District, DistrictKind
from kizdesk.domain.votes import Vote, VoteKind, VoteResult
from kizdesk.project.basics.committees import senders, usual_bodies
from kizdesk.project.opened import OpenProject
from kizdesk.project.participation.consent_entry import ConsentWish, record_consent
from kizdesk.project.records import add, set_value
from kizdesk.project.versions.freezing import VersionWish, freeze


@pytest.fixture
def city(project: OpenProject) -> OpenProject:
    district = project.snapshot.all(District)[0]
    set_value(project, District, district.id, "kind", DistrictKind.INDEPENDENT_CITY)
    return project


@pytest.mark.parametrize("name", ["Integrationsrat der Stadt", "Beirat der Menschen mit Behinderung"])
def test_another_council_does_not_stand_for_the_one_that_adopts(city: OpenProject, name: str) -> None:
    add(city, Body(id="b", name=name))

    assert any(body.adopts for body in usual_bodies(city))


@pytest.mark.parametrize("name", ["Rat der Stadt", "Der Rat der Stadt"])
def test_a_council_is_known_by_its_name(city: OpenProject, name: str) -> None:
    add(city, Body(id="b", name=name))

    assert not any(body.adopts for body in usual_bodies(city))


def letter(project: OpenProject) -> Vote:
    """Record that the mayor of Dormagen agreed by a letter."""
    version = freeze(project, VersionWish("Erste"))
    wish = ConsentWish(
        version_id=version.id, body_name="Bürgermeister", result=VoteResult.AGREED, kind=VoteKind.IN_WRITING
    )
    return record_consent(project, "05162004", wish)


def test_who_only_wrote_a_letter_is_no_body_and_stands_for_no_council(project: OpenProject) -> None:
    vote = letter(project)

    assert senders(project.snapshot) == {vote.body_id}
    assert any(body.municipality_id == "05162004" for body in usual_bodies(project))


def test_a_sender_that_is_described_or_decides_is_a_body(project: OpenProject) -> None:
    vote = letter(project)
    set_value(project, Body, vote.body_id, "role", "Berät das Konzept.")
    assert not senders(project.snapshot)

    set_value(project, Body, vote.body_id, "role", "")
    set_value(project, Vote, vote.id, "kind", VoteKind.RESOLUTION)
    assert not senders(project.snapshot)
