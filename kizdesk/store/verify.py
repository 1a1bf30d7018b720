"""Check that a project file is sound: pages, names of records, log and attachments."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, select
from sqlcipher3 import dbapi2

from kizdesk.domain.base import Record, kind_of
from kizdesk.domain.interviews import Attachment
from kizdesk.domain.kinds import counted, kind_name
from kizdesk.domain.references import dangling
from kizdesk.domain.registry import RECORD_TYPES
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.versions import ConceptVersion
from kizdesk.store import blobs
from kizdesk.store.engines import driver_of
from kizdesk.store.entries import Action
from kizdesk.store.standing import is_complete
from kizdesk.store.tables import CHANGE

_SHOWN = 20
"""A badly damaged file is told by its first findings."""


def findings(driver: dbapi2.Connection, connection: Connection, snapshot: Snapshot) -> Iterator[str]:
    """Yield what is wrong with a file, in German sentences.

    WORKAROUND fts5 checks its index against a structure cached before another connection wrote, and calls that
    corrupt: ``driver`` must be a fresh connection; remove when ``PRAGMA integrity_check`` refreshes it.
    """
    yield from _pages(driver)
    yield from _names(snapshot)
    yield from _log(connection, snapshot)
    yield from _blobs(connection, snapshot)
    yield from _index(connection)


def _pages(driver: dbapi2.Connection) -> Iterator[str]:
    for (message,) in driver.execute(f"PRAGMA integrity_check({_SHOWN})"):
        if message != "ok":
            yield f"Die Datei ist in sich nicht stimmig ({message}). Bitte eine Sicherung wiederherstellen."
    for table, row, *_ in driver.execute("PRAGMA foreign_key_check"):
        yield f"Das Protokoll ist unvollständig ({table}, Zeile {row}). Bitte eine Sicherung wiederherstellen."


def _names(snapshot: Snapshot) -> Iterator[str]:
    for pointer in dangling(snapshot):
        owner, target = kind_name(type(pointer.owner)), kind_name(pointer.target)
        yield (
            f"{owner} „{pointer.owner.id}“ verweist auf einen Eintrag, den es nicht gibt: {target} "
            f"„{pointer.target_id}“. Bitte den Eintrag prüfen."
        )


def _log(connection: Connection, snapshot: Snapshot) -> Iterator[str]:
    query = select(CHANGE.c.kind, CHANGE.c.action, func.count()).group_by(CHANGE.c.kind, CHANGE.c.action)
    counts = {(kind, action): number for kind, action, number in connection.execute(query)}
    for record_type in RECORD_TYPES:
        kind = kind_of(record_type)
        told = counts.get((kind, Action.CREATE.value), 0) - counts.get((kind, Action.DELETE.value), 0)
        present = len(snapshot.by_id(record_type))
        if told != present:
            yield (
                f"Nach dem Protokoll müsste das Projekt {counted(record_type, told)} enthalten, es sind {present}. "
                "Bitte eine Sicherung wiederherstellen."
            )


def _blobs(connection: Connection, snapshot: Snapshot) -> Iterator[str]:
    stored = blobs.names(connection)
    for sha256 in stored:
        if not blobs.is_whole(sha256, blobs.get(connection, sha256)):
            yield f"Die Anlage mit dem Prüfwert {sha256[:12]}… ist verändert. Bitte eine Sicherung wiederherstellen."
    present = set(stored)
    for record, sha256 in _wanted(snapshot):
        if sha256 not in present:
            yield f"Zu „{_title(record)}“ fehlt die Datei selbst. Bitte sie neu hinzufügen oder eine Sicherung öffnen."


def _wanted(snapshot: Snapshot) -> Iterator[tuple[Record, str]]:
    yield from ((attachment, attachment.sha256) for attachment in snapshot.all(Attachment))
    yield from ((version, version.tree_sha256) for version in snapshot.all(ConceptVersion) if version.tree_sha256)


def named_blobs(snapshot: Snapshot) -> set[str]:
    """Return the SHA-256 of all bytes that a record names."""
    return {sha256 for _, sha256 in _wanted(snapshot)}


def _title(record: Record) -> str:
    return str(getattr(record, "name", record.id))


def _index(connection: Connection) -> Iterator[str]:
    if not is_complete(driver_of(connection)):
        yield "Das Verzeichnis der Suche ist unvollständig. Bitte das Projekt einmal zum Bearbeiten öffnen."
