"""Make blocks whose generated wording carries the data behind it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

from kizdesk.concept.tree import Align, Column, Paragraph, ParagraphStyle, Row, Run, Runs, SourceRef
from kizdesk.domain.base import Record, kind_of
from kizdesk.domain.codec import plain

RIGHT, LEFT, CENTRE = Align.RIGHT, Align.LEFT, Align.CENTRE


def values_of(*data: object) -> tuple[str, ...]:
    """Return data values as texts for the fingerprint: texts as they are, all else as canonical JSON."""
    return tuple([item if isinstance(item, str) else _encoded(item) for item in data])


def _encoded(value: object) -> str:
    return _known(value) if value is None or isinstance(value, Enum | date) else _CANONICAL.encode(value)


@cache
def _known(value: Enum | date | None) -> str:
    return _CANONICAL.encode(value)


def _canonical(value: object) -> object:
    """Return a value as plain JSON; an amount has one spelling, however many noughts somebody typed."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    return plain(value)


_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_canonical)


@cache
def _kind(record_type: Any) -> str:
    return kind_of(record_type)


def refs(*records: Record | None) -> tuple[SourceRef, ...]:
    """Return references to records, leaving out what is missing."""
    kinds: list[tuple[Any, str]] = [(type(record), record.id) for record in records if record is not None]
    return tuple([SourceRef(_kind(kind), record_id) for kind, record_id in kinds])


def all_refs(records: Iterable[Record]) -> tuple[SourceRef, ...]:
    """Return references to all the records."""
    return refs(*records)


PLACE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in a sentence where a reference will."""


def referring(text: str, *references: Run) -> Runs:
    """Return a sentence with references in its places, such as ``stehen in Tabelle 3``."""
    first, *others = text.split(PLACE)
    pieces = [Run(first)]
    for reference, words in zip(references, others, strict=True):
        pieces.extend((reference, Run(words)))
    return tuple(piece for piece in pieces if piece.text)


def sentence(
    block_id: str,
    text: str | Runs,
    *data: object,
    sources: tuple[SourceRef, ...] = (),
    municipalities: tuple[str, ...] = (),
    style: ParagraphStyle = ParagraphStyle.BODY,
) -> Paragraph:
    """Return a generated paragraph; what counts of it is the data, not the words."""
    return Paragraph(
        id=block_id,
        runs=(Run(text),) if isinstance(text, str) else text,
        values=values_of(*data),
        sources=sources,
        municipalities=municipalities,
        style=style,
    )


def columns(titles: tuple[str, ...], widths: str, aligns: str = "") -> tuple[Column, ...]:
    """Return columns with their shares of the width (``"3 1 1"``) and how they stand (``"lrc"``, left if not said)."""
    shares = [float(share) for share in widths.split()]
    standing = {"l": LEFT, "r": RIGHT, "c": CENTRE}
    aligned = [standing[letter] for letter in aligns.ljust(len(titles), "l")]
    return tuple(Column(*parts) for parts in zip(titles, shares, aligned, strict=True))


def label_columns(share: float = 0.32) -> tuple[Column, ...]:
    """Return the two columns of a profile: label and content."""
    return (Column("", share), Column("", 1 - share))


def row(
    row_id: str,
    *cells: str,
    values: tuple[str, ...] | None = None,
    sources: tuple[SourceRef, ...] = (),
    municipalities: tuple[str, ...] = (),
    total: bool = False,
    ends: tuple[Runs, ...] = (),
) -> Row:
    """Return a row of a table."""
    return Row(row_id, cells, sources, municipalities, values, total, ends)
