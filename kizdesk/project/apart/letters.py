"""Send objects between two processes of the program through a pair of pipes."""

from __future__ import annotations

import pickle
import struct
from typing import Any, BinaryIO

Letter = tuple[Any, ...]
_LENGTH = struct.Struct("<Q")


class Letters:
    """Send and receive, one letter after the other; raises EOFError or OSError when the other one is gone."""

    def __init__(self, incoming: BinaryIO, outgoing: BinaryIO) -> None:
        self._incoming = incoming
        self._outgoing = outgoing

    def send(self, *letter: object) -> None:
        """Send a letter: its name and what belongs to it."""
        data = pickle.dumps(letter, pickle.HIGHEST_PROTOCOL)
        self._outgoing.write(_LENGTH.pack(len(data)))
        self._outgoing.write(data)
        self._outgoing.flush()

    def receive(self) -> Letter:
        """Wait for a letter."""
        (length,) = _LENGTH.unpack(self._exactly(_LENGTH.size))
        letter: Letter = pickle.loads(self._exactly(length))  # only ever from our own process
        return letter

    def close(self) -> None:
        """Send nothing any more."""
        self._outgoing.close()

    def _exactly(self, length: int) -> bytes:
        data = self._incoming.read(length)
        if len(data) < length:
            raise EOFError
        return data
