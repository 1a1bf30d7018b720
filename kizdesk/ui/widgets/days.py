"""Read and write days as people in an office do."""

from __future__ import annotations

import re
from datetime import date

_POINTS = re.compile(r"(\d{1,2})[.,/\- ]\s*(\d{1,2})[.,/\- ]\s*(\d{2}|\d{4})")
_SOLID = re.compile(r"(\d{2})(\d{2})(\d{2}|\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_CENTURY = 2000


def day_text(day: date | None) -> str:
    """Return a day as dd.mm.yyyy."""
    return "" if day is None else f"{day:%d.%m.}{day.year:04}"


def read_day(text: str) -> date | None:
    """Read a day written freely, such as ``1.2.26``; returns None if there is no such day."""
    text = text.strip()
    iso = _ISO.fullmatch(text)
    if iso is not None:
        return _day(iso[1], iso[2], iso[3])
    found = _POINTS.fullmatch(text) or _SOLID.fullmatch(text)
    if found is None:
        return None
    year = found[3] if len(found[3]) == 4 else str(_CENTURY + int(found[3]))
    return _day(year, found[2], found[1])


def is_whole_day(text: str) -> bool:
    """Tell whether a text is a day with all four digits of its year, to which nothing more is typed."""
    text = text.strip()
    found = _POINTS.fullmatch(text) or _SOLID.fullmatch(text)
    return read_day(text) is not None and (found is None or len(found[3]) > len("26"))


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
