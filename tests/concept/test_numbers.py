"""Test how numbers are rounded and signed, whatever was printed before."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kizdesk.concept.build import build
from kizdesk.concept.german import euros, figure
from kizdesk.domain.places import Municipality
from kizdesk.domain.snapshot import Snapshot
from tests.concept.sample import AHEIM, everything, materials, said


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        ("2.5", 0, "3"),
        ("0.125", 2, "0,13"),
        ("-0.4", 0, "0"),
        ("-0.0001", None, "0"),
        ("12.3455", None, "12,346"),
        ("1E+5", None, "100.000"),
        ("1234567.895", 2, "1.234.567,90"),
        ("-1234.5", None, "-1.234,5"),
    ],
)
def test_a_number_is_rounded_as_people_do(value: str, places: int | None, text: str) -> None:
    assert figure(Decimal(value), places) == text


def test_nought_has_no_sign_whatever_came_before() -> None:
    assert euros(Decimal("-0.00")) == "0 Euro"
    assert euros(Decimal(0)) == "0 Euro"


def test_one_interview_in_one_municipality_is_told_in_the_singular() -> None:
    others = {record.id for record in everything() if isinstance(record, Municipality)} - {AHEIM}
    kept = [one for one in everything() if not {one.id, getattr(one, "municipality_id", "")} & others]
    text = said(build(Snapshot.of(kept), materials()))
    assert "Ein Gespräch wurde mit einer Kommune geführt. Das Gespräch fand am 5. November 2012 statt." in text
