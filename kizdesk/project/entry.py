"""Open a project for the window, and say what else can be done when it cannot be opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kizdesk.domain.errors import EnvironmentFault
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from kizdesk.store import ProjectFile, connections
from kizdesk.store.backup import backups_of

_OTHER_VERSION = ("neueren Programmfassung", "ältere Dateiversion")
"""What is said of a file that is sound, but of another version: no backup shall take its place."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Be a backup that can be put in the place of a project."""

    path: Path
    made: datetime


class NotOpened(EnvironmentFault):
    """Say why a project was not opened, and what is offered instead."""

    def __init__(self, sentence: str, *, readable: bool = False, copies: tuple[Copy, ...] = ()) -> None:
        super().__init__(sentence)
        self.readable = readable
        """It can be opened only for reading: somebody else has it, or it is write-protected."""
        self.copies = copies
        """Backups, newest first, when the file itself cannot be read at all."""


def enter(
    path: Path, surroundings: Surroundings, *, passphrase: str | None = None, read_only: bool = False
) -> OpenProject:
    """Open a project whose changes are saved behind; raises NotOpened with what is offered instead."""
    try:
        return OpenProject.open(path, surroundings, passphrase=passphrase, read_only=read_only, behind=not read_only)
    except EnvironmentFault as refusal:
        raise _explained(path, surroundings, passphrase, refusal) from refusal


def get_ready() -> None:
    """Load what the first change of an open project needs; for a job in a quiet moment."""
    connections.get_ready()


def put_back(path: Path, copy: Path, surroundings: Surroundings, *, passphrase: str | None = None) -> Path | None:
    """Put a backup in a project's place; returns where the file that was there is kept."""
    return ProjectFile.restore_closed(path, copy, who=surroundings.who, now=surroundings.clock(), passphrase=passphrase)


def copies_of(path: Path) -> tuple[Copy, ...]:
    """Return the backups kept beside a project, newest first."""
    return tuple(Copy(backup.path, backup.made) for backup in backups_of(path))


def _explained(path: Path, surroundings: Surroundings, passphrase: str | None, refusal: EnvironmentFault) -> NotOpened:
    sentence = str(refusal)
    if not path.is_file():
        return NotOpened(sentence)
    try:
        OpenProject.open(path, surroundings, passphrase=passphrase, read_only=True).close()
    except EnvironmentFault as second:
        sound = any(words in f"{sentence} {second}" for words in _OTHER_VERSION)
        return NotOpened(sentence, copies=() if sound else copies_of(path))
    return NotOpened(sentence, readable=True)
