"""Hold the file of an open project and save to it directly: each change is durable when it returns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kizdesk.domain.changes import Change, Stamp
from kizdesk.domain.errors import UserError
from kizdesk.domain.snapshot import Snapshot
from kizdesk.store import Hit, Lineage, LogEntry, LogWish, ProjectFile

Told = Callable[["SaveState"], None]
_NOTHING_TO_RESCUE = "Dieses Projekt wird hier nicht bearbeitet. Bitte stattdessen eine Sicherung schreiben."

_ONLY_READ = (
    "Dieses Projekt ist nur zum Lesen geöffnet. Bitte es zum Bearbeiten öffnen und die Sicherung dann zurückholen."
)


@dataclass(frozen=True, slots=True)
class SaveState:
    """Tell how far saving is; ``fault`` says in German what hinders it, and is empty when nothing does."""

    pending: int = 0
    """How many steps are not durable yet."""
    saved_at: datetime | None = None
    """The moment of the last change that is durable; None before the first."""
    fault: str = ""
    undo_label: str | None = None
    redo_label: str | None = None


class Saving:
    """Save each change before it returns: for the command line, and for every project that is only read."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file
        self._saved_at: datetime | None = None
        self._listeners: list[Told] = []

    @property
    def path(self) -> Path:
        """Return where the project lies."""
        return self._file.path

    @property
    def read_only(self) -> bool:
        """Tell whether the project is only read."""
        return self._file.read_only

    @property
    def snapshot(self) -> Snapshot:
        """Return the project as it is now."""
        return self._file.snapshot()

    @property
    def state(self) -> SaveState:
        """Return what can be undone and when was saved last."""
        return SaveState(0, self._saved_at, "", self._file.undo_label, self._file.redo_label)

    @property
    def backup_fault(self) -> str:
        """Return why the last backup could not be made; empty if it could."""
        return self._file.backup_fault

    @property
    def backup_due(self) -> bool:
        """Tell whether a backup waits for :meth:`keep_backup`; here the change that finds it due makes it."""
        return False

    def commit(self, changes: Sequence[Change], stamp: Stamp, after: Snapshot) -> Snapshot:
        """Write changes that fit; ``after`` is the project after them. Return the project as it is then."""
        del after
        snapshot = self._file.commit(changes, stamp)
        self._saved(stamp.at)
        return snapshot

    def undo(self, who: str, at: datetime) -> str | None:
        """Take the last step back; return its label, or None if there is none."""
        label = self._file.undo(who, at)
        self._saved(at)
        return label

    def redo(self, who: str, at: datetime) -> str | None:
        """Bring the last step taken back again; return its label, or None if there is none."""
        label = self._file.redo(who, at)
        self._saved(at)
        return label

    def put_blob(self, data: bytes, sha256: str) -> None:
        """Keep bytes under their SHA-256."""
        del sha256
        self._file.put_blob(data)

    def blob(self, sha256: str) -> bytes:
        """Return the bytes kept under a SHA-256."""
        return self._file.blob(sha256)

    def blobs(self) -> list[str]:
        """Return the SHA-256 of everything kept."""
        return list(self._file.blobs())

    def search(self, query: str, limit: int, snapshot: Snapshot) -> list[Hit]:
        """Return where the words occur in a snapshot."""
        return self._file.search(query, limit, snapshot)

    def log(self, after: int) -> list[LogEntry]:
        """Return the records of all changes after a sequence number."""
        return self._file.log(after=after)

    def wished(self, wishes: Sequence[LogWish]) -> list[LogEntry]:
        """Return the records of changes that at least one wish asks for."""
        return self._file.wished(wishes)

    def deleted(self, kind: str) -> list[str]:
        """Return the ids of deleted records of a kind whose values still stand in the log."""
        return self._file.deleted(kind)

    def lineage(self) -> Lineage:
        """Return where the file comes from and what was deleted in it."""
        return self._file.lineage()

    def erase(self, kind: str, record_id: str, at: datetime) -> int:
        """Blank the values of a deleted record in the log for good; return how many entries that were."""
        erased = self._file.erase_values(kind, record_id)
        self._saved(at)
        return erased

    def verify(self) -> list[str]:
        """Return what is wrong with the file."""
        return self._file.verify()

    def backup(self, target: Path) -> None:
        """Write a checked copy."""
        self._file.backup(target)

    def keep_backup(self, at: datetime) -> None:
        """Make the backup that is kept beside the project."""
        self._file.keep_backup(at)

    def put_back(self, copy: Path, at: datetime) -> Path | None:
        """Go back to a backup; return where the present file is set aside."""
        if self.read_only:
            raise UserError(_ONLY_READ)
        aside = self._file.restore(copy, at)
        self._saved(at)
        return aside

    def checkpoint(self) -> None:
        """Bring all that is written into the one file."""
        self._file.checkpoint()

    def listen(self, told: Told) -> Callable[[], None]:
        """Call with the state after each write or fault; return what ends it."""
        self._listeners.append(told)

        def end() -> None:
            self._listeners.remove(told)

        return end

    def flush(self, timeout: float | None) -> bool:
        """Wait until everything is durable, which is always so; tell whether it is."""
        del timeout
        return True

    def retry(self) -> None:
        """Try again to write what met a fault; here that was refused."""

    def watch(self) -> None:
        """Look whether the file is still in its place; here nothing waits in memory."""

    def rescue(self, target: Path, who: str, at: datetime) -> None:
        """Go on in a whole copy under a new name; raises UserError where nothing is edited."""
        del target, who, at
        raise UserError(_NOTHING_TO_RESCUE)

    def close(self, *, discard: bool) -> None:
        """Close the file; with ``discard`` even if something cannot be saved."""
        del discard
        self._file.close()

    def _saved(self, at: datetime) -> None:
        self._saved_at = at
        for told in tuple(self._listeners):
            told(self.state)
