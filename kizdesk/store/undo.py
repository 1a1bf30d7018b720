"""Take groups of changes back and do them again, last one first; all that is needed stands in the log."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, update

from kizdesk.domain.base import kind_of
from kizdesk.domain.changes import Stamp
from kizdesk.domain.places import Project
from kizdesk.store.log import GroupState, steps_of, write_group
from kizdesk.store.steps import Action, Step
from kizdesk.store.tables import CHANGE, CHANGE_GROUP


@dataclass(frozen=True, slots=True)
class Group:
    """Be a group that can be undone or redone."""

    seq: int
    label: str


FindGroup = Callable[[Connection], Group | None]
Reverse = Callable[[Connection, Group, Stamp], list[Step]]


def undoable(connection: Connection) -> Group | None:
    """Return the group that undo takes back: the last one done, unless the project itself came with it."""
    group = _group(connection, GroupState.DONE, last=True)
    return None if group is None or _is_birth(connection, group) else group


def redoable(connection: Connection) -> Group | None:
    """Return the group that redo does again: the first one undone, which was undone last."""
    return _group(connection, GroupState.UNDONE, last=False)


def _group(connection: Connection, state: GroupState, *, last: bool) -> Group | None:
    seq = CHANGE_GROUP.c.seq
    order = seq.desc() if last else seq
    query = select(seq, CHANGE_GROUP.c.label).where(CHANGE_GROUP.c.state == state.value).order_by(order).limit(1)
    row = connection.execute(query).one_or_none()
    return None if row is None else Group(row.seq, row.label)


def _is_birth(connection: Connection, group: Group) -> bool:
    own = CHANGE.c.group_seq == group.seq
    born = (CHANGE.c.kind == kind_of(Project)) & (CHANGE.c.action == Action.CREATE.value)
    return connection.execute(select(CHANGE.c.seq).where(own & born).limit(1)).first() is not None


def undo(connection: Connection, group: Group, stamp: Stamp) -> list[Step]:
    """Take a group back; returns the steps that did it."""
    steps = [step.inverse for step in reversed(steps_of(connection, group.seq))]
    write_group(connection, steps, stamp, reverses=group.seq)
    _set_state(connection, group.seq, GroupState.UNDONE)
    return steps


def redo(connection: Connection, group: Group, stamp: Stamp) -> list[Step]:
    """Do a group again; returns its steps."""
    steps = steps_of(connection, group.seq)
    undone_by = select(func.max(CHANGE_GROUP.c.seq)).where(CHANGE_GROUP.c.reverses == group.seq)
    write_group(connection, steps, stamp, reverses=connection.execute(undone_by).scalar_one())
    _set_state(connection, group.seq, GroupState.DONE)
    return steps


def forget_redo(connection: Connection) -> None:
    """Void what was undone: a new change makes it impossible to do it again."""
    undone = CHANGE_GROUP.c.state == GroupState.UNDONE.value
    connection.execute(update(CHANGE_GROUP).where(undone).values(state=GroupState.VOID.value))


def erase_values(connection: Connection, kind: str, record_id: str) -> int:
    """Blank every value of a record in the log and keep the entries; returns how many there are.

    What stands at or before them cannot be undone any more, nor anything redone, or the values would come back.
    """
    touched = (CHANGE.c.kind == kind) & (CHANGE.c.record_id == record_id)
    last = connection.execute(select(func.max(CHANGE.c.group_seq)).where(touched)).scalar()
    if last is None:
        return 0
    erased = connection.execute(update(CHANGE).where(touched).values(old=None, new=None, erased=1)).rowcount
    settled = (CHANGE_GROUP.c.seq <= last) & (CHANGE_GROUP.c.state == GroupState.DONE.value)
    connection.execute(update(CHANGE_GROUP).where(settled).values(state=GroupState.SETTLED.value))
    forget_redo(connection)
    return erased


def remembered(connection: Connection, kind: str) -> list[str]:
    """Return the ids of the records of a kind that the log holds values of, in order."""
    query = select(CHANGE.c.record_id).where((CHANGE.c.kind == kind) & (CHANGE.c.erased == 0)).distinct()
    return sorted(connection.execute(query).scalars())


def _set_state(connection: Connection, seq: int, state: GroupState) -> None:
    connection.execute(update(CHANGE_GROUP).where(CHANGE_GROUP.c.seq == seq).values(state=state.value))
