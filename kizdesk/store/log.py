"""Write changes and their record in one go: the only way anything is written to a project."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, delete, false, func, insert, or_, select, update

from kizdesk.domain.base import Record, kind_of
from kizdesk.domain.changes import Stamp
from kizdesk.domain.codec import Plain, plain, revive
from kizdesk.domain.registry import TYPE_OF_KIND
from kizdesk.store.columns import codec_of, codecs_of, decoders_of, to_json
from kizdesk.store.entries import Action, GroupState, LogEntry, LogWish
from kizdesk.store.steps import Step
from kizdesk.store.tables import CHANGE, CHANGE_GROUP, TABLE_OF


def apply_all(connection: Connection, steps: Iterable[Step]) -> None:
    """Do steps to the data; runs of the same kind go in together."""
    for same, run in groupby(steps, key=lambda step: (step.action, step.record_type, step.field)):
        _apply(connection, *same, list(run))


def _apply(
    connection: Connection, action: Action, record_type: type[Record], field: str, steps: Sequence[Step]
) -> None:
    table = TABLE_OF[record_type]
    match action:
        case Action.CREATE:
            connection.execute(insert(table), [_row(step) for step in steps])
        case Action.DELETE:
            gone = delete(table).where(table.c.id == bindparam("key"))
            connection.execute(gone, [{"key": step.id} for step in steps])
        case Action.UPDATE:
            codec = codec_of(record_type, field)
            changed = update(table).where(table.c.id == bindparam("key")).values({field: bindparam("value")})
            connection.execute(changed, [{"key": step.id, "value": codec.stored(step.new)} for step in steps])


def _row(step: Step) -> dict[str, Any]:
    row = {codec.name: codec.stored(getattr(step.new, codec.name)) for codec in codecs_of(step.record_type)}
    return {"seq": step.place, **row}


def write_group(connection: Connection, steps: Sequence[Step], stamp: Stamp, reverses: int | None = None) -> int:
    """Do steps and record them as one group; returns its number."""
    apply_all(connection, steps)
    state = _state_of(stamp) if reverses is None else GroupState.REVERSAL
    group = {
        "label": stamp.label,
        "who": stamp.who,
        "at": stamp.at.isoformat(),
        "stay": stamp.stay,
        "reverses": reverses,
        "state": state.value,
    }
    number = (connection.execute(select(func.max(CHANGE_GROUP.c.seq))).scalar() or 0) + 1
    connection.execute(insert(CHANGE_GROUP), {"seq": number, **group})
    connection.execute(insert(CHANGE), [_entry(number, step) for step in steps])
    return number


def _state_of(stamp: Stamp) -> GroupState:
    return GroupState.SETTLED if stamp.aside else GroupState.DONE


def _entry(group: int, step: Step) -> dict[str, Any]:
    return {
        "group_seq": group,
        "kind": kind_of(step.record_type),
        "record_id": step.id,
        "action": step.action.value,
        "field": step.field,
        "old": None if step.old is None else to_json(plain(step.old)),
        "new": None if step.new is None else to_json(plain(step.new)),
        "place": step.place,
        "erased": 0,
    }


def amend_last(connection: Connection, steps: Sequence[Step], stamp: Stamp) -> bool:
    """Do steps and add them to the last group if they go on with it: same person, same stay, what it holds already.

    What is typed into a record that the same stay has created belongs to its creation.
    """
    last = connection.execute(select(CHANGE_GROUP).order_by(CHANGE_GROUP.c.seq.desc()).limit(1)).one_or_none()
    same = last is not None and stamp.stay and (last.stay, last.who) == (stamp.stay, stamp.who)
    if last is None or not same or last.state != _state_of(stamp).value:
        return False
    rows = connection.execute(select(CHANGE).where(CHANGE.c.group_seq == last.seq).order_by(CHANGE.c.seq)).all()
    amended = _amended(rows, steps)
    if amended is None:
        return False
    apply_all(connection, steps)
    for seq, value in amended.items():
        new = None if value is None else to_json(value)
        connection.execute(update(CHANGE).where(CHANGE.c.seq == seq), {"new": new})
    connection.execute(update(CHANGE_GROUP).where(CHANGE_GROUP.c.seq == last.seq), {"at": stamp.at.isoformat()})
    return True


def _amended(rows: Sequence[Any], steps: Sequence[Step]) -> dict[int, Plain] | None:
    """Return the new value of each entry that steps go on with; None if one of them begins something else."""
    held = {(row.kind, row.record_id, row.field): row for row in rows}
    amended: dict[int, Plain] = {}
    for step in steps:
        kind = kind_of(step.record_type)
        row = held.get((kind, step.id, step.field)) or held.get((kind, step.id, ""))
        if step.action is not Action.UPDATE or row is None or row.action == Action.DELETE.value:
            return None
        if row.action == Action.CREATE.value:
            record: Any = amended.get(row.seq) or json.loads(row.new)
            amended[row.seq] = {**record, step.field: plain(step.new)}
        else:
            amended[row.seq] = plain(step.new)
    return amended


def steps_of(connection: Connection, group: int) -> list[Step]:
    """Return the steps of a group as they were done."""
    rows = connection.execute(select(CHANGE).where(CHANGE.c.group_seq == group).order_by(CHANGE.c.seq))
    return [_step(row) for row in rows]


def _step(row: Any) -> Step:
    record_type = TYPE_OF_KIND[row.kind]
    old = _revived(record_type, row.field, row.old)
    new = _revived(record_type, row.field, row.new)
    return Step(Action(row.action), record_type, row.record_id, row.field, old, new, row.place)


def _revived(record_type: type[Record], field: str, text: str | None) -> object:
    if text is None:
        return None
    value = json.loads(text)
    return decoders_of(record_type)[field](value, field) if field else revive(record_type, value)


def read_log(connection: Connection, after: int) -> list[LogEntry]:
    """Return the log's entries with a higher number, in order."""
    return _entries(connection, CHANGE.c.seq > after)


