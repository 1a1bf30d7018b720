"""Hold the connections to one project file, from opening to closing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from os.path import samestat
from typing import cast

from sqlalchemy import Connection, Engine
from sqlcipher3 import dbapi2

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.store.backup import side_files
from kizdesk.store.engine import Place, connect, reading_engine, writing_engine
from kizdesk.store.faults import told_as_faults
from kizdesk.store.opening import prepare_for_reading, prepare_for_writing, unreadable

_READERS = 4
"""The window, two reading jobs beside it, and one to spare: nobody waits for another's long look."""
_READ_ONLY = "„{name}“ ist nur zum Lesen geöffnet. Zum Ändern bitte das Projekt zum Bearbeiten öffnen."


class Connections:
    """Hold the writer and the readers of a file; without a writer, the file is only read."""

    def __init__(self, place: Place, now: datetime, *, read_only: bool) -> None:
        self.place = place
        self._writer: Engine | None = None
        with self.faults():
            if read_only:
                self._mode = prepare_for_reading(place)
            else:
                prepare_for_writing(place, now)
                self._mode = "ro"
                self._writer = writing_engine(place)
            self._reader = reading_engine(place, self._mode, _READERS)
            self._follower = reading_engine(place, self._mode, pool_size=1)
            self._opened = place.path.stat()
        if not read_only:
            self._prove_writable()

    @property
    def read_only(self) -> bool:
        """Tell whether nothing can be written."""
        return self._writer is None

    @contextmanager
    def faults(self) -> Iterator[None]:
        """Raise EnvironmentFault for what driver and disk report within."""
        with told_as_faults(self.place.path, unreadable=unreadable(self.place)):
            yield

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read in one transaction, which sees one state of the file."""
        with self.faults(), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def following(self) -> Iterator[Connection]:
        """Read on the one connection that is always the same and so can tell whether the file has changed since."""
        with self.faults(), self._follower.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write in one transaction: at its end all of it is durable on disk, or nothing has changed."""
        if self._writer is None:
            raise UserError(_READ_ONLY.format(name=self.place.path.name))
        with self.faults(), self._writer.begin() as connection:
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
        if self._writer is None:
            raise UserError(_READ_ONLY.format(name=self.place.path.name))
        lent = self._writer.raw_connection()
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
        if self._writer is not None:
            with self.faults(), self._writer.connect() as connection:
                connection.connection.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)")

    def rewrite(self) -> None:
        """Write the whole file anew, so that erased values are gone from its free pages and its log too."""
        if self._writer is not None:
            with self.faults(), self._writer.connect() as connection:
                cursor = connection.connection.cursor()
                cursor.execute("INSERT INTO search_index (search_index) VALUES ('optimize')")
                cursor.execute("VACUUM")
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def abandon(self) -> None:
        """Let go of every connection and leave the file as it is, when it could not be opened after all."""
        self._reader.dispose()
        self._follower.dispose()
        if self._writer is not None:
            self._writer.dispose()

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
        if self._writer is not None:
            self._writer = None
            with self.faults():
                _leave_one_file(self.place)
        elif side_files(self.place.path)[0].exists():
            # The writer could not clear up while this reader was there; who may not write leaves it to the next.
            with suppress(dbapi2.Error):
                _leave_one_file(self.place)

    def _prove_writable(self) -> None:
        """Take the write lock once: a file that cannot be written to says so now, not at the first change."""
        try:
            with self.writing():
                pass
        except EnvironmentFault:
            self.abandon()
            raise


def _leave_one_file(place: Place) -> None:
    connection = connect(place)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    except dbapi2.OperationalError:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")  # another process has the file open
    finally:
        connection.close()
