"""Keep Python's collector out of the way while a large tree is built or many records are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from kizdesk.children.usage import memory_giver


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the search for circles: the blocks of a tree hold none, and each search reads all there are so far."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def give_memory_back() -> None:
    """Give what is free back to the system, which takes some milliseconds; it keeps it for later else."""
    memory_giver()()
