"""Say many findings in one short sentence: what is missing, the heaviest first, named where it is little."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kizdesk.concept.german import capital, listed, shortened
from kizdesk.domain.codec import revive
from kizdesk.library import Library
from kizdesk.project.checking.findings import Finding
from kizdesk.project.missing import Missing

FEW = 3
"""So many are named; more are counted."""
_PARTS = 4
"""So many things stand in a sentence; more are counted."""
_LETTERS = 100
"""Letters of a sentence that fits into the line below a page; what would make it longer is counted."""
_NAME = 40
"""Letters of a title within the sentence, beside others."""
_NAME_ALONE = 55
"""Letters of the only title."""
_PLACEHOLDER = re.compile(r"(„?)\{(\w+)\}(“?)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Be what a finding of one rule is called: named, and counted as ``{n}``."""

    one: str
    many: str
    plural: bool = False
    """Even one finding is named in the plural: ``Leitlinien``."""


@dataclass(frozen=True, slots=True)
class Part:
    """Be one thing that is missing, and how often."""

    text: str
    count: int = 1
    plural: bool = False
    """It is named in the plural, however often it is missing."""
    points: tuple[Missing, ...] = ()
    """Each of them with its place."""


class Phrases:
    """Be the phrases by rule; a rule without one is not told in the sentence."""

    def __init__(self, phrases: Mapping[str, Phrase]) -> None:
        self._phrases = phrases

    @classmethod
    def of(cls, library: Library) -> Phrases:
        """Read the phrases of the program; raises ShapeError for a wrong one."""
        return cls({rule: revive(Phrase, data, rule) for rule, data in library.toml("overview.toml").items()})

    def parts(self, findings: Sequence[Finding]) -> Iterator[Part]:
        """Yield one part a rule, in the order of the findings."""
        groups: dict[str, list[Finding]] = {}
        for finding in findings:
            groups.setdefault(finding.rule, []).append(finding)
        for rule, members in groups.items():
            phrase = self._phrases.get(rule)
            if phrase is not None:
                each = tuple(Missing(capital(_worded(phrase, [member])), member.target) for member in members)
                yield Part(_worded(phrase, members), len(members), phrase.plural, each)


def sentence(parts: Sequence[Part]) -> str:
    """Return what is missing in one sentence; empty if nothing is."""
    if not parts:
        return ""
    told = [_told(parts, number) for number in range(min(_PARTS, len(parts)), 0, -1)]
    return next((text for text in told if len(text) <= _LETTERS), told[-1])


def _told(parts: Sequence[Part], number: int) -> str:
    """Return the sentence with the first parts named and the rest counted."""
    shown = parts[:number]
    rest = sum(part.count for part in parts[number:])
    words = ", ".join(part.text for part in shown)
    if rest:
        words += " und ein weiterer Punkt" if rest == 1 else f" und {rest} weitere Punkte"
    alone = len(parts) == 1 and parts[0].count == 1 and not parts[0].plural
    verb = "fehlt" if alone else "fehlen"
    return f"Es {verb} noch: {words}."


def some(names: Sequence[str], few: str, many: str) -> str:
    """Return few names as they are, many as their number; ``few`` takes ``{names}``, ``many`` takes ``{n}``."""
    return few.format(names=listed(names)) if len(names) <= FEW else many.format(n=len(names))


def _worded(phrase: Phrase, members: Sequence[Finding]) -> str:
    if len(members) > FEW:
        return phrase.many.format(n=len(members))

    def fill(match: re.Match[str]) -> str:
        opening, key, closing = match.groups()
        length = _NAME if len(members) > 1 else _NAME_ALONE
        values = dict.fromkeys(shortened(member.values.get(key, ""), length) for member in members)
        return listed(f"{opening}{value}{closing}" for value in values)

    return _PLACEHOLDER.sub(fill, phrase.one)
