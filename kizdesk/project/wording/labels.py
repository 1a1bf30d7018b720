"""Say how the values of the project are called in German."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from types import MappingProxyType
from typing import TypeVar

from kizdesk.concept.wording import Wording
from kizdesk.domain.fields import Strand
from kizdesk.library import Library

E = TypeVar("E", bound=Enum)


STRANDS_IN_BRIEF = MappingProxyType({Strand.EDUCATION: "Bildung", Strand.CROSS_CUTTING: "Querschnittsaufgabe"})
"""What the strands are called where there is no room for their titles."""


class Labels:
    """Be the German words of every enum's values, those with which the concept is printed."""

    def __init__(self, library: Library) -> None:
        self._wording = _wording(library)

    def of(self, value: Enum | None) -> str:
        """Return the words for a value, nothing for None; raises KeyError for a value without words."""
        return "" if value is None else self._wording.label(value)

    def options(self, kind: type[E]) -> tuple[tuple[E, str], ...]:
        """Return every value of an enum with its words, in the order of the enum."""
        return tuple((member, self._wording.label(member)) for member in kind)

    def target_group(self, key: str) -> str:
        """Return the words for a coded target group, or what was typed instead."""
        return self._wording.option("target_group", key)

    def target_groups(self) -> tuple[tuple[str, str], ...]:
        """Return every coded target group with its words."""
        prefix = "labels.target_group."
        return tuple(
            (key.removeprefix(prefix), text) for key, text in self._wording.texts.items() if key.startswith(prefix)
        )


@lru_cache(maxsize=1)
def _wording(library: Library) -> Wording:
    """Return the words of a library; they are read out once, and asked for with each answer that is typed."""
    return Wording.of(library.toml("concept/wording.toml"))
