"""Send what differs between two snapshots in small parcels, and make the second from the first with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from typing import Any

from kizdesk.domain.base import Record
from kizdesk.domain.codec import field_names
from kizdesk.domain.registry import RECORD_TYPES
from kizdesk.domain.snapshot import Snapshot

_MOST = 100
"""Records in a parcel: packing it is done in one piece, and must not be felt."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """Be some of what changed of one kind; records are the values of their fields."""

    kind: int
    rows: tuple[tuple[Any, ...], ...] = ()
    gone: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    """All ids in their order, if that is another than deleting and adding at the end gives."""


def parcels(before: Snapshot, after: Snapshot) -> Iterator[Parcel]:
    """Yield what makes the second snapshot from the first."""
    for number, kind in enumerate(RECORD_TYPES):
        old, new = before.by_id(kind), after.by_id(kind)
        if old is not new:
            yield from _of_kind(number, kind, old, new)


def unpacked(before: Snapshot, received: Sequence[Parcel]) -> Snapshot:
    """Return the snapshot after what was received."""
    tables = {kind: dict(before.by_id(kind)) for kind in {RECORD_TYPES[parcel.kind] for parcel in received}}
    for parcel in received:
        kind = RECORD_TYPES[parcel.kind]
        rows, names = tables[kind], _names(kind)
        for record_id in parcel.gone:
            del rows[record_id]
        for values in parcel.rows:
            make: Callable[..., Record] = kind
            record = make(**dict(zip(names, values, strict=True)))
            rows[record.id] = record
        if parcel.order:
            tables[kind] = {record_id: rows[record_id] for record_id in parcel.order}
    return Snapshot({**{kind: before.by_id(kind) for kind in RECORD_TYPES}, **tables})


def _of_kind(number: int, kind: type[Record], old: Any, new: Any) -> Iterator[Parcel]:
    gone = tuple(record_id for record_id in old if record_id not in new)
    if gone:
        yield Parcel(number, gone=gone)
    changed = (record for record_id, record in new.items() if old.get(record_id) is not record)
    values = attrgetter(*_names(kind))
    while rows := tuple(values(record) for record in islice(changed, _MOST)):
        yield Parcel(number, rows=rows)
    expected = [record_id for record_id in old if record_id in new]
    expected += [record_id for record_id in new if record_id not in old]
    order = list(new)
    if expected != order:
        yield Parcel(number, order=tuple(order))


def _names(kind: type[Record]) -> tuple[str, ...]:
    fields: Any = kind
    return tuple(field_names(fields))
