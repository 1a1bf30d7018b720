"""Test that a stored tree comes back as it was."""

import json
from dataclasses import replace

import pytest

from kizdesk.concept.fingerprint import fingerprint
from kizdesk.concept.storing import dump, load
from kizdesk.concept.tree import Column, Row, Run, Table
from kizdesk.domain.errors import ShapeError
from tests.concept.sample import built


def test_a_tree_comes_back_as_it_was() -> None:
    document = built()
    assert load(dump(document)) == document


def test_a_version_of_before_papers_were_named_is_read() -> None:
    assert b'"paper"' not in dump(built())
    named = replace(built(), paper="50/2403/XV/2013")
    assert load(dump(named)) == named


def test_a_tree_keeps_its_fingerprint() -> None:
    assert fingerprint(load(dump(built()))) == fingerprint(built())


def test_the_same_tree_always_gives_the_same_bytes() -> None:
    assert dump(built()) == dump(load(dump(built())))


def test_notes_and_references_of_a_tree_are_kept_and_count_for_nothing() -> None:
    ends = ((Run("", note="Vorlage 7"),), (Run(" ("), Run("", refers="b"), Run(")")))
    plain = Table(id="t", caption="", columns=(Column(""),), rows=(Row("r", ("eins", "zwei")),))
    noted = replace(plain, rows=(replace(plain.rows[0], ends=ends),))
    document = replace(built(), blocks=(noted,))

    assert load(dump(document)) == document
    assert fingerprint(document) == fingerprint(replace(built(), blocks=(plain,)))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"format": 2, "blocks": []}',
        b'{"format": 1, "blocks": [{"type": "unbekannt"}]}',
        b'{"format": 1, "blocks": [7]}',
    ],
)
def test_damaged_bytes_are_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(ShapeError, match=r"\.$"):
        load(data)


def test_a_block_with_a_missing_field_is_refused() -> None:
    data = json.loads(dump(built()))
    del data["blocks"][0]["id"]
    with pytest.raises(ShapeError, match="fehlt eine Angabe"):
        load(json.dumps(data).encode())
