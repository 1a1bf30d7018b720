"""Test for every field of every record that the fingerprint moves if, and only if, printed content does."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

import pytest

from kizdesk.concept.build import build
from kizdesk.concept.compare import compare
from kizdesk.concept.essence import shown
from kizdesk.concept.fingerprint import fingerprint
from kizdesk.concept.tree import BlockKind, Document, Heading, Table
from kizdesk.domain.base import Record
from kizdesk.domain.codec import field_types
from kizdesk.domain.cost import StatedTotal
from kizdesk.domain.interviews import Continuation, FundingRow, Offering, Reach
from kizdesk.domain.people import PrivacyConsent
from kizdesk.domain.snapshot import Snapshot
from tests.concept.sample import BESTADT, everything, materials, version

NOT_AGREED_TO = {
    ("Interview", "held_on"), ("Interview", "person_ids"), ("Answer", "taken_from"), ("District", "source"),
    ("Evidence", "end"),
}  # fmt: skip
"""They are printed within the content, or decide whether it is quoted, but how it came about is not agreed to."""


@cache
def records() -> tuple[Record, ...]:
    """Return the sample, with an offering of the district and of a municipality that say all they can."""
    full: dict[str, Any] = {
        "provider": "Verein", "partners": "Schule", "field_ids": ("sprache",), "target_groups": ("eltern",),
        "description": "Ein Angebot.", "reach": next(iter(Reach)), "place": "Rathaus", "permanent": True,
        "starts": date(2012, 1, 1), "funding": (FundingRow(source="Land", amount_eur=Decimal(5)),),
        "people_per_year": 20, "success": "Viele kommen.", "continuation": next(iter(Continuation)),
    }  # fmt: skip
    return (
        *everything(),
        version(),
        Offering(id="angebot-voll", title="Volles Angebot", municipality_id=BESTADT, **full),
        Offering(id="angebot-kreis-voll", title="Volles Angebot des Kreises", **full),
    )


def others(value: Any, hint: Any) -> Iterator[object]:
    """Yield values of a field's type that are not the given one."""
    inner = [kind for kind in typing.get_args(hint) if kind is not type(None)]
    if typing.get_origin(hint) is tuple:
        yield from ([value[:-1]] if value else [])
        return
    plain = inner[0] if inner else hint
    if isinstance(plain, type) and issubclass(plain, Enum):
        yield from (member for member in plain if member is not value)
    elif plain is str:
        yield f"{value} Neu." if value else "Neu."
    elif plain is bool:
        yield not value
    elif plain in (int, Decimal):
        yield (value or 0) + plain(7)
    elif plain is date:
        yield value + timedelta(days=40) if value else date(2013, 5, 5)


def fields() -> list[tuple[int, str]]:
    return [
        (place, name)
        for place, record in enumerate(records())
        if not isinstance(record, PrivacyConsent)
        for name in types_of(record)
        if name not in ("id", "position") and (type(record).__name__, name) not in NOT_AGREED_TO
    ]


def types_of(record: Record) -> dict[str, object]:
    kind: Any = type(record)
    return field_types(kind)


def made(index: int | None = None, **changed: object) -> Document:
    everybody: list[Any] = list(records())
    if index is not None:
        everybody[index] = replace(everybody[index], **changed)
    return build(Snapshot.of(everybody), materials())


def printed(document: Document) -> list[tuple[object, ...]]:
    """Return the words of the content: of headings only what is not the program's own title."""
    content = [block for block in document.blocks if block.kind is BlockKind.CONTENT]
    return sorted(
        (block.id, shown(block), len(block.columns) if isinstance(block, Table) else 0)
        for block in content
        if not (isinstance(block, Heading) and block.values == ())
    )


@cache
def before() -> tuple[list[tuple[object, ...]], str]:
    document = made()
    return printed(document), fingerprint(document)


@pytest.mark.parametrize(("place", "name"), fields())
def test_the_fingerprint_moves_if_and_only_if_printed_content_does(place: int, name: str) -> None:
    record = records()[place]
    for value in others(getattr(record, name), types_of(record)[name]):
        document = made(place, **{name: value})
        moved = (printed(document) != before()[0], fingerprint(document) != before()[1])
        assert moved[0] == moved[1], f"{type(record).__name__} {record.id}: {name} = {value}"


def test_noughts_behind_an_amount_change_no_fingerprint() -> None:
    place, total = next((place, one) for place, one in enumerate(records()) if isinstance(one, StatedTotal))
    assert fingerprint(made(place, amount=total.amount + Decimal("0.00"))) == before()[1]


def test_the_order_in_which_records_were_made_changes_no_fingerprint() -> None:
    twins = [replace(records()[-1], id=f"zwilling-{number}") for number in range(3)]
    forth, back = (Snapshot.of([*records(), *order]) for order in (twins, twins[::-1]))
    assert fingerprint(build(forth, materials())) == fingerprint(build(back, materials()))


def test_another_provider_changes_every_table_that_names_it() -> None:
    place = next(place for place, record in enumerate(records()) if record.id == "angebot-voll")
    changed = [change.id for change in compare(made(), made(place, provider="Stadtbücherei"))]
    assert changed == [f"profile/{BESTADT}/angebote/tabelle", f"anlage_angebote/{BESTADT}"]
