"""Write a document tree as canonical JSON and read it back; the form in which a version is frozen."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from kizdesk.concept.tree import (
    Align,
    AnyBlock,
    Column,
    Document,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Quotation,
    Table,
)
from kizdesk.domain.codec import decoder_of, field_names, field_types
from kizdesk.domain.errors import ShapeError

FORMAT = 1
_TYPES: Mapping[str, type[AnyBlock]] = {
    "heading": Heading,
    "paragraph": Paragraph,
    "listing": Listing,
    "quotation": Quotation,
    "table": Table,
    "figure": Figure,
}
_OPTIONAL: Mapping[str, object] = {
    "sources": (), "municipalities": (), "values": None, "landscape": False,
    "bold": False, "italic": False, "link": "", "refers": "", "note": "", "total": False,
    "ends": (),
}  # fmt: skip
"""What is left out when it has its default, which halves the size."""
_ASIDE = ("blocks", "layout", "footer", "closes_with")
"""Fields that are no part of the header: what is frozen is always a book."""
_LATER = ("paper",)
"""Fields of the header that older versions do not have; they are left out when empty."""
_NEVER = object()
_TAGS = {block_type: tag for tag, block_type in _TYPES.items()}


def dump(document: Document) -> bytes:
    """Return the tree as canonical JSON: the same tree always gives the same bytes."""
    data: dict[str, object] = {
        name: value for name in _header() if (value := getattr(document, name)) or name not in _LATER
    }
    data["format"] = FORMAT
    data["blocks"] = [{"type": _TAGS[type(block)], **_fields(block)} for block in document.blocks]
    return _ENCODER.encode(data).encode("utf-8", "surrogatepass")


def load(data: bytes) -> Document:
    """Return the tree of such bytes; raises ShapeError if they are none."""
    try:
        parsed = json.loads(data)
    except ValueError:
        raise ShapeError("", "Die gespeicherte Fassung ist beschädigt. Bitte eine Sicherung öffnen.") from None
    if not isinstance(parsed, dict) or parsed.get("format") != FORMAT or not isinstance(parsed.get("blocks"), list):
        raise ShapeError("", "Die gespeicherte Fassung hat eine unbekannte Form. Bitte das Programm aktualisieren.")
    types = field_types(Document)
    header: dict[str, Any] = {
        name: decoder_of(types[name])(parsed.get(name), f"fassung.{name}")
        for name in _header()
        if name in parsed or name not in _LATER
    }
    blocks = tuple(_unpacked(item, f"fassung.blocks[{index}]") for index, item in enumerate(parsed["blocks"]))
    return Document(**header, blocks=blocks)


def _shallow(value: object) -> object:
    match value:
        case Enum():
            return value.value
        case Column(title, width, align):
            return [title, width, align]
        case _:
            return _fields(value)


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_shallow)


def _header() -> tuple[str, ...]:
    return tuple(name for name in field_names(Document) if name not in _ASIDE)


def _fields(value: object) -> dict[str, object]:
    value_type: Any = type(value)
    return {
        name: found
        for name in field_names(value_type)
        if (found := getattr(value, name)) != _OPTIONAL.get(name, _NEVER)
    }


def _own_fields(block_type: Any) -> Iterator[str]:
    """Yield the fields that the codec reads; widths of columns are floats, which it does not know."""
    return (name for name in field_names(block_type) if name != "columns")


def _unpacked(item: object, path: str) -> AnyBlock:
    if not isinstance(item, dict) or item.get("type") not in _TYPES:
        raise ShapeError(path, "hier wird ein Baustein des Konzepts erwartet.")
    block_type: Any = _TYPES[item["type"]]
    types = field_types(block_type)
    fields: dict[str, Any] = {
        name: decoder_of(types[name])(item[name], f"{path}.{name}") for name in _own_fields(block_type) if name in item
    }
    if block_type is Table:
        fields["columns"] = tuple(_column(entry, f"{path}.columns") for entry in item.get("columns", ()))
    try:
        block: AnyBlock = block_type(**fields)
    except TypeError:
        raise ShapeError(path, "hier fehlt eine Angabe.") from None
    return block


def _column(entry: object, path: str) -> Column:
    match entry:
        case [str(title), float(width), str(align)]:
            return Column(title, width, Align(align))
        case _:
            raise ShapeError(path, "hier wird eine Spalte erwartet.")
