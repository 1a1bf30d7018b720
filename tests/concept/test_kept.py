"""Hold what is kept from the last time against what is made from nothing: both must always say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from random import Random
from typing import Any

import pytest

from kizdesk.concept.build import build
from kizdesk.concept.context import Context
from kizdesk.concept.facts import Facts
from kizdesk.concept.moment import Kept, Moment
from kizdesk.concept.tree import Document
from kizdesk.domain.base import Record
from kizdesk.domain.changes import Change, Create, Delete, Update
from kizdesk.domain.codec import field_types
from kizdesk.domain.interviews import Answer, Evidence
from kizdesk.domain.registry import RECORD_TYPES
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.versions import ChapterText, ConceptVersion
from kizdesk.writers.print import BlocksKept, sheets
from tests.concept.sample import materials, version
from tests.concept.test_every_field import others, records

_STEPS = 25
WHOLE = Snapshot.of(records())


class Office:
    """Build again and again with all that is kept, and look whether it is what nobody kept anything for."""

    def __init__(self) -> None:
        self.kept, self.told = Kept(), BlocksKept()
        self.snapshot = WHOLE

    def change(self, *changes: Change) -> Document:
        """Return the document after changes, looked through."""
        return self.look(self.snapshot.applied(changes))

    def look(self, snapshot: Snapshot, named: ConceptVersion | None = None) -> Document:
        """Return the document of a moment, looked through."""
        self.snapshot = snapshot
        things = replace(materials(), version=named)
        made = build(snapshot, things, self.kept)
        assert made == build(snapshot, things)
        return made

    def print(self, document: Document) -> None:
        """Look through what is printed of a document."""
        assert sheets(document, kept=self.told) == sheets(document)


def _edits(snapshot: Snapshot, kind: type[Record]) -> Iterator[Change]:
    """Yield changes of one record: each of its fields, then that it goes."""
    rows = snapshot.all(kind)
    hints: Any = kind
    for name, hint in field_types(hints).items():
        for record in rows[-1:] if name != "id" else ():
            yield from (Update(kind, record.id, name, value) for value in others(getattr(record, name), hint))
    yield from (Delete(kind, record.id) for record in rows[:1])


@pytest.mark.parametrize("kind", RECORD_TYPES, ids=lambda kind: kind.__name__)
def test_a_change_of_any_field_changes_what_is_kept_as_it_changes_what_is_made_anew(kind: type[Record]) -> None:
    office = Office()
    office.look(WHOLE)
    for change in _edits(WHOLE, kind):
        office.look(WHOLE.applied([change]))


def _any_change(snapshot: Snapshot, gone: list[Record], random: Random) -> Change:
    if gone and random.random() < 0.3:
        return Create(gone.pop())
    kind = random.choice([kind for kind in RECORD_TYPES if snapshot.all(kind)])
    changes = list(_edits(snapshot, kind))
    change = random.choice(changes)
    if isinstance(change, Delete):
        gone.append(snapshot.get(kind, change.id))
    return change


@pytest.mark.parametrize("seed", range(3))
def test_many_changes_one_after_the_other_leave_nothing_of_what_was(seed: int) -> None:
    random, office, gone = Random(seed), Office(), list[Record]()
    for _ in range(_STEPS):
        change = _any_change(office.snapshot, gone, random)
        office.print(office.look(office.snapshot.applied([change]), random.choice((None, version()))))


def test_another_order_of_the_same_passages_is_another_moment() -> None:
    office = Office()
    office.look(WHOLE)
    turned = dict(reversed(list(WHOLE.by_id(Evidence).items())))
    office.look(Snapshot({**{kind: WHOLE.by_id(kind) for kind in RECORD_TYPES}, Evidence: turned}))


def test_a_text_of_a_chapter_leaves_all_other_blocks_as_they_are() -> None:
    office = Office()
    before = office.look(WHOLE)
    text = WHOLE.all(ChapterText)[0]
    after = office.change(Update(ChapterText, text.id, "text", "Ganz neu."))
    known = {id(block) for block in before.blocks}
    fresh = [block.id for block in after.blocks if id(block) not in known and not block.id.startswith("kapitel/anlage")]
    assert fresh == [f"kapitel/{text.chapter}/{text.id}#1"]


def test_an_answer_leaves_the_blocks_of_other_municipalities_as_they_are() -> None:
    office = Office()
    before = office.look(WHOLE)
    answer = next(answer for answer in WHOLE.all(Answer) if answer.text)
    after = office.change(Update(Answer, answer.id, "text", "Ganz neu."))
    known = {id(block) for block in before.blocks}
    assert 0 < sum(id(block) not in known for block in after.blocks) < len(after.blocks) / 2


def test_what_is_kept_reads_no_records_later() -> None:
    moment = Moment({}, {})
    moment.end()
    with pytest.raises(RuntimeError, match="kept"):
        moment.all(Answer)


@pytest.mark.parametrize("shared", [Facts, Context])
def test_what_chapters_share_is_kept_with_what_it_was_made_of(shared: type) -> None:
    found: Sequence[object] = [value for value in vars(shared).values() if isinstance(value, cached_property)]
    plain = [one.func.__name__ for one in found if isinstance(one, cached_property) and not _is_kept(one.func)]
    assert set(plain) <= {"project", "district"}


def _is_kept(function: Any) -> bool:
    return hasattr(function, "__wrapped__")
