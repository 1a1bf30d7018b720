"""Hold the connections to one project file, from opening to closing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from datetime import datetime
from os.path import samestat
from threading import Lock
from typing import TYPE_CHECKING, cast

from sqlcipher3 import dbapi2

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.store.backup import side_files
from kizdesk.store.engine import Place, connect, connect_reader, connect_writer
from kizdesk.store.faults import told_as_faults
from kizdesk.store.opening import prepare_for_reading, prepare_for_writing, unreadable

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from kizdesk.store.engines import Engines

_READ_ONLY = "„{name}“ ist nur zum Lesen geöffnet. Zum Ändern bitte das Projekt zum Bearbeiten öffnen."


def get_ready() -> None:
    """Load what the first change needs, so that nobody waits for it then."""
    from kizdesk.store import undo, writing

    _ = (undo, writing)


class Connections:
    """Hold the writer and the readers of a file; without a writer, the file is only read."""

    def __init__(self, place: Place, now: datetime, *, read_only: bool) -> None:
        self.place = place
        self._writes = not read_only
        self._engines: Engines | None = None
        self._proven: dbapi2.Connection | None = None
        """The writer's connection, until its engine takes it over."""
        self._follower: dbapi2.Connection | None = None
        self._loading, self._following = Lock(), Lock()
        with self.faults(), ExitStack() as stack:
            stack.callback(self.abandon)
            if read_only:
                self._mode = prepare_for_reading(place)
            else:
                prepare_for_writing(place, now)
                self._mode = "ro"
                self._proven = connect_writer(place)
                _prove_writable(self._proven)
            self._opened = place.path.stat()
            stack.pop_all()

    @property
    def read_only(self) -> bool:
        """Tell whether nothing can be written."""
        return not self._writes

    @contextmanager
    def faults(self) -> Iterator[None]:
        """Raise EnvironmentFault for what driver and disk report within."""
        with told_as_faults(self.place.path, unreadable=unreadable(self.place)):
            yield

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read in one transaction, which sees one state of the file."""
        engines = self._loaded()
        with self.faults(), self._plain(), engines.reader.begin() as connection:
            yield connection

    @contextmanager
    def following(self) -> Iterator[dbapi2.Connection]:
        """Read on the one connection that is always the same and so can tell whether the file has changed since."""
        with self.faults(), self._following:
            if self._follower is None:
                self._follower = connect_reader(self.place, self._mode)
            self._follower.execute("BEGIN")
            try:
                yield self._follower
            finally:
                self._follower.rollback()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write in one transaction: at its end all of it is durable on disk, or nothing has changed."""
        self._refuse_reader()
        engines = self._loaded()
        with self.faults(), self._plain(), engines.writer.begin() as connection:
            yield connection

    @contextmanager
    def driver(self) -> Iterator[dbapi2.Connection]:
        """Open a connection of the driver's own that only reads, for copies and checks of the whole file."""
        with self.faults():
            connection = connect(self.place, self._mode)
            try:
                yield connection
            finally:
                connection.close()

    @contextmanager
    def held(self) -> Iterator[dbapi2.Connection]:
        """Lend the writer's own connection, which still has the whole file where its path leads to it no more."""
        self._refuse_reader()
        with self._plain():
            lent = self._loaded().writer.raw_connection()
        try:
            yield cast("dbapi2.Connection", lent.driver_connection)
        finally:
            lent.close()

    def is_in_place(self) -> bool:
        """Tell whether the path still leads to the file that was opened; a deleted one can be written unnoticed."""
        try:
            present = self.place.path.stat()
        except OSError:
            return False
        return present.st_ino == 0 or samestat(present, self._opened)

    def checkpoint(self) -> None:
        """Bring what stands in the write-ahead log into the file itself; meant for idle moments."""
        if self._writes:
            with self.faults(), self._plain(), self._loaded().writer.connect() as connection:
                connection.connection.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)")

    def rewrite(self) -> None:
        """Write the whole file anew, so that erased values are gone from its free pages and its log too."""
        if self._writes:
            with self.faults(), self._plain(), self._loaded().writer.connect() as connection:
                cursor = connection.connection.cursor()
                cursor.execute("INSERT INTO search_index (search_index) VALUES ('optimize')")
                cursor.execute("VACUUM")
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def abandon(self) -> None:
        """Let go of every connection and leave the file as it is, when it could not be opened after all."""
        if self._engines is not None:
            self._engines.dispose()
        with self._following:
            for connection in (self._follower, self._proven):
                if connection is not None:
                    connection.close()
            self._follower = self._proven = None

    def leave(self) -> None:
        """Let go of a file that is no longer in its place: all of it goes into it, wherever it is now."""
        with suppress(EnvironmentFault), self.faults(), self.held() as connection:
            busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not busy and not self.place.path.exists():
                for leftover in side_files(self.place.path):
                    leftover.unlink(missing_ok=True)
        self.abandon()

    def close(self) -> None:
        """Close every connection and leave one whole file behind, without a write-ahead log beside it."""
        self.abandon()
        if self._writes:
            self._writes = False
            with self.faults():
                _leave_one_file(self.place)
        elif side_files(self.place.path)[0].exists():
            # The writer could not clear up while this reader was there; who may not write leaves it to the next.
            with suppress(dbapi2.Error):
                _leave_one_file(self.place)

    def _refuse_reader(self) -> None:
        if not self._writes:
            raise UserError(_READ_ONLY.format(name=self.place.path.name))

    def _loaded(self) -> Engines:
        from kizdesk.store.engines import Engines

        with self._loading:
            if self._engines is None:
                self._engines = Engines(self.place, self._mode, self._writer)
            return self._engines

    def _plain(self) -> AbstractContextManager[None]:
        from kizdesk.store.engines import told_by_driver

        return told_by_driver()

    def _writer(self) -> dbapi2.Connection:
        """Return the connection that has proven it can write, or another one in its place."""
        proven, self._proven = self._proven, None
        return proven or connect_writer(self.place)


def _prove_writable(connection: dbapi2.Connection) -> None:
    """Take the write lock once: a file that cannot be written to says so now, not at the first change."""
    connection.execute("BEGIN IMMEDIATE")
    connection.rollback()


def _leave_one_file(place: Place) -> None:
    connection = connect(place)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    except dbapi2.OperationalError:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")  # another process has the file open
    finally:
        connection.close()
