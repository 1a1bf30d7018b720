"""Bring a project file to the present version, one transaction per step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from kizdesk.domain.errors import EnvironmentFault
from kizdesk.store.faults import FOREIGN, fault
from kizdesk.store.migrations import Step, released_steps

APPLICATION_ID = int.from_bytes(b"KIZD", "big")
NEWER_MAJOR = (
    "Die Datei „{name}“ stammt aus einer neueren Programmfassung (Dateiversion {version}) und kann mit dieser nicht "
    "geöffnet werden. Bitte kizdesk aktualisieren."
)
NEWER_MINOR = (
    "Die Datei „{name}“ wurde mit einer neueren Programmfassung bearbeitet (Dateiversion {version}). Diese kann sie "
    "nur lesen. Bitte kizdesk aktualisieren oder die Datei nur zum Lesen öffnen."
)
OLDER = (
    "Die Datei „{name}“ hat die ältere Dateiversion {version}. Bitte sie einmal zum Bearbeiten öffnen; "
    "dabei wird sie gesichert und umgestellt."
)


@dataclass(frozen=True, slots=True)
class FileVersion:
    """Be the version of a file: another major one is not readable, a newer minor one only readable."""

    number: int

    @property
    def major(self) -> int:
        """Return the part that older programs must know."""
        return self.number // 65536

    def __str__(self) -> str:
        return f"{self.major}.{self.number % 65536}"


def present_version(steps: Sequence[Step] = ()) -> FileVersion:
    """Return the version this program writes."""
    return FileVersion((steps or released_steps())[-1].version)


def version_of(connection: dbapi2.Connection, path: Path) -> FileVersion:
    """Return the version of a file; raises EnvironmentFault if it is no project file."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise fault(FOREIGN, path)
    return FileVersion(connection.execute("PRAGMA user_version").fetchone()[0])


def check_version(found: FileVersion, path: Path, *, read_only: bool, present: FileVersion) -> None:
    """Refuse a file that this program cannot read or must not write."""
    if found.major > present.major:
        raise _refusal(NEWER_MAJOR, path, found)
    if found.number > present.number and not read_only:
        raise _refusal(NEWER_MINOR, path, found)
    if found.number < present.number and read_only:
        raise _refusal(OLDER, path, found)


def migrate(
    connection: dbapi2.Connection, found: FileVersion, steps: Sequence[Step], before: Callable[[], object]
) -> None:
    """Run the steps that are missing, each in one transaction; ``before`` makes the backup when there is one to run."""
    missing = [step for step in steps if step.version > found.number]
    if missing:
        before()
    for step in missing:
        run_step(connection, step)


def run_step(connection: dbapi2.Connection, step: Step) -> None:
    """Run one step wholly or not at all; the connection must leave transactions to its user."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in statements(step.sql):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {step.version}")
        connection.execute("COMMIT")
    except dbapi2.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def statements(script: str) -> Iterator[str]:
    """Yield the statements of a script; a trigger is one statement, whatever it holds."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if dbapi2.complete_statement(pending):
            yield pending
            pending = ""
    if pending.strip():
        yield pending


def _refusal(sentence: str, path: Path, version: FileVersion) -> EnvironmentFault:
    return EnvironmentFault(sentence.format(name=path.name, version=version))
