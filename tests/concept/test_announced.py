"""Tell what of a draft no version would have, from the draft alone."""

from __future__ import annotations

import pytest

from kizdesk.concept.announced import announced, as_frozen
from kizdesk.domain.base import Record
from tests.concept.sample import built, district, everything, version
from tests.concept.test_gaps import field, proposed

PROJECTS: tuple[tuple[Record, ...], ...] = (
    (*district(), proposed("akteure"), proposed("begriffe", text="Integration meint Teilhabe.")),
    (*district(), proposed("zentrum"), proposed("kosten"), proposed("personal", edited=True)),
    (*district(), field(), proposed("handlungsfelder"), proposed("leitlinien", text="Eins.\n\n- Zwei")),
    (*district(), proposed("leitlinien", closes=True), proposed("akteure", closes=True, edited=True)),
)


@pytest.mark.parametrize("records", [None, *PROJECTS])
def test_a_draft_without_what_it_announces_is_what_a_version_has(records: tuple[Record, ...] | None) -> None:
    present = [*(everything() if records is None else records), version(9)]
    frozen = built(present, version=version(9))
    assert [block.id for block in as_frozen(built(present)).blocks] == [block.id for block in frozen.blocks]


def test_chapters_that_only_announce_are_named_with_their_remark() -> None:
    found = announced(built([*district(), proposed("akteure"), proposed("begriffe")]))
    assert found == {"akteure": "Akteure und Netzwerke sind noch nicht eingetragen."}


def test_a_chapter_that_its_author_wrote_announces_nothing() -> None:
    assert announced(built([*district(), proposed("akteure", edited=True)])) == {}
