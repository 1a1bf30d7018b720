"""Test which districts are proposed for what is no key of the catalogue."""

from __future__ import annotations

import pytest

from kizdesk.domain.places import DistrictKind
from kizdesk.library import Library
from kizdesk.project.basics.districts import meant


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ("Warendorf", "05570"),
        ("Kreis Warendorf", "05570"),
        ("warndorf", "05570"),
        ("5570", "05570"),
        ("05570052", "05570"),
        ("Münster", "05515"),
        ("Stadt Münster", "05515"),
        ("Rhein-Sieg", "05382"),
    ],
)
def test_a_name_or_a_near_key_finds_the_district(library: Library, given: str, key: str) -> None:
    assert key in [district.id for district in meant(given, library.districts())]


@pytest.mark.parametrize("given", ["", " ", "99999", "09162", "Oberammergau"])
def test_what_is_near_no_district_finds_none(library: Library, given: str) -> None:
    assert meant(given, library.districts()) == []


def test_at_most_three_are_proposed(library: Library) -> None:
    assert len(meant("Kreis", library.districts())) <= 3


@pytest.mark.parametrize("kind", DistrictKind)
def test_every_district_is_found_by_its_own_name(library: Library, kind: DistrictKind) -> None:
    for district in library.districts():
        if district.kind is kind:
            assert district in meant(district.name, library.districts())
