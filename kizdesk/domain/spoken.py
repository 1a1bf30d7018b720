"""Understand numbers, days and times as people write them; None for what is not sure."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal

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


def number_of(text: str) -> str | None:
    """Return a number as it is kept, such as ``1234.5``."""
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


def whole_of(text: str) -> str | None:
    """Return a number that counts something."""
    number = number_of(text)
    if number is None or Decimal(number) < 0 or Decimal(number) != int(Decimal(number)):
        return None
    return str(int(Decimal(number)))


def share_of(text: str) -> str | None:
    """Return a share of a hundred, as a number."""
    bare = text.strip()
    for unit in ("%", "Prozent", "v. H.", "v.H."):
        bare = bare.removesuffix(unit).strip()
    number = number_of(bare)
    return number if number is not None and 0 <= Decimal(number) <= 100 else None


def day_of(text: str) -> str | None:
    """Return a day as ISO."""
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


def time_of(text: str) -> str | None:
    """Return a time of day as ISO."""
    found = _CLOCK.fullmatch(_SPACES.sub("", text).casefold())
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return time(int(found[1]), int(found[2] or 0)).strftime("%H:%M")
