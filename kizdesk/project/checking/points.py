"""Gather what the checker finds into points: findings of one rule are one point, however many places it names.

Whoever counts what is open counts points, so that the same number stands everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from kizdesk.concept.german import listed, shortened
from kizdesk.domain.checks import Target
from kizdesk.library import Severity

__all__ = ["Finding", "Point", "Severity", "counts", "points", "weighed", "worded"]

_WORDS = {
    Severity.OBSTACLE: ("ein Hindernis", "{n} Hindernisse"),
    Severity.GAP: ("eine Lücke", "{n} Lücken"),
    Severity.HINT: ("ein Hinweis", "{n} Hinweise"),
}
_PLACEHOLDER = re.compile(r"(„?)\{(\w+)\}(“?)")
_COUNT = "anzahl"
"""The value that is a number of things at one place."""
_LONG, _SHORT = 320, 60
"""Letters of the names in a message, and in one that stands in a narrow line."""
_NAME = 40
"""Letters of a title among others."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Be one thing that is missing or wrong, in words that say what to do and where the rule stands."""

    rule: str
    severity: Severity
    message: str
    advice: str
    source: str
    target: Target
    values: Mapping[str, str] = field(default_factory=dict)
    """What the words of this finding name, such as the municipality."""
    many: str = ""
    """How several of this rule are told in one sentence; empty if each stands for itself."""


@dataclass(frozen=True, slots=True)
class Point:
    """Be what the checker finds by one rule: one finding, or several that are one and the same thing to do."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """Return the finding one begins with."""
        return self.findings[0]

    @property
    def rule(self) -> str:
        """Return the id of the rule."""
        return self.first.rule

    @property
    def severity(self) -> Severity:
        """Return how much it weighs."""
        return self.first.severity

    @property
    def advice(self) -> str:
        """Return what to do."""
        return self.first.advice

    @property
    def source(self) -> str:
        """Return where the rule stands."""
        return self.first.source

    @property
    def target(self) -> Target:
        """Return where one begins with it."""
        return self.first.target

    @property
    def is_group(self) -> bool:
        """Tell whether it has several places."""
        return len(self.findings) > 1

    @property
    def message(self) -> str:
        """Return the sentence with the names of its places, the last of very many left out."""
        return self._told(_LONG)

    @property
    def headline(self) -> str:
        """Return the sentence with only the first names."""
        return self._told(_SHORT)

    @property
    def names_all(self) -> bool:
        """Tell whether the message leaves nothing out that its findings name; what they count is only added up."""
        message = self.message
        return not self._count and all(
            value in message for finding in self.findings for value in finding.values.values()
        )

    @property
    def _count(self) -> int:
        return sum(int(finding.values.get(_COUNT, "0")) for finding in self.findings)

    def _told(self, letters: int) -> str:
        if not self.is_group:
            return self.first.message

        def fill(match: re.Match[str]) -> str:
            opening, key, closing = match.groups()
            if key == "n":
                return f"{opening}{len(self.findings)}{closing}"
            if key == _COUNT:
                return f"{opening}{self._count}{closing}"
            values = dict.fromkeys(item.values.get(key, "") for item in self.findings)
            return _named([f"{opening}{shortened(value, _NAME)}{closing}" for value in values if value], letters)

        return _PLACEHOLDER.sub(fill, self.first.many)


def points(findings: Sequence[Finding]) -> tuple[Point, ...]:
    """Return the findings as points, each where its first finding stands."""
    groups: dict[Hashable, list[Finding]] = {}
    for number, finding in enumerate(findings):
        key: Hashable = (finding.rule, finding.severity) if finding.many else number
        groups.setdefault(key, []).append(finding)
    return tuple(Point(tuple(members)) for members in groups.values())


def counts(findings: Sequence[Finding]) -> dict[Severity, int]:
    """Return how many points there are of each weight."""
    found = points(findings)
    return {severity: sum(point.severity is severity for point in found) for severity in Severity}


def weighed(findings: Sequence[Finding]) -> str:
    """Return how many points there are of each weight, such as „2 Hindernisse, eine Lücke“; empty without any."""
    return ", ".join(worded(severity, count) for severity, count in counts(findings).items() if count)


def worded(severity: Severity, count: int) -> str:
    """Return a number of points of one weight in words, such as „2 Hindernisse“."""
    one, many = _WORDS[severity]
    return one if count == 1 else many.format(n=count)


def _named(names: Sequence[str], letters: int) -> str:
    shown = list(names)
    while len(shown) > 1 and sum(len(name) + 2 for name in shown) > letters:
        shown.pop()
    rest = len(names) - len(shown)
    return listed([*shown, f"{rest} weitere"] if rest else shown)
