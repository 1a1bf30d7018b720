"""Write texts so that the tools which show an XLSForm print them as they stand."""

from __future__ import annotations

import re

from kizdesk.domain.texts import clean

_REFERENCE = re.compile(r"\$(?=\{)")
_WORD_JOINER = "\u2060"
_HEADING = re.compile(r"^(?=#{1,6}\s)", re.MULTILINE)


def worded(text: str, otherwise: str) -> str:
    """Return a text without anything that would be read as a reference to a question; another if it is empty."""
    plain = clean(text).strip() or clean(otherwise).strip() or "–"
    return _REFERENCE.sub(f"${_WORD_JOINER}", plain)


def shown(text: str, otherwise: str) -> str:
    """Return a text also without anything that would be read as markup.

    ``Bürger*innen und Einwohner*innen`` would be printed with half of it in italics and without its stars.
    """
    plain = worded(text, otherwise)
    for sign in ("*", "_"):
        if plain.count(sign) > 1:
            plain = plain.replace(sign, f"\\{sign}")
    return _HEADING.sub(r"\\", plain)


def sentence_of(*parts: str) -> str:
    """Return texts one below the other, without the empty ones."""
    return "\n".join(part for part in (clean(part).strip() for part in parts) if part)
