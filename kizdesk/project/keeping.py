"""Keep what was made of a project until it is made the next time, where somebody works who makes it again and again."""

from __future__ import annotations

from typing import TypeVar, cast

T = TypeVar("T")


class Keeping:
    """Keep nothing: whoever asks begins anew."""

    def of(self, make: type[T]) -> T:
        """Return where one kind of thing is kept."""
        return make()


class KeepingAll(Keeping):
    """Keep everything; for one thread."""

    def __init__(self) -> None:
        self._kept: dict[type, object] = {}

    def of(self, make: type[T]) -> T:
        """Return where one kind of thing is kept, always the same."""
        if make not in self._kept:
            self._kept[make] = make()
        return cast("T", self._kept[make])
