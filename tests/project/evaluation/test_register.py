"""Test the register of offerings, its filters and the table of fields and municipalities."""

from datetime import date

import pytest

from kizdesk.domain.interviews import FundingRow, Offering
from kizdesk.project.evaluation.register import DISTRICT, WITHOUT_FIELD, OfferingFilter, end_of, heat_table, offerings
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add

DORMAGEN = "05162004"
EDUCATION, LANGUAGE = "fruehe_bildung", "schule"


@pytest.fixture
def filled(project: OpenProject) -> OpenProject:
    funded = FundingRow(source="Land", until="31.12.2026")
    for offering in (
        Offering(id="1", title="Elterncafé", municipality_id=DORMAGEN, field_ids=(EDUCATION,), funding=(funded,)),
        Offering(id="2", title="Lotsen", field_ids=(EDUCATION, LANGUAGE), permanent=True, target_groups=("eltern",)),
        Offering(id="3", title="Straßenfest", municipality_id=DORMAGEN, ends=date(2025, 6, 1), permanent=False),
    ):
        add(project, offering, "Angebot anlegen")
    return project


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (OfferingFilter(), "123"),
        (OfferingFilter(field_id=LANGUAGE), "2"),
        (OfferingFilter(field_id=WITHOUT_FIELD), "3"),
        (OfferingFilter(municipality_id=DORMAGEN), "13"),
        (OfferingFilter(municipality_id=DISTRICT), "2"),
        (OfferingFilter(target_group="eltern"), "2"),
        (OfferingFilter(permanent=False), "3"),
        (OfferingFilter(ends_before=date(2026, 1, 1)), "3"),
        (OfferingFilter(ends_before=date(2027, 1, 1)), "13"),
        (OfferingFilter(words="strassen"), "3"),
        (OfferingFilter(words="dormagen LAND"), "1"),
        (OfferingFilter(words="nichts"), ""),
    ],
)
def test_a_filter_lets_pass_what_fits(filled: OpenProject, wanted: OfferingFilter, found: str) -> None:
    assert {row.id for row in offerings(filled, wanted).rows} == set(found)


def test_the_register_says_how_many_it_shows(filled: OpenProject, example: OpenProject) -> None:
    assert offerings(filled, OfferingFilter(words="lotsen")).sentence == "1 von 3 Angeboten"
    assert offerings(example).sentence == "56 Angebote"


def test_an_empty_register_says_so(project: OpenProject) -> None:
    assert offerings(project).sentence == "Es sind noch keine Angebote erfasst."


def test_a_row_names_place_fields_and_end(filled: OpenProject) -> None:
    rows = {row.id: row for row in offerings(filled).rows}

    assert (rows["2"].municipality, rows["2"].target_groups) == ("kreisweit", "Eltern")
    assert rows["2"].fields == ("Frühe Bildung und Elementarbereich", "Schule und interkulturelle Schulentwicklung")
    assert rows["1"].ends_text == "31.12.2026"


def test_an_offering_of_two_fields_counts_in_both_and_in_the_total_once(filled: OpenProject) -> None:
    table = heat_table(filled)
    counts = {row.field_id: [cell.count for cell in row.cells] for row in table.rows}

    assert counts[EDUCATION][0] == counts[EDUCATION][-1] == counts[LANGUAGE][-1] == 1
    assert counts[WITHOUT_FIELD][0] == 1
    assert (table.municipalities[-1], table.totals[0], table.totals[-1], table.total) == ("kreisweit", 2, 1, 3)


def test_the_shade_of_the_largest_number_is_full(example: OpenProject) -> None:
    cells = [cell for row in heat_table(example).rows for cell in row.cells]
    most = max(cell.count for cell in cells)

    assert {cell.share for cell in cells if cell.count == most} == {1.0}
    assert {cell.share for cell in cells if cell.count == 0} == {0.0}


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("31.12.2014", date(2014, 12, 31)),
        ("bis Ende 2014", date(2014, 12, 31)),
        ("6/2014", date(2014, 6, 30)),
        ("2024-02", date(2024, 2, 29)),
        ("2014-06-15", date(2014, 6, 15)),
        ("31.02.2014", None),
        ("offen", None),
        ("", None),
    ],
)
def test_the_end_of_money_is_read_as_people_write_it(text: str, end: date | None) -> None:
    assert end_of(text) == end
