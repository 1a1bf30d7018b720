"""Save behind: a change is in memory when it returns, and one thread makes it durable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from kizdesk.domain.changes import Change, Stamp, Update
from kizdesk.domain.errors import EnvironmentFault
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.durable.saving import SaveState, Saving, Told
from kizdesk.project.durable.tasks import OnBug
from kizdesk.project.durable.writer import Pending, Writer
from kizdesk.store import Lineage, LogEntry, LogWish, ProjectFile

CLOSE_SECONDS = 30.0
_SLOW = (
    "Das Speichern von „{name}“ dauert ungewöhnlich lange. Bitte prüfen, ob Netzlaufwerk oder Stick noch verbunden "
    "sind, und es noch einmal versuchen."
)


class SavingBehind(Saving):
    """Take changes at once and write them behind, in order; for the window, whose thread never waits for a disk."""

    def __init__(self, file: ProjectFile, on_bug: OnBug | None = None) -> None:
        super().__init__(file)
        file.postpone_backups()
        self._present = file.snapshot()
        self._writer = Writer(file, on_bug)
        self._closed = False

    @property
    def snapshot(self) -> Snapshot:
        """Return the project as it is now, with all that is not written yet."""
        return self._present

    @property
    def state(self) -> SaveState:
        """Return how far saving is."""
        return self._writer.state

    @property
    def backup_due(self) -> bool:
        """Tell whether a backup waits for :meth:`keep_backup`."""
        return self._file.backup_due

    def commit(self, changes: Sequence[Change], stamp: Stamp, after: Snapshot) -> Snapshot:
        """Take changes that fit into memory and have them written."""
        if any(not _is_there(change, self._present) for change in changes):
            self._present = after
            self._writer.put(Pending(partial(_commit, changes, stamp), "" if stamp.aside else stamp.label, stamp.at))
        return self._present

    def undo(self, who: str, at: datetime) -> str | None:
        """Write what waits, then take the last step back."""
        return self._reverse(at, lambda: self._file.undo(who, at))

    def redo(self, who: str, at: datetime) -> str | None:
        """Write what waits, then bring the last step taken back again."""
        return self._reverse(at, lambda: self._file.redo(who, at))

    def put_blob(self, data: bytes, sha256: str) -> None:
        """Have bytes written before every change that comes after them."""
        self._writer.put(Pending(partial(_put_blob, data), sha256=sha256, data=data))

    def blob(self, sha256: str) -> bytes:
        """Return bytes, written or not."""
        for pending in self._writer.waiting:
            if pending.sha256 == sha256:
                return pending.data
        return super().blob(sha256)

    def blobs(self) -> list[str]:
        """Return the SHA-256 of everything kept, written or not."""
        waiting = {pending.sha256 for pending in self._writer.waiting if pending.sha256}
        return sorted(waiting.union(super().blobs()))

    def log(self, after: int) -> list[LogEntry]:
        """Write what waits, then return the records of all changes after a sequence number."""
        self._drain()
        return super().log(after)

    def wished(self, wishes: Sequence[LogWish]) -> list[LogEntry]:
        """Write what waits, then return the records of changes that at least one wish asks for.

        While something hinders writing, those that are written are returned: who asks is told of the fault elsewhere.
        """
        self._writer.flush(None)
        return super().wished(wishes)

    def deleted(self, kind: str) -> list[str]:
        """Write what waits, then return the ids of deleted records whose values still stand in the log."""
        self._drain()
        return super().deleted(kind)

    def lineage(self) -> Lineage:
        """Write what waits, then return where the file comes from and what was deleted in it."""
        self._drain()
        return super().lineage()

    def erase(self, kind: str, record_id: str, at: datetime) -> int:
        """Write what waits, then blank the values of a deleted record in the log for good."""

        def work() -> int:
            self._file.refuse_elsewhere()
            erased = self._file.erase_values(kind, record_id)
            self._writer.saved(at)
            return erased

        return self._writer.call(work)

    def verify(self) -> list[str]:
        """Write what waits, then return what is wrong with the file."""
        self._drain()
        return super().verify()

    def backup(self, target: Path) -> None:
        """Write what waits, then a checked copy."""
        self._drain()
        super().backup(target)

    def put_back(self, copy: Path, at: datetime) -> Path | None:
        """Write what waits, then go back to a backup; return where the present file is set aside."""

        def work() -> Path | None:
            aside = self._file.restore(copy, at)
            self._writer.saved(at)
            return aside

        aside = self._writer.call(work)
        self._present = self._file.snapshot()
        return aside

    def checkpoint(self) -> None:
        """Bring all that is written into the one file, in the thread that writes and when it has nothing else to do."""
        self._writer.post(self._file.checkpoint)

    def listen(self, told: Told) -> Callable[[], None]:
        """Call in the thread that writes, with the state after each write or fault; return what ends it."""
        return self._writer.listen(told)

    def flush(self, timeout: float | None) -> bool:
        """Wait until everything is durable; tell whether it is."""
        return self._writer.flush(timeout)

    def retry(self) -> None:
        """Try again to write what met a fault."""
        self._writer.retry()

    def watch(self) -> None:
        """Look in the thread that writes whether the file is still in its place, and try again what met a fault."""
        self._writer.look()

    def rescue(self, target: Path, who: str, at: datetime) -> None:
        """Go on in a whole copy under a new name that holds what is not written too; the old file is left alone."""
        self._writer.call_at_once(lambda: self._move(target, who, at))

    def close(self, *, discard: bool) -> None:
        """Write what waits and close the file; raises EnvironmentFault and stays open if something cannot be written.

        With ``discard``, what cannot be written is given up.
        """
        if self._closed:
            return
        if not discard:
            self._refuse_unsaved()
        self._writer.stop(CLOSE_SECONDS)
        self._closed = True
        if discard:
            self._file.leave()
        else:
            self._file.close()

    def _reverse(self, at: datetime, reverse: Callable[[], str | None]) -> str | None:
        def work() -> str | None:
            self._file.refuse_elsewhere()
            label = reverse()
            self._writer.saved(at)
            return label

        label = self._writer.call(work)
        self._present = self._file.snapshot()
        return label

    def _drain(self) -> None:
        self._writer.call(self._file.refuse_elsewhere)

    def _move(self, target: Path, who: str, at: datetime) -> None:
        waiting = self._writer.waiting
        old, copy = self._file, self._file.rescued(target, who, at, [pending.write for pending in waiting])
        copy.postpone_backups()
        self._file = copy
        self._writer.go_on_with(copy, waiting)
        old.leave()

    def _refuse_unsaved(self) -> None:
        self._writer.look()
        if not self._writer.flush(CLOSE_SECONDS):
            state = self.state
            steps = "ein Schritt ist" if state.pending == 1 else f"{state.pending} Schritte sind"
            fault = state.fault or _SLOW.format(name=self.path.name)
            raise EnvironmentFault(f"Das Projekt bleibt geöffnet, {steps} noch nicht gespeichert. {fault}")
        self._file.refuse_elsewhere()


def _commit(changes: Sequence[Change], stamp: Stamp, file: ProjectFile) -> None:
    file.commit(changes, stamp)


def _put_blob(data: bytes, file: ProjectFile) -> None:
    file.put_blob(data)


def _is_there(change: Change, present: Snapshot) -> bool:
    """Tell whether a change sets what is set already."""
    if not isinstance(change, Update):
        return False
    record: object = present.find(change.record_type, change.id)
    return record is not None and getattr(record, change.field) == change.value
