"""Take groups of changes back and do them again, last one first; all that is needed stands in the log."""

from __future__ import annotations

import json
from collections.abc import Callable

from sqlalchemy import Connection, func, select, update

from kizdesk.domain.changes import Stamp
from kizdesk.store.entries import GroupState
from kizdesk.store.log import steps_of, write_group
from kizdesk.store.standing import Group
from kizdesk.store.steps import Step
from kizdesk.store.tables import CHANGE, CHANGE_GROUP

Reverse = Callable[[Connection, Group, Stamp], list[Step]]


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
    """Return the ids of the records of a kind that the log holds values of, in order; an id alone is no value."""
    kept = (CHANGE.c.kind == kind) & (CHANGE.c.erased == 0)
    rows = connection.execute(select(CHANGE.c.record_id, CHANGE.c.old, CHANGE.c.new).where(kept)).all()
    return sorted({row.record_id for row in rows if _says(row.old) or _says(row.new)})


def _says(entry: str | None) -> bool:
    """Tell whether a value of the log holds anything: a record more than its id, a field more than nothing."""
    value = None if entry is None else json.loads(entry)
    if isinstance(value, dict):
        return any(held for name, held in value.items() if name != "id")
    return bool(value)


def _set_state(connection: Connection, seq: int, state: GroupState) -> None:
    connection.execute(update(CHANGE_GROUP).where(CHANGE_GROUP.c.seq == seq).values(state=state.value))
