"""Put what somebody said word for word into an answer."""

from __future__ import annotations

from kizdesk.domain.errors import UserError

_OPEN, _CLOSE = "„", "“"
_MARKS = f'{_OPEN}{_CLOSE}"”»«'


def quotation(wording: str, speaker: str = "") -> str:
    """Return a line that quotes: the words, behind them who spoke; raises UserError without words."""
    bare = _without_marks(" ".join(wording.split()))
    if not bare:
        raise UserError("Für ein Zitat bitte den Wortlaut eingeben.")
    inner = bare.replace(_OPEN, "‚").replace(_CLOSE, "‘")
    return f"{_OPEN}{inner}{_CLOSE}" + (f" ({speaker})" if speaker else "")


def _without_marks(words: str) -> str:
    """Return words without the marks around them; a mark that belongs to a quotation within them stays."""
    bare = words.strip(_MARKS).strip()
    return words if any(mark in bare for mark in _MARKS) else bare


def with_line(text: str, line: str) -> str:
    """Return a text with one more line."""
    return f"{text.rstrip()}\n{line}" if text.strip() else line
