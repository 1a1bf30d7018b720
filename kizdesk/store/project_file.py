"""Be the project file: everything the program reads of a project and writes to it goes through here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

from sqlcipher3 import dbapi2

from kizdesk.domain.changes import Change, Stamp
from kizdesk.domain.errors import EnvironmentFault, ShapeError, UserError
from kizdesk.domain.registry import TYPE_OF_KIND
from kizdesk.domain.snapshot import Snapshot
from kizdesk.store import backup, blobs, opening, standing
from kizdesk.store.backup import Backup, BackupClock
from kizdesk.store.connections import Connections
from kizdesk.store.engine import Place
from kizdesk.store.entries import Hit, LogEntry, LogWish
from kizdesk.store.faults import DAMAGED, GONE, fault, told_as_faults
from kizdesk.store.keys import key_for_new_file
from kizdesk.store.lock import FileLock
from kizdesk.store.rows import load_snapshot
from kizdesk.store.standing import FindGroup, Lineage

if TYPE_CHECKING:
    from kizdesk.store.undo import Reverse

T = TypeVar("T")


class ProjectFile:
    """Hold one open project file; one thread writes, others may read."""

    def __init__(self, connections: Connections, lock: FileLock | None, now: datetime) -> None:
        self._connections = connections
        self._lock = lock
        self._seen = -1
        self._snapshot = self._load()
        self._clock = BackupClock(self._last_backup(now))
        self._backup_fault = ""
        self._backups_postponed = False
        self._backup_due = False

    @classmethod
    def create(cls, path: Path, *, who: str, now: datetime, passphrase: str | None = None) -> ProjectFile:
        """Make a new empty project and open it; raises UserError if there is a file of that name."""
        with ExitStack() as stack, told_as_faults(path):
            opening.refuse_taken(path)
            place = Place(path, key_for_new_file(passphrase))
            lock = FileLock.take(path, who, now)
            stack.callback(lock.release)
            opening.create_file(place, who, now)
            return cls._started(place, lock, now, stack)

    @classmethod
    def open(
        cls, path: Path, *, who: str, now: datetime, passphrase: str | None = None, read_only: bool = False
    ) -> ProjectFile:
        """Open a project; raises EnvironmentFault with what to do if that is not possible."""
        place = opening.find_place(path, passphrase)
        with ExitStack() as stack, told_as_faults(path, unreadable=opening.unreadable(place)):
            if read_only:
                return cls._started(place, None, now, stack)
            lock = FileLock.take(path, who, now)
            stack.callback(lock.release)
            return cls._started(place, lock, now, stack)

    @classmethod
    def _started(cls, place: Place, lock: FileLock | None, now: datetime, stack: ExitStack) -> ProjectFile:
        """Open the connections and read the project; the stack lets go of everything if that fails."""
        connections = Connections(place, now, read_only=lock is None)
        stack.callback(connections.abandon)
        project = cls(connections, lock, now)
        if lock is not None:
            project._mend_search()
        stack.pop_all()
        return project

    @staticmethod
    def restore_closed(
        path: Path, copy: Path, *, who: str, now: datetime, passphrase: str | None = None
    ) -> Path | None:
        """Put a backup in the place of a project that is not open, even a damaged one, which is set aside."""
        place = opening.find_place(copy, passphrase)
        with told_as_faults(path, unreadable=opening.unreadable(place)), ExitStack() as stack:
            stack.callback(FileLock.take(path, who, now).release)
            return backup.restore(place, path, now)

    @staticmethod
    def is_protected(path: Path) -> bool:
        """Tell whether a file needs a passphrase."""
        return opening.is_protected(path)

    @property
    def path(self) -> Path:
        """Return where the project lies."""
        return self._connections.place.path

    @property
    def read_only(self) -> bool:
        """Tell whether the project is only read."""
        return self._connections.read_only

    @property
    def undo_label(self) -> str | None:
        """Return what undo would take back."""
        return standing.label_of(self._ask(standing.undoable))

    @property
    def redo_label(self) -> str | None:
        """Return what redo would do again."""
        return standing.label_of(self._ask(standing.redoable))

    @property
    def backup_fault(self) -> str:
        """Return why the last backup could not be made; empty if it could."""
        return self._backup_fault

    @property
    def backup_due(self) -> bool:
        """Tell whether a postponed backup waits to be made."""
        return self._backup_due

    def snapshot(self) -> Snapshot:
        """Return the project as it is now; a project only read follows what another process writes."""
        if self.read_only and self._version_seen() != self._seen:
            self._snapshot = self._load()
        return self._snapshot

    def commit(self, changes: Sequence[Change], stamp: Stamp) -> Snapshot:
        """Make changes durable, all or none; raises UserError if one does not fit the project."""
        from kizdesk.store.writing import commit

        with self._connections.writing() as connection:
            after = commit(connection, self._snapshot, changes, stamp)
        self._snapshot = after
        self._back_up_if_due(stamp.at)
        return after

    def undo(self, who: str, at: datetime) -> str | None:
        """Take the last group of changes back; returns its label, or None if there is nothing to undo."""
        from kizdesk.store import undo

        return self._reverse(standing.undoable, undo.undo, Stamp(who, at, "Rückgängig"))

    def redo(self, who: str, at: datetime) -> str | None:
        """Do the group undone last again; returns its label, or None if there is nothing to redo."""
        from kizdesk.store import undo

        return self._reverse(standing.redoable, undo.redo, Stamp(who, at, "Wiederholt"))

    def log(self, *, after: int = 0) -> list[LogEntry]:
        """Return the changes with a higher number, oldest first."""
        from kizdesk.store.log import read_log

        with self._connections.reading() as connection:
            return read_log(connection, after)

    def wished(self, wishes: Iterable[LogWish]) -> list[LogEntry]:
        """Return the changes that at least one wish asks for, oldest first."""
        from kizdesk.store.log import read_wished

        with self._connections.reading() as connection:
            return read_wished(connection, wishes)

    def erase_values(self, kind: str, record_id: str) -> int:
        """Blank every value of a deleted record in the log for good; returns how many entries that were.

        Raises UserError while the record is still part of the project. Backups keep what they hold.
        """
        from kizdesk.store import undo

        if self._snapshot.find(TYPE_OF_KIND[kind], record_id) is not None:
            raise UserError("Der Eintrag ist noch Teil des Projekts. Bitte ihn zuerst löschen.")
        with self._connections.writing() as connection:
            erased = undo.erase_values(connection, kind, record_id)
        self._connections.rewrite()
        return erased

    def deleted(self, kind: str) -> list[str]:
        """Return the ids of the records of a kind that are deleted, but whose values still stand in the log."""
        from kizdesk.store import undo

        with self._connections.reading() as connection:
            ids = undo.remembered(connection, kind)
        return [record_id for record_id in ids if self._snapshot.find(TYPE_OF_KIND[kind], record_id) is None]

    def lineage(self) -> Lineage:
        """Return where the file comes from and what was deleted in it."""
        return self._ask(standing.lineage)

    def put_blob(self, data: bytes) -> str:
        """Store bytes once; returns their SHA-256."""
        with self._connections.writing() as connection:
            return blobs.put(connection, data)

    def blob(self, sha256: str) -> bytes:
        """Return stored bytes; raises UserError if there are none of that SHA-256."""
        with self._connections.reading() as connection:
            return blobs.get(connection, sha256)

    def erase_blob(self, sha256: str) -> None:
        """Remove bytes for good; raises UserError while an attachment or a version still names them."""
        from kizdesk.store.verify import named_blobs

        if sha256 in named_blobs(self._snapshot):
            raise UserError("Die Anlage ist noch Teil des Projekts. Bitte sie zuerst löschen.")
        with self._connections.writing() as connection:
            blobs.remove(connection, sha256)
        self._connections.rewrite()

    def blobs(self) -> Iterator[str]:
        """Yield the SHA-256 of everything stored, in order."""
        with self._connections.reading() as connection:
            names = blobs.names(connection)
        yield from names

    def search(self, query: str, limit: int = 50, snapshot: Snapshot | None = None) -> list[Hit]:
        """Find the words of a query anywhere in the project, or in what a snapshot holds of it, best hits first."""
        from kizdesk.store.search import find

        shown = self.snapshot() if snapshot is None else snapshot
        with self._connections.reading() as connection:
            return find(connection, shown, query, limit)

    def rebuild_search(self) -> None:
        """Make the index of the search anew from the data."""
        from kizdesk.store.search import rebuild_index

        with self._connections.writing() as connection:
            rebuild_index(connection, self._snapshot)

    def verify(self) -> list[str]:
        """Check the whole file; returns findings in German, none if it is sound."""
        from kizdesk.store.engines import driver_of
        from kizdesk.store.verify import findings

        with self._connections.driver() as driver, self._connections.reading() as connection:
            return list(findings(driver, connection, self._read(driver_of(connection))))

    def backup(self, target: Path) -> None:
        """Write a checked copy, with the same passphrase if there is one; never over the project itself."""
        if target.exists() and target.samefile(self.path):
            raise UserError(f"„{target.name}“ ist das Projekt selbst. Bitte der Kopie einen anderen Namen geben.")
        with self._connections.driver() as connection, told_as_faults(target):
            backup.copy(connection, Place(target, self._connections.place.key))

    def postpone_backups(self) -> None:
        """Only note from now on that a backup is due, so that no change waits for one: someone else makes it."""
        self._backups_postponed = True

    def keep_backup(self, at: datetime) -> None:
        """Make the backup that is kept beside the project; what hinders it is told as :attr:`backup_fault`."""
        self._clock.made(at)
        self._backup_due = False
        self._backup_fault = ""
        try:
            self.refuse_elsewhere()
            with self._connections.driver() as connection:
                backup.keep_one(connection, self._connections.place, at)
        except EnvironmentFault:
            self._backup_fault = (
                f"Von „{self.path.name}“ konnte keine Sicherung angelegt werden. Gespeichert ist alles; bitte prüfen, "
                f"ob in „{backup.folder_of(self.path).name}“ geschrieben werden kann und Platz ist."
            )

    def backups(self) -> list[Backup]:
        """Return the copies kept beside the project, newest first."""
        return backup.backups_of(self.path)

    def restore(self, copy: Path, now: datetime) -> Path | None:
        """Go back to a backup; returns where the present file is set aside. Nothing is deleted."""
        place = Place(self.path, self._connections.place.key)
        self._connections.close()
        try:
            with told_as_faults(copy):
                return backup.restore(Place(copy, place.key), self.path, now)
        finally:
            self._connections = Connections(place, now, read_only=self._lock is None)
            self._snapshot = self._load()

    def is_in_place(self) -> bool:
        """Tell whether the path still leads to the file that was opened."""
        return self._connections.is_in_place()

    def refuse_elsewhere(self) -> None:
        """Raise EnvironmentFault if the file was moved, deleted or replaced since it was opened."""
        if not self.is_in_place():
            raise fault(GONE, self.path)

    def rescued(self, target: Path, who: str, now: datetime, unsaved: Iterable[Write]) -> ProjectFile:
        """Write a checked copy under a new name, open it and write to it what this file could not take."""
        with ExitStack() as stack, told_as_faults(target):
            opening.refuse_taken(target)
            place = Place(target, self._connections.place.key)
            lock = FileLock.take(target, who, now)
            stack.callback(lock.release)
            with self._connections.held() as connection:
                backup.copy(connection, place)
            stack.callback(target.unlink, missing_ok=True)
            with ExitStack() as start:
                copy = self._started(place, lock, now, start)
            stack.callback(copy.close)
            for write in unsaved:
                write(copy)
            stack.pop_all()
            return copy

    def leave(self) -> None:
        """Let go of a file that went out of its place or cannot be written; what is in it stays as it is."""
        if self.is_in_place():
            with suppress(EnvironmentFault):
                self.close()
            return
        try:
            self._connections.leave()
        finally:
            if self._lock is not None:
                self._lock.release()

    def checkpoint(self) -> None:
        """Bring all that is written into the one file; meant for idle moments."""
        self._connections.checkpoint()

    def close(self) -> None:
        """Close the file, leave nothing beside it, and let others write."""
        try:
            self._connections.close()
        finally:
            if self._lock is not None:
                self._lock.release()

    def __enter__(self) -> ProjectFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _load(self) -> Snapshot:
        with self._connections.following() as connection:
            self._seen = standing.data_version(connection)
            return self._read(connection)

    def _read(self, connection: dbapi2.Connection) -> Snapshot:
        try:
            return load_snapshot(connection)
        except (ValueError, ShapeError) as error:
            raise fault(DAMAGED, self.path) from error

    def _mend_search(self) -> None:
        if not self._ask(standing.is_complete):
            self.rebuild_search()

    def _version_seen(self) -> int:
        return self._ask(standing.data_version)

    def _ask(self, question: Callable[[dbapi2.Connection], T]) -> T:
        with self._connections.following() as connection:
            return question(connection)

    def _last_backup(self, now: datetime) -> datetime:
        made = self.backups()
        if made:
            return made[0].made
        created = self._ask(standing.created_at)
        return now if created is None else datetime.fromisoformat(created)

    def _reverse(self, find_group: FindGroup, reverse: Reverse, stamp: Stamp) -> str | None:
        from kizdesk.store.engines import driver_of
        from kizdesk.store.writing import take_back

        with self._connections.writing() as connection:
            group = find_group(driver_of(connection))
            if group is None:
                return None
            labelled = replace(stamp, label=f"{stamp.label}: {group.label}")
            after = take_back(connection, self._snapshot, reverse(connection, group, labelled))
        self._snapshot = after
        self._back_up_if_due(stamp.at)
        return group.label

    def _back_up_if_due(self, at: datetime) -> None:
        """Make a backup when ten minutes have passed; the change itself is saved, whatever becomes of the copy."""
        if not self._clock.is_due(at):
            return
        if self._backups_postponed:
            self._backup_due = True
        else:
            self.keep_backup(at)


Write = Callable[[ProjectFile], object]
"""Writes to a project file."""
