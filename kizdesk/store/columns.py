"""Map the type of a dataclass field to a column: the one place that says how a value lies on disk."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from kizdesk.domain.codec import Decoder, Plain, decoder_of, field_decoders, field_types, plain

PlainColumn = str | int | None


@dataclass(frozen=True, slots=True)
class ColumnCodec:
    """Say how the values of one field are stored and read again.

    A codec whose values lie in the file as they are has no ``encode`` and no ``decode``.
    """

    name: str
    nullable: bool
    encode: Callable[[Any], PlainColumn] | None = None
    decode: Callable[[Any], Any] | None = None
    cast: Callable[[Any], Any] | None = None
    """What makes the value of parsed JSON, where no more than that is to do."""
    whole: bool = False
    """It holds whole numbers; all other columns hold text."""

    def stored(self, value: Any) -> PlainColumn:
        """Return a value as it is stored."""
        if value is None or self.encode is None:
            plain_value: PlainColumn = value
            return plain_value
        return self.encode(value)

    def read(self, values: Sequence[Any]) -> Sequence[Any]:
        """Return a whole column of stored values as typed values; equal ones are decoded once."""
        if self.decode is None:
            return values
        decode = self.decode
        distinct = set(values)
        if self.cast is not None and None not in distinct:
            known = dict(zip(distinct, map(self.cast, _parsed(distinct)), strict=True))
            return [known[value] for value in values]
        known = {value: None if value is None else decode(value) for value in distinct}
        return [known[value] for value in values]


def to_json(value: Plain) -> str:
    """Return a plain value as compact JSON with letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def codecs_of(record_type: Any) -> tuple[ColumnCodec, ...]:
    """Return the codecs of the fields of a record type, in the order of its fields."""
    return tuple(_codecs(record_type).values())


def codec_of(record_type: Any, field: str) -> ColumnCodec:
    """Return the codec of one field; raises KeyError for a field that does not exist."""
    return _codecs(record_type)[field]


def decoders_of(record_type: Any) -> dict[str, Decoder]:
    """Return what turns the plain value of each field of a record type into its own type."""
    return field_decoders(record_type)


@cache
def _codecs(record_type: Any) -> dict[str, ColumnCodec]:
    return {name: _codec(name, hint) for name, hint in field_types(record_type).items()}


def _codec(name: str, hint: Any) -> ColumnCodec:
    base, nullable = _without_none(hint)
    if base is str:  # thousands of answers name the same interviews and questions
        return ColumnCodec(name, nullable, decode=str if name.endswith("_id") else None)
    if base is int:
        return ColumnCodec(name, nullable, whole=True)
    if base is bool:
        return ColumnCodec(name, nullable, int, bool, whole=True)
    if typing.get_origin(base) is tuple:
        return ColumnCodec(name, nullable, _tuple_to_json, _json_to(base), _CAST_OF.get(base))
    if isinstance(base, type) and issubclass(base, Enum):
        return ColumnCodec(name, nullable, _value_of, base)
    return ColumnCodec(name, nullable, _spelled, _text_to(base))


def _without_none(hint: Any) -> tuple[Any, bool]:
    if typing.get_origin(hint) not in (types.UnionType, typing.Union):
        return hint, False
    (inner,) = (argument for argument in typing.get_args(hint) if argument is not type(None))
    return inner, True


def _tuple_to_json(value: Any) -> str:
    return to_json(plain(value)) if value else "[]"


def _json_to(target: Any) -> Callable[[str], Any]:
    if target in _CAST_OF:
        cast = _CAST_OF[target]
        return lambda text: cast(json.loads(text))
    decode = decoder_of(target)

    def read(text: str) -> Any:
        return decode(json.loads(text), "")

    return read


def _parsed(texts: Collection[str]) -> list[Any]:
    """Parse all texts of a column at once, which costs a third; raises ValueError if one of them is no JSON."""
    parsed: list[Any] = json.loads(f"[{','.join(texts)}]")
    return parsed


def _rows(value: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(map(tuple, value))


_CAST_OF: dict[Any, Callable[[Any], Any]] = {tuple[str, ...]: tuple, tuple[tuple[str, ...], ...]: _rows}
"""Lists of texts and cells of tables, which most answers have: read without a price per text."""


def _value_of(value: Enum) -> str:
    return str(value.value)


def _spelled(value: Any) -> str:
    return str(plain(value))


def _text_to(target: Any) -> Callable[[str], Any]:
    decode = decoder_of(target)

    def read(text: str) -> Any:
        return decode(text, "")

    return read
