"""Clean and check what comes into a project, before it is written."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar, cast

from kizdesk.domain.changes import Change, Create, Update
from kizdesk.domain.codec import field_decoders, field_names, plain
from kizdesk.domain.texts import clean

T = TypeVar("T")


def cleaned(value: T) -> T:
    """Return a value with every text in it cleaned, however deep it stands."""
    return cast("T", _cleaned(value))


def _cleaned(value: object) -> object:
    if type(value) is str:
        return clean(value)
    if isinstance(value, tuple):
        return tuple(_cleaned(item) for item in value)
    if hasattr(value, "__dataclass_fields__"):
        return _cleaned_object(value)
    return value


def _cleaned_object(value: Any) -> object:
    edits: dict[str, Any] = {}
    cls: Any = type(value)
    for name in field_names(cls):
        old = getattr(value, name)
        new = _cleaned(old)
        if new != old:
            edits[name] = new
    return replace(value, **edits) if edits else value


def typed(record_type: Any, field: str, value: object) -> object:
    """Return the value as the field's own type, cleaned; raises ShapeError if it does not fit."""
    decoder = field_decoders(record_type)[field]
    return cleaned(decoder(plain(value), field))


def admitted(change: Change) -> Change:
    """Return a change as it may be written: its texts cleaned, its value of the field's type."""
    match change:
        case Create(record):
            return Create(cleaned(record))
        case Update(record_type, record_id, field, value):
            return Update(record_type, record_id, field, typed(record_type, field, value))
        case _:
            return change
