"""Tell which characters our typefaces can draw, by the tables in their files."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache, reduce
from pathlib import Path

from kizdesk.places import resources_dir

TEXT_FONTS = ("SourceSans3-Regular.ttf", "SourceSans3-Bold.ttf", "SourceSans3-It.ttf", "SourceSans3-SemiboldIt.ttf")
"""The files a text may be set in; what one of them lacks is lacking."""
_FULL = 12
"""Format of the table from characters to glyphs that holds all characters, not only those of 16 bits."""
_UNFIT = "a typeface without a full table of its characters"


@cache
def drawable() -> frozenset[int]:
    """Return the characters that every typeface of the printed concept has."""
    return covered_by(*(resources_dir() / "fonts" / name for name in TEXT_FONTS))


def covered_by(*fonts: Path) -> frozenset[int]:
    """Return the characters that all these TrueType files have; raises OSError or ValueError for unfit ones."""
    return reduce(frozenset.intersection, (_characters(font.read_bytes()) for font in fonts))


def _characters(font: bytes) -> frozenset[int]:
    start = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    offsets = [struct.unpack_from(">HHI", font, start + 4 + 8 * number)[2] for number in range(count)]
    by_format = {struct.unpack_from(">H", font, start + offset)[0]: start + offset for offset in offsets}
    if _FULL not in by_format:
        raise ValueError(_UNFIT)
    return frozenset(_full(font, by_format[_FULL]))


def _table(font: bytes, name: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for number in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if tag == name:
            return int(offset)
    raise ValueError(_UNFIT)


def _full(font: bytes, start: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">I", font, start + 12)
    for number in range(count):
        first, last, glyph = struct.unpack_from(">III", font, start + 16 + 12 * number)
        yield from range(first if glyph else first + 1, last + 1)
