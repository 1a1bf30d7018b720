"""Know which fields of a record are shown to people where two copies differ."""

from __future__ import annotations

from typing import Any

from kizdesk.domain.base import Record
from kizdesk.domain.codec import field_names
from kizdesk.domain.interviews import Interview

_UNTOLD = frozenset(
    (
        "id",
        "person_id",
        "interview_id",
        "answer_id",
        "guide_id",
        "sha256",
        "size",
        "media_type",
        "content",
        "start",
        "end",
        "section_times",
    )
)
"""Fields that say nothing to people, what the title says already, or what the program noted by itself."""


def named_fields(record: Record) -> list[str]:
    """Return the names of the fields that are shown."""
    cls: Any = type(record)
    return [name for name in field_names(cls) if name not in _UNTOLD]


def places_of(before: Record | None, after: Record | None) -> int:
    """Return in how many lines a difference is shown: an interview has one for each field, all else one."""
    if not isinstance(after, Interview):
        return 1
    return sum(before is None or getattr(before, name) != getattr(after, name) for name in named_fields(after))
