"""Understand numbers, days and times as people write them into a form; what is not sure is not understood."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal

from kizdesk.project.runner.ask import Kind

_SPACES = re.compile("[\\s\u00a0\u2009\u202f']")
_GERMAN = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+|-))?")
_ENGLISH = re.compile(r"(\d+)\.(\d{1,2})")
"""A point before one or two digits at the end stands for a comma."""
_MOST_DIGITS = 18
_DAY = re.compile(r"(\d{1,2})[.,/\- ]\s*(\d{1,2})[.,/\- ]\s*(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SPELLED = re.compile(r"(\d{1,2})\.?\s*([a-zä]{3,9})\.?\s*(\d{4}|\d{2})")
_MONTHS = (
    "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
    "dezember",
)  # fmt: skip
_OTHER_NAMES = {"jänner": "januar", "maerz": "märz", "mrz": "märz"}
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?:uhr)?")
_CENTURY = 2000


def understood(kind: Kind, text: str) -> str | None:
    """Return a text as it is kept, days as ISO and numbers as ``1234.5``; None for one that is not understood."""
    return _READERS[kind](text) if text.strip() else ""


def _words(text: str) -> str | None:
    return text


def _number(text: str) -> str | None:
    bare = _SPACES.sub("", text).replace("−", "-").replace("–", "-").removesuffix("€").removesuffix("Euro")
    digits = bare.removeprefix("-")
    if found := _GERMAN.fullmatch(digits):
        whole, part = found[1].replace(".", ""), (found[2] or "").replace("-", "")
    elif found := _ENGLISH.fullmatch(digits):
        whole, part = found[1], found[2]
    else:
        return None
    if len(whole + part) > _MOST_DIGITS:
        return None
    number = Decimal(f"{whole}.{part}" if part else whole)
    return f"{-number if bare.startswith('-') and number else number:f}"


def _whole(text: str) -> str | None:
    number = _number(text)
    if number is None or Decimal(number) < 0 or Decimal(number) != int(Decimal(number)):
        return None
    return str(int(Decimal(number)))


def _share(text: str) -> str | None:
    bare = text.strip()
    for unit in ("%", "Prozent", "v. H.", "v.H."):
        bare = bare.removesuffix(unit).strip()
    number = _number(bare)
    return number if number is not None and 0 <= Decimal(number) <= 100 else None


def _day(text: str) -> str | None:
    bare = " ".join(text.split()).casefold()
    if found := _ISO.fullmatch(bare):
        return _date(found[1], found[2], found[3])
    if found := _DAY.fullmatch(bare):
        return _date(found[3], found[2], found[1])
    if found := _SPELLED.fullmatch(bare):
        month = _month(found[2])
        return _date(found[3], str(month), found[1]) if month else None
    return None


def _month(name: str) -> int:
    """Return the number of a month by its name or the beginning of it, 0 for another word."""
    known = _OTHER_NAMES.get(name, name)
    return next((number for number, month in enumerate(_MONTHS, start=1) if month.startswith(known)), 0)


def _date(year: str, month: str, day: str) -> str | None:
    full = int(year) if len(year) == len("2026") else _CENTURY + int(year)
    try:
        return date(full, int(month), int(day)).isoformat()
    except ValueError:
        return None


def _time(text: str) -> str | None:
    found = _CLOCK.fullmatch(_SPACES.sub("", text).casefold())
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return time(int(found[1]), int(found[2] or 0)).strftime("%H:%M")


_READERS: dict[Kind, Callable[[str], str | None]] = {
    Kind.TEXT: _words,
    Kind.NUMBER: _number,
    Kind.WHOLE: _whole,
    Kind.PERCENT: _share,
    Kind.DAY: _day,
    Kind.CLOCK: _time,
}
