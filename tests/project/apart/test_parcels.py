"""Check that a snapshot can be sent as what differs from another."""

from dataclasses import replace
from itertools import pairwise

import pytest

from kizdesk.domain.changes import Change, Create, Delete, Update
from kizdesk.domain.fields import Goal
from kizdesk.domain.places import Municipality
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.apart.parcels import parcels, unpacked

GOALS = [Goal(id=f"ziel-{number}", field_id="feld", title=f"Ziel {number}") for number in range(250)]
FULL = Snapshot.of([*GOALS, Municipality(id="05162004", name="Dormagen", kind="Stadt", population=1)])


def same(one: Snapshot, other: Snapshot) -> bool:
    return one.all(Goal) == other.all(Goal) and one.all(Municipality) == other.all(Municipality)


@pytest.mark.parametrize(
    "change",
    [
        Update(Goal, "ziel-7", "title", "Anders"),
        Delete(Goal, "ziel-0"),
        Create(replace(GOALS[0], id="ziel-neu")),
    ],
)
def test_a_change_arrives(change: Change) -> None:
    after = FULL.applied([change])

    assert same(unpacked(FULL, list(parcels(FULL, after))), after)


def test_a_whole_project_arrives_in_small_parcels() -> None:
    sent = list(parcels(Snapshot(), FULL))

    assert same(unpacked(Snapshot(), sent), FULL)
    assert max(len(parcel.rows) for parcel in sent) <= 100


def test_only_what_changed_is_sent() -> None:
    after = FULL.applied([Update(Goal, "ziel-7", "title", "Anders")])

    assert [len(parcel.rows) for parcel in parcels(FULL, after)] == [1]
    assert not list(parcels(FULL, FULL))


def test_a_deleted_record_comes_back_to_its_place() -> None:
    without = FULL.applied([Delete(Goal, "ziel-3")])
    held = unpacked(FULL, list(parcels(FULL, without)))

    back = unpacked(held, list(parcels(without, FULL)))

    assert [goal.id for goal in back.all(Goal)] == [goal.id for goal in GOALS]


def test_parcels_follow_each_other() -> None:
    steps = [FULL]
    for number in range(3):
        steps.append(steps[-1].applied([Delete(Goal, f"ziel-{number}"), Update(Goal, "ziel-9", "title", str(number))]))
    held = FULL
    for before, after in pairwise(steps):
        held = unpacked(held, list(parcels(before, after)))

    assert same(held, steps[-1])
