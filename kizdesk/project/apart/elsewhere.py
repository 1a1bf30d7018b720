"""Have work done by a second process that holds a copy of the project's records."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar, cast

from kizdesk.children import close_pipes_to, command_of, pipes_to, start
from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.apart.here import Named, Plain, Progress, Work
from kizdesk.project.apart.letters import Letter, Letters
from kizdesk.project.apart.parcels import parcels
from kizdesk.project.durable.tasks import Caught

if TYPE_CHECKING:
    from kizdesk.project.opened import OpenProject

T = TypeVar("T")
_COMMAND = command_of("kizdesk.project.apart.second")
_END_SECONDS = 5.0
_GONE = (EOFError, OSError)
_ABORTED = (
    "Die Arbeit im Hintergrund ist abgebrochen, vielleicht fehlt dem Rechner Arbeitsspeicher. "
    "Bitte andere Programme schließen und es noch einmal versuchen."
)


class Broken(RuntimeError):
    """Report a bug that was met in the second process, with its traceback."""


class Elsewhere:
    """Do one piece of work at a time in a second process; where none can be had, do it here."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._letters: Letters | None = None
        self._held = Snapshot()
        self._reads = self._closed = False

    def run(self, work: Work[T], project: OpenProject, progress: Progress) -> T:
        """Do work with a pinned project and return its result; raises what the work raises."""
        progress("", 0.0)
        with self._lock:
            progress("", 0.0)
            self._reads = isinstance(work, (Plain, Named))
            try:
                letters = self._started()
                self._send_records(letters, project)
                letters.send("work", work, project.path, project.who)
            except _GONE:
                letters = None
                self._end()
            if letters is not None:
                return cast("T", self._result(letters, project, progress))
        return work(project, progress)

    def close(self) -> None:
        """End the second process; work under way there is cancelled first by its job."""
        with self._lock:
            self._closed = True
            self._end()

    def hurry(self) -> None:
        """Break off at once what only reads; what writes a file ends at its next progress, and leaves no half one."""
        process = self._process
        if process is not None and self._reads:
            process.kill()

    def _started(self) -> Letters:
        if self._closed:
            raise EOFError
        if self._letters is None:
            self._process = start(_COMMAND)
            letters = Letters(*pipes_to(self._process))
            letters.receive()
            self._letters, self._held = letters, Snapshot()
        return self._letters

    def _send_records(self, letters: Letters, project: OpenProject) -> None:
        snapshot = project.snapshot
        for parcel in parcels(self._held, snapshot):
            letters.send("parcel", parcel)
        self._held = snapshot

    def _result(self, letters: Letters, project: OpenProject, progress: Progress) -> object:
        with Caught() as caught:
            last, stopped = _last_letter(letters, project, progress)
        if caught.error is not None:  # the other one may still wait for an answer
            self._end()
            if isinstance(caught.error, _GONE):
                raise EnvironmentFault(_ABORTED) from caught.error
            raise caught.error
        match last:
            case ("done", result):
                return result
            case ("stopped",) if stopped is not None:
                raise stopped
            case ("refused", is_user, sentence):
                raise (UserError if is_user else EnvironmentFault)(sentence)
            case _:
                raise Broken(*last[1:])

    def _end(self) -> None:
        process, self._process, self._letters = self._process, None, None
        if process is None:
            return
        close_pipes_to(process)
        try:
            process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _last_letter(letters: Letters, project: OpenProject, progress: Progress) -> tuple[Letter, Exception | None]:
    """Answer what the work asks; return the letter it ends with, and what who cancelled raised in ``progress``."""
    stopped: Exception | None = None
    while True:
        match letters.receive():
            case ("progress", *told):
                stopped = stopped or _told(progress, *told)
                letters.send("stop" if stopped else "go")
            case ("blob", sha256):
                letters.send(*_found(partial(project.blob, sha256)))
            case ("log", wishes):
                letters.send(*_found(partial(project.wished, wishes)))
            case last:
                return last, stopped


def _told(progress: Progress, text: str, share: float) -> Exception | None:
    with Caught() as caught:
        progress(text, share)
    return caught.error


def _found(read: Callable[[], object]) -> tuple[str, object]:
    try:
        return "found", read()
    except (UserError, EnvironmentFault) as fault:
        return "fault", str(fault)
