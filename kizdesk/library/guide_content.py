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
    if isinstance(value, tuple):
        return [_lean(item) for item in value]
    if not dataclasses.is_dataclass(value):
        return plain(value)
    cls: Any = type(value)
    held = ((name, getattr(value, name)) for name in _defaults(cls))
    return {name: _lean(item) for name, item in held if item != _defaults(cls)[name]}


@cache
def _defaults(cls: Any) -> dict[str, object]:
    """Return the fields that a constructor takes, each with its default; MISSING where there is none."""
    return {field.name: field.default for field in dataclasses.fields(cls) if field.init}
