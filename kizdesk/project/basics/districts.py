"""Find the districts that somebody may have meant who gave no key of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from kizdesk.domain.places import District

_MOST = 3
_KEY_LENGTH = 5


def meant(given: str, districts: Iterable[District]) -> list[District]:
    """Return at most three districts for a name, a part of one, a key without its zero or a municipality's key."""
    known = list(districts)
    word = given.strip().casefold()
    if word.isdecimal():
        return [district for district in known if district.id in (word.zfill(_KEY_LENGTH), word[:_KEY_LENGTH])]
    if not word:
        return []
    names = {district.name.casefold(): district for district in known}
    parts = [name for name in names if word in name or name in word]
    return [names[name] for name in (parts or _similar(word, names))[:_MOST]]


def _similar(word: str, names: Iterable[str]) -> list[str]:
    """Return names that differ little, the word Kreis taken off on both sides."""
    short = {_short(name): name for name in names}
    return [short[name] for name in get_close_matches(_short(word), short, n=_MOST, cutoff=0.75)]


def _short(name: str) -> str:
    return name.removeprefix("kreis ").removesuffix("-kreis").removesuffix("kreis")