def read_wished(connection: Connection, wishes: Iterable[LogWish]) -> list[LogEntry]:
    """Return the log's entries that at least one wish asks for, in order."""
    return _entries(connection, or_(false(), *map(_asked_for, wishes)))


def _asked_for(wish: LogWish) -> ColumnElement[bool]:
    held = (CHANGE_GROUP.c.at >= wish.since.isoformat()) & (CHANGE.c.kind == wish.kind)
    if wish.prefix:
        return held & (CHANGE.c.record_id >= wish.prefix) & (CHANGE.c.record_id < f"{wish.prefix}{chr(0x10FFFF)}")
    return held & (CHANGE.c.record_id == wish.id) if wish.id else held


def _entries(connection: Connection, condition: ColumnElement[bool]) -> list[LogEntry]:
    joined = select(CHANGE, CHANGE_GROUP).join(CHANGE_GROUP, CHANGE.c.group_seq == CHANGE_GROUP.c.seq)
    columns = joined.with_only_columns(
        CHANGE, CHANGE_GROUP.c.label, CHANGE_GROUP.c.who, CHANGE_GROUP.c.at, CHANGE_GROUP.c.reverses
    )
    rows = connection.execute(columns.where(condition).order_by(CHANGE.c.seq))
    return [_log_entry(row) for row in rows]


def _log_entry(row: Any) -> LogEntry:
    return LogEntry(
        seq=row.seq,
        group=row.group_seq,
        label=row.label,
        who=row.who,
        at=datetime.fromisoformat(row.at),
        kind=row.kind,
        id=row.record_id,
        field=row.field,
        old=None if row.old is None else json.loads(row.old),
        new=None if row.new is None else json.loads(row.new),
        reverses=row.reverses,
        erased=bool(row.erased),
    )
