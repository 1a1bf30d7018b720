"""Have forms read by a second process, one after the other, and bear with whatever they do to it."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict
from functools import partial
from pathlib import Path
from stat import S_ISREG
from time import monotonic
from types import TracebackType
from typing import Any, Final, Self, cast

from kizdesk.children import close_pipes_to, command_of, pipes_to, start
from kizdesk.domain.errors import EnvironmentFault
from kizdesk.paperwork.reading.answers import outcome_of
from kizdesk.paperwork.reading.limits import LIMITS, MEGABYTE, Limits
from kizdesk.paperwork.reading.outcome import Outcome, Reason, Refusal, Refused
from kizdesk.paperwork.reading.wire import Wire

Progress = Callable[[str, float], None]
"""Called with what is being done and the share that is done; what it raises ends the reading."""

_COMMAND: Final = command_of("kizdesk.paperwork.reading.child")
_START_SECONDS: Final = 60.0
_END_SECONDS: Final = 1.0
_BEAT: Final = 0.2
_LARGE: Final = 4 * MEGABYTE
"""After a file of this size the process makes room for a new one: what it took it may not give back."""
_GONE: Final = (EOFError, OSError, ValueError)
_NO_START: Final = (
    "Die Formulare lassen sich nicht lesen, weil der Rechner kein weiteres Programm starten kann. Bitte andere "
    "Programme schließen und es noch einmal versuchen."
)
_BUG: Final = 1
"""How a process of Python ends with an error that nobody caught."""


def _go_on(_text: str, _share: float) -> None:
    """Wait on."""


def read_forms(
    files: Sequence[Path | bytes], progress: Progress = _go_on, limits: Limits = LIMITS
) -> tuple[Outcome, ...]:
    """Read files, given by path or as their bytes, and return for each the form or why it is refused.

    Raises EnvironmentFault if no second process can be started, and what ``progress`` raises.
    """
    outcomes: list[Outcome] = []
    with _Reader(limits) as reader:
        for number, file in enumerate(files):
            text = f"Formular {number + 1} von {len(files)} wird gelesen."
            share = number / len(files)
            progress(text, share)
            outcomes.append(_read(reader, file, limits, partial(progress, text, share)))
    return tuple(outcomes)


def _read(reader: _Reader, file: Path | bytes, limits: Limits, beat: Callable[[], None]) -> Outcome:
    sha256 = ""
    try:
        content = _content(file, limits)
        sha256 = hashlib.sha256(content).hexdigest()
        _check_head(content)
        return outcome_of(reader.ask(content, beat), sha256)
    except Refusal as refusal:
        return Refused(refusal.reason, sha256, refusal.clues)


def _content(file: Path | bytes, limits: Limits) -> bytes:
    if isinstance(file, bytes):
        content = file
    else:
        try:
            about = file.stat()
            if not S_ISREG(about.st_mode):
                raise Refusal(Reason.UNREADABLE)
            if about.st_size > limits.size:
                raise Refusal(Reason.TOO_LARGE)
            with file.open("rb") as stream:
                content = stream.read(limits.size + 1)
        except (OSError, ValueError) as fault:
            raise Refusal(Reason.UNREADABLE) from fault
    if len(content) > limits.size:
        raise Refusal(Reason.TOO_LARGE)
    return content


def _check_head(content: bytes) -> None:
    if not content:
        raise Refusal(Reason.EMPTY)
    if b"%PDF-" not in content[:1024]:
        raise Refusal(Reason.NOT_PDF)


class _Reader:
    """Be the way to the second process; it is started when there is something to read, and again when it is gone."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._lane = ThreadPoolExecutor(1, "forms")
        self._process: subprocess.Popen[bytes] | None = None
        self._wire: Wire | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()
        self._lane.shutdown()
        self._end()

    def ask(self, content: bytes, beat: Callable[[], None]) -> object:
        """Return what the process answers; raises Refusal when it takes too long or dies of it."""
        wire = self._started(beat)
        try:
            answer = self._waited(self._lane.submit(_exchange, wire, content), self._limits.seconds, beat)
        except TimeoutError as fault:
            self._end()
            raise Refusal(Reason.TOO_SLOW) from fault
        except _GONE as fault:
            is_bug = self._end(after=_END_SECONDS) == _BUG
            raise Refusal(Reason.DAMAGED if is_bug else Reason.TOO_MUCH) from fault
        if len(content) > _LARGE:
            self._end()
        return answer

    def _started(self, beat: Callable[[], None]) -> Wire:
        if self._wire is None:
            try:
                self._waited(self._lane.submit(self._start), _START_SECONDS, beat)
            except _GONE as fault:
                self._end()
                raise EnvironmentFault(_NO_START) from fault
        return cast("Wire", self._wire)

    def _start(self) -> None:
        self._process = start(_COMMAND)
        wire = Wire(*pipes_to(self._process))
        wire.send(asdict(self._limits))
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

    def _end(self, *, after: float = 0.0) -> int | None:
        """End the process; returns how it ended if it did so by itself within some seconds."""
        process, self._process, self._wire = self._process, None, None
        if process is None:
            return None
        code: int | None = None
        with suppress(subprocess.TimeoutExpired):
            code = process.wait(after)
        process.kill()
        process.wait()
        close_pipes_to(process)
        return code


def _exchange(wire: Wire, content: bytes) -> object:
    wire.send("read", content)
    answer, _ = wire.receive()
    return answer
