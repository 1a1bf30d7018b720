"""Derive the key of a protected project file once, as SQLCipher 4 does, and hand it on raw."""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from pathlib import Path

PLAIN_HEADER = b"SQLite format 3\x00"
SALT_BYTES = 16
PAGE_BYTES = 4096
_ITERATIONS = 256_000
_KEY_BYTES = 32


def derive_key(passphrase: str, salt: bytes) -> str:
    """Return the raw key and its salt in the spelling that ``PRAGMA key`` takes."""
    secret = unicodedata.normalize("NFC", passphrase).encode()
    key = hashlib.pbkdf2_hmac("sha512", secret, salt, _ITERATIONS, _KEY_BYTES)
    return f"x'{key.hex()}{salt.hex()}'"


def key_for_new_file(passphrase: str | None) -> str | None:
    """Return the key of a file to be created, or None for a plain file."""
    return derive_key(passphrase, secrets.token_bytes(SALT_BYTES)) if passphrase else None


def key_for_file(path: Path, passphrase: str | None) -> str | None:
    """Return the key of an existing file, or None if the file is plain."""
    header = head_of(path)
    if header == PLAIN_HEADER or not passphrase:
        return None
    return derive_key(passphrase, header)


def head_of(path: Path) -> bytes:
    """Return the first 16 bytes of a file: the mark of a plain one, the salt of a protected one."""
    with path.open("rb") as stream:
        return stream.read(SALT_BYTES)


def looks_protected(path: Path) -> bool:
    """Tell whether a file may be a protected project: whole pages, and no plain header."""
    size = path.stat().st_size
    return size >= PAGE_BYTES and size % PAGE_BYTES == 0 and head_of(path) != PLAIN_HEADER
