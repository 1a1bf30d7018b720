"""Name the page of returned forms, and put the files it shall open into one argument."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

RETURNED = "forms.returned"
ENDINGS = (".pdf", ".png", ".jpg", ".jpeg")
"""How files are called in which a form comes back: filled in, or on paper as a scan or a photo."""


def packed(paths: Iterable[Path]) -> str:
    """Return files as the argument with which the page of returned forms is opened."""
    return json.dumps([str(path) for path in paths], ensure_ascii=False)


def unpacked(argument: str) -> tuple[Path, ...]:
    """Return the files of an argument, none for an empty one."""
    return tuple(map(Path, json.loads(argument))) if argument else ()
