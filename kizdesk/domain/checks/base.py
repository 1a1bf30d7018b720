"""Say what a rule of the checker sees and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from kizdesk.domain.base import Record, kind_of
from kizdesk.domain.guide import Guide
from kizdesk.domain.interviews import Answer, Interview
from kizdesk.domain.legal import LegalBasis
from kizdesk.domain.places import Municipality
from kizdesk.domain.register import asks_consents
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.steps import Step, Target
from kizdesk.domain.texts import sort_key
from kizdesk.domain.versions import ConceptVersion, latest_of


@dataclass(frozen=True, slots=True)
class Hit:
    """Be one finding: the rule, the place, and the values its wording asks for; enums are worded by the caller."""

    rule: str
    target: Target
    values: Mapping[str, str | Enum] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Be a chapter that is not printed, with the rules that look for what it says."""

    chapter: str
    title: str
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unprinted:
    """Be a text with characters that no typeface of ours has: its place, what it is called, and the characters."""

    target: Target
    title: str
    signs: str


@dataclass(frozen=True)
class Facts:
    """Hold what the rules look at."""

    snapshot: Snapshot
    guide: Guide
    legal_basis: LegalBasis
    prose_chapters: Mapping[str, str] = field(default_factory=dict)
    """Titles of the chapters that need a text of their own, by key."""
    fingerprint: str = ""
    """Fingerprint of the present content; empty if unknown."""
    changed: Mapping[str, int] = field(default_factory=dict)
    """How many places of the minutes of an interview are others than at their release, by its id."""
    guides: Mapping[tuple[str, str], Guide] = field(default_factory=dict)
    """The versions under which interviews are held, by id and version; those missing are judged by ``guide``."""
    unprinted: tuple[Unprinted, ...] = ()
    """Texts that the PDF shows with a mark, in the order of the records."""
    left_out: tuple[LeftOut, ...] = ()
    """Chapters that are not printed, in the order of the outline."""

    @cached_property
    def municipalities(self) -> tuple[Municipality, ...]:
        """Return the municipalities in German order."""
        return tuple(sorted(self.snapshot.all(Municipality), key=lambda place: sort_key(place.name)))

    @cached_property
    def needs_consents(self) -> bool:
        """Tell whether there are municipalities whose consent counts; a kreisfreie Stadt has none."""
        return asks_consents(self.snapshot)

    @cached_property
    def answers_by_interview(self) -> Mapping[str, Mapping[str, Answer]]:
        """Return the answers of each interview by their id."""
        found: dict[str, dict[str, Answer]] = {}
        for answer in self.snapshot.all(Answer):
            found.setdefault(answer.interview_id, {})[answer.id] = answer
        return found

    @cached_property
    def latest_version(self) -> ConceptVersion | None:
        """Return the version with the highest number."""
        return latest_of(self.snapshot.all(ConceptVersion))

    def guide_of(self, interview: Interview) -> Guide:
        """Return the version of the guide by which an interview is judged."""
        return self.guides.get((interview.guide_id, interview.guide_version), self.guide)

    def name_of(self, municipality_id: str) -> str:
        """Return the name of a municipality."""
        place = self.snapshot.find(Municipality, municipality_id)
        return place.name if place else municipality_id

    def name_of_interview(self, interview_id: str) -> str:
        """Return the name of the municipality an interview was held with."""
        interview = self.snapshot.find(Interview, interview_id)
        return self.name_of(interview.municipality_id) if interview else ""

    def law_asks(self, rule: str) -> bool:
        """Tell whether a precondition of the legal basis names this rule."""
        return any(precondition.rule == rule for precondition in self.legal_basis.preconditions)


Rule = Callable[[Facts], Iterator[Hit]]


def at(step: Step, record: Record, field_name: str = "") -> Target:
    """Return the target of a record."""
    return Target(step, kind_of(type(record)), record.id, field_name)
