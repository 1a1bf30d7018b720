"""Test the figures: sound SVG, attribution, words for those who do not see them."""

import pytest
from lxml import etree

from kizdesk.concept.tree import Document, Figure
from kizdesk.domain.interviews import Offering
from kizdesk.domain.places import Municipality
from tests.concept.sample import AHEIM, ATTRIBUTION, block, built, everything

SVG = "{http://www.w3.org/2000/svg}"
MAP, CHART = "kreis/karte", "schwerpunkte/dringlichkeit/bild"


def figure(document: Document, block_id: str) -> Figure:
    found = block(document, block_id)
    assert isinstance(found, Figure)
    return found


def drawn(picture: Figure) -> etree._Element:
    return etree.fromstring(picture.svg.encode())


@pytest.mark.parametrize("block_id", [MAP, CHART])
def test_a_figure_is_well_formed_and_keeps_inside_its_frame(block_id: str) -> None:
    root = drawn(figure(built(), block_id))
    _, _, width, height = (float(part) for part in root.attrib["viewBox"].split())
    places = [(float(item.attrib["x"]), float(item.attrib["y"])) for item in root.iter(f"{SVG}text")]
    assert places
    assert all(0 <= x <= width and 0 <= y <= height for x, y in places)


@pytest.mark.parametrize("block_id", [MAP, CHART])
def test_a_figure_has_caption_and_alternative_text(block_id: str) -> None:
    picture = figure(built(), block_id)
    assert picture.caption
    assert len(picture.alt) > 60


def test_the_map_names_whose_it_is() -> None:
    assert figure(built(), MAP).note == ATTRIBUTION


def test_the_map_draws_and_names_every_municipality() -> None:
    root = drawn(figure(built(), MAP))
    assert len(list(root.iter(f"{SVG}path"))) == 3
    assert {"Aheim", "Bestadt", "Cedorf"} <= {item.text for item in root.iter(f"{SVG}text")}


def test_the_map_says_in_words_how_many_offerings_there_are() -> None:
    assert "Aheim (ein Angebot)" in figure(built(), MAP).alt


def test_without_offerings_the_map_shows_towns_and_municipalities() -> None:
    picture = figure(built([record for record in everything() if not isinstance(record, Offering)]), MAP)
    assert picture.caption == "Städte und Gemeinden im Kreis Probe"
    assert "Aheim (Gemeinde)" in picture.alt


def test_without_shapes_there_is_no_map() -> None:
    assert MAP not in {found.id for found in built(shapes={}).blocks}


def test_special_characters_in_names_do_not_break_the_picture() -> None:
    renamed = [
        Municipality(id=AHEIM, name="A & <B> \"C\" 'D'") if record.id == AHEIM else record for record in everything()
    ]
    assert any(item.text == "A & <B> \"C\" 'D'" for item in drawn(figure(built(renamed), MAP)).iter(f"{SVG}text"))


def test_the_chart_shows_mean_spread_and_mentions() -> None:
    alt = figure(built(), CHART).alt
    assert "Sprache 4,5 (Spanne 4 bis 5, eine Nennung)" in alt
    assert "Öffnung 2,0 (Spanne 2 bis 2, keine Nennung)" in alt
