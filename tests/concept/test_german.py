"""Test how numbers, dates and names are written."""

from datetime import date
from decimal import Decimal

import pytest

from kizdesk.concept.german import (
    closed,
    closing,
    district_named,
    euros,
    figure,
    listed,
    number,
    on,
    opening,
    percent,
    quoted,
    serial,
    shortened,
    span,
)
from kizdesk.domain.places import District, DistrictKind


@pytest.mark.parametrize(("value", "text"), [(0, "null"), (1, "eins"), (8, "acht"), (12, "zwölf"), (13, "13")])
def test_numbers_up_to_twelve_are_written_in_words(value: int, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("amount", "text"),
    [("170000", "170.000 Euro"), ("61000.5", "61.000,50 Euro"), ("0", "0 Euro"), ("-1200", "-1.200 Euro")],
)
def test_amounts_have_german_separators_and_cents_only_if_there_are_any(amount: str, text: str) -> None:
    assert euros(Decimal(amount)) == text


def test_decimals_have_a_comma() -> None:
    assert figure(Decimal("1234.5")) == "1.234,5"


def test_decimals_can_have_fixed_places() -> None:
    assert figure(Decimal(4), 1) == "4,0"


def test_percentages_have_a_blank_before_the_sign() -> None:
    assert percent(Decimal("12.5")) == "12,5 %"


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2013, 3, 6), None, "6. März 2013"),
        (None, date(2013, 3, 6), "6. März 2013"),
        (None, None, ""),
        (date(2012, 11, 1), date(2012, 11, 30), "November 2012"),
        (date(2012, 1, 1), date(2012, 12, 31), "2012"),
        (date(2010, 1, 1), date(2011, 12, 31), "2010 bis 2011"),
        (date(2012, 9, 1), date(2012, 11, 30), "September bis November 2012"),
        (date(2013, 9, 1), date(2015, 2, 28), "September 2013 bis Februar 2015"),
        (date(2012, 11, 5), date(2012, 11, 9), "5. bis 9. November 2012"),
        (date(2012, 9, 5), date(2012, 11, 9), "5. September bis 9. November 2012"),
        (date(2012, 12, 5), date(2013, 1, 9), "5. Dezember 2012 bis 9. Januar 2013"),
        (date(2012, 2, 1), date(2012, 2, 29), "Februar 2012"),
    ],
)
def test_a_whole_month_or_year_is_named_as_such(first: date | None, last: date | None, text: str) -> None:
    assert span(first, last) == text


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2013, 3, 6), None, "am 6. März 2013"),
        (date(2012, 11, 1), date(2012, 11, 30), "im November 2012"),
        (date(2012, 1, 1), date(2012, 12, 31), "im Jahr 2012"),
        (date(2012, 11, 5), date(2012, 11, 9), "vom 5. bis 9. November 2012"),
        (date(2012, 9, 1), date(2012, 11, 30), "von September bis November 2012"),
        (None, None, ""),
    ],
)
def test_a_time_has_its_preposition(first: date | None, last: date | None, text: str) -> None:
    assert on(first, last) == text


@pytest.mark.parametrize(
    ("items", "text"), [([], ""), (["A"], "A"), (["A", "B"], "A und B"), (["A", "B", "C"], "A, B und C")]
)
def test_an_enumeration_ends_with_und(items: list[str], text: str) -> None:
    assert listed(items) == text


def test_items_with_commas_are_divided_by_semicolons() -> None:
    assert serial(["Arbeit, Beschäftigung", "Sport"]) == "Arbeit, Beschäftigung; Sport"


@pytest.mark.parametrize(
    ("value", "text"),
    [(date(2013, 1, 1), "2013"), (date(2013, 8, 1), "August 2013"), (date(2013, 8, 12), "12. August 2013")],
)
def test_a_beginning_is_named_by_its_year_or_month(value: date, text: str) -> None:
    assert opening(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(date(2013, 12, 31), "Ende 2013"), (date(2014, 7, 31), "Juli 2014"), (date(2014, 7, 30), "30. Juli 2014")],
)
def test_an_end_is_named_by_its_year_or_month(value: date, text: str) -> None:
    assert closing(value) == text


def test_quotation_marks_within_a_quotation_become_single_ones() -> None:
    assert quoted("Das „Wir“ zählt.") == "„Das ‚Wir‘ zählt.“"


def test_a_long_text_is_cut_at_a_word() -> None:
    assert shortened("Eins zwei drei vier", 12) == "Eins zwei …"


def test_a_quotation_that_is_cut_is_closed() -> None:
    assert shortened("Man sagt: „Eins zwei drei vier“", 20) == "Man sagt: „Eins zwei …“"


def test_a_sentence_gets_its_full_stop_only_once() -> None:
    assert (closed("Ende"), closed("Ende."), closed("„Ende“")) == ("Ende.", "Ende.", "„Ende“")


@pytest.mark.parametrize(
    ("name", "kind", "nominative", "inside"),
    [
        ("Rhein-Kreis Neuss", DistrictKind.DISTRICT, "der Rhein-Kreis Neuss", "im Rhein-Kreis Neuss"),
        ("Kreis Steinfurt", DistrictKind.DISTRICT, "der Kreis Steinfurt", "im Kreis Steinfurt"),
        ("Städteregion Aachen", DistrictKind.CITY_REGION, "die Städteregion Aachen", "in der Städteregion Aachen"),
        ("Bielefeld, Stadt", DistrictKind.INDEPENDENT_CITY, "die Stadt Bielefeld", "in der Stadt Bielefeld"),
        ("Stadt Bielefeld", DistrictKind.INDEPENDENT_CITY, "die Stadt Bielefeld", "in der Stadt Bielefeld"),
        ("Ennepe-Ruhr-Kreis", DistrictKind.DISTRICT, "der Ennepe-Ruhr-Kreis", "im Ennepe-Ruhr-Kreis"),
    ],
)
def test_a_district_has_its_article(name: str, kind: DistrictKind, nominative: str, inside: str) -> None:
    named = district_named(District(id="05", name=name, kind=kind))
    assert (named.nominative, named.inside) == (nominative, inside)
