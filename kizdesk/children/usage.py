"""Tell how much memory this process holds, and give back what it no longer needs."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from pathlib import Path

if sys.platform == "win32":
    from kizdesk.children.windows import held_memory

    def memory_reader() -> Callable[[], int]:
        """Return a function that tells the bytes held; to be asked for before the process is confined."""
        return held_memory()

    def memory_giver() -> Callable[[], None]:
        """Return a function that does nothing: this system takes back what is free by itself."""
        return _nothing

else:
    import os

    _STATE = Path("/proc/self/statm")

    def memory_reader() -> Callable[[], int]:
        """Return a function that tells the bytes held, 0 where the system does not tell."""
        try:
            state = _STATE.open("rb", buffering=0)
        except OSError:
            return _unknown

        def held() -> int:
            state.seek(0)
            return int(state.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

        return held

    def memory_giver() -> Callable[[], None]:
        """Return a function that gives free memory back to the system, where its library can."""
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is None:
            return _nothing

        def give() -> None:
            trim(0)

        return give

    def _unknown() -> int:
        return 0


def _nothing() -> None:
    """Do nothing."""
