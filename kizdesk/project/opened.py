"""Hold one project open: read it, change it, undo, search, and tell who listens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from kizdesk.domain.changes import Change, Stamp
from kizdesk.domain.places import Project
from kizdesk.domain.snapshot import Snapshot
from kizdesk.library import Library
from kizdesk.project.borders import admitted, refuse_gaps
from kizdesk.project.surroundings import Surroundings
from kizdesk.store import Hit, LogEntry, ProjectFile

__all__ = ["PROJECT_ID", "Hit", "Listener", "LogEntry", "OpenProject"]
Listener = Callable[[tuple[Change, ...]], None]
PROJECT_ID = "project"


class OpenProject:
    """Be an open project; every change goes through :meth:`commit`."""

    def __init__(self, file: ProjectFile, surroundings: Surroundings) -> None:
        self._file = file
        self._surroundings = surroundings
        self._listeners: list[Listener] = []

    @classmethod
    def open(
        cls, path: Path, surroundings: Surroundings, *, passphrase: str | None = None, read_only: bool = False
    ) -> Self:
        """Open an existing project; raises EnvironmentFault if the file cannot be used."""
        file = ProjectFile.open(
            path, who=surroundings.who, now=surroundings.clock(), passphrase=passphrase, read_only=read_only
        )
        return cls(file, surroundings)

    @classmethod
    def create(cls, path: Path, surroundings: Surroundings, *, passphrase: str | None = None) -> Self:
        """Create an empty project file; raises UserError or EnvironmentFault if that is not possible."""
        file = ProjectFile.create(path, who=surroundings.who, now=surroundings.clock(), passphrase=passphrase)
        return cls(file, surroundings)

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
        return self._file.snapshot()

    @property
    def settings(self) -> Project:
        """Return what is said once for the whole project."""
        return self.snapshot.get(Project, PROJECT_ID)

    @property
    def library(self) -> Library:
        """Return the data that travels with the program."""
        return self._surroundings.library

    @property
    def who(self) -> str:
        """Return the name under which changes are recorded."""
        return self._surroundings.who

    @property
    def undo_label(self) -> str | None:
        """Return what the next undo takes back, or None."""
        return self._file.undo_label

    @property
    def redo_label(self) -> str | None:
        """Return what the next redo brings back, or None."""
        return self._file.redo_label

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
        if not changes:
            return self.snapshot
        written = tuple(admitted(change) for change in changes)
        refuse_gaps(self.snapshot, written)
        stamp = Stamp(who=self.who, at=self.now(), label=label, stay=stay)
        snapshot = self._file.commit(written, stamp)
        self._tell(written)
        return snapshot

    def undo(self) -> str | None:
        """Take the last step back; return its label, or None if there is none."""
        label = self._file.undo(self.who, self.now())
        if label is not None:
            self._tell(())
        return label

    def redo(self) -> str | None:
        """Bring the last step taken back again; return its label, or None if there is none."""
        label = self._file.redo(self.who, self.now())
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

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """Return where the words occur in answers, offerings, measures, texts and names."""
        return self._file.search(query, limit)

    def log(self, *, after: int = 0) -> list[LogEntry]:
        """Return the records of all changes after a sequence number."""
        return self._file.log(after=after)

    def put_blob(self, data: bytes) -> str:
        """Keep bytes in the project once and return their SHA-256."""
        return self._file.put_blob(data)

    def blob(self, sha256: str) -> bytes:
        """Return the bytes kept under a SHA-256."""
        return self._file.blob(sha256)

    def blobs(self) -> Iterator[str]:
        """Yield the SHA-256 of everything kept."""
        return self._file.blobs()

    def verify(self) -> list[str]:
        """Return what is wrong with the file, in German sentences; nothing if it is sound."""
        return self._file.verify()

    def backup(self, target: Path) -> None:
        """Write a checked copy of the project."""
        self._file.backup(target)

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _tell(self, changes: tuple[Change, ...]) -> None:
        for listener in tuple(self._listeners):
            listener(changes)
