"""Hold one project open: read it, change it, undo, search, and tell who listens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from kizdesk.domain.changes import Change, Stamp
from kizdesk.domain.places import Project
from kizdesk.domain.snapshot import Snapshot
from kizdesk.library import Library
from kizdesk.project.durable.behind import SavingBehind
from kizdesk.project.durable.borders import admitted, follow_ups, refuse_backwards, refuse_gaps
from kizdesk.project.durable.pinned import Pinned
from kizdesk.project.durable.saving import SaveState, Saving, Told
from kizdesk.project.durable.tasks import OnBug
from kizdesk.project.files import sha256_of
from kizdesk.project.guides.shelf import Guides
from kizdesk.project.keeping import Keeping
from kizdesk.project.surroundings import Surroundings
from kizdesk.store import Hit, Lineage, LogEntry, LogWish, ProjectFile

__all__ = ["PROJECT_ID", "Hit", "Listener", "LogEntry", "LogWish", "OpenProject", "SaveState"]
Listener = Callable[[tuple[Change, ...]], None]
PROJECT_ID = "project"


class OpenProject:
    """Be an open project; every change goes through :meth:`commit`, and one thread makes them all."""

    def __init__(self, saving: Saving, surroundings: Surroundings) -> None:
        self._saving = saving
        self._surroundings = surroundings
        self._listeners: list[Listener] = []

    @classmethod
    def open(
        cls,
        path: Path,
        surroundings: Surroundings,
        *,
        passphrase: str | None = None,
        read_only: bool = False,
        behind: bool = False,
        on_bug: OnBug | None = None,
    ) -> Self:
        """Open an existing project; raises EnvironmentFault if the file cannot be used.

        With ``behind``, changes are made durable by a thread of their own; a bug in it is told to ``on_bug``, there.
        """
        file = ProjectFile.open(
            path, who=surroundings.who, now=surroundings.clock(), passphrase=passphrase, read_only=read_only
        )
        return cls(_saving(file, on_bug, behind=behind), surroundings)

    @classmethod
    def create(
        cls,
        path: Path,
        surroundings: Surroundings,
        *,
        passphrase: str | None = None,
        behind: bool = False,
        on_bug: OnBug | None = None,
    ) -> Self:
        """Create an empty project file; raises UserError or EnvironmentFault if that is not possible."""
        file = ProjectFile.create(path, who=surroundings.who, now=surroundings.clock(), passphrase=passphrase)
        return cls(_saving(file, on_bug, behind=behind), surroundings)

    @staticmethod
    def is_protected(path: Path) -> bool:
        """Tell whether a file needs a passphrase."""
        return ProjectFile.is_protected(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def snapshot(self) -> Snapshot:
        """Return the project as it is now."""
        return self._saving.snapshot

    @property
    def path(self) -> Path:
        """Return where the project lies."""
        return self._saving.path

    @property
    def read_only(self) -> bool:
        """Tell whether the project is only read."""
        return self._saving.read_only

    @property
    def save_state(self) -> SaveState:
        """Return how far saving is."""
        return self._saving.state

    @property
    def backup_fault(self) -> str:
        """Return why the last backup could not be made, in German; empty if it could."""
        return self._saving.backup_fault

    @property
    def backup_due(self) -> bool:
        """Tell whether :meth:`keep_backup` shall be called, by a job in another thread."""
        return self._saving.backup_due

    @property
    def settings(self) -> Project:
        """Return what is said once for the whole project."""
        return self.snapshot.get(Project, PROJECT_ID)

    @property
    def library(self) -> Library:
        """Return the data that travels with the program."""
        return self._surroundings.library

    @property
    def guides(self) -> Guides:
        """Return the guides there are, of the program and of the project."""
        return Guides(self.library, self.snapshot)

    @property
    def keeping(self) -> Keeping:
        """Return where what was made of the project is kept until the next time."""
        return self._surroundings.keeping

    @property
    def who(self) -> str:
        """Return the name under which changes are recorded."""
        return self._surroundings.who

    @property
    def undo_label(self) -> str | None:
        """Return what the next undo takes back, or None."""
        return self._saving.state.undo_label

    @property
    def redo_label(self) -> str | None:
        """Return what the next redo brings back, or None."""
        return self._saving.state.redo_label

    def work_as(self, who: str) -> None:
        """Record changes from now on under another name."""
        self._surroundings = replace(self._surroundings, who=who)

    def now(self) -> datetime:
        """Return the present moment."""
        return self._surroundings.clock()

    def new_id(self) -> str:
        """Return an id that nothing else has."""
        return self._surroundings.new_id()

    def commit(self, label: str, *changes: Change, stay: str = "") -> Snapshot:
        """Write changes as one step that can be undone; nothing is written if one is refused.

        Changes of one field with the same ``stay`` that follow each other are one step.
        """
        return self._commit(changes, Stamp(who=self.who, at=self.now(), label=label, stay=stay))

    def note(self, label: str, *changes: Change, stay: str) -> Snapshot:
        """Write what the program itself observes: it is recorded as all changes are, but is no step to undo.

        Notes of one field with the same ``stay`` that follow each other are one entry.
        """
        return self._commit(changes, Stamp(who=self.who, at=self.now(), label=label, stay=stay, aside=True))

    def undo(self) -> str | None:
        """Take the last step back; return its label, or None if there is none."""
        label = self._saving.undo(self.who, self.now())
        if label is not None:
            self._tell(())
        return label

    def redo(self) -> str | None:
        """Bring the last step taken back again; return its label, or None if there is none."""
        label = self._saving.redo(self.who, self.now())
        if label is not None:
            self._tell(())
        return label

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call the listener with the changes after each commit, with none after undo and redo (all may have changed).

        Returns the function that ends the subscription.
        """
        self._listeners.append(listener)

        def end() -> None:
            self._listeners.remove(listener)

        return end

    def on_saved(self, listener: Told) -> Callable[[], None]:
        """Call the listener after each write or fault, in the thread that writes; returns what ends that."""
        return self._saving.listen(listener)

    def flush(self, timeout: float | None = None) -> bool:
        """Wait until everything is durable; tell whether it is, at once if a fault hinders it."""
        return self._saving.flush(timeout)

    def retry_saving(self) -> None:
        """Try again to write what met a fault; the listeners of :meth:`on_saved` hear what becomes of it."""
        self._saving.retry()

    def watch(self) -> None:
        """Have it found out whether the file is still in its place; cheap, for idle moments."""
        self._saving.watch()

    def rescue(self, target: Path) -> None:
        """Write a whole checked copy with all that is not saved yet under a new name, and go on there."""
        self._saving.rescue(target, self.who, self.now())

    def pinned(self) -> OpenProject:
        """Return the project as it is at this moment, for jobs that read in other threads; it refuses changes."""
        return OpenProject(Pinned(self._saving), self._surroundings)

    def imagined(self, changes: Iterable[Change]) -> OpenProject:
        """Return the project as it would be after changes, to be read only; nothing is written."""
        return OpenProject(Pinned(self._saving, self.snapshot.applied(changes)), self._surroundings)

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """Return where the words occur in answers, offerings, measures, texts and names."""
        return self._saving.search(query, limit, self.snapshot)

    def log(self, *, after: int = 0) -> list[LogEntry]:
        """Return the records of all changes after a sequence number."""
        return self._saving.log(after)

    def wished(self, wishes: Sequence[LogWish]) -> list[LogEntry]:
        """Return the records of changes that at least one wish asks for."""
        return self._saving.wished(wishes)

    def deleted(self, kind: str) -> list[str]:
        """Return the ids of deleted records of a kind whose values still stand in the log."""
        return self._saving.deleted(kind)

    def lineage(self) -> Lineage:
        """Return where the file comes from and what was deleted in it."""
        return self._saving.lineage()

    def erase(self, kind: str, record_id: str) -> int:
        """Blank every value of a deleted record in the log for good; returns how many entries that were.

        Nothing before it can be undone any more. Raises UserError while the record is part of the project.
        """
        return self._saving.erase(kind, record_id, self.now())

    def put_blob(self, data: bytes, sha256: str = "") -> str:
        """Keep bytes in the project once and return their SHA-256, which takes time unless it is given."""
        name = sha256 or sha256_of(data)
        self._saving.put_blob(data, name)
        return name

    def blob(self, sha256: str) -> bytes:
        """Return the bytes kept under a SHA-256."""
        return self._saving.blob(sha256)

    def blobs(self) -> Iterator[str]:
        """Yield the SHA-256 of everything kept."""
        yield from self._saving.blobs()

    def verify(self) -> list[str]:
        """Return what is wrong with the file, in German sentences; nothing if it is sound."""
        return self._saving.verify()

    def backup(self, target: Path) -> None:
        """Write a checked copy of the project."""
        self._saving.backup(target)

    def keep_backup(self) -> None:
        """Make the backup that is kept beside the project; what hinders it is told as :attr:`backup_fault`."""
        self._saving.keep_backup(self.now())

    def put_back(self, copy: Path) -> Path | None:
        """Go back to a backup while the project is open; returns where the present file is set aside.

        No other thread may read the project meanwhile. Raises EnvironmentFault if the backup cannot be used.
        """
        aside = self._saving.put_back(copy, self.now())
        self._tell(())
        return aside

    def checkpoint(self) -> None:
        """Bring all that is written into the one file; for idle moments."""
        self._saving.checkpoint()

    def close(self, *, discard: bool = False) -> None:
        """Save what waits and close the file; raises EnvironmentFault and stays open if something cannot be saved.

        With ``discard``, what cannot be saved is given up.
        """
        self._saving.close(discard=discard)

    def _commit(self, changes: Sequence[Change], stamp: Stamp) -> Snapshot:
        if not changes:
            return self.snapshot
        admissible = [admitted(change) for change in changes]
        written = (*admissible, *follow_ups(self.snapshot, admissible))
        after = refuse_gaps(self.snapshot, written)
        refuse_backwards(after, written)
        snapshot = self._saving.commit(written, stamp, after)
        self._tell(written)
        return snapshot

    def _tell(self, changes: tuple[Change, ...]) -> None:
        for listener in tuple(self._listeners):
            listener(changes)


def _saving(file: ProjectFile, on_bug: OnBug | None, *, behind: bool) -> Saving:
    return SavingBehind(file, on_bug) if behind and not file.read_only else Saving(file)
