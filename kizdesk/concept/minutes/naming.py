"""Decide under which words people stand in the minutes: by name only with an Einwilligung, else by function."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kizdesk.concept.context import Context
from kizdesk.concept.wording import Wording
from kizdesk.domain.interviews import Interview
from kizdesk.domain.people import Person, PrivacyPurpose

_CLOSE = "“ ("
"""What stands between the words of a quotation and who spoke them."""
_SALUTATION = r"(?:Frau|Herrn?)\s+(?:(?:Prof\.|Dr\.)\s+)*"


@dataclass(frozen=True, slots=True)
class _Rule:
    """Be a wording that gives a name away, and what is printed in its place."""

    pattern: re.Pattern[str]
    instead: str


class Naming:
    """Say how people are printed, and take names out of what was typed."""

    def __init__(self, context: Context, wording: Wording, interview: Interview) -> None:
        self._context = context
        self._wording = wording
        known = context.facts.snapshot.by_id(Person)
        self.people = tuple(known[person_id] for person_id in interview.person_ids if person_id in known)
        self._rules = tuple(
            rule
            for person in known.values()
            if person in self.people or person.municipality_id == interview.municipality_id
            for rule in self._rules_of(person)
        )

    def name(self, person: Person) -> str:
        """Return a person's name if it may be printed, else an empty text."""
        return person.name.strip() if self._context.facts.consented(person, PrivacyPurpose.NAME) else ""

    def free(self, text: str) -> str:
        """Return a text without the names of people who did not consent to being named."""
        for rule in self._rules:
            text = rule.pattern.sub(rule.instead, text)
        return text

    def _rules_of(self, person: Person) -> Iterator[_Rule]:
        name = " ".join(person.name.split())
        if not name:
            return
        consented = self._context.facts.consented
        instead = (person.function or person.unit or self._wording.text("people.withheld")).replace("\\", r"\\")
        if not consented(person, PrivacyPurpose.NAME):
            if person in self.people:
                yield _Rule(_attributed(rf"[^()\n]*\b{re.escape(name.split()[-1])}\b[^()\n]*\)"), f"“ ({instead})")
                yield _Rule(_whole(name, person.function), instead)
                yield _Rule(re.compile(rf"\b{_SALUTATION}{re.escape(name.split()[-1])}\b"), instead)
            else:
                yield _Rule(_attributed(_whole(name, person.function).pattern), f"“ ({instead}")
        elif not consented(person, PrivacyPurpose.QUOTE):
            yield _Rule(_attributed(_whole(name, person.function).pattern), f"“ ({instead}")


def _attributed(pattern: str) -> re.Pattern[str]:
    return re.compile(re.escape(_CLOSE) + pattern)


def _whole(name: str, function: str) -> re.Pattern[str]:
    """Match a name, and the function behind it, which would else stand there twice."""
    words = r"\s+".join(re.escape(part) for part in name.split())
    behind = rf"(?:, {re.escape(function)})?" if function else ""
    return re.compile(rf"(?<!\w)(?:{_SALUTATION})?{words}(?!\w){behind}")
