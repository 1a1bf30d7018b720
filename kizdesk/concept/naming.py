"""Decide under which words people stand in print: by name only with an Einwilligung, else by function."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from kizdesk.concept.spelling import attributed, called, full_name, key_of, surname, words_of
from kizdesk.domain.interviews import Interview
from kizdesk.domain.people import Person, PrivacyPurpose
from kizdesk.domain.snapshot import Snapshot

WITHHELD = "ohne Namensnennung"
_OR = " oder "
_NAME_PARTS = 2
"""A name has so many parts between commas at most: ``Hölscher, Anna``."""
Consented = Callable[[Person, PrivacyPurpose], bool]


@dataclass(frozen=True)
class _Rule:
    """Be a wording that gives a name away, and what is printed in its place."""

    wording: str
    instead: str

    def applied(self, text: str) -> str:
        return self._pattern.sub(lambda _: self.instead, text)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Return the wording ready for the search; most names stand in no text at all."""
        return re.compile(self.wording)


class Naming:
    """Take names out of what was typed.

    Who spoke in any conversation with a municipality is not named in whatever that municipality says: answers go from
    one conversation to another. Behind a quotation nobody of the project is.
    """

    def __init__(self, snapshot: Snapshot, consented: Consented) -> None:
        self._people = snapshot.by_id(Person)
        self._interviews = snapshot.by_id(Interview)
        self._consented = consented
        self._rules: dict[str, dict[str, tuple[_Rule, ...]]] = {}

    def of(self, interview: Interview) -> InterviewNaming:
        """Return how people are named in what an interview tells."""
        people = tuple(self._people[key] for key in interview.person_ids if key in self._people)
        return InterviewNaming(self, interview.id, people)

    def name(self, person: Person) -> str:
        """Return a person's name if it may be printed, else an empty text."""
        return person.name.strip() if self._consented(person, PrivacyPurpose.NAME) else ""

    def free(self, text: str, interview_id: str, municipality_id: str = "") -> str:
        """Return a text without the names of people who did not consent to being named.

        It was typed in an interview, or, without one, about a municipality.
        """
        if not text:
            return text
        interview = self._interviews.get(interview_id)
        place = interview.municipality_id if interview is not None else municipality_id
        if "(" in text:
            text = attributed(text, lambda inside: self._behind(inside, place))
        for last, rules in self._rules_of(place).items():
            if last in text:
                for rule in rules:
                    text = rule.applied(text)
        return text

    def without(self, text: str, person: Person) -> str:
        """Return a text that names a person with function and unit, without the name if it may not be printed."""
        words = words_of(person.name)
        if not words or self._consented(person, PrivacyPurpose.NAME):
            return text
        pattern = full_name(words, "") + "(, )?"
        return re.sub(pattern, lambda found: "" if found[1] else _function(person), text)

    def _behind(self, inside: str, place: str) -> str:
        """Return who spoke, as it stands in brackets behind a quotation."""
        speakers, named = self._speakers.get(place, ()), inside.split(",")
        for count in range(min(_NAME_PARTS, len(named)), 0, -1):
            meant = self._by_name.get(key_of(",".join(named[:count])), ())
            here = [person for person in meant if person in speakers]
            meant = here or [person for person in meant if len(words_of(person.name)) > 1]
            if meant:
                rest = ",".join(named[count:])
                withheld = next((person for person in meant if not self._may_speak(person)), None)
                return inside if withheld is None else _function(withheld) + _behind_function(rest, withheld)
        for namesakes in _namesakes(speakers).values():
            if called(inside, surname(namesakes[0].name)) and self._is_withheld(namesakes):
                return _functions(namesakes)
        return inside

    def _may_speak(self, person: Person) -> bool:
        return self._consented(person, PrivacyPurpose.NAME) and self._consented(person, PrivacyPurpose.QUOTE)

    def _is_withheld(self, people: Iterable[Person]) -> bool:
        return not all(self._consented(person, PrivacyPurpose.NAME) for person in people)

    @cached_property
    def _by_name(self) -> dict[str, list[Person]]:
        found: dict[str, list[Person]] = {}
        for person in self._people.values():
            for key in {key_of(person.name), " ".join(words_of(person.name))} - {""}:
                found.setdefault(key, []).append(person)
        return found

    @cached_property
    def _speakers(self) -> dict[str, tuple[Person, ...]]:
        """Return who spoke in the conversations with each municipality."""
        found: dict[str, dict[str, Person]] = {}
        for interview in self._interviews.values():
            people = {key: self._people[key] for key in interview.person_ids if key in self._people}
            found.setdefault(interview.municipality_id, {}).update(people)
        return {place: tuple(people.values()) for place, people in found.items()}

    @cached_property
    def _surnames(self) -> frozenset[str]:
        return frozenset(surname(person.name) for person in self._people.values())

    def _rules_of(self, place: str) -> dict[str, tuple[_Rule, ...]]:
        """Return what is looked for in the texts of a municipality, by a word that stands in such a text."""
        if place not in self._rules:
            groups = _namesakes(self._speakers.get(place, ()))
            self._rules[place] = {last: rules for last in groups if (rules := tuple(self._made(last, groups[last])))}
        return self._rules[place]

    def _made(self, last: str, people: Sequence[Person]) -> Iterator[_Rule]:
        has_genitive = f"{last}s" not in self._surnames
        withheld = [person for person in people if self._is_withheld([person])]
        names = [(words_of(person.name), person) for person in withheld]
        for words, person in names:
            if len(words) > 1:
                yield _Rule(full_name(words, person.function, has_genitive=has_genitive), _function(person))
        for words, person in names:
            wording = full_name(words, person.function, has_genitive=has_genitive, is_addressed=True)
            yield _Rule(wording, _functions(people))


@dataclass(frozen=True, slots=True)
class InterviewNaming:
    """Say how people are printed in what one interview tells."""

    naming: Naming
    interview_id: str
    people: tuple[Person, ...]
    """Who took part."""

    def name(self, person: Person) -> str:
        """Return a person's name if it may be printed, else an empty text."""
        return self.naming.name(person)

    def free(self, text: str) -> str:
        """Return a text without the names of people who did not consent to being named."""
        return self.naming.free(text, self.interview_id)


def _function(person: Person) -> str:
    return person.function.strip() or person.unit.strip() or WITHHELD


def _functions(people: Iterable[Person]) -> str:
    """Return who may be meant, where several have one surname."""
    return _OR.join(dict.fromkeys(map(_function, people)))


def _behind_function(rest: str, person: Person) -> str:
    """Return what stands behind a name, without the function that stands in its place."""
    told = f",{rest}" if rest.strip() else ""
    return told.removeprefix(f", {person.function.strip()}") if person.function.strip() else told


def _namesakes(people: Iterable[Person]) -> dict[str, list[Person]]:
    found: dict[str, list[Person]] = {}
    for person in people:
        if surname(person.name):
            found.setdefault(surname(person.name), []).append(person)
    return found
