"""Make records, strategies and stamps for the tests of the store."""

from __future__ import annotations

import dataclasses
import types
import typing
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any

from hypothesis import strategies as st

from kizdesk.domain.base import Record
from kizdesk.domain.changes import Stamp
from kizdesk.domain.codec import field_types

NOW = datetime(2026, 11, 21, 14, 3, tzinfo=UTC)
_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    str: _TEXTS,
    int: st.integers(-(2**63), 2**63 - 1),
    bool: st.booleans(),
    Decimal: st.decimals(-(10**9), 10**9, places=2),
    date: st.dates(),
    datetime: st.datetimes(timezones=st.just(UTC)),
    time: st.times(),
}


def stamp(label: str = "Änderung", *, at: datetime = NOW, stay: str = "", who: str = "Frau X") -> Stamp:
    """Return who changes when."""
    return Stamp(who, at, label, stay)


def values_of(hint: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for the values of a field's type."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return st.one_of(*(st.none() if argument is type(None) else values_of(argument) for argument in arguments))
    if origin is tuple:
        return st.lists(values_of(arguments[0]), max_size=3).map(tuple)
    if dataclasses.is_dataclass(hint):
        target: Any = hint
        return st.builds(target, **{name: values_of(inner) for name, inner in field_types(target).items()})
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    return _SIMPLE[hint]


def records(record_type: Any) -> st.SearchStrategy[Record]:
    """Return a strategy for the records of a type, with ids from a small set."""
    fields = {name: values_of(hint) for name, hint in field_types(record_type).items()}
    strategy: st.SearchStrategy[Record] = st.builds(record_type, **{**fields, "id": st.sampled_from("abc")})
    return strategy


def filled(record_type: Any, record_id: str = "eins") -> Record:
    """Return a record in which every field holds something."""
    values = {name: _sample(name, hint) for name, hint in field_types(record_type).items()}
    record: Record = record_type(**{**values, "id": record_id})
    return record


def _sample(name: str, hint: Any) -> Any:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return _sample(name, next(argument for argument in arguments if argument is not type(None)))
    if origin is tuple:
        return (_sample(name, arguments[0]),)
    if dataclasses.is_dataclass(hint):
        target: Any = hint
        return target(**{inner: _sample(inner, kind) for inner, kind in field_types(target).items()})
    if isinstance(hint, type) and issubclass(hint, Enum):
        return list(hint)[-1]
    samples: dict[Any, Any] = {
        str: f"{name}: Straße „Đorđević“",
        int: 7,
        bool: True,
        Decimal: Decimal("12.50"),
        date: date(2013, 3, 6),
        datetime: NOW,
        time: time(14, 30),
    }
    return samples[hint]
