"""Keep forms that somebody has begun to fill in, so that leaving one loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from kizdesk.ui.forms.sheet import Sheet

S = TypeVar("S", bound=Sheet)


class Drafts(Generic[S]):
    """Be the forms of one kind: one for everything that was begun, and one that is free."""

    def __init__(self, make: Callable[[], S]) -> None:
        self._make = make
        self._sheets: dict[str, S] = {}

    def sheet(self, about: str, begin: Callable[[S], None]) -> S:
        """Return the form about something as it was left; one that nobody has typed in begins anew."""
        kept = self._sheets.get(about)
        if kept is not None and kept.is_touched:
            kept.resume()
            return kept
        found = kept or next((made for made in self._sheets.values() if not made.is_touched), None) or self._make()
        self._sheets = {key: made for key, made in self._sheets.items() if made is not found} | {about: found}
        begin(found)
        found.start_afresh()
        return found
