"""Clean, fold and sort German text; the one place where these are decided."""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType

MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August"),
    *("September", "Oktober", "November", "Dezember"),
)
_SPECIAL = MappingProxyType(
    {"đ": "d", "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ħ": "h"}
)
"""Letters that are no other letter with a mark; ß becomes ss with the lower case."""
_LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
"""Word's line break within a paragraph is a vertical tab, its page break a form feed."""
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")

_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060]")
"""What Word leaves in words to say where a line may break, or may not."""


def clean(text: str) -> str:
    """Return the text as it may be stored: NFC, line breaks as LF, no control characters.

    Right-to-left letters and combining marks stay; what XML 1.0 forbids goes.
    """
    kept = text if text.isprintable() else _UNWANTED.sub("", _LINE_BREAK.sub("\n", text))
    return unicodedata.normalize("NFC", kept)


def fold(text: str) -> str:
    """Return the text as it is searched: lower case, no marks, no hidden hyphens, ß as ss, đ as d, ł as l, ø as o."""
    if text.isascii():
        return text.lower()
    lowered = _INVISIBLE.sub("", text).casefold()
    for letter, plain in _SPECIAL.items():
        lowered = lowered.replace(letter, plain)
    decomposed = unicodedata.normalize("NFKD", lowered)
    for mark in filter(unicodedata.combining, set(decomposed)):
        decomposed = decomposed.replace(mark, "")
    return decomposed


def sort_key(text: str) -> tuple[str, str]:
    """Return the key that sorts German names as a directory does (DIN 5007-1)."""
    return fold(text), text
