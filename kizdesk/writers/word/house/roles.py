"""Hold under which names a template may have our styles, and what they are called on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from kizdesk.writers.word.styles import Style


@dataclass(frozen=True, slots=True)
class Role:
    """Be one of our styles that a template may have, too."""

    style: Style
    label: str
    """What it is for, such as ``Kasten``."""
    names: tuple[str, ...]
    """Names that mean it, in lower case, the surest first."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Be all roles in the order in which they are shown, and the German names of Word's own styles."""

    all: tuple[Role, ...]
    german: Mapping[str, str]
    typefaces: frozenset[str]
    """Those that offices have, or for which others of the same width stand in; in lower case."""

    def shown(self, name: str) -> str:
        """Return the name of a style as a German Word shows it."""
        return self.german.get(folded(name), name)

    def label_of(self, name: str) -> str:
        """Return what the style of a name of ours is for; the name itself if it is none that a template may have."""
        return next((role.label for role in self.all if role.style.value == name), name)

    def label(self, style: Style) -> str:
        """Return what one of our styles is for; its name if it has no role."""
        return self.label_of(style.value)


def roles_of(table: Mapping[str, object]) -> Roles:
    """Read the roles from the resources."""
    listed = cast("list[dict[str, Any]]", table["role"])
    german = {folded(name): shown for name, shown in cast("dict[str, str]", table["german"]).items()}
    made = (
        Role(Style(entry["key"]), str(entry["label"]), tuple(map(folded, cast("list[str]", entry["names"]))))
        for entry in listed
    )
    typefaces = frozenset(map(folded, cast("list[str]", table["typefaces"])))
    return Roles(tuple(made), german, typefaces)


def folded(name: str) -> str:
    """Return a name as names of styles are compared."""
    return " ".join(name.casefold().split())
