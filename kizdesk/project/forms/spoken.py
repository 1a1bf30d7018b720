"""Understand what people write into a line of a form, by its kind; what is not sure is not understood."""

from __future__ import annotations

from collections.abc import Callable

from kizdesk.domain.spoken import day_of, number_of, share_of, time_of, whole_of
from kizdesk.project.runner.ask import Kind


def understood(kind: Kind, text: str) -> str | None:
    """Return a text as it is kept, days as ISO and numbers as ``1234.5``; None for one that is not understood."""
    return _READERS[kind](text) if text.strip() else ""


def _words(text: str) -> str | None:
    return text


_READERS: dict[Kind, Callable[[str], str | None]] = {
    Kind.TEXT: _words,
    Kind.NUMBER: number_of,
    Kind.WHOLE: whole_of,
    Kind.PERCENT: share_of,
    Kind.DAY: day_of,
    Kind.CLOCK: time_of,
}
