"""Ask another process of the program one thing after the other, and bear with whatever that does to it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from time import monotonic
from types import TracebackType
from typing import Any, Final, Self, cast

from kizdesk.children import close_pipes_to, pipes_to, start
from kizdesk.children.wire import Wire

Answer = tuple[Any, bytes]
_START_SECONDS: Final = 60.0
_END_SECONDS: Final = 1.0
_BEAT: Final = 0.2
_GONE: Final = (EOFError, OSError, ValueError)
_BUG: Final = 1
"""How a process of Python ends with an error that nobody caught."""


class NoProcessError(Exception):
    """Report that the system starts no further process."""


class TooSlowError(Exception):
    """Report that an answer took longer than it may; the process is ended."""


class GoneError(Exception):
    """Report that the process died of what it was asked, or talks nonsense."""

    def __init__(self, *, is_bug: bool) -> None:
        super().__init__()
        self.is_bug = is_bug
        """An error of Python ended it, not the system."""


class Asked:
    """Be the way to the process; it is started when there is something to ask, and again when it is gone."""

    def __init__(self, command: tuple[str, ...], limits: object, name: str) -> None:
        """Take the command, what the process is told first, and the name of the thread that waits for it."""
        self._command, self._limits = command, limits
        self._lane = ThreadPoolExecutor(1, name)
        self._process: subprocess.Popen[bytes] | None = None
        self._wire: Wire | None = None
        self._ahead: Future[None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def begin(self, limits: object | None = None) -> None:
        """Start the process ahead of what it is asked, perhaps with other limits; whether that works is told then."""
        self._limits = limits or self._limits
        if self._wire is None and self._ahead is None:
            self._ahead = self._lane.submit(self._start)

    def ask(self, head: object, body: bytes = b"", *, seconds: float, beat: Callable[[], None]) -> Answer:
        """Return what the process answers; ``beat`` is called while it works, and may raise to break it off.

        What is broken off while it waits is never asked; what the process works on already, it finishes.

        Raises NoProcessError, TooSlowError or GoneError.
        """
        wire = self._started(beat)
        work = self._lane.submit(_exchange, wire, head, body)
        try:
            return cast("Answer", self._waited(work, seconds, beat))
        except TimeoutError as fault:
            self.end()
            raise TooSlowError from fault
        except _GONE as fault:
            raise GoneError(is_bug=self.end(after=_END_SECONDS) == _BUG) from fault
        finally:
            work.cancel()

    def end(self, *, after: float = 0.0) -> int | None:
        """End the process; returns how it ended if it did so by itself within some seconds."""
        process, self._process, self._wire, self._ahead = self._process, None, None, None
        if process is None:
            return None
        code: int | None = None
        with suppress(subprocess.TimeoutExpired):
            code = process.wait(after)
        process.kill()
        process.wait()
        close_pipes_to(process)
        return code

    def close(self) -> None:
        """End the process, and ask no more."""
        self.end()
        self._lane.shutdown()
        self.end()

    def _started(self, beat: Callable[[], None]) -> Wire:
        if self._wire is None:
            self.begin()
            try:
                self._waited(cast("Future[None]", self._ahead), _START_SECONDS, beat)
            except _GONE as fault:
                self.end()
                raise NoProcessError from fault
            self._ahead = None
        return cast("Wire", self._wire)

    def _start(self) -> None:
        if self._wire is not None:  # it was wanted twice
            return
        self._process = start(self._command)
        wire = Wire(*pipes_to(self._process))
        wire.send(self._limits)
        wire.receive()
        self._wire = wire

    def _waited(self, work: Future[Any], seconds: float, beat: Callable[[], None]) -> object:
        """Return the result of work; raises TimeoutError when it takes longer than it may."""
        end = monotonic() + seconds
        while True:
            try:
                return work.result(max(0.0, min(_BEAT, end - monotonic())))
            except TimeoutError:
                if work.done() or monotonic() >= end:
                    raise
                beat()


def _exchange(wire: Wire, head: object, body: bytes) -> Answer:
    wire.send(head, body)
    return wire.receive()
