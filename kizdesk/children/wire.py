"""Talk between the program and the process that reads: a small piece of JSON, and bytes."""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO, Final

_LENGTHS: Final = struct.Struct("<II")
_MOST: Final = 1 << 27
"""Bytes that a letter may have; a process that says more is not to be trusted."""


class Wire:
    """Send and receive; raises EOFError, OSError or ValueError when the other side is gone or beside itself."""

    def __init__(self, incoming: BinaryIO, outgoing: BinaryIO) -> None:
        self._incoming = incoming
        self._outgoing = outgoing

    def send(self, head: object, body: bytes = b"") -> None:
        """Send a piece of JSON, and bytes."""
        text = json.dumps(head).encode("ascii")
        self._outgoing.write(_LENGTHS.pack(len(text), len(body)))
        self._outgoing.write(text)
        self._outgoing.write(body)
        self._outgoing.flush()

    def receive(self) -> tuple[Any, bytes]:
        """Wait for a piece of JSON, and bytes."""
        text_length, body_length = _LENGTHS.unpack(self._exactly(_LENGTHS.size))
        if text_length + body_length > _MOST:
            raise ValueError("too much")
        return json.loads(self._exactly(text_length)), self._exactly(body_length)

    def _exactly(self, length: int) -> bytes:
        data = self._incoming.read(length)
        if len(data) < length:
            raise EOFError
        return data
