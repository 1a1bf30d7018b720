"""Tell how a project stands when it is opened: small questions to the driver, before a library of SQL is loaded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlcipher3 import dbapi2

from kizdesk.domain.base import kind_of
from kizdesk.domain.places import Project
from kizdesk.store.entries import Action, GroupState


@dataclass(frozen=True, slots=True)
class Group:
    """Be a group that can be undone or redone."""

    seq: int
    label: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """Be what a file remembers of its way, for those who compare it with another copy."""

    birth: str
    """When it was made and by whom: all copies share it."""
    removed: frozenset[tuple[str, str]]
    """Kind and id of every record that somebody deleted; what an undo took away is not among them."""


FindGroup = Callable[[dbapi2.Connection], Group | None]
_LAST_DONE = "SELECT seq, label FROM change_group WHERE state = ? ORDER BY seq DESC LIMIT 1"
_FIRST_UNDONE = "SELECT seq, label FROM change_group WHERE state = ? ORDER BY seq LIMIT 1"
_BIRTH = "SELECT seq FROM change WHERE group_seq = ? AND kind = ? AND action = ? LIMIT 1"
_CREATED = "SELECT value FROM meta WHERE key = 'created_at'"
_BORN = "SELECT value FROM meta WHERE key IN ('created_at', 'created_by') ORDER BY key"
_REMOVED = (
    "SELECT DISTINCT kind, record_id FROM change JOIN change_group ON change_group.seq = change.group_seq "
    "WHERE action = ? AND state IN (?, ?)"
)
_LISTED = "SELECT count(*) FROM searched"
_INDEXED = "SELECT count(*) FROM search_index_docsize"


def undoable(connection: dbapi2.Connection) -> Group | None:
    """Return the group that undo takes back: the last one done, unless the project itself came with it."""
    group = _group(connection, _LAST_DONE, GroupState.DONE)
    return None if group is None or _is_birth(connection, group) else group


def redoable(connection: dbapi2.Connection) -> Group | None:
    """Return the group that redo does again: the first one undone, which was undone last."""
    return _group(connection, _FIRST_UNDONE, GroupState.UNDONE)


def label_of(group: Group | None) -> str | None:
    """Return what a group did, or None if there is none."""
    return None if group is None else group.label


def created_at(connection: dbapi2.Connection) -> str | None:
    """Return the moment in which the file was made, as it is written there."""
    row = connection.execute(_CREATED).fetchone()
    return None if row is None else str(row[0])


def lineage(connection: dbapi2.Connection) -> Lineage:
    """Return where a file comes from and what was deleted in it."""
    born = "\n".join(str(value) for (value,) in connection.execute(_BORN))
    values = (Action.DELETE.value, GroupState.DONE.value, GroupState.SETTLED.value)
    gone = frozenset((str(kind), str(record_id)) for kind, record_id in connection.execute(_REMOVED, values))
    return Lineage(born, gone)


def data_version(connection: dbapi2.Connection) -> int:
    """Return a number that is another one as soon as another connection has written."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def is_complete(connection: dbapi2.Connection) -> bool:
    """Tell whether the index of the search holds as much as it should."""
    (listed,), (indexed,) = connection.execute(_LISTED).fetchone(), connection.execute(_INDEXED).fetchone()
    return bool(listed == indexed)


def _group(connection: dbapi2.Connection, query: str, state: GroupState) -> Group | None:
    row = connection.execute(query, (state.value,)).fetchone()
    return None if row is None else Group(*row)


def _is_birth(connection: dbapi2.Connection, group: Group) -> bool:
    values = (group.seq, kind_of(Project), Action.CREATE.value)
    return connection.execute(_BIRTH, values).fetchone() is not None
