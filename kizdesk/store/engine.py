"""Open connections to a project file: one engine that writes, one that only reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

BUSY_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Place:
    """Be a file to open, with its raw key if it is protected."""

    path: Path
    key: str | None = None


def connect(place: Place, mode: str = "rw") -> dbapi2.Connection:
    """Open a driver connection; ``mode`` is that of an SQLite URI: ro, rw or rwc, or ``immutable``."""
    how = "immutable=1" if mode == "immutable" else f"mode={mode}"
    connection = dbapi2.connect(
        f"{_uri(place.path)}?{how}",
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        uri=True,
    )
    if place.key is not None:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f'PRAGMA key = "{place.key}"')
    return connection


def writing_engine(place: Place) -> Engine:
    """Return the engine of the one writer: every transaction takes the write lock at its beginning."""

    def open_for_writing() -> dbapi2.Connection:
        connection = connect(place)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        return connection

    return _engine(open_for_writing, "BEGIN IMMEDIATE", pool_size=1)


def reading_engine(place: Place, mode: str, pool_size: int) -> Engine:
    """Return the engine of readers, which cannot write and make no writer wait."""

    def open_for_reading() -> dbapi2.Connection:
        connection = connect(place, mode)
        connection.execute("PRAGMA query_only = ON")
        return connection

    return _engine(open_for_reading, "BEGIN", pool_size)


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


def _uri(path: Path) -> str:
    spelled = quote(path.absolute().as_posix(), safe="/:")
    return f"file://{spelled}" if spelled.startswith("/") else f"file:///{spelled}"
