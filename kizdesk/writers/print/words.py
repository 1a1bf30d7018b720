"""Hand words to the printing as data: cleaned, breakable, with a mark for what no typeface of ours can draw."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from kizdesk.writers.bound import bound
from kizdesk.writers.print.coverage import drawable
from kizdesk.writers.word.xml import clean

Words = str | list[str | dict[str, str]]
"""A text, or its pieces; a piece ``{"x": "U+0627"}`` stands for characters that cannot be printed."""
UNPRINTED = b'{"x":"'
"""How such a piece begins in a file of data; in the words of a text, quotation marks would be escaped."""
_LONG = re.compile(r"[^\s\u00ad\u200b-]{36,}")
"""What is longer than any word, such as an address: it must be divided, at its marks or anywhere."""
_JOINTS = re.compile(r"(?<=[/._?&=])(?=\w)")
_STRETCH = 12
_BREAK = "\u200b"
_NAMED = 12
"""So many characters that cannot be printed are named; a longer text in such letters is not spelt out."""
_REFUSED = frozenset((0, 0xFEFF, 0xFFFE, 0xFFFF))
"""What a file for the archive must not hold though a typeface has it."""
_ACCENTS = re.compile("[\u0300-\u036f]")
"""Accents that stand behind their letter."""
_UNSEEN = frozenset(("Cf", "Cc"))
_UNFIT = frozenset(("Co", "Cs", "Cn"))
"""Kinds of characters that say nothing to a reader, and that a file for the archive must not hold."""


def words(text: str) -> Words:
    """Return the text in one line or more, ready to be printed."""
    told = clean(text).replace("\t", "    ")
    if not _is_plain(told) and _stranger().search(told):
        return list(_pieces(unicodedata.normalize("NFC", told)))
    return _divided(told)


def line(text: str) -> Words:
    """Return the text on one line."""
    return words(" ".join(text.split()))


def title(text: str) -> Words:
    """Return a heading on one line; bookmarks want some text even where nothing of it can be drawn."""
    told = line(text)
    return told if isinstance(told, str) or any(isinstance(piece, str) for piece in told) else [*told, "\u00a0"]


def lines(text: str) -> list[Words]:
    """Return the lines of a text, without empty ones at its ends."""
    return [words(part) for part in clean(text).strip("\n").split("\n")]


def plain(text: str) -> str:
    """Return the text on one line for where it is not drawn: an alternative text, a title of the file."""
    return " ".join(clean(text).split())


def unprintable(text: str) -> str:
    """Return the characters of a text that print as a mark, each once, in their order."""
    if _is_plain(text) or not _stranger().search(text):
        return ""
    told = unicodedata.normalize("NFC", clean(text))
    return "".join(dict.fromkeys(sign for sign in told if _is_missing(sign)))


def is_seen(text: str) -> bool:
    """Tell whether there is anything to see of a text."""
    return any(sign.isprintable() and not sign.isspace() for sign in text)


def printable_svg(svg: str) -> str:
    """Return a figure with a question mark for each character that cannot be drawn, and none that nobody sees.

    Accents that no letter of ours has built in are left out: in figures, the library puts them on few letters only.
    """
    if _is_plain(svg):
        return svg
    told = _ACCENTS.sub("", unicodedata.normalize("NFC", clean(svg)))
    if not _stranger().search(told):
        return told
    return "".join("?" if _is_missing(sign) else _shown(sign) for sign in told)


@cache
def _stranger() -> re.Pattern[str]:
    """Match what is not simply drawn: neither in our typefaces nor a line break."""
    known = "".join(re.escape(chr(code)) for code in sorted(drawable() - _REFUSED) if not _is_unfit(chr(code)))
    return re.compile(f"[^\n\t{known}]")


def _is_plain(text: str) -> bool:
    return text.isascii() and "\x7f" not in text


def _is_unfit(sign: str) -> bool:
    return unicodedata.category(sign) in _UNFIT


def _is_missing(sign: str) -> bool:
    if not _stranger().match(sign):
        return False
    return not (sign.isspace() or unicodedata.category(sign) in _UNSEEN or _selects(sign))


def _selects(sign: str) -> bool:
    """Tell whether a character only says how the one before it looks."""
    return "\ufe00" <= sign <= "\ufe0f"


def _pieces(text: str) -> Iterator[str | dict[str, str]]:
    """Yield what can be drawn as text, and a mark for each stretch of what cannot."""
    kept, missing = "", ""
    for sign in text:
        if _is_missing(sign):
            if kept:
                yield _divided(kept)
            kept, missing = "", missing + sign
            continue
        shown = _shown(sign)
        if missing and shown:
            yield _mark(missing)
            missing = ""
        kept += shown
    if missing:
        yield _mark(missing)
    elif kept:
        yield _divided(kept)


def _shown(sign: str) -> str:
    if not _stranger().match(sign):
        return sign
    return " " if sign.isspace() else ""


def _mark(missing: str) -> dict[str, str]:
    named = " ".join(f"U+{ord(sign):04X}" for sign in missing[:_NAMED])
    return {"x": named if len(missing) <= _NAMED else f"{named} …"}


def _divided(text: str) -> str:
    return _LONG.sub(_broken, bound(text))


def _broken(found: re.Match[str]) -> str:
    """Return a long stretch of letters with places at which a line may end."""
    parts = _JOINTS.split(found.group())
    return _BREAK.join(
        part
        if len(part) < _STRETCH * 2
        else _BREAK.join(part[at : at + _STRETCH] for at in range(0, len(part), _STRETCH))
        for part in parts
    )
