"""Check that a role has one spelling, whatever projects hold."""

from __future__ import annotations

from kizdesk.domain.people import Person
from kizdesk.domain.roles import CONTACT, USUAL, having, roles_of, spelled


def test_a_role_of_an_earlier_project_is_shown_as_today() -> None:
    assert roles_of(Person(id="a", roles=("Ansprechpartner", "Ansprechpartner/in", "Presse"))) == (CONTACT, "Presse")


def test_a_role_in_words_of_its_own_stays() -> None:
    assert spelled("Dolmetscherin") == "Dolmetscherin"


def test_people_are_found_by_either_spelling() -> None:
    people = (Person(id="a", roles=("Ansprechpartnerin",)), Person(id="b", roles=(CONTACT,)), Person(id="c"))
    assert [person.id for person in having(people, "Ansprechpartner")] == ["a", "b"]


def test_what_is_offered_is_spelled_as_it_is_shown() -> None:
    assert [spelled(role) for role in USUAL] == list(USUAL)
