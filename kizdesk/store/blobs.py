"""Keep the bytes of attachments and of frozen trees, each once, under their SHA-256."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from kizdesk.domain.errors import UserError
from kizdesk.store.tables import BLOB


def put(connection: Connection, data: bytes) -> str:
    """Store bytes if they are not there yet; returns their SHA-256 as hexadecimal text."""
    sha256 = hashlib.sha256(data).hexdigest()
    connection.execute(insert(BLOB).on_conflict_do_nothing(), {"sha256": sha256, "data": data})
    return sha256


def get(connection: Connection, sha256: str) -> bytes:
    """Return stored bytes; raises UserError if there are none."""
    data = connection.execute(select(BLOB.c.data).where(BLOB.c.sha256 == sha256)).scalar()
    if data is None:
        raise UserError("Diese Anlage ist in der Datei nicht enthalten. Bitte sie neu hinzufügen.")
    return bytes(data)


def remove(connection: Connection, sha256: str) -> None:
    """Remove stored bytes."""
    connection.execute(delete(BLOB).where(BLOB.c.sha256 == sha256))


def names(connection: Connection) -> list[str]:
    """Return the SHA-256 of everything stored, in order."""
    return list(connection.execute(select(BLOB.c.sha256).order_by(BLOB.c.sha256)).scalars())


def is_whole(sha256: str, data: bytes) -> bool:
    """Tell whether bytes are what their name says."""
    return hashlib.sha256(data).hexdigest() == sha256
