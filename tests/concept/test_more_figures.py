"""Test the figures of the window: states told by signs and words, numbers in the alternative text, regions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from lxml import etree

from kizdesk.concept.context import Context
from kizdesk.concept.facts import Facts
from kizdesk.concept.figures.consent_map import Stand, consent_map
from kizdesk.concept.figures.cost_chart import cost_chart
from kizdesk.concept.figures.district_map import offerings_picture
from kizdesk.concept.figures.focus_time_line import focus_time_line
from kizdesk.concept.figures.geometry import Box, Point
from kizdesk.concept.figures.heat_table import heat_table
from kizdesk.concept.figures.interviews_map import interviews_map
from kizdesk.concept.figures.picture import Picture, Region, region_at
from kizdesk.concept.figures.placing import placed
from kizdesk.concept.figures.process_line import process_line
from kizdesk.concept.figures.urgency import urgency_picture
from kizdesk.concept.survey import Survey
from kizdesk.domain.base import Record
from kizdesk.domain.cost import CostItem, CostKind, Post
from kizdesk.domain.interviews import Offering
from kizdesk.domain.people import Body, Consultation
from kizdesk.domain.places import District, DistrictKind, Municipality
from kizdesk.domain.register import RegisterState
from kizdesk.domain.snapshot import Snapshot
from tests.concept.sample import AHEIM, ATTRIBUTION, BESTADT, CEDORF, GUIDE, everything, materials

SVG = "{http://www.w3.org/2000/svg}"
TODAY = date(2013, 6, 1)
STANDS = {
    AHEIM: Stand(RegisterState.GRANTED, 2),
    BESTADT: Stand(RegisterState.EARLIER_VERSION, 1),
    CEDORF: Stand(RegisterState.OVERDUE),
}
Draw = Callable[[Context], Picture | None]


def context(records: list[Record] | None = None) -> Context:
    snapshot = Snapshot.of(everything() if records is None else records)
    return Context(Facts(snapshot), materials(), Survey(snapshot, GUIDE))


def consents(found: Context) -> Picture | None:
    return consent_map(found, 2, STANDS)


def time_line(found: Context) -> Picture | None:
    return focus_time_line(found, TODAY)


def process(found: Context) -> Picture | None:
    return process_line(found, TODAY)


ALL: list[Draw] = [
    consents, interviews_map, offerings_picture, urgency_picture, time_line, cost_chart, heat_table, process,
]  # fmt: skip


def picture(draw: Draw, found: Context | None = None) -> Picture:
    drawn = draw(found or context())
    assert drawn is not None
    return drawn


def words(drawn: Picture) -> list[str]:
    return [item.text or "" for item in etree.fromstring(drawn.svg.encode()).iter(f"{SVG}text")]


@pytest.mark.parametrize("draw", ALL)
def test_a_figure_is_well_formed_and_keeps_inside_its_frame(draw: Draw) -> None:
    drawn = picture(draw)
    root = etree.fromstring(drawn.svg.encode())
    left, top, width, height = (float(part) for part in root.attrib["viewBox"].split())
    assert (left, top) == (0, 0)
    assert (width, height) == pytest.approx((drawn.width, drawn.height), abs=0.06)
    places = [(float(item.attrib["x"]), float(item.attrib["y"])) for item in root.iter(f"{SVG}text")]
    assert places
    assert all(0 <= x <= width and 0 <= y <= height for x, y in places)


@pytest.mark.parametrize("draw", ALL)
def test_a_figure_uses_only_what_svg_tiny_knows(draw: Draw) -> None:
    tags = {str(item.tag).removeprefix(SVG) for item in etree.fromstring(picture(draw).svg.encode()).iter()}
    assert tags <= {"svg", "title", "rect", "path", "line", "circle", "text"}


@pytest.mark.parametrize("draw", ALL)
def test_a_figure_without_data_is_none(draw: Draw) -> None:
    assert draw(context([District(id="05999", name="Kreis Probe")])) is None


@pytest.mark.parametrize("draw", [consents, interviews_map, offerings_picture])
def test_a_city_has_no_map(draw: Draw) -> None:
    city = District(id="05999", name="Probe, Stadt", kind=DistrictKind.INDEPENDENT_CITY)
    assert draw(context([city, Municipality(id=AHEIM, name="Aheim")])) is None


@pytest.mark.parametrize("draw", [consents, interviews_map, offerings_picture])
def test_a_map_names_whose_it_is_and_has_a_region_for_each_municipality(draw: Draw) -> None:
    drawn = picture(draw)
    assert drawn.attribution == ATTRIBUTION
    assert {region.id for region in drawn.regions} == {AHEIM, BESTADT, CEDORF}


def test_the_map_of_consents_names_its_states_in_the_legend() -> None:
    assert {"erteilt", "zur Fassung 1", "überfällig"} <= set(words(picture(consents)))


def test_the_map_of_consents_tells_them_in_words() -> None:
    assert picture(consents).alt == (
        "Stand des Einvernehmens zur Fassung 2. Erteilt: eine Kommune (Aheim). "
        "Zur Fassung 1: eine Kommune (Bestadt). Überfällig: eine Kommune (Cedorf)."
    )


@pytest.mark.parametrize("state", list(RegisterState))
def test_every_state_can_be_drawn(state: RegisterState) -> None:
    assert consent_map(context(), 2, dict.fromkeys(STANDS, Stand(state, 1))) is not None


def test_no_two_states_share_ground_and_sign() -> None:
    drawn = {consent_map(context(), 2, dict.fromkeys(STANDS, Stand(state, 1))) for state in RegisterState}
    assert len({one.svg.split("<title>")[0] + one.svg.split("</title>")[1] for one in drawn if one}) == len(drawn)


def test_the_chosen_municipality_is_outlined() -> None:
    plain, chosen = consent_map(context(), 2, STANDS), consent_map(context(), 2, STANDS, AHEIM)
    assert plain is not None
    assert chosen is not None
    assert chosen.svg.count("<path") == plain.svg.count("<path") + 1


def test_the_map_of_interviews_tells_how_far_they_are() -> None:
    assert "Freigegeben: zwei Kommunen (Aheim und Bestadt)." in picture(interviews_map).alt
    assert "Kein Gespräch: eine Kommune (Cedorf)." in picture(interviews_map).alt


def square(left: float, top: float, side: float) -> tuple[Point, ...]:
    return ((left, top), (left + side, top), (left + side, top + side), (left, top + side))


def test_a_point_belongs_to_the_shape_it_lies_in_but_not_to_its_hole() -> None:
    drawn = Picture("", "", 100, 100, (Region("a", (square(0, 0, 50), square(20, 20, 10))),))
    assert [region_at(drawn, x, x) for x in (10, 25, 40, 60)] == ["a", "", "a", ""]


def test_a_place_within_a_hole_can_be_pointed_at() -> None:
    outer, inner = Region("a", (square(0, 0, 50), square(20, 20, 10))), Region("b", (square(20, 20, 10),))
    assert region_at(Picture("", "", 100, 100, (outer, inner)), 25, 25) == "b"


@pytest.mark.parametrize("count", [1, 3, 8, 24, 60])
def test_labels_neither_overlap_nor_leave_the_frame(count: int) -> None:
    frame = Box(0, 0, 560, 600)
    side = 560 / 8
    rings = {str(at): list(square(at % 8 * side, at // 8 * side, side)) for at in range(count)}
    labels = placed(rings, dict.fromkeys(rings, "Mönchengladbach"), frame)
    assert len(labels) == count
    for at, label in enumerate(labels):
        assert not any(label.box.meets(other.box) for other in labels[at + 1 :])
        assert frame.left <= label.box.left <= label.box.right <= frame.right


def test_who_has_no_room_gets_a_letter() -> None:
    rings = {str(at): list(square(at * 30, 0, 30)) for at in range(6)}
    labels = placed(rings, dict.fromkeys(rings, "Mönchengladbach"), Box(0, 0, 560, 600))
    assert {label.words for label in labels if label.lettered} >= {"a", "b"}


def test_the_time_line_tells_past_present_and_fields() -> None:
    alt = picture(time_line).alt
    assert "Gegenwärtig, 6. März 2013 bis 5. März 2015: „Sprache“ und „Öffnung“." in alt
    assert "Früher, 6. März 2011 bis 5. März 2013: „Sport“." in alt


def test_the_time_line_marks_the_present_day() -> None:
    assert "heute, 01.06.2013" in words(picture(time_line))


def test_the_present_day_is_one_line_down_the_gap_between_periods() -> None:
    drawn = focus_time_line(context(), date(2012, 1, 1))
    later = focus_time_line(context(), date(2010, 1, 1))
    assert drawn is not None
    assert later is not None
    inside, outside = (
        [
            float(line.get("y2", 0))
            for line in etree.fromstring(it.svg.encode()).iter(f"{SVG}line")
            if line.get("x1") == line.get("x2")
        ]
        for it in (drawn, later)
    )
    assert len(inside) == len(outside) == 1
    assert outside[0] > 2 * inside[0]


def test_what_is_not_quantified_is_an_open_bar_with_words() -> None:
    item = CostItem(id="raum", title="Räume", kind=CostKind.ADDITIONAL)
    drawn = picture(cost_chart, context([*everything(), item]))
    assert words(drawn).count("nicht beziffert") == 3
    assert drawn.svg.count("stroke-dasharray") == 3
    assert "Sachkosten nicht beziffert" in drawn.alt


def test_a_saving_is_drawn_to_the_other_side_of_nought() -> None:
    saved = CostItem(id="alt", title="Fachstelle", kind=CostKind.EXISTING_UNIT, amount=Decimal(900_000))
    drawn = picture(cost_chart, context([*everything(), saved]))
    assert any(line.startswith("\N{MINUS SIGN}") for line in words(drawn))


def test_the_bars_carry_their_amounts() -> None:
    post = Post(id="s", title="x", fte=Decimal(1), personnel_cost=Decimal(60_000), workplace_cost=Decimal(10_000))
    drawn = picture(cost_chart, context([post]))
    assert "70.000 €" in words(drawn)
    assert "Personal 70.000 Euro" in drawn.alt


def test_a_cell_of_the_heat_table_can_be_pointed_at() -> None:
    offering = Offering(id="neu", title="Kurs", municipality_id=BESTADT, field_ids=("sprache",))
    drawn = picture(heat_table, context([*everything(), offering]))
    cell = next(region for region in drawn.regions if region.id == f"sprache|{BESTADT}")
    (x, y), *_ = cell.rings[0]
    assert region_at(drawn, x + 5, y + 5) == cell.id


def test_the_heat_table_counts_offerings_without_a_field() -> None:
    offering = Offering(id="neu", title="Kurs", municipality_id=BESTADT)
    drawn = picture(heat_table, context([*everything(), offering]))
    assert "Ohne Handlungsfeld: Bestadt 2." in drawn.alt
    assert "ohne Handlungsfeld" in words(drawn)


def test_the_process_stands_in_order_of_date_with_the_present_day_last() -> None:
    said = words(picture(process))
    assert said.index("Auftrag") < said.index("Gespräche") < said.index("heute, 01.06.2013")


def test_the_process_says_the_whole_name_of_a_body() -> None:
    name = "Konferenz der Sozialdezernentinnen und Sozialdezernenten der Städte und Gemeinden"
    step = Consultation(id="s", title="Beratung", body_id="b", held_on=date(2013, 2, 1))
    said = " ".join(words(picture(process, context([Body(id="b", name=name), step]))))
    assert name in said


def test_an_announced_step_stands_behind_the_present_day() -> None:
    planned = Consultation(id="schritt-3", title="Beschluss", held_on=date(2013, 9, 1), planned=True)
    said = words(picture(process, context([*everything(), planned])))
    assert said.index("heute, 01.06.2013") < said.index("Beschluss")
