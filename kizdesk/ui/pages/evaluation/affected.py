"""Tell whether changes touch records of certain kinds."""

from __future__ import annotations

from collections.abc import Sequence

from kizdesk.domain.base import Record
from kizdesk.domain.changes import Change, Create


def touches(changes: Sequence[Change], *kinds: type[Record]) -> bool:
    """Tell whether one of the changes is about a record of these kinds."""
    return any(
        (type(change.record) if isinstance(change, Create) else change.record_type) in kinds for change in changes
    )
