"""Hold what the state of every step is made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kizdesk.concept.facts import Facts
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.places import DistrictKind
from kizdesk.project.checking.findings import Finding, Severity
from kizdesk.project.missing import Missing
from kizdesk.project.opened import OpenProject
from kizdesk.project.overview.phrases import Part, Phrases, sentence

COMPLETE = "vollständig"
_ALMOST = 0.95
"""A step in which anything is missing is never shown as done."""
_UNTOLD = frozenset({"district_without_municipalities"})
"""Remarks that ask for nothing."""


@dataclass(frozen=True, slots=True)
class StepState:
    """Be how far a step is."""

    step: Step
    share: float
    """From 0 to 1, for the ring."""
    line: str
    """A few words for the rail."""
    missing: str
    """A sentence for the foot of the page; empty if nothing is missing."""
    target: Target | None
    """Where to begin with it."""
    points: tuple[Missing, ...] = ()
    """All that is missing, one by one."""


@dataclass(frozen=True)
class Given:
    """Be the project with all that the checker found in it."""

    project: OpenProject
    facts: Facts
    findings: Sequence[Finding]
    phrases: Phrases

    @cached_property
    def _by_step(self) -> Mapping[Step, list[Finding]]:
        groups: dict[Step, list[Finding]] = {step: [] for step in Step}
        for finding in self.findings:
            if finding.rule not in _UNTOLD:
                groups[finding.target.step].append(finding)
        return groups

    @property
    def is_city(self) -> bool:
        """Tell whether the district is a kreisfreie Stadt, which has no municipalities."""
        return self.facts.district.kind is DistrictKind.INDEPENDENT_CITY

    def of(self, step: Step) -> Sequence[Finding]:
        """Return what was found in a step, the heaviest first."""
        return self._by_step[step]

    def pressing(self, step: Step) -> Sequence[Finding]:
        """Return what was found in a step, mere hints left out."""
        return [finding for finding in self.of(step) if finding.severity is not Severity.HINT]

    def count(self, *rules: str) -> int:
        """Return how often some rules found something."""
        return sum(finding.rule in rules for finding in self.findings)

    def state(
        self, step: Step, share: float, line: str, parts: Iterable[Part] = (), target: Target | None = None
    ) -> StepState:
        """Return a state; without parts of its own it tells of the findings of the step."""
        told = list(parts) or list(self.phrases.parts(self.of(step)))
        first = next((finding.target for finding in self.of(step)), None)
        if not told:
            return StepState(step, min(share, 1.0), line, "", None)
        points = tuple(point for part in told for point in part.points)
        return StepState(step, min(max(share, 0.0), _ALMOST), line, sentence(told), target or first, points)
