"""Test that a draft is honest about what is not entered yet."""

from __future__ import annotations

from typing import Any

import pytest

from kizdesk.concept.fingerprint import fingerprint
from kizdesk.domain.fields import FieldOfAction, FieldStatus, Strand
from kizdesk.domain.places import District, DistrictKind
from kizdesk.domain.versions import ChapterText, ConceptVersion
from tests.concept.sample import ATTRIBUTION, built, chapter, district, said, square, version


def proposed(key: str, **changes: Any) -> ChapterText:
    """Return the unedited proposal for a chapter."""
    given: dict[str, Any] = {"text": "Die Übersicht nennt die Akteure.", "module_id": key, **changes}
    return ChapterText(id=f"vorschlag-{key}", chapter=key, **given)


def field() -> FieldOfAction:
    """Return a field that is only proposed."""
    return FieldOfAction(id="wohnen", title="Wohnen", strand=Strand.CROSS_CUTTING, status=FieldStatus.PROPOSED)


def test_a_draft_says_where_a_proposal_announces_what_is_not_entered() -> None:
    assert "noch nicht eingetragen" in chapter(built([*district(), proposed("akteure")]), "akteure")


def test_no_heading_comes_between_a_proposal_and_the_remark() -> None:
    document = built([*district(), field(), proposed("handlungsfelder")])
    assert chapter(document, "handlungsfelder").splitlines() == [
        "Handlungsfelder",
        "Die Übersicht nennt die Akteure.",
        "Die Handlungsfelder sind noch nicht festgelegt.",
    ]


def test_a_text_of_the_author_gets_no_remark() -> None:
    for text in (proposed("akteure", edited=True), proposed("akteure", module_id="")):
        assert "noch nicht eingetragen" not in chapter(built([*district(), text]), "akteure")


def test_a_version_carries_neither_a_remark_nor_a_text_that_announces_what_is_not_there() -> None:
    document = built([*district(), proposed("akteure")], version=version())
    assert "Die Übersicht nennt die Akteure." not in said(document)
    assert "noch nicht eingetragen" not in said(document)
    assert "kapitel/akteure" not in {block.id for block in document.blocks}


def test_a_version_keeps_what_the_author_wrote_though_nothing_follows() -> None:
    document = built([*district(), proposed("akteure", edited=True)], version=version())
    assert "Die Übersicht nennt die Akteure." in chapter(document, "akteure")


def test_a_version_keeps_a_proposal_that_announces_nothing() -> None:
    document = built([*district(), proposed("begriffe", text="Integration meint Teilhabe.")], version=version())
    assert "Integration meint Teilhabe." in said(document)


@pytest.mark.parametrize("frozen", [None, version()])
def test_no_page_is_turned_for_a_comparison_that_is_not_there(frozen: ConceptVersion | None) -> None:
    document = built([*district(), proposed("synopse", edited=True)], version=frozen)
    assert not [block.id for block in document.blocks if block.landscape]


def test_a_remark_on_what_is_missing_changes_no_fingerprint() -> None:
    records = [*district(), proposed("akteure")]
    assert fingerprint(built(records)) == fingerprint(built(records, version=version()))


def test_a_city_without_a_map_names_no_source_of_maps() -> None:
    city = [District(id="05711", name="Bielefeld", kind=DistrictKind.INDEPENDENT_CITY), district()[0]]
    document = built(city, shapes={"05711": (square(6.5, 51.0),)})
    assert ATTRIBUTION not in document.imprint
    assert ATTRIBUTION not in said(document)
