"""Let the process that this runs in have only so much memory, open no file of its own, and start no other."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

if sys.platform == "win32":
    from kizdesk.children.windows import limit_memory

    limit_written = limit_memory
else:
    import resource

    def limit_memory(memory: int) -> None:
        """Allow so many bytes; a limit that the system does not know is left out."""
        _limit((resource.RLIMIT_AS, memory))

    def limit_written(memory: int) -> None:
        """Allow so many bytes to be written to, whatever room is kept free beside them."""
        _limit((resource.RLIMIT_DATA, memory))

    def _limit(*limits: tuple[int, int]) -> None:
        for kind, most in (*limits, (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0)):
            _, hard = resource.getrlimit(kind)
            allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
            try:
                resource.setrlimit(kind, (allowed, allowed))
            except (OSError, ValueError):
                continue


_REFUSED: Final = (
    "ctypes.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.system",
    "shutil.",
    "socket.",
    "subprocess.",
    "urllib.",
    "winreg.",
)
_READING: Final = frozenset(("r", "rb", None))


def confine(memory: int, *, written: bool = False) -> None:
    """Take away all that reading does not need; what is refused raises PermissionError.

    ``written`` counts only memory that can be written to, for a library that keeps far more room free than it uses.
    """
    (limit_written if written else limit_memory)(memory)
    sys.dont_write_bytecode = True
    own = tuple(Path(place).resolve() for place in (sys.prefix, sys.base_prefix, *sys.path) if place)

    def look(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(_REFUSED) or (event == "open" and not _is_own(own, *arguments)):
            raise PermissionError

    sys.addaudithook(look)


def _is_own(places: Sequence[Path], path: object, mode: object, flags: object) -> bool:
    """Return whether a file is one of the program or of Python, opened for reading; or open already."""
    if isinstance(path, int):
        return True
    writes = mode not in _READING or (isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR)))
    if writes or not isinstance(path, str):
        return False
    full = Path(path).resolve()
    return any(full.is_relative_to(place) for place in places)


__all__ = ["confine"]
