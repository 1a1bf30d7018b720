"""Bring texts into lines: as one for an item, or as they were typed below each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ITEM = re.compile(r"\s*(?:[-+*]|\d+[.)])\s+\S")


def one_line(text: str) -> str:
    """Return a text with single blanks only, so that it stays one item of a list."""
    return " ".join(text.split())


def as_typed(text: str) -> str:
    """Return a text in which a line below a list begins a paragraph, as the hand that typed it meant.

    In small Markdown it would go on with the last item; it still does if it is indented.
    """
    return "\n".join(_parted(text))


def _parted(text: str) -> Iterator[str]:
    in_item = is_below = False
    for line in text.splitlines():
        is_item = _ITEM.match(line) is not None
        if not line.strip():
            is_below = False
        elif is_below and is_item:  # only an item that counts from one would end a paragraph
            yield ""
            is_below = False
        elif in_item and not is_item and not line[0].isspace():
            yield ""
            is_below = True
        in_item = is_item or (in_item and line[:1].isspace())
        yield line
