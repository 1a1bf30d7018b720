"""Decide under which words people stand in print: by name only with an Einwilligung, else by function."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kizdesk.domain.interviews import Interview
from kizdesk.domain.people import Person, PrivacyPurpose
from kizdesk.domain.snapshot import Snapshot

WITHHELD = "ohne Namensnennung"
_CLOSE = "“ ("
"""What stands between the words of a quotation and who spoke them."""
_SALUTATION = r"(?:Frau|Herrn?)\s+(?:(?:Prof\.|Dr\.)\s+)*"
Consented = Callable[[Person, PrivacyPurpose], bool]


@dataclass(frozen=True, slots=True)
class _Rule:
    """Be a wording that gives a name away, and what is printed in its place; ``last`` is a word that it holds.

    The pattern is compiled when a text holds that word: most never do.
    """

    last: str
    pattern: str
    instead: str


class Naming:
    """Take names out of what was typed, each interview by the people who took part in it."""

    def __init__(self, snapshot: Snapshot, consented: Consented) -> None:
        self._people = snapshot.by_id(Person)
        self._interviews = snapshot.by_id(Interview)
        self._consented = consented
        self._of_place: dict[str, list[Person]] = {}
        for person in self._people.values():
            self._of_place.setdefault(person.municipality_id, []).append(person)
        self._rules: dict[tuple[str, str], tuple[_Rule, ...]] = {}

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
        for rule in self._rules_of(interview_id, municipality_id):
            if rule.last in text:
                text = re.sub(rule.pattern, rule.instead, text)
        return text

    def without(self, text: str, person: Person) -> str:
        """Return a text that names a person with function and unit, without the name if it may not be printed."""
        name = person.name.strip()
        if not name or self._consented(person, PrivacyPurpose.NAME):
            return text
        return text.replace(f"{name}, ", "").replace(name, person.function or person.unit or WITHHELD)

    def _rules_of(self, interview_id: str, municipality_id: str) -> tuple[_Rule, ...]:
        interview = self._interviews.get(interview_id)
        key = (interview.id, interview.municipality_id) if interview is not None else ("", municipality_id)
        if key not in self._rules:
            self._rules[key] = tuple(self._made(interview, key[1]))
        return self._rules[key]

    def _made(self, interview: Interview | None, municipality_id: str) -> Iterator[_Rule]:
        taking_part = frozenset(interview.person_ids) if interview is not None else frozenset()
        near = self._of_place.get(municipality_id, ())
        guests = (self._people[key] for key in taking_part if key in self._people)
        for person in {person.id: person for person in (*near, *guests)}.values():
            name = " ".join(person.name.split())
            if name:
                yield from self._rules_for(person, name, takes_part=person.id in taking_part)

    def _rules_for(self, person: Person, name: str, *, takes_part: bool) -> Iterator[_Rule]:
        last = name.rsplit(maxsplit=1)[-1]
        instead = (person.function or person.unit or WITHHELD).replace("\\", r"\\")
        attributed = re.escape(_CLOSE) + _whole(name, person.function)
        if self._consented(person, PrivacyPurpose.NAME):
            if not self._consented(person, PrivacyPurpose.QUOTE):
                yield _Rule(last, attributed, f"“ ({instead}")
        elif takes_part:
            anyhow = re.escape(_CLOSE) + rf"[^()\n]*\b{re.escape(last)}\b[^()\n]*\)"
            yield _Rule(last, anyhow, f"“ ({instead})")
            yield _Rule(last, _whole(name, person.function), instead)
            yield _Rule(last, rf"\b{_SALUTATION}{re.escape(last)}\b", instead)
        else:
            yield _Rule(last, attributed, f"“ ({instead}")


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


def _whole(name: str, function: str) -> str:
    """Match a name, also with its last word first, and the function behind it, which would else stand there twice."""
    *first, last = (re.escape(part) for part in name.split())
    words = r"\s+".join((*first, last))
    if first:
        given = r"\s+".join(first)
        words = rf"(?:{words}|{last},\s*{given})"
    behind = rf"(?:, {re.escape(function)})?" if function else ""
    return rf"(?<!\w)(?:{_SALUTATION})?{words}(?!\w){behind}"
