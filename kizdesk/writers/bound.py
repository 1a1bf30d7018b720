"""Keep on one line what German typography never parts: ``6. März``, ``§ 7``, ``Absatz 1``, ``E 11``."""

from __future__ import annotations

import re

from kizdesk.domain.texts import MONTHS

_COUNTED = (
    *("Absatz", "Abs.", "Satz", "Nummer", "Nr.", "Artikel", "Art.", "Buchstabe", "Anlage", "Kapitel", "Tabelle"),
    *("Abbildung", "Seite", "S.", "Ziffer", "Amt", "E", "EG", "A", "S"),
)
"""Words that belong to the number behind them."""
_UNITS = ("Euro", "Prozent", "Uhr", "km²")
"""Words that belong to the number before them, as a percent sign does."""
_MONTHS = "|".join(MONTHS)
_AHEAD = "|".join(rf"(?<=\b{re.escape(word)} )" for word in _COUNTED)
_BOUND = re.compile(
    rf" (?:(?=\d)(?:(?<=§ )|{_AHEAD})"
    rf"|(?=%|€|(?:{'|'.join(_UNITS)})\b)(?<=\d )"
    rf"|(?=(?:{_MONTHS})\b)(?<=\d\. )"
    r"|(?=[^\W\d]\.)(?<=\b[^\W\d]\. ))"
)


def bound(text: str) -> str:
    """Return the text with spaces at which no line may end."""
    return _BOUND.sub("\u00a0", text) if " " in text else text
