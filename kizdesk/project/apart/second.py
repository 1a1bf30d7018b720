"""Be the second process: hold the records, do the work that is asked for, and end with the first one."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from kizdesk.children import own_pipes
from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.domain.snapshot import Snapshot
from kizdesk.project.apart.letters import Letters
from kizdesk.project.apart.parcels import Parcel, unpacked
from kizdesk.project.durable.pinned import Pinned
from kizdesk.project.durable.saving import SaveState
from kizdesk.project.durable.tasks import Caught
from kizdesk.project.keeping import KeepingAll
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import of_this_machine
from kizdesk.store import LogEntry, LogWish

_POLITE = 5
"""The window comes first."""


class Stopped(Exception):
    """End work that nobody wants any more."""


class Held(Pinned):
    """Show the records held here; bytes and the record of changes are asked for."""

    def __init__(self, snapshot: Snapshot, path: Path, letters: Letters) -> None:
        self._moment = snapshot
        self._state = SaveState()
        self._path = path
        self._letters = letters

    @property
    def path(self) -> Path:
        """Return where the project lies."""
        return self._path

    def blob(self, sha256: str) -> bytes:
        """Return the bytes kept under a SHA-256."""
        found: bytes = self._asked("blob", sha256)
        return found

    def wished(self, wishes: Sequence[LogWish]) -> list[LogEntry]:
        """Return the records of changes that at least one wish asks for."""
        found: list[LogEntry] = self._asked("log", tuple(wishes))
        return found

    def _asked(self, *letter: object) -> Any:
        self._letters.send(*letter)
        name, content = self._letters.receive()
        if name == "fault":
            raise EnvironmentFault(content)
        return content


class Second:
    """Answer letters."""

    def __init__(self, letters: Letters) -> None:
        self._letters = letters
        self._snapshot = Snapshot()
        self._received: list[Parcel] = []
        self._surroundings = replace(of_this_machine(), keeping=KeepingAll())

    def serve(self) -> None:
        """Answer until the first process is gone."""
        while True:
            try:
                name, *content = self._letters.receive()
            except EOFError:
                return
            if name == "parcel":
                self._received.append(content[0])
                continue
            if self._received:
                self._snapshot = unpacked(self._snapshot, self._received)
                self._received.clear()
            self._letters.send(*self._answer(content))

    def _answer(self, content: Sequence[object]) -> tuple[object, ...]:
        work, path, who = content
        if not (callable(work) and isinstance(path, Path) and isinstance(who, str)):
            return "broken", "no work"
        surroundings = replace(self._surroundings, who=who or self._surroundings.who)
        project = OpenProject(Held(self._snapshot, path, self._letters), surroundings)
        with Caught() as caught:
            return "done", work(project, self._progress)
        match caught.error:
            case Stopped():
                return ("stopped",)
            case UserError() | EnvironmentFault() as refusal:
                return "refused", isinstance(refusal, UserError), str(refusal)
            case bug:
                return "broken", "".join(traceback.format_exception(bug))

    def _progress(self, text: str, share: float) -> None:
        self._letters.send("progress", text, share)
        if self._letters.receive() != ("go",):
            raise Stopped


def main() -> None:
    """Serve the process that started this one."""
    incoming, outgoing = own_pipes()
    if sys.platform != "win32":
        os.nice(_POLITE)
    try:
        letters = Letters(incoming, outgoing)
        letters.send("ready")
        Second(letters).serve()
    except OSError:
        return
