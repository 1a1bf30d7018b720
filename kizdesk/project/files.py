"""Say in German what the disk refuses, and write files whole or not at all."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kizdesk.domain.errors import EnvironmentFault

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


@contextmanager
def disk_faults(path: Path) -> Iterator[None]:
    """Turn what the operating system refuses at a path into an EnvironmentFault that says what to do."""
    try:
        yield
    except OSError as error:
        raise EnvironmentFault(_sentence(error, path)) from error


def _sentence(error: OSError, path: Path) -> str:
    if error.errno in _FULL:
        return f"Der Datenträger von „{path}“ ist voll. Bitte Platz schaffen und den Befehl wiederholen."
    if error.errno in _FORBIDDEN:
        return f"„{path}“ lässt sich nicht schreiben. Bitte die Rechte prüfen oder einen anderen Ordner wählen."
    if error.errno == errno.ENOENT:
        return f"„{path}“ ist nicht vorhanden. Bitte Name und Ordner prüfen."
    if error.errno == errno.EISDIR:
        return f"„{path}“ ist ein Ordner. Bitte eine Datei angeben."
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        return f"„{path}“ ist kein Ordner. Bitte einen anderen Ordner angeben."
    return f"„{path}“ lässt sich nicht benutzen ({error.strerror or error}). Bitte Datei und Datenträger prüfen."


def ensure_folder(folder: Path) -> None:
    """Create a folder if it is missing; raises EnvironmentFault if that is not possible."""
    with disk_faults(folder):
        folder.mkdir(parents=True, exist_ok=True)


def write_whole(target: Path, data: bytes) -> None:
    """Write a file beside its place and put it there at the end, so that a fault leaves what was there."""
    beside = target.with_name(f".{target.name}.neu")
    with disk_faults(target):
        try:
            beside.write_bytes(data)
            beside.replace(target)
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file; raises EnvironmentFault if it cannot be read."""
    with disk_faults(path):
        return path.read_bytes()
