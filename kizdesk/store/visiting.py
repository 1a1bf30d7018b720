"""Read the project file of somebody else without changing it: a private copy is opened, the file itself only read."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from datetime import datetime
from io import FileIO
from pathlib import Path
from shutil import rmtree
from tempfile import gettempdir, mkdtemp
from threading import Lock
from time import time
from types import TracebackType
from weakref import finalize

from sqlcipher3 import dbapi2

from kizdesk.domain.base import kind_of
from kizdesk.domain.errors import DISK_FULL, EnvironmentFault, ShapeError
from kizdesk.domain.registry import RECORD_TYPES
from kizdesk.domain.snapshot import Snapshot
from kizdesk.store import standing
from kizdesk.store.backup import side_files
from kizdesk.store.blobs import is_whole
from kizdesk.store.columns import codecs_of, decoders_of
from kizdesk.store.engine import Place, connect
from kizdesk.store.faults import BUSY, DAMAGED, fault, told_as_faults
from kizdesk.store.lock import refuse_occupied
from kizdesk.store.migrate import FileVersion, migrate, present_version, version_of
from kizdesk.store.migrations import released_steps
from kizdesk.store.opening import find_place, unreadable
from kizdesk.store.rows import load_snapshot
from kizdesk.store.standing import Lineage

Heard = Callable[[float], None]
"""Called with the share of the file that is copied; raises to stop."""
NEWER = (
    "Die Datei „{name}“ wurde mit einer neueren Programmfassung bearbeitet (Dateiversion {version}). "
    "Bitte kizdesk auf diesem Rechner aktualisieren, damit nichts daraus verloren geht."
)
NO_ROOM = (
    "Zum Lesen von „{name}“ ist auf diesem Rechner kein Platz: kizdesk liest eine Kopie, damit die Datei selbst "
    "unverändert bleibt. Bitte Platz schaffen und es noch einmal versuchen."
)
_PREFIX = "kizdesk-kopie-"
_DAY = 24 * 60 * 60
_PIECE = 4 * 1024 * 1024
_MISFIT = 'SELECT 1 FROM "{table}" WHERE {misfits} LIMIT 1'
_BLOB = "SELECT data FROM blob WHERE sha256 = ?"


class VisitedFile:
    """Be the content of another project file; its copy is private and goes when it is closed."""

    def __init__(self, path: Path, *, passphrase: str | None, now: datetime, heard: Heard) -> None:
        """Copy and read a file; raises EnvironmentFault with what to do if it cannot be used."""
        self.path = path
        place = find_place(path, passphrase)
        self._unreadable = unreadable(place)
        with told_as_faults(path):
            refuse_occupied(path, now)
        self._reading = Lock()
        _clear_up()
        with ExitStack() as stack:
            folder = Path(mkdtemp(prefix=_PREFIX))
            self._end = finalize(self, rmtree, folder, ignore_errors=True)
            stack.callback(self._end)
            with told_as_faults(path):
                self._place = Place(_copy(path, folder / path.name, heard), place.key)
            self.snapshot, self.lineage = self._read()
            stack.pop_all()

    def blob(self, sha256: str) -> bytes | None:
        """Return stored bytes; None if they are missing or are not what their name says."""
        try:
            with self._reading, closing(connect(self._place, "ro")) as connection:
                row = connection.execute(_BLOB, (sha256,)).fetchone()
        except dbapi2.DatabaseError:
            return None
        data = None if row is None else bytes(row[0])
        return data if data is not None and is_whole(sha256, data) else None

    def close(self) -> None:
        """Throw the copy away; who forgets it has it thrown away with the object, or at the end of the program.

        An attachment that is being read is waited for: Windows removes no file that is open.
        """
        with self._reading:
            self._end()

    def __enter__(self) -> VisitedFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _read(self) -> tuple[Snapshot, Lineage]:
        """Bring the copy to the present version and read it; what no table of ours says is damage."""
        with told_as_faults(self.path, unreadable=self._unreadable):
            try:
                connection = connect(self._place)
                try:
                    found = version_of(connection, self.path)
                    _refuse_newer(found, self.path)
                    migrate(connection, found, released_steps(), _no_backup)
                    connection.execute("PRAGMA journal_mode = DELETE")
                    _refuse_misfits(connection)
                    snapshot = load_snapshot(connection)
                    _refuse_odd_lists(snapshot)
                    return snapshot, standing.lineage(connection)
                finally:
                    connection.close()
            except (ValueError, TypeError, RecursionError, ShapeError) as error:
                raise fault(DAMAGED, self.path) from error
            except dbapi2.OperationalError as error:
                if "no such" in str(error):
                    raise fault(DAMAGED, self.path) from error
                raise


def _clear_up() -> None:
    """Throw away what a crash left behind: nobody looks at a copy for longer than a day."""
    for folder in Path(gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if time() - folder.stat().st_mtime > _DAY:
                rmtree(folder, ignore_errors=True)


def _copy(path: Path, target: Path, heard: Heard) -> Path:
    """Copy a file with what a crash left beside it; raises EnvironmentFault if it is changed meanwhile."""
    wal, _, journal = side_files(path)
    sources = [path, *(beside for beside in (wal, journal) if beside.exists())]
    before = [_state(source) for source in sources]
    whole, done = sum(size for size, _ in before), 0
    for source in sources:
        with source.open("rb") as stream, target.with_name(source.name).open("wb", buffering=0) as copied:
            while piece := stream.read(_PIECE):
                _write(copied, piece, path)
                done += len(piece)
                heard(min(1.0, done / max(whole, 1)))
    if before != [_state(source) for source in sources]:
        raise fault(BUSY, path)
    return target


def _write(copy: FileIO, piece: bytes, path: Path) -> None:
    """Write bytes; a full disk is told as that of this machine."""
    try:
        while piece:
            piece = piece[copy.write(piece) :]
    except OSError as error:
        if error.errno not in DISK_FULL:
            raise
        raise EnvironmentFault(NO_ROOM.format(name=path.name)) from error


def _state(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns


def _refuse_newer(found: FileVersion, path: Path) -> None:
    if found.number > present_version().number:
        raise EnvironmentFault(NEWER.format(name=path.name, version=found))


def _refuse_misfits(connection: dbapi2.Connection) -> None:
    """Raise ValueError if a column holds what it never holds: SQLite itself keeps any value in any column."""
    for record_type in RECORD_TYPES:
        kinds = ((codec.name, "integer" if codec.whole else "text") for codec in codecs_of(record_type))
        misfits = " OR ".join(f"typeof(\"{name}\") NOT IN ('{kind}', 'null')" for name, kind in kinds)
        if connection.execute(_MISFIT.format(table=kind_of(record_type), misfits=misfits)).fetchone() is not None:
            raise ValueError(record_type.__name__)


def _refuse_odd_lists(snapshot: Snapshot) -> None:
    """Raise ShapeError if a list of texts holds something else: of a file of ours, that is taken on trust."""
    for record_type in RECORD_TYPES:
        for codec in codecs_of(record_type):
            if codec.cast is not None:
                decode = decoders_of(record_type)[codec.name]
                records: tuple[object, ...] = snapshot.all(record_type)
                for value in {getattr(record, codec.name) for record in records}:
                    decode(value, codec.name)


def _no_backup() -> None:
    """Make none: what is migrated is a copy that is thrown away."""
