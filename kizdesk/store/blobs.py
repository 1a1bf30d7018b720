"""Keep the bytes of attachments and of frozen trees, each once, under their SHA-256."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from kizdesk.domain.errors import UserError

if TYPE_CHECKING:
    from sqlalchemy import Connection


def put(connection: Connection, data: bytes) -> str:
    """Store bytes if they are not there yet; returns their SHA-256 as hexadecimal text."""
    sha256 = hashlib.sha256(data).hexdigest()
    connection.exec_driver_sql("INSERT INTO blob (sha256, data) VALUES (?, ?) ON CONFLICT DO NOTHING", (sha256, data))
    return sha256


def get(connection: Connection, sha256: str) -> bytes:
    """Return stored bytes; raises UserError if there are none."""
    data = connection.exec_driver_sql("SELECT data FROM blob WHERE sha256 = ?", (sha256,)).scalar()
    if data is None:
        raise UserError("Diese Anlage ist in der Datei nicht enthalten. Bitte sie neu hinzufügen.")
    return bytes(data)


def remove(connection: Connection, sha256: str) -> None:
    """Remove stored bytes."""
    connection.exec_driver_sql("DELETE FROM blob WHERE sha256 = ?", (sha256,))


def names(connection: Connection) -> list[str]:
    """Return the SHA-256 of everything stored, in order."""
    return list(connection.exec_driver_sql("SELECT sha256 FROM blob ORDER BY sha256").scalars())


def is_whole(sha256: str, data: bytes) -> bool:
    """Tell whether bytes are what their name says."""
    return hashlib.sha256(data).hexdigest() == sha256
