"""Check the catalogue of districts and municipalities and the map."""

from __future__ import annotations

import csv
import json
from datetime import date
from decimal import Decimal

from kizdesk.domain.places import DistrictKind
from kizdesk.library import Library
from kizdesk.places import resources_dir


def keys_of_the_table() -> set[str]:
    text = (resources_dir() / "catalogue/gemeinden_nrw.csv").read_text(encoding="utf-8")
    return {row["ags"] for row in csv.DictReader(text.splitlines(), delimiter=";")}


def test_there_are_53_districts(library: Library) -> None:
    kinds = [district.kind for district in library.districts()]
    assert len(kinds) == 53
    assert kinds.count(DistrictKind.DISTRICT) == 30
    assert kinds.count(DistrictKind.CITY_REGION) == 1
    assert kinds.count(DistrictKind.INDEPENDENT_CITY) == 22


def test_the_table_names_396_municipalities_22_of_them_independent() -> None:
    assert len(keys_of_the_table()) == 396


def test_the_districts_have_374_municipalities(library: Library) -> None:
    places = [place for district in library.districts() for place in library.municipalities(district.id)]
    assert len({place.id for place in places}) == len(places) == 374


def test_a_kreisfreie_stadt_has_no_municipalities(library: Library) -> None:
    assert library.municipalities("05111") == ()


def test_an_unknown_district_has_no_municipalities(library: Library) -> None:
    assert library.municipalities("09999") == ()


def test_aachen_belongs_to_the_staedteregion(library: Library) -> None:
    assert "05334002" in {place.id for place in library.municipalities("05334")}


def test_neuss_has_its_eight_municipalities(library: Library) -> None:
    assert [place.name for place in library.municipalities("05162")] == [
        "Dormagen",
        "Grevenbroich",
        "Jüchen",
        "Kaarst",
        "Korschenbroich",
        "Meerbusch",
        "Neuss",
        "Rommerskirchen",
    ]


def test_values_of_a_district_are_read_with_their_types(library: Library) -> None:
    (neuss,) = (district for district in library.districts() if district.id == "05162")
    assert (neuss.name, neuss.population, neuss.area_km2, neuss.as_of) == (
        "Rhein-Kreis Neuss",
        458722,
        Decimal("576.42"),
        date(2023, 12, 31),
    )
    assert "Destatis" in neuss.source


def test_a_town_is_named_without_its_suffix(library: Library) -> None:
    assert "Hagen" in {district.name for district in library.districts()}
    assert not [district.name for district in library.districts() if "," in district.name]


def test_map_and_table_name_the_same_municipalities() -> None:
    collection = json.loads((resources_dir() / "map/gemeinden_nrw.geojson").read_bytes())
    assert {feature["properties"]["ags"] for feature in collection["features"]} == keys_of_the_table()


def test_shapes_come_only_for_the_municipalities_asked_for(library: Library) -> None:
    assert library.shapes(["05162004", "00000000"]).keys() == {"05162004"}


def test_every_ring_of_a_shape_is_closed_and_lies_in_the_land(library: Library) -> None:
    keys = [place.id for district in library.districts() for place in library.municipalities(district.id)]
    rings = [ring for polygons in library.shapes(keys).values() for polygon in polygons for ring in polygon]
    assert all(ring[0] == ring[-1] and len(ring) > 3 for ring in rings)
    assert all(5.8 < lon < 9.5 and 50.3 < lat < 52.6 for ring in rings for lon, lat in ring)


def test_sources_are_named(library: Library) -> None:
    assert library.map_attribution == "© GeoBasis-DE / BKG 2017 (Daten verändert)"
    assert "© Statistisches Bundesamt (Destatis), 2024" in library.catalogue_attribution
