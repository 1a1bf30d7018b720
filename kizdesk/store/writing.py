"""Write changes with all that follows from them in one transaction: data, log, search index."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from kizdesk.domain.base import Record
from kizdesk.domain.changes import Change, Stamp
from kizdesk.domain.registry import RECORD_TYPES
from kizdesk.domain.snapshot import Snapshot
from kizdesk.store.engines import driver_of
from kizdesk.store.entries import Action
from kizdesk.store.log import amend_last, write_group
from kizdesk.store.rows import load_table
from kizdesk.store.search import update_index
from kizdesk.store.steps import Planner, Step, checked
from kizdesk.store.undo import forget_redo


def commit(connection: Connection, before: Snapshot, changes: Sequence[Change], stamp: Stamp) -> Snapshot:
    """Write changes as one group and return the project after them; what changes nothing is not written."""
    fitting = checked(changes)
    after = before.applied(fitting)
    steps = list(Planner(connection, before).steps(fitting))
    if not steps:
        return before
    if not amend_last(connection, steps, stamp):
        if not stamp.aside:
            forget_redo(connection)
        write_group(connection, steps, stamp)
    _index(connection, before, after, steps)
    return after


def take_back(connection: Connection, before: Snapshot, steps: Sequence[Step]) -> Snapshot:
    """Return the project after steps that undo or redo has written, and bring the search index along.

    Records that came back stand where they stood, so their tables are read again in their order.
    """
    after = before.applied(step.change for step in steps)
    returned = {step.record_type for step in steps if step.action is Action.CREATE}
    if returned:
        tables = {record_type: after.by_id(record_type) for record_type in RECORD_TYPES}
        driver = driver_of(connection)
        after = Snapshot({**tables, **{record_type: load_table(driver, record_type) for record_type in returned}})
    _index(connection, before, after, steps)
    return after


def _index(connection: Connection, before: Snapshot, after: Snapshot, steps: Iterable[Step]) -> None:
    touched: dict[tuple[type[Record], str], None] = dict.fromkeys((step.record_type, step.id) for step in steps)
    pairs = ((before.find(*key), after.find(*key)) for key in touched)
    update_index(connection, pairs)
