"""Make checked copies of a project, keep the last ten beside it, and put one back without deleting anything."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlcipher3 import dbapi2

from kizdesk.domain.errors import EnvironmentFault
from kizdesk.store.engine import Place, connect
from kizdesk.store.faults import BAD_COPY, DAMAGED, fault, told_as_faults

KEPT = 10
INTERVAL = timedelta(minutes=10)
_UNFINISHED = ".neu"
_STAMP = "%Y-%m-%d %H-%M-%S"
_DATED = re.compile(r"(\d{4}-\d\d-\d\d \d\d-\d\d-\d\d)(?: \((\d+)\))?$")


@dataclass(frozen=True, slots=True)
class Backup:
    """Be a copy of a project kept beside it."""

    path: Path
    made: datetime
    """Local time without a zone, as the people who look into the folder read it in the name."""
    number: int = 1
    """Tells apart what was made within one second."""


def copy(source: dbapi2.Connection, target: Place) -> None:
    """Write a checked copy: beside its place first, so that no half copy ever carries its name."""
    beside = Place(target.path.with_name(target.path.name + _UNFINISHED), target.key)
    beside.path.unlink(missing_ok=True)
    try:
        connection = connect(beside, "rwc")
        try:
            source.backup(connection)
            connection.execute("PRAGMA journal_mode = DELETE")
        finally:
            connection.close()
        check(beside)
        _flush(beside.path)
        beside.path.replace(target.path)
    finally:
        for leftover in (beside.path, *side_files(beside.path)):
            leftover.unlink(missing_ok=True)


def check(place: Place) -> None:
    """Open a file and let SQLite check all of it; raises EnvironmentFault if it is not sound."""
    connection = connect(place, "ro")
    try:
        findings = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    finally:
        connection.close()
    if findings != "ok":
        raise fault(DAMAGED, place.path)


def folder_of(project: Path) -> Path:
    """Return the folder of a project's backups."""
    return project.with_name(f"{project.stem}-Sicherungen")


def backups_of(project: Path) -> list[Backup]:
    """Return the backups of a project, newest first."""
    found = (_backup(path) for path in folder_of(project).glob(f"*{project.suffix}"))
    return sorted((backup for backup in found if backup), key=lambda backup: (backup.made, backup.number), reverse=True)


def keep_one(source: dbapi2.Connection, project: Place, now: datetime) -> Path:
    """Make a backup beside the project and let go of the oldest beyond ten."""
    folder = folder_of(project.path)
    folder.mkdir(exist_ok=True)
    for half in folder.glob(f"{project.path.stem} *{_UNFINISHED}*"):
        half.unlink(missing_ok=True)  # left by a crash: only the holder of the lock makes copies here
    target = dated(folder / project.path.name, now)
    copy(source, Place(target, project.key))
    for backup in backups_of(project.path)[KEPT:]:
        backup.path.unlink(missing_ok=True)
    return target


def restore(backup: Place, project: Path, now: datetime) -> Path | None:
    """Put a backup in a project's place; returns where the file that was there is set aside."""
    if not backup.path.is_file():
        raise EnvironmentFault(f"Die Sicherung „{backup.path.name}“ gibt es nicht mehr. Bitte eine andere wählen.")
    try:
        with told_as_faults(backup.path):
            check(backup)
    except EnvironmentFault as error:
        raise fault(BAD_COPY, backup.path) from error
    beside = project.with_name(project.name + _UNFINISHED)
    try:
        shutil.copyfile(backup.path, beside)
        _flush(beside)
        aside = _set_aside(project, now) if project.exists() else None
        beside.rename(project)
    finally:
        beside.unlink(missing_ok=True)
    return aside


def dated(path: Path, now: datetime) -> Path:
    """Return a name beside a path that carries the moment and is still free."""
    number, target = 1, path.with_name(f"{path.stem} {now.strftime(_STAMP)}{path.suffix}")
    while target.exists():
        number += 1
        target = path.with_name(f"{path.stem} {now.strftime(_STAMP)} ({number}){path.suffix}")
    return target


def side_files(path: Path) -> tuple[Path, ...]:
    """Return the files that SQLite may keep beside a database."""
    return tuple(path.with_name(path.name + ending) for ending in ("-wal", "-shm", "-journal"))


def _set_aside(project: Path, now: datetime) -> Path:
    aside = dated(project.with_name(f"{project.stem} vor Wiederherstellung{project.suffix}"), now)
    for old, new in zip((project, *side_files(project)), (aside, *side_files(aside)), strict=True):
        if old.exists():
            old.rename(new)
    return aside


def _backup(path: Path) -> Backup | None:
    found = _DATED.search(path.stem)
    if found is None:
        return None
    day, clock = found[1].split()
    return Backup(path, datetime.fromisoformat(f"{day}T{clock.replace('-', ':')}"), int(found[2] or 1))


def _flush(path: Path) -> None:
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


class BackupClock:
    """Know when the next backup is due, by the clock that changes are stamped with."""

    def __init__(self, last: datetime) -> None:
        self._last = wall_clock(last)

    def is_due(self, at: datetime) -> bool:
        """Tell whether ten minutes have passed since the last one, or lie before it: then a clock was put right."""
        return abs(wall_clock(at) - self._last) >= INTERVAL

    def made(self, at: datetime) -> None:
        """Note that one was made."""
        self._last = wall_clock(at)


def wall_clock(moment: datetime) -> datetime:
    """Return what the clock on the wall shows, without its zone."""
    return moment.replace(tzinfo=None)
