"""Let one process at a time write to a project, and tell the next who it is.

The lock is the operating system's and ends with its process, so a crash leaves none behind; the file
beside the project that carries it only tells who holds it since when.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from kizdesk.domain.errors import EnvironmentFault

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        os.lseek(descriptor, _FAR_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_FAR_BYTE = 1 << 20
"""Windows lets nobody read a locked byte: the one that is locked lies behind all that is written."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Be who has a project open for writing."""

    who: str
    host: str
    process: int
    since: str

    def told(self, now: datetime) -> str:
        """Return since when and by whom and where, as part of a German sentence."""
        since = datetime.fromisoformat(self.since)
        day = "" if since.date() == now.date() else f"{since:%d.%m.%Y}, "
        return f"seit {day}{since:%H:%M} Uhr von {self.who or 'jemandem'} auf {self.host}"


class FileLock:
    """Hold the right to write to one project file until it is released or the process ends."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor: int | None = descriptor

    @classmethod
    def take(cls, project: Path, who: str, now: datetime) -> FileLock:
        """Take the lock; raises EnvironmentFault that names the holder if there is one, OSError for a faulty disk."""
        path = lock_path(project)
        while True:
            descriptor, own = _open(path)
            if not _try(descriptor):
                os.close(descriptor)
                raise _occupied(project, path, now)
            if not own:
                path.unlink(missing_ok=True)  # left by another user's crash: nobody holds it
            elif _is_still(path, descriptor):
                break
            os.close(descriptor)
        _write(descriptor, Holder(who, socket.gethostname(), os.getpid(), now.isoformat()))
        return cls(path, descriptor)

    def release(self) -> None:
        """Give the lock back and remove its file."""
        if self._descriptor is None:
            return
        if sys.platform != "win32":
            self._path.unlink(missing_ok=True)
        os.close(self._descriptor)
        self._descriptor = None
        if sys.platform == "win32":
            _remove_if_free(self._path)


def lock_path(project: Path) -> Path:
    """Return the file beside a project that carries its lock; a link to the project leads to the same."""
    own = Path(os.path.realpath(project))
    return own.with_name(f".{own.name}.lock")


def refuse_occupied(project: Path, now: datetime) -> None:
    """Raise EnvironmentFault that names who writes to a project at this moment; no lock is taken or left."""
    path = lock_path(project)
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return
    try:
        is_free = _try(descriptor)
    finally:
        os.close(descriptor)
    if not is_free:
        raise EnvironmentFault(
            f"Die Datei „{project.name}“ ist {_told(path, now)} geöffnet. Bitte sie dort zuerst schließen."
        )


def _open(path: Path) -> tuple[int, bool]:
    """Open the file of the lock, and tell whether it may be written; another user's may only be asked for its lock."""
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666), True
    except PermissionError:
        if not path.exists():
            raise
        return os.open(path, os.O_RDONLY), False


def _try(descriptor: int) -> bool:
    try:
        _take(descriptor)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _is_still(path: Path, descriptor: int) -> bool:
    """Tell whether the locked file is the one in the folder: its last holder may just have removed it."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _write(descriptor: int, holder: Holder) -> None:
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, json.dumps(asdict(holder), ensure_ascii=False).encode())


def _occupied(project: Path, path: Path, now: datetime) -> EnvironmentFault:
    told = _told(path, now)
    return EnvironmentFault(
        f"Die Datei „{project.name}“ ist {told} geöffnet. Bitte dort schließen oder hier nur zum Lesen öffnen."
    )


def _told(path: Path, now: datetime) -> str:
    # The holder may just be writing or removing it; who it is, is only a courtesy.
    with suppress(OSError, ValueError, TypeError):
        return Holder(**json.loads(path.read_text(encoding="utf-8"))).told(now)
    return "gerade von jemand anderem"


def _remove_if_free(path: Path) -> None:
    """Remove the file; Windows refuses while the next holder has it open, and then it is theirs."""
    try:
        path.unlink(missing_ok=True)
    except PermissionError:
        return
