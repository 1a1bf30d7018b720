"""Look at a file before it is opened, and prepare it: kind, key, version, migration."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from kizdesk.domain.errors import UserError
from kizdesk.store.backup import keep_one, side_files
from kizdesk.store.engine import Place, connect
from kizdesk.store.faults import FOLDER, FOREIGN, KEY_NEEDED, MISSING, NO_FOLDER, WRONG_KEY, fault, told_as_faults
from kizdesk.store.keys import PLAIN_HEADER, head_of, key_for_file, looks_protected
from kizdesk.store.migrate import check_version, migrate, present_version, run_step, version_of
from kizdesk.store.migrations import Step, released_steps


def find_place(path: Path, passphrase: str | None) -> Place:
    """Return how to open a file; raises EnvironmentFault if it cannot be a project or lacks its key."""
    with told_as_faults(path):
        if path.is_dir():
            raise fault(FOLDER, path)
        if not path.exists():
            raise fault(MISSING, path)
        plain = head_of(path) == PLAIN_HEADER
        if not plain and not looks_protected(path):
            raise fault(FOREIGN, path)
        if not plain and not passphrase:
            raise fault(KEY_NEEDED, path)
        return Place(path, key_for_file(path, passphrase))


def refuse_taken(path: Path) -> None:
    """Raise UserError where a new file would take the place of another, and EnvironmentFault where it has no folder."""
    if path.exists():
        raise UserError(f"„{path.name}“ gibt es schon. Bitte einen anderen Namen wählen oder die Datei öffnen.")
    if not path.parent.is_dir():
        raise fault(NO_FOLDER, path)


def is_protected(path: Path) -> bool:
    """Tell whether a file needs a passphrase."""
    with told_as_faults(path):
        return path.is_file() and looks_protected(path)


def unreadable(place: Place) -> str:
    """Return the sentence for content that is no database: with a key, the key may be the wrong one."""
    return FOREIGN if place.key is None else WRONG_KEY


def prepare_for_writing(place: Place, now: datetime, steps: Sequence[Step] = ()) -> None:
    """Check the version of a file and bring it to the present one, after a backup."""
    connection = connect(place)
    try:
        found = version_of(connection, place.path)
        check_version(found, place.path, read_only=False, present=present_version(steps))
        migrate(connection, found, steps or released_steps(), lambda: keep_one(connection, place, now))
    finally:
        connection.close()


def prepare_for_reading(place: Place) -> str:
    """Check the version of a file and return the mode in which it can be read.

    A file that a crash left in WAL mode cannot be read from a folder without the right to write, unless it is
    taken as unchanging; that loses nothing when no ``-wal`` stands beside it.
    """
    try:
        _check_readable(place, "ro")
    except dbapi2.OperationalError:
        if side_files(place.path)[0].exists():
            raise
        _check_readable(place, "immutable")
        return "immutable"
    return "ro"


def _check_readable(place: Place, mode: str) -> None:
    connection = connect(place, mode)
    try:
        found = version_of(connection, place.path)
        check_version(found, place.path, read_only=True, present=present_version())
    finally:
        connection.close()


def create_file(place: Place, who: str, now: datetime) -> None:
    """Write an empty project of the present version, whole or not at all."""
    beside = Place(place.path.with_name(f"{place.path.name}.neu"), place.key)
    beside.path.unlink(missing_ok=True)
    try:
        connection = connect(beside, "rwc")
        try:
            for step in released_steps():
                run_step(connection, step)
            facts = [("created_at", now.isoformat()), ("created_by", who)]
            connection.executemany("INSERT INTO meta (key, value) VALUES (?, ?)", facts)
        finally:
            connection.close()
        beside.path.rename(place.path)
    finally:
        for leftover in (beside.path, *side_files(beside.path)):
            leftover.unlink(missing_ok=True)
