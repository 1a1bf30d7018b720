"""Read and write numbers and times as people in Germany type them."""

from __future__ import annotations

import re
from datetime import time
from decimal import Decimal, InvalidOperation

from kizdesk.domain.errors import UserError

_GROUPED = re.compile(r"[1-9]\d{0,2}(\.\d{3})+")
_ENGLISH = re.compile(r"(\d*)\.(\d{1,2})|(0?)\.(\d+)")
"""A point before one or two digits, or behind nothing or 0, stands for a comma."""
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?|(\d{2})(\d{2})")
_THIN_SPACES = re.compile("[\\s\u00a0\u2009\u202f']")

_QUOTED = 40
"""Letters of a wrong entry that its sentence repeats."""


def read_amount(text: str, *, unit: str = "") -> Decimal | None:
    """Return the number of a text such as ``12.345,50``, None for an empty one; raises UserError if it is none."""
    bare = _bare(text, unit)
    if not bare:
        return None
    whole, comma, part = bare.lstrip("-").partition(",")
    if not comma and (english := _ENGLISH.fullmatch(whole)):
        whole, part = english[1] or "", english[2] or english[4]
    if _GROUPED.fullmatch(whole):
        whole = whole.replace(".", "")
    part = part.rstrip("-")
    try:
        if not (whole + part).isdecimal() or "." in whole:
            raise InvalidOperation
        number = Decimal(f"{whole or 0}.{part or 0}") if part else Decimal(whole)
    except InvalidOperation:
        raise UserError(f"„{_quoted(text)}“ ist keine Zahl. Bitte so eingeben: 12.345,50.") from None
    return -number if bare.startswith("-") else number


def read_whole(text: str, *, unit: str = "") -> int | None:
    """Return the whole number of a text, None for an empty one; raises UserError if it is none."""
    try:
        number = read_amount(text, unit=unit)
    except UserError:
        raise UserError(f"„{_quoted(text)}“ ist keine Zahl. Bitte nur Ziffern eingeben, zum Beispiel 2013.") from None
    if number is None:
        return None
    if number != number.to_integral_value():
        raise UserError("Hier ist eine ganze Zahl gefragt. Bitte ohne Komma eingeben.")
    return int(number)


def write_amount(number: Decimal, *, places: int = 2, grouped: bool = True) -> str:
    """Return a number with at least the given places, such as ``12.345,50``; no digit is left out."""
    held = -_exponent(number)
    digits = f"{number:,.{max(places, held)}f}" if grouped else f"{number:.{max(places, held)}f}"
    return digits.translate(str.maketrans(",.", ".,"))


def read_clock(text: str) -> time | None:
    """Return the time of a text such as ``9:30``, ``930`` or ``9``, None for an empty one; raises UserError."""
    bare = text.strip().removesuffix("Uhr").strip()
    if not bare:
        return None
    if bare.isdecimal() and len(bare) == 3:
        bare = f"0{bare}"
    found = _CLOCK.fullmatch(bare)
    hour, minute = (int(found[1] or found[3]), int(found[2] or found[4] or 0)) if found else (99, 99)
    if hour > 23 or minute > 59:
        raise UserError(f"„{_quoted(text)}“ ist keine Uhrzeit. Bitte so eingeben: 14:30.")
    return time(hour, minute)


def write_clock(moment: time) -> str:
    """Return a time such as ``09:30``."""
    return moment.strftime("%H:%M")


def _quoted(text: str) -> str:
    bare = text.strip()
    return bare if len(bare) <= _QUOTED else f"{bare[:_QUOTED]} …"


def _bare(text: str, unit: str) -> str:
    bare = text.strip()
    if unit:
        bare = bare.removesuffix(unit)
    return _THIN_SPACES.sub("", bare.replace("−", "-").replace("–", "-").rstrip("€% "))


def _exponent(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return min(exponent, 0) if isinstance(exponent, int) else 0
