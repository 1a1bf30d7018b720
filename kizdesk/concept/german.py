"""Write numbers, amounts, dates and names as German text; the one place where this is decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from kizdesk.domain.places import District, DistrictKind, Municipality
from kizdesk.domain.texts import MONTHS

_PLACES = 3
"""Decimals that a number has at most where nobody says how many."""
_GERMAN = str.maketrans(",.", ".,")
_WORDS = ("null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")


@cache
def figure(value: int | Decimal, places: int | None = None) -> str:
    """Return a number in digits with German separators: ``1.234,5``; a half is rounded up, nought has no sign."""
    decimals = _PLACES if places is None else places
    rounded = Decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    digits = f"{rounded or 0:,.{decimals}f}"
    return (digits.rstrip("0").rstrip(".") if places is None else digits).translate(_GERMAN)


def number(value: int) -> str:
    """Return a whole number in words up to twelve, in digits above."""
    return _WORDS[value] if 0 <= value < len(_WORDS) else figure(value)


def alike(*values: int) -> tuple[str, ...]:
    """Return whole numbers in one style: in words if all have one, else in digits."""
    spelled = all(0 <= value < len(_WORDS) for value in values)
    return tuple(number(value) if spelled else figure(value) for value in values)


def euros(amount: Decimal) -> str:
    """Return an amount: ``170.000 Euro``, with cents only if there are any."""
    whole = amount == amount.to_integral_value()
    return f"{figure(amount, 0 if whole else 2)} Euro"


def percent(value: Decimal) -> str:
    """Return a percentage: ``12,5 %``."""
    return f"{figure(value)} %"


@cache
def day(value: date) -> str:
    """Return a date: ``6. März 2013``."""
    return f"{value.day}. {month(value)}"


def month(value: date) -> str:
    """Return the month of a date: ``November 2012``."""
    return f"{MONTHS[value.month - 1]} {value.year}"


def _last_of_month(value: date) -> bool:
    return (value + timedelta(days=1)).month != value.month


def span(first: date | None, last: date | None) -> str:
    """Return a day or a stretch of time; a whole month or year is named as such."""
    if first is None or last is None or first == last:
        only = first or last
        return day(only) if only else ""
    if first.day == 1 and _last_of_month(last):
        return _whole_months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}. bis {day(last)}"
    if first.year == last.year:
        return f"{day(first).removesuffix(f' {first.year}')} bis {day(last)}"
    return f"{day(first)} bis {day(last)}"


def _whole_months(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return month(first)
    if first.month == 1 and last.month == 12:
        return str(first.year) if first.year == last.year else f"{first.year} bis {last.year}"
    if first.year == last.year:
        return f"{month(first).removesuffix(f' {first.year}')} bis {month(last)}"
    return f"{month(first)} bis {month(last)}"


def opening(value: date) -> str:
    """Return when something begins: ``2014``, ``August 2013`` or a day within a month."""
    if value.day > 1:
        return day(value)
    return str(value.year) if value.month == 1 else month(value)


def closing(value: date) -> str:
    """Return when something ends: ``Ende 2013``, ``Juli 2014`` or a day within a month."""
    if not _last_of_month(value):
        return day(value)
    return f"Ende {value.year}" if value.month == 12 else month(value)


def on(first: date | None, last: date | None) -> str:
    """Return a time with its preposition: ``am 6. März 2013``, ``im November 2012``, or an empty text."""
    text = span(first, last)
    if not text:
        return ""
    if text.isdigit():
        return f"im Jahr {text}"
    if first is None or last is None or first == last:
        return f"am {text}"
    return f"im {text}" if text == month(first) else f"vom {text}" if text[0].isdigit() else f"von {text}"


def listed(items: Iterable[str], word: str = "und") -> str:
    """Return items as a German enumeration: ``A, B und C``."""
    parts = list(items)
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"


def serial(items: Iterable[str]) -> str:
    """Return items in a row, divided by semicolons where one of them has a comma itself."""
    parts = list(items)
    return ("; " if any("," in part for part in parts) else ", ").join(parts)


def quoted(text: str) -> str:
    """Return a text in German quotation marks; those within it become single ones."""
    inner = text.replace("„", "‚").replace("“", "‘")
    return f"„{inner}“"


def closed(text: str) -> str:
    """Return a text as a sentence that ends with a mark."""
    stripped = text.rstrip()
    return stripped if not stripped or stripped.removesuffix(")")[-1:] in ".!?…:“" else f"{stripped}."


def shortened(text: str, length: int) -> str:
    """Return a text cut at a word, with an ellipsis if something is left out; a quotation that is cut is closed."""
    flat = " ".join(text.split())
    if len(flat) <= length:
        return flat
    cut = flat[: length + 1].rsplit(" ", 1)[0].rstrip(" ,;:–-")
    opened = cut.count("„") > cut.count("“")
    return f"{cut[:length]} …{'“' * opened}"


def capital(text: str) -> str:
    """Return a text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class Named:
    """Be a name with its article in the cases that sentences use; a genitive is avoided by the sentence."""

    bare: str
    nominative: str
    accusative: str
    dative: str
    inside: str
    """With the preposition: ``im Rhein-Kreis Neuss``."""
    of: str
    """In place of a genitive: ``vom Rhein-Kreis Neuss``."""


def _masculine(name: str) -> Named:
    return Named(name, f"der {name}", f"den {name}", f"dem {name}", f"im {name}", f"vom {name}")


def _feminine(name: str) -> Named:
    return Named(name, f"die {name}", f"die {name}", f"der {name}", f"in der {name}", f"von der {name}")


def district_named(district: District) -> Named:
    """Return the district's name with its article: a Kreis is masculine, a Städteregion or Stadt feminine."""
    name = district.name
    if district.kind is DistrictKind.INDEPENDENT_CITY:
        bare = name.partition(",")[0]
        return _feminine(bare if bare.casefold().startswith(("stadt ", "bundesstadt ")) else f"Stadt {bare}")
    if "kreis" in name.casefold():
        return _masculine(name)
    if "region" in name.casefold():
        return _feminine(name)
    return _masculine(f"Kreis {name}")


def municipality_named(municipality: Municipality) -> str:
    """Return the municipality with its kind, without article: ``Stadt Dormagen``."""
    return f"{municipality.kind or 'Gemeinde'} {municipality.name}"


def place_named(municipality: Municipality) -> Named:
    """Return the municipality with its kind and the article of that: ``in der Stadt Dormagen``, ``im Markt …``."""
    name = municipality_named(municipality)
    return _masculine(name) if municipality.kind.casefold() in ("markt", "flecken") else _feminine(name)


def names(municipalities: Sequence[Municipality]) -> str:
    """Return the names of municipalities as an enumeration."""
    return listed(municipality.name for municipality in municipalities)
