"""Read a project as it was at one moment, in another thread, while it is changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import NoReturn

from kizdesk.domain.changes import Change, Stamp
from kizdesk.domain.errors import UserError
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.durable.saving import SaveState, Saving, Told
from kizdesk.store import Hit, Lineage, LogEntry, LogWish

_REFUSED = "Hier wird das Projekt nur gelesen. Bitte die Änderung im geöffneten Projekt vornehmen."


class Pinned(Saving):
    """Show one moment of a project; bytes, search and log are read through the project itself."""

    def __init__(self, source: Saving, moment: Snapshot | None = None) -> None:
        self._source = source
        self._moment = source.snapshot if moment is None else moment
        self._state = source.state

    @property
    def path(self) -> Path:
        """Return where the project lies."""
        return self._source.path

    @property
    def read_only(self) -> bool:
        """Return True."""
        return True

    @property
    def snapshot(self) -> Snapshot:
        """Return the project as it was."""
        return self._moment

    @property
    def state(self) -> SaveState:
        """Return how far saving was."""
        return self._state

    @property
    def backup_fault(self) -> str:
        """Return why the last backup could not be made."""
        return self._source.backup_fault

    @property
    def backup_due(self) -> bool:
        """Tell whether a backup waits to be made."""
        return self._source.backup_due

    def commit(self, changes: Sequence[Change], stamp: Stamp, after: Snapshot) -> Snapshot:
        """Refuse."""
        _refuse(changes, stamp, after)

    def undo(self, who: str, at: datetime) -> str | None:
        """Refuse."""
        _refuse(who, at)

    def redo(self, who: str, at: datetime) -> str | None:
        """Refuse."""
        _refuse(who, at)

    def put_blob(self, data: bytes, sha256: str) -> None:
        """Refuse."""
        _refuse(data, sha256)

    def rescue(self, target: Path, who: str, at: datetime) -> None:
        """Refuse."""
        _refuse(target, who, at)

    def blob(self, sha256: str) -> bytes:
        """Return the bytes kept under a SHA-256."""
        return self._source.blob(sha256)

    def blobs(self) -> list[str]:
        """Return the SHA-256 of everything kept."""
        return self._source.blobs()

    def search(self, query: str, limit: int, snapshot: Snapshot) -> list[Hit]:
        """Return where the words occur in a snapshot."""
        return self._source.search(query, limit, snapshot)

    def log(self, after: int) -> list[LogEntry]:
        """Return the records of all changes after a sequence number, those made since too."""
        return self._source.log(after)

    def wished(self, wishes: Sequence[LogWish]) -> list[LogEntry]:
        """Return the records of changes that at least one wish asks for, those made since too."""
        return self._source.wished(wishes)

    def deleted(self, kind: str) -> list[str]:
        """Return the ids of deleted records whose values still stand in the log."""
        return self._source.deleted(kind)

    def lineage(self) -> Lineage:
        """Return where the file comes from and what was deleted in it, also since."""
        return self._source.lineage()

    def erase(self, kind: str, record_id: str, at: datetime) -> int:
        """Refuse."""
        _refuse(kind, record_id, at)

    def verify(self) -> list[str]:
        """Return what is wrong with the file."""
        return self._source.verify()

    def backup(self, target: Path) -> None:
        """Write a checked copy of the project as it is now."""
        self._source.backup(target)

    def keep_backup(self, at: datetime) -> None:
        """Make the backup that is kept beside the project."""
        self._source.keep_backup(at)

    def checkpoint(self) -> None:
        """Bring all that is written into the one file."""
        self._source.checkpoint()

    def listen(self, told: Told) -> Callable[[], None]:
        """Call after each write or fault of the project."""
        return self._source.listen(told)

    def flush(self, timeout: float | None) -> bool:
        """Wait until everything is durable; tell whether it is."""
        return self._source.flush(timeout)

    def retry(self) -> None:
        """Try again to write what met a fault."""
        self._source.retry()

    def watch(self) -> None:
        """Look whether the file is still in its place."""
        self._source.watch()

    def close(self, *, discard: bool) -> None:
        """Do nothing: the project is closed by who opened it."""
        del discard


def _refuse(*_asked: object) -> NoReturn:
    raise UserError(_REFUSED)
