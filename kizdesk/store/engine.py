"""Open driver connections to a project file: one that writes, others that only read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

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


def connect_writer(place: Place) -> dbapi2.Connection:
    """Open a connection that writes durably, beside readers."""
    connection = connect(place)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def connect_reader(place: Place, mode: str) -> dbapi2.Connection:
    """Open a connection that cannot write and makes no writer wait."""
    connection = connect(place, mode)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _uri(path: Path) -> str:
    spelled = quote(path.absolute().as_posix(), safe="/:")
    return f"file://{spelled}" if spelled.startswith("/") else f"file:///{spelled}"
