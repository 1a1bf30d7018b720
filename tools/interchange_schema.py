"""Write docs/interchange.schema.json from the record types: `python tools/interchange_schema.py`."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any

from kizdesk.domain.base import kind_of
from kizdesk.domain.codec import field_types, required_fields
from kizdesk.domain.registry import RECORD_TYPES

TARGET = Path(__file__).resolve().parent.parent / "docs" / "interchange.schema.json"
Schema = dict[str, Any]
_SCALARS: dict[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Decimal: {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"},
    date: {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    datetime: {"type": "string", "format": "date-time"},
    time: {"type": "string", "pattern": r"^\d{2}:\d{2}(:\d{2}(\.\d+)?)?$"},
}


def schema() -> Schema:
    """Return the JSON Schema of the interchange format."""
    definitions: dict[str, Schema] = {}
    kinds: dict[str, Schema] = {}
    for record_type in RECORD_TYPES:
        kinds[kind_of(record_type)] = {"type": "array", "items": _of(record_type, definitions)}
    kinds["project"] |= {"minItems": 1, "maxItems": 1}
    kinds["district"] |= {"minItems": 1, "maxItems": 1}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "kizdesk-project",
        "description": (
            "Das ganze Projekt: alle Einträge in der Reihenfolge ihrer Anlage und alle Dateien. "
            "Das Änderungsprotokoll gehört nicht dazu."
        ),
        **_object(
            {
                "format": {"const": "kizdesk-project"},
                "version": {"const": 1},
                "records": {**_object(kinds), "required": ["district", "project"]},
                "blobs": _blobs(),
            }
        ),
        "required": ["format", "records", "version"],
        "$defs": definitions,
    }


def _blobs() -> Schema:
    return {
        "type": "object",
        "description": "Dateien in Base64 unter ihrer SHA-256-Prüfsumme: Anlagen und Bäume der Fassungen.",
        "propertyNames": {"pattern": "^[0-9a-f]{64}$"},
        "additionalProperties": {"type": "string", "contentEncoding": "base64"},
    }


def _object(properties: dict[str, Schema]) -> Schema:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _of(hint: Any, definitions: dict[str, Schema]) -> Schema:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        inner = next(argument for argument in arguments if argument is not type(None))
        return {"anyOf": [_of(inner, definitions), {"type": "null"}]}
    if origin is tuple:
        return {"type": "array", "items": _of(arguments[0], definitions)}
    if dataclasses.is_dataclass(hint):
        return _reference(hint, definitions)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    return _SCALARS[hint]


def _reference(hint: Any, definitions: dict[str, Schema]) -> Schema:
    if hint.__name__ not in definitions:
        definitions[hint.__name__] = {}
        properties = {name: _of(inner, definitions) for name, inner in field_types(hint).items()}
        definitions[hint.__name__] = {**_object(properties), "required": sorted(required_fields(hint))}
    return {"$ref": f"#/$defs/{hint.__name__}"}


def rendered() -> str:
    """Return the schema as the text of its file."""
    return json.dumps(schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    TARGET.write_text(rendered(), encoding="utf-8")
