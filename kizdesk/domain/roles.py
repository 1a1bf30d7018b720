"""Know the roles that most projects need, in the one spelling in which they are shown."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from kizdesk.domain.people import Person

MAYOR = "Bürgermeister/in"
HEAD_OF_DISTRICT = "Landrat/Landrätin"
CONTACT = "Ansprechpartner/in"
USUAL = (
    MAYOR,
    HEAD_OF_DISTRICT,
    "Steuerungsgruppe",
    CONTACT,
    "Projektleitung",
    "Expertengespräch",
    "Presse",
    "Datenschutz",
)
"""Roles that are offered."""
_ALSO = MappingProxyType(
    {
        "Ansprechpartner": CONTACT,
        "Ansprechpartnerin": CONTACT,
        "Bürgermeister": MAYOR,
        "Bürgermeisterin": MAYOR,
        "Landrat": HEAD_OF_DISTRICT,
        "Landrätin": HEAD_OF_DISTRICT,
        "Landrätin/Landrat": HEAD_OF_DISTRICT,
        "Landrätin oder Landrat": HEAD_OF_DISTRICT,
    }
)
"""Spellings that projects hold from earlier, or that somebody types."""


def spelled(role: str) -> str:
    """Return a role in the spelling in which it is shown; one in words of its own stays."""
    return _ALSO.get(role, role)


def roles_of(person: Person) -> tuple[str, ...]:
    """Return the roles of a person as they are shown, none twice."""
    return tuple(dict.fromkeys(spelled(role) for role in person.roles))


def having(people: Iterable[Person], role: str) -> tuple[Person, ...]:
    """Return those who have a role, however it is spelled."""
    return tuple(person for person in people if spelled(role) in roles_of(person))
