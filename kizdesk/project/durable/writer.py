"""Write to a project file in one thread, in order; what meets a fault stays first and is tried again."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from kizdesk.domain.errors import EnvironmentFault
from kizdesk.project.durable.saving import SaveState, Told
from kizdesk.project.durable.tasks import Caught, OnBug, Task, tell_threading
from kizdesk.store import ProjectFile, Write

T = TypeVar("T")
BROKEN = (
    "Beim Speichern ist im Programm ein Fehler aufgetreten; was seither eingegeben wurde, ist noch nicht gespeichert. "
    "Bitte noch einmal speichern lassen. Gelingt das nicht, bitte die letzten Eingaben in ein anderes Programm "
    "kopieren und kizdesk neu starten."
)


@dataclass(frozen=True, slots=True)
class Pending:
    """Be something to write; bytes have a SHA-256 and no label."""

    write: Write
    label: str = ""
    at: datetime | None = None
    sha256: str = ""
    data: bytes = b""


class Writer:
    """Be the one thread that writes to a project file."""

    def __init__(self, file: ProjectFile, on_bug: OnBug | None) -> None:
        self._file = file
        self._on_bug = on_bug or tell_threading
        self._wake = threading.Condition()
        self._waiting: deque[Pending] = deque()
        self._tasks: deque[Task[Any]] = deque()
        self._urgent: deque[Callable[[], None]] = deque()
        self._fault = ""
        self._stuck = False
        self._broken = False
        self._stopped = False
        self._saved_at: datetime | None = None
        self._labels = (file.undo_label, file.redo_label)
        self._telling = threading.RLock()
        self._listeners: list[Told] = []
        self._thread = threading.Thread(target=self._run, name="kizdesk-speichern", daemon=True)
        self._thread.start()

    @property
    def file(self) -> ProjectFile:
        """Return the file that is written to."""
        return self._file

    @property
    def waiting(self) -> tuple[Pending, ...]:
        """Return what is not durable yet, in order."""
        with self._wake:
            return tuple(self._waiting)

    @property
    def state(self) -> SaveState:
        """Return how far saving is; what waits is what undo takes back first."""
        with self._wake:
            newest = next((pending.label for pending in reversed(self._waiting) if pending.label), None)
            undo, redo = self._labels if newest is None else (newest, None)
            return SaveState(len(self._waiting), self._saved_at, self._fault, undo, redo)

    def put(self, pending: Pending) -> None:
        """Write something after all that waits; a fault met before is tried again, for there may be room now."""
        with self._wake:
            self._stuck = self._broken
            self._enqueue(self._waiting, pending)

    def call(self, work: Callable[[], T]) -> T:
        """Do work in the thread when nothing waits any more and return its result.

        Raises EnvironmentFault if something cannot be written before it.
        """
        task = self._task(work)
        with self._wake:
            if self._broken:
                raise EnvironmentFault(self._fault)
            self._stuck = False
            self._enqueue(self._tasks, task)
        return task.done.result()

    def call_at_once(self, work: Callable[[], T]) -> T:
        """Do work in the thread before anything that waits, whatever hinders writing, and return its result."""
        task = self._task(work)
        with self._wake:
            self._enqueue(self._urgent, task)
        return task.done.result()

    def post(self, work: Callable[[], None]) -> None:
        """Do work in the thread when nothing waits and let nobody wait for it; a fault it meets is no matter."""
        with self._wake:
            if not (self._waiting or self._tasks or self._stopped):
                self._enqueue(self._urgent, partial(self._do, work))

    def retry(self) -> None:
        """Try again to write what met a fault."""
        with self._wake:
            self._stuck = self._broken = False
            self._wake.notify_all()
        self.look()

    def look(self) -> None:
        """Look whether the file is still in its place, and try again if something waits."""
        with self._wake:
            self._stuck = self._broken
            self._wake.notify_all()
        self.post(self._look)

    def flush(self, timeout: float | None) -> bool:
        """Wait until everything is durable; tell whether it is, at once if something hinders it."""
        with self._wake:
            self._wake.wait_for(lambda: self._stuck or not self._waiting, timeout)
            return not self._waiting

    def listen(self, told: Told) -> Callable[[], None]:
        """Call with the state after each write or fault; when what is returned has ended it, no call is under way."""
        with self._telling:
            self._listeners.append(told)

        def end() -> None:
            with self._telling:
                self._listeners.remove(told)

        return end

    def go_on_with(self, file: ProjectFile, held: Sequence[Pending]) -> None:
        """Write from now on to another file that holds the first that wait; only called by work in the thread."""
        with self._wake:
            self._file = file
            for pending in held:
                self._waiting.popleft()
                self._saved_at = pending.at or self._saved_at
            self._fault, self._stuck, self._broken = "", False, False
        self._read_labels("")
        self._tell()

    def saved(self, at: datetime) -> None:
        """Note that work in the thread has written."""
        with self._wake:
            self._saved_at, self._fault = at, ""
        self._read_labels("")
        self._tell()

    def stop(self, timeout: float) -> None:
        """End the thread after what it does just now; what waits is given up."""
        with self._wake:
            self._stopped = True
            self._waiting.clear()
            self._wake.notify_all()
        self._thread.join(timeout)

    def _enqueue(self, queue: deque[Any], work: object) -> None:
        if self._stopped:
            raise RuntimeError("the project is closed")
        queue.append(work)
        self._wake.notify_all()

    def _task(self, work: Callable[[], T]) -> Task[T]:
        if threading.current_thread() is self._thread:
            raise RuntimeError("the thread that writes cannot wait for itself")
        return Task(work)

    def _run(self) -> None:
        while (work := self._next()) is not None:
            work()

    def _next(self) -> Callable[[], None] | None:
        with self._wake:
            while True:
                if self._urgent:
                    return self._urgent.popleft()
                if self._waiting and not self._stuck:
                    return partial(self._write, self._waiting[0])
                if self._tasks and not self._waiting:
                    return self._tasks.popleft()
                if self._stopped:
                    return None
                self._wake.wait()

    def _write(self, pending: Pending) -> None:
        with Caught() as caught:
            self._file.refuse_elsewhere()
            pending.write(self._file)
        if caught.error is not None:
            self._met(caught.error)
            return
        self._read_labels(pending.label)
        with self._wake:
            if self._waiting:
                self._waiting.popleft()
            self._saved_at = pending.at or self._saved_at
            self._fault = ""
            self._wake.notify_all()
        self._tell()

    def _met(self, error: Exception) -> None:
        """Keep everything, refuse the work that waits for it, and tell."""
        is_fault = isinstance(error, EnvironmentFault)
        with self._wake:
            self._fault = str(error) if is_fault else BROKEN
            self._stuck, self._broken = True, not is_fault
            refused, self._tasks = self._tasks, deque()
            self._wake.notify_all()
        for task in refused:
            task.done.set_exception(EnvironmentFault(self._fault))
        self._tell()
        if not is_fault:
            self._on_bug(error)

    def _read_labels(self, written: str) -> None:
        """Read what can be undone and redone; where that meets a fault, what was written last can be undone."""
        with Caught() as caught:
            self._labels = (self._file.undo_label, self._file.redo_label)
        if isinstance(caught.error, EnvironmentFault):
            self._labels = (written or self._labels[0], None)
        elif caught.error is not None:
            self._on_bug(caught.error)

    def _look(self) -> None:
        try:
            self._file.refuse_elsewhere()
        except EnvironmentFault as fault:
            found = str(fault)
        else:
            found = ""
        with self._wake:
            if self._waiting or found == self._fault:
                return
            self._fault = found
        self._tell()

    def _do(self, work: Callable[[], None]) -> None:
        with Caught() as caught:
            work()
        if caught.error is not None and not isinstance(caught.error, EnvironmentFault):
            self._on_bug(caught.error)

    def _tell(self) -> None:
        state = self.state
        with self._telling:
            for told in tuple(self._listeners):
                self._do(partial(told, state))
