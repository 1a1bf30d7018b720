"""Let the process that this runs in have only so much memory, open no file, and start no other."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    from kizdesk.paperwork.reading.windows import confine
else:
    import resource

    def confine(memory: int) -> None:
        """Take away all that reading does not need; a limit that the system does not know is left out."""
        _limit(resource.RLIMIT_AS, memory)
        _limit(resource.RLIMIT_CORE, 0)
        _limit(resource.RLIMIT_FSIZE, 0)
        _limit(resource.RLIMIT_NOFILE, 0)

    def _limit(kind: int, most: int) -> None:
        _, hard = resource.getrlimit(kind)
        try:
            resource.setrlimit(kind, (most, most) if hard == resource.RLIM_INFINITY else (min(most, hard),) * 2)
        except (OSError, ValueError):
            return


__all__ = ["confine"]
