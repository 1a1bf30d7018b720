"""Check that a snapshot changes into another and stays itself."""

from __future__ import annotations

import pytest

from kizdesk.domain.changes import Create, Delete, Update
from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import Principle
from kizdesk.domain.snapshot import Snapshot

ONE = Principle(id="1", title="Teilhabe")


def test_a_change_gives_a_new_snapshot() -> None:
    before = Snapshot.of([ONE])
    after = before.applied([Update(Principle, "1", "title", "Vielfalt"), Create(Principle(id="2", title="x"))])
    assert [item.title for item in after.all(Principle)] == ["Vielfalt", "x"]
    assert before.all(Principle) == (ONE,)


def test_a_deleted_record_is_gone() -> None:
    assert Snapshot.of([ONE]).applied([Delete(Principle, "1")]).find(Principle, "1") is None


@pytest.mark.parametrize("change", [Create(ONE), Update(Principle, "9", "title", "x"), Delete(Principle, "9")])
def test_a_change_that_does_not_fit_is_refused(change: Create | Update | Delete) -> None:
    with pytest.raises(UserError):
        Snapshot.of([ONE]).applied([change])


def test_asking_for_what_is_gone_says_so() -> None:
    with pytest.raises(UserError, match="nicht mehr vorhanden"):
        Snapshot().get(Principle, "1")
