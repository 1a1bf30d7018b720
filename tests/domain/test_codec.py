"""Check that every record survives the plain form."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kizdesk.domain.base import Record, kind_of
from kizdesk.domain.codec import plain, required_fields, revive
from kizdesk.domain.cost import CostItem
from kizdesk.domain.errors import ShapeError
from kizdesk.domain.fields import FieldOfAction, Strand
from kizdesk.domain.inputs import records_from
from kizdesk.domain.interviews import FundingRow, Offering
from kizdesk.domain.registry import RECORD_TYPES, TYPE_OF_KIND

AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9), max_value=10**9)
WHOLE = st.integers(min_value=1 - 2**63, max_value=2**63 - 1)


@pytest.mark.parametrize("record_type", RECORD_TYPES, ids=kind_of)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_a_record_comes_back_from_json_as_it_was(record_type: type[Record], data: st.DataObject) -> None:
    st.register_type_strategy(Decimal, AMOUNTS)
    st.register_type_strategy(int, WHOLE)
    record = data.draw(st.from_type(record_type))
    stored = json.dumps(plain(record), ensure_ascii=False)
    assert revive(record_type, json.loads(stored)) == record


def test_kinds_are_named_once() -> None:
    assert len(TYPE_OF_KIND) == len(RECORD_TYPES)


def test_kinds_read_as_words() -> None:
    assert TYPE_OF_KIND["field_of_action"] is FieldOfAction


def test_only_what_cannot_be_guessed_is_required() -> None:
    assert required_fields(FieldOfAction) == {"id", "title", "strand"}


def test_missing_fields_take_their_defaults() -> None:
    assert revive(FieldOfAction, {"id": "a", "title": "Sprache", "strand": "bildung"}).strand is Strand.EDUCATION


def test_nested_rows_keep_their_decimals() -> None:
    offering = Offering(id="a", title="Kurs", funding=(FundingRow(source="Land", amount_eur=Decimal("12.50")),))
    assert plain(offering.funding) == [{"source": "Land", "programme": "", "amount_eur": "12.50", "until": ""}]


@pytest.mark.parametrize(
    ("data", "path", "word"),
    [
        ({"id": "a", "title": "t", "strand": "mond"}, "strand", "Möglich sind: bildung, querschnitt"),
        ({"id": "a", "title": "t"}, "", "„strand“ fehlt"),
        ({"id": "a", "title": "t", "strand": "bildung", "colour": "red"}, "", "„colour“ ist hier nicht bekannt"),
        ({"id": "a", "title": 3, "strand": "bildung"}, "title", "ein Text erwartet"),
        ({"id": "a", "title": "t", "strand": "bildung", "position": "1"}, "position", "ganze Zahl"),
        ([], "", "Objekt"),
    ],
)
def test_a_misfit_is_named_with_its_path(data: object, path: str, word: str) -> None:
    with pytest.raises(ShapeError) as caught:
        revive(FieldOfAction, data)
    assert caught.value.path == path
    assert word in caught.value.message


@pytest.mark.parametrize("amount", ["zwölf", "NaN", "Infinity", 1.5, True])
def test_an_amount_must_be_a_number_in_text(amount: object) -> None:
    with pytest.raises(ShapeError) as caught:
        revive(Offering, {"id": "a", "title": "t", "funding": [{"source": "Land", "amount_eur": amount}]})
    assert caught.value.path == "funding[0].amount_eur"


def test_records_are_read_by_kind() -> None:
    data = {"field_of_action": [{"id": "a", "title": "t", "strand": "bildung"}]}
    assert [record.id for record in records_from(data)] == ["a"]


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ShapeError, match="nicht bekannt"):
        list(records_from({"spaceship": []}))


@pytest.mark.parametrize("amount", ["1E+999999", "1E-999999", "9" * 40])
def test_an_amount_of_absurd_length_is_refused(amount: str) -> None:
    with pytest.raises(ShapeError, match="zu viele Stellen"):
        revive(CostItem, {"id": "a", "title": "t", "kind": "zusatz", "amount": amount})


def test_a_whole_number_that_no_file_keeps_is_refused() -> None:
    with pytest.raises(ShapeError, match="zu groß"):
        revive(FieldOfAction, {"id": "a", "title": "t", "strand": "bildung", "position": 2**63})


def test_the_least_whole_number_a_file_keeps_is_read() -> None:
    least = revive(FieldOfAction, {"id": "a", "title": "t", "strand": "bildung", "position": -(2**63)})
    assert isinstance(least, FieldOfAction)
    assert least.position == -(2**63)


def test_a_record_without_an_id_is_refused() -> None:
    with pytest.raises(ShapeError, match="Kennung"):
        list(records_from({"person": [{"id": " "}]}))
