"""Keep the collector of garbage from stopping the window while somebody types: it runs whole in idle moments only."""

from __future__ import annotations

import gc
from collections.abc import Callable

_NEVER = 1_000_000
"""So many young collections do not happen before the next idle moment."""


def calm() -> Callable[[], None]:
    """Leave what is loaded now alone, and begin no whole collection by itself; returns what ends that."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*before[:2], _NEVER)

    def end() -> None:
        gc.set_threshold(*before)
        gc.unfreeze()

    return end


def tidy() -> None:
    """Collect what came since, and leave alone what of it is still needed."""
    gc.collect()
    gc.freeze()
