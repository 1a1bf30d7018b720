"""Turn records into plain JSON values and back, led by their types.

The same plain form serves the database columns, the change log, the interchange file, the stored
trees and the readable data files, so that a value has one spelling everywhere.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from kizdesk.domain.errors import ShapeError

T = TypeVar("T")
Plain = None | bool | int | str | list["Plain"] | dict[str, "Plain"]
Decoder = Callable[[object, str], Any]
_TEXTS: frozenset[type] = frozenset((str,))
_WHOLE_LIMIT = 1 << 63
"""SQLite keeps whole numbers of 64 bits, one of them for the sign."""
_DIGITS = 12
"""The most digits of an amount on either side of its point."""


def plain(value: object) -> Plain:
    """Return a value as plain JSON: dates as ISO, decimals as text, enums by value, dataclasses as objects.

    Raises TypeError for a value that is none of these.
    """
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Enum | Decimal | date | time):
        return _spelled(value)
    return {name: plain(getattr(value, name)) for name in field_names(_type_of(value))}


def _type_of(value: object) -> Any:
    return type(value)


def _spelled(value: Enum | Decimal | date | time) -> str:
    match value:
        case Enum():
            return str(value.value)
        case Decimal():
            return format(value, "f")
        case _:
            return value.isoformat()


def revive(target: type[T], data: object, path: str = "") -> T:
    """Return the dataclass of a plain object; missing fields take their defaults.

    Raises ShapeError with the path of the first value that does not fit.
    """
    hint: Any = target
    revived: T = decoder_of(hint)(data, path)
    return revived


@cache
def field_names(target: Any) -> tuple[str, ...]:
    """Return the names of the fields of a dataclass that its constructor takes; raises TypeError for another type."""
    return tuple(field.name for field in dataclasses.fields(target) if field.init)


@cache
def field_types(target: Any) -> dict[str, object]:
    """Return the resolved type of each field of a dataclass."""
    hints = typing.get_type_hints(target)
    return {name: hints[name] for name in field_names(target)}


@cache
def required_fields(target: Any) -> frozenset[str]:
    """Return the names of the fields that have no default."""
    missing = dataclasses.MISSING
    return frozenset(
        field.name
        for field in dataclasses.fields(target)
        if field.init and field.default is missing and field.default_factory is missing
    )


@cache
def field_decoders(target: Any) -> dict[str, Decoder]:
    """Return the decoder of each field of a dataclass."""
    return {name: decoder_of(hint) for name, hint in field_types(target).items()}


@cache
def decoder_of(hint: Any) -> Decoder:
    """Return the function that turns a plain value into the given type."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return _union(arguments)
    if origin is tuple:
        return _tuple(arguments)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _object(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _enum(hint)
    return _SCALARS[hint]


def _union(arguments: tuple[Any, ...]) -> Decoder:
    inner = [decoder_of(argument) for argument in arguments if argument is not type(None)]
    if len(inner) != 1:
        raise TypeError(f"only Optional is supported, not {arguments}")

    def decode(value: object, path: str) -> Any:
        return None if value is None else inner[0](value, path)

    return decode


def _tuple(arguments: tuple[Any, ...]) -> Decoder:
    fixed = None if len(arguments) == 2 and arguments[1] is Ellipsis else len(arguments)
    item = decoder_of(arguments[0])

    def decode(value: object, path: str) -> Any:
        if not isinstance(value, list | tuple):
            raise ShapeError(path, "hier wird eine Liste erwartet.")
        if fixed is not None and len(value) != fixed:
            raise ShapeError(path, f"hier werden genau {fixed} Werte erwartet.")
        if item is _text and _TEXTS.issuperset(map(type, value)):
            return tuple(value)
        return tuple([item(element, f"{path}[{index}]") for index, element in enumerate(value)])

    return decode


def _object(target: Any) -> Decoder:
    def decode(value: object, path: str) -> Any:
        if not isinstance(value, Mapping):
            raise ShapeError(path, "hier wird ein Objekt mit Feldern erwartet.")
        decoders = field_decoders(target)
        if unknown := value.keys() - decoders.keys():
            raise ShapeError(path, f"das Feld „{min(unknown)}“ ist hier nicht bekannt.")
        if missing := required_fields(target) - value.keys():
            raise ShapeError(path, f"das Feld „{min(missing)}“ fehlt.")
        prefix = f"{path}." if path else ""
        return target(**{name: decoders[name](item, prefix + name) for name, item in value.items()})

    return decode


def _enum(target: type[Enum]) -> Decoder:
    members = {member.value: member for member in target}

    def decode(value: object, path: str) -> Any:
        if isinstance(value, str | int) and value in members:
            return members[value]
        allowed = ", ".join(str(member) for member in members)
        raise ShapeError(path, f"„{value}“ ist hier nicht möglich. Möglich sind: {allowed}.")

    return decode


def _text(value: object, path: str) -> str:
    if not isinstance(value, str):
        raise ShapeError(path, "hier wird ein Text erwartet.")
    return value


def _whole(value: object, path: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ShapeError(path, "hier wird eine ganze Zahl erwartet.")
    if not -_WHOLE_LIMIT <= value < _WHOLE_LIMIT:
        raise ShapeError(path, "diese Zahl ist zu groß.")
    return value


def _truth(value: object, path: str) -> bool:
    if not isinstance(value, bool):
        raise ShapeError(path, "hier wird „true“ oder „false“ erwartet.")
    return value


def _decimal(value: object, path: str) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise ShapeError(path, "hier wird eine Zahl als Text erwartet, zum Beispiel „12.50“.")
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise ShapeError(path, f"„{value}“ ist keine Zahl.") from None
    if not number.is_finite():
        raise ShapeError(path, f"„{value}“ ist keine Zahl.")
    exponent = number.as_tuple().exponent
    if number.adjusted() >= _DIGITS or (isinstance(exponent, int) and exponent < -_DIGITS):
        raise ShapeError(path, f"diese Zahl hat zu viele Stellen: {str(value)[:20]}.")
    return number


def _day(value: object, path: str) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(_text(value, path))
    except ValueError:
        raise ShapeError(path, f"„{value}“ ist kein Datum in der Form 2013-03-06.") from None


def _moment(value: object, path: str) -> datetime:
    if isinstance(value, datetime):
        return value
    try:
        return datetime.fromisoformat(_text(value, path))
    except ValueError:
        raise ShapeError(path, f"„{value}“ ist kein Zeitpunkt in der Form 2013-03-06T10:00:00+01:00.") from None


def _clock(value: object, path: str) -> time:
    if isinstance(value, time):
        return value
    try:
        return time.fromisoformat(_text(value, path))
    except ValueError:
        raise ShapeError(path, f"„{value}“ ist keine Uhrzeit in der Form 14:30.") from None


_SCALARS: dict[object, Decoder] = {
    str: _text,
    int: _whole,
    bool: _truth,
    Decimal: _decimal,
    date: _day,
    datetime: _moment,
    time: _clock,
}
