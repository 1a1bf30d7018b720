"""Send the files of a print so that what the other process has already is not sent again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

Listed = list[tuple[str, str, int]]
"""Name, SHA-256 and length of each file; the length is -1 where it is not sent."""


def packed(files: Mapping[str, bytes], known: frozenset[str]) -> tuple[Listed, bytes]:
    """Return the list of files and the bytes of those that are not known."""
    listed: Listed = []
    parts: list[bytes] = []
    for name, data in files.items():
        digest = hashlib.sha256(data).hexdigest()
        sent = digest not in known
        listed.append((name, digest, len(data) if sent else -1))
        if sent:
            parts.append(data)
    return listed, b"".join(parts)


class Held:
    """Keep the files of the last print."""

    def __init__(self) -> None:
        self._by_digest: dict[str, bytes] = {}

    def taken(self, listed: Sequence[tuple[str, str, int]], body: bytes) -> dict[str, bytes] | None:
        """Return all files by their names; None if one that was not sent is not here either."""
        at = 0
        files: dict[str, bytes] = {}
        held: dict[str, bytes] = {}
        for name, digest, length in listed:
            if length >= 0:
                held[digest], at = body[at : at + length], at + length
            elif digest in self._by_digest:
                held[digest] = self._by_digest[digest]
            elif digest not in held:
                return None
            files[name] = held[digest]
        self._by_digest = held
        return files
