"""Tell on the error stream what is being done."""

from __future__ import annotations

from kizdesk.cli.common import remark


class ProgressLines:
    """Print one line per step of long work, with the share that is done."""

    def __init__(self) -> None:
        self._last = ""

    def __call__(self, what: str, share: float) -> None:
        """Print a step when it begins."""
        if what != self._last:
            self._last = what
            remark(f"[{min(100, round(share * 100)):3d} %] {what}{'.' if share >= 1 else ' …'}")
