"""Use files for the user, and say in German what the disk refuses."""

from __future__ import annotations

import errno
import hashlib
import mimetypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kizdesk.domain.errors import DISK_FULL, EnvironmentFault, UserError
from kizdesk.writers.target import other_name

MOST_ATTACHED = 50 * 1024 * 1024
"""The size in bytes of the largest file that is kept inside a project."""
_PIECE = 1024 * 1024
_TOO_LARGE = (
    "„{name}“ ist mit {size} MB zu groß: Anlagen dürfen höchstens {most} MB haben. Bitte eine kleinere Datei anhängen, "
    "zum Beispiel eine PDF-Datei mit verkleinerten Bildern."
)
_EMPTY = "„{name}“ ist leer. Bitte eine Datei mit Inhalt anhängen."
_UNREADABLE = "„{name}“ lässt sich nicht lesen. Bitte die Rechte prüfen oder eine Kopie der Datei nehmen."
_NO_FILE = "„{name}“ ist keine Datei. Bitte eine Datei mit Inhalt anhängen."
_FULL = "Der Datenträger von „{path}“ ist voll. Bitte Platz schaffen und den Befehl wiederholen."
_FORBIDDEN = "„{path}“ lässt sich nicht schreiben. Bitte die Rechte prüfen oder einen anderen Ordner wählen."
_NO_FOLDER = "„{path}“ ist kein Ordner. Bitte einen anderen Ordner angeben."
_OTHER = "„{path}“ lässt sich nicht benutzen (Fehler {number}). Bitte Datei und Datenträger prüfen."
_SENTENCES = {
    **dict.fromkeys(DISK_FULL, _FULL),
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: _FORBIDDEN,
    errno.ENOENT: "„{path}“ ist nicht vorhanden. Bitte Name und Ordner prüfen.",
    errno.EISDIR: "„{path}“ ist ein Ordner. Bitte eine Datei angeben.",
    errno.ENOTDIR: _NO_FOLDER,
    errno.EEXIST: _NO_FOLDER,
    errno.ENAMETOOLONG: "Der Name „{path.name}“ ist zu lang. Bitte einen kürzeren Namen wählen.",
}


@contextmanager
def disk_faults(path: Path) -> Iterator[None]:
    """Turn what the operating system refuses at a path into an EnvironmentFault that says what to do."""
    try:
        yield
    except OSError as error:
        sentence = _SENTENCES.get(error.errno or 0, _OTHER)
        raise EnvironmentFault(sentence.format(path=path, number=error.errno)) from error


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Turn what the operating system refuses at reading into an EnvironmentFault that says what to do."""
    try:
        with disk_faults(path):
            yield
    except EnvironmentFault as fault:
        if isinstance(fault.__cause__, PermissionError):
            raise EnvironmentFault(_UNREADABLE.format(name=path.name)) from fault
        raise


def ensure_folder(folder: Path) -> None:
    """Create a folder if it is missing; raises EnvironmentFault if that is not possible."""
    with disk_faults(folder):
        folder.mkdir(parents=True, exist_ok=True)


def is_there(path: Path) -> bool:
    """Tell whether something of that name exists; raises EnvironmentFault if the disk does not tell."""
    with disk_faults(path):
        return path.exists()


def is_same(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file that exists."""
    with disk_faults(one):
        return one.exists() and other.exists() and one.samefile(other)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file; raises EnvironmentFault if it cannot be read."""
    with _reading(path):
        return path.read_bytes()


def size_of(path: Path) -> int:
    """Return how many bytes a file has; raises EnvironmentFault if it cannot be read."""
    with _reading(path):
        return path.stat().st_size


@dataclass(frozen=True, slots=True)
class FileRead:
    """Be a file read for attaching, with the SHA-256 of its bytes, which takes time at large files."""

    name: str
    media_type: str
    data: bytes
    sha256: str


def read_attachment(path: Path, progress: Callable[[str, float], None]) -> FileRead:
    """Read a file for attaching; ``progress`` hears the share that is read and may raise to stop.

    Raises UserError for a file that is empty or too large, EnvironmentFault if it cannot be read.
    """
    told = f"„{path.name}“ lesen"
    data, digest = bytearray(), hashlib.sha256()
    with _reading(path):
        size = path.stat().st_size
        if not (path.is_file() or path.is_dir()):
            raise UserError(_NO_FILE.format(name=path.name))
    with _reading(path), path.open("rb") as stream:
        refuse_large(path.name, size)
        while piece := stream.read(_PIECE):
            progress(told, min(1.0, len(data) / max(size, 1)))
            data += piece
            digest.update(piece)
            refuse_large(path.name, len(data))
    if not data:
        raise UserError(_EMPTY.format(name=path.name))
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return FileRead(path.name, media_type, bytes(data), digest.hexdigest())


def refuse_large(name: str, size: int) -> None:
    """Raise UserError for a file too large to be kept inside a project."""
    if size > MOST_ATTACHED:
        shown, most = -(-size // _PIECE), MOST_ATTACHED // _PIECE
        raise UserError(_TOO_LARGE.format(name=name, size=shown, most=most))


def sha256_of(data: bytes) -> str:
    """Return the SHA-256 of bytes as hexadecimal text, the name under which they are kept."""
    return hashlib.sha256(data).hexdigest()


@contextmanager
def set_aside(path: Path) -> Iterator[Path | None]:
    """Give a file that stands in the way another name, yield it, and take that back if nothing took its place."""
    if not path.exists():
        yield None
        return
    aside = free_name(path)
    with disk_faults(path):
        path.rename(aside)
    try:
        yield aside
    finally:
        if not path.exists():
            aside.rename(path)


def free_name(wanted: Path) -> Path:
    """Return the wanted path, or the first numbered one that is free: nothing is ever overwritten."""
    return other_name(wanted) if wanted.exists() else wanted


def copy_name(path: Path) -> Path:
    """Return a free name beside a file that says that it is a copy: ``Kreis Soest Kopie.kizdesk``."""
    return free_name(path.with_name(f"{path.stem} Kopie{path.suffix}"))
