"""Be the lane for reading jobs: work in other threads, with progress, cancel and results on the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from kizdesk.domain.errors import EnvironmentFault, UserError

T = TypeVar("T")
Refusal = UserError | EnvironmentFault
Progress = Callable[[str, float], None]
"""Called by the work with what is being done and the share that is done, from 0 to 1; this is also where it stops."""


class Cancelled(Exception):
    """End work that nobody wants any more; raised by its progress."""


class Job(QObject):
    """Be one piece of work under way; ``label`` says in German what it does."""

    progressed = Signal(str, float)
    ended = Signal()
    came = Signal(object)
    """The finished future, from the thread that worked."""

    def __init__(self, label: str, parent: QObject) -> None:
        super().__init__(parent)
        self.label = label
        self._cancelled = Event()

    @property
    def is_cancelled(self) -> bool:
        """Tell whether nobody wants the result any more."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Stop the work at its next progress; its result is thrown away."""
        self._cancelled.set()

    def progress(self, text: str, share: float) -> None:
        """Tell how far the work is; called in its own thread, raises Cancelled if it shall stop."""
        if self.is_cancelled:
            raise Cancelled
        self.progressed.emit(text, share)


class Jobs(QObject):
    """Run reading jobs, four at a time; most of them only wait for work that is done apart."""

    started = Signal(object)
    """A job that shows itself has begun: the window draws its progress and the button to cancel."""
    broken = Signal(object)
    """A bug: the exception that a job ended with."""
    refused = Signal(object)
    """A refusal that nobody waits for: its sentence is for the bar."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=4, thread_name_prefix="kizdesk-lesen")
        self._closed = False
        self._may_begin = Event()
        self._may_begin.set()
        self._by_key: dict[str, Job] = {}
        self._running: dict[Job, Future[Any]] = {}

    @property
    def is_busy(self) -> bool:
        """Tell whether a job is under way, even one that does not show itself."""
        return bool(self._running)

    @property
    def shown(self) -> tuple[Job, ...]:
        """Return the jobs under way that a user started and may wait for."""
        return tuple(job for job in self._running if job.label and not job.is_cancelled)

    def hold_back(self) -> None:
        """Let jobs wait: what they compute and load would keep the first page from being drawn."""
        self._may_begin.clear()

    def let_begin(self) -> None:
        """Let the jobs begin that wait."""
        self._may_begin.set()

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        *,
        label: str = "",
        key: str = "",
        failed: Callable[[Refusal], None] | None = None,
    ) -> Job:
        """Start work in another thread and hand its result to ``done`` on the window's thread.

        A job with a ``label`` shows its progress; a new job of the same ``key`` takes the place of the older one,
        whose result is thrown away; after :meth:`close` nothing begins any more. A refusal goes to ``failed``;
        without it, it is told by ``refused``.
        """
        if key and key in self._by_key:
            self._by_key[key].cancel()
        job = Job(label, self)
        if self._closed:  # a timer may still ring on a page that is about to go
            job.cancel()
            return job
        if key:
            self._by_key[key] = job
        job.came.connect(partial(self._finish, job, key, done, failed), Qt.ConnectionType.QueuedConnection)
        future = self._pool.submit(self._do, work, job)
        self._running[job] = future
        future.add_done_callback(job.came.emit)
        if label:
            self.started.emit(job)
        return job

    def cancel_all(self, hurry: Callable[[], None] | None = None) -> None:
        """Cancel everything and wait until nothing works any more; new jobs may be started afterwards.

        What is handed in makes work done elsewhere hurry when all is cancelled.
        """
        for job, future in self._running.items():
            job.cancel()
            future.cancel()
        self.let_begin()
        if hurry is not None:
            hurry()
        wait(self._running.values())

    def close(self) -> None:
        """Cancel everything, wait until no thread works any more, and take no new jobs."""
        self.cancel_all()
        self._closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _do(self, work: Callable[[Progress], T], job: Job) -> T:
        """Work, in a thread of the lane."""
        if not self._may_begin.is_set():
            self._may_begin.wait()
            if job.is_cancelled:
                raise Cancelled
        return work(job.progress)

    @Slot()
    def _finish(
        self,
        job: Job,
        key: str,
        done: Callable[[Any], None],
        failed: Callable[[Refusal], None] | None,
        future: Future[Any],
    ) -> None:
        self._running.pop(job, None)
        if self._by_key.get(key) is job:
            del self._by_key[key]
        wanted = not job.is_cancelled and _is_there(done)
        job.ended.emit()
        job.deleteLater()
        if future.cancelled():
            return
        error = future.exception()
        if error is None:
            if wanted:
                done(future.result())
        elif isinstance(error, (UserError, EnvironmentFault)):
            if wanted:
                (failed or self.refused.emit)(error)
        elif not isinstance(error, Cancelled):
            self.broken.emit(error)


def _is_there(done: Callable[..., object]) -> bool:
    """Tell whether the page that waits for a result is still there."""
    held = done.func if isinstance(done, partial) else done
    receiver = getattr(held, "__self__", None)
    return not isinstance(receiver, QObject) or isValid(receiver)
