"""Write a guide as JSON and read it back, for the versions that a project makes itself."""

from __future__ import annotations

import dataclasses
import json
from functools import cache
from typing import Any

from kizdesk.domain.codec import plain, revive
from kizdesk.domain.errors import ShapeError
from kizdesk.domain.guide import Guide
from kizdesk.library.guide_faults import faults_of


def guide_content(guide: Guide) -> str:
    """Return a guide as one line of JSON; what has its default is left out, as in the files of the program."""
    return json.dumps(_lean(guide), ensure_ascii=False, separators=(",", ":"))


def read_guide(content: str, shown: str) -> Guide:
    """Return the guide of a JSON text; raises ShapeError with the place of the first fault in it."""
    try:
        guide = revive(Guide, json.loads(content))
    except (json.JSONDecodeError, RecursionError):
        raise ShapeError(shown, "Der Leitfaden ist kein lesbares JSON.") from None
    except ShapeError as error:
        raise ShapeError(f"{shown}, {error.path}" if error.path else shown, error.message) from None
    for path, message in faults_of(guide):
        raise ShapeError(f"{shown}, {path}", message)
    return guide


def _lean(value: object) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return [_lean(item) for item in value]
    cls: Any = type(value)
    fields = _fields(cls)
    if not fields:
        return plain(value)
    found = {}
    for name, default in fields:
        item = getattr(value, name)
        if item is not default and item != default:
            found[name] = _lean(item)
    return found


@cache
def _fields(cls: Any) -> tuple[tuple[str, object], ...]:
    """Return the fields that a constructor takes with their defaults, MISSING where there is none; none for a value."""
    if not dataclasses.is_dataclass(cls):
        return ()
    return tuple((field.name, field.default) for field in dataclasses.fields(cls) if field.init)
