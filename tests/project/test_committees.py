"""Test which of the usual Gremien a project lacks."""

import pytest

from kizdesk.domain.people import Body
from kizdesk.domain.places import District, DistrictKind
from kizdesk.project.committees import usual_bodies
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add, set_value


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
