"""Tell what changes are about."""

from __future__ import annotations

from collections.abc import Sequence

from kizdesk.domain.base import Record
from kizdesk.domain.changes import Change, Create


def touches(changes: Sequence[Change], *kinds: type[Record]) -> bool:
    """Tell whether records of some kinds may show something else; without changes everything may."""
    return not changes or any(_kind(change) in kinds for change in changes)


def _kind(change: Change) -> type[Record]:
    return type(change.record) if isinstance(change, Create) else change.record_type
