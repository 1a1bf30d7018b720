"""Hold the engines of SQLAlchemy for a project file; loaded with the first change, search or look into the log.

Loading SQLAlchemy takes as long as reading a whole project, so opening one does without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from kizdesk.store.engine import Place, connect_reader

_READERS = 4
"""The window, two reading jobs beside it, and one to spare: nobody waits for another's long look."""


class Engines:
    """Hold the engine of the one writer, which takes the write lock as it begins, and that of the readers."""

    def __init__(self, place: Place, mode: str, writer: Callable[[], dbapi2.Connection]) -> None:
        self.reader = _engine(partial(connect_reader, place, mode), "BEGIN", _READERS)
        self.writer = _engine(writer, "BEGIN IMMEDIATE", pool_size=1)

    def dispose(self) -> None:
        """Let go of every connection."""
        self.reader.dispose()
        self.writer.dispose()


@contextmanager
def told_by_driver() -> Iterator[None]:
    """Raise the error of the driver itself for one that SQLAlchemy wraps."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, dbapi2.Error):
            raise error.orig from None
        raise


def driver_of(connection: Connection) -> dbapi2.Connection:
    """Return the driver's connection, within the same transaction."""
    return cast("dbapi2.Connection", connection.connection.driver_connection)


def _engine(creator: Callable[[], dbapi2.Connection], begin: str, pool_size: int) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=creator,
        poolclass=QueuePool,
        pool_size=pool_size,
        max_overflow=0,
    )

    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "begin", start)
    return engine
