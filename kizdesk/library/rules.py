"""Load the wording of the checker's rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path

from kizdesk.domain.codec import revive
from kizdesk.library.placeholders import placeholders_of
from kizdesk.library.toml_file import TomlFile, read_toml

PLACEHOLDERS = frozenset(
    (
        "n",
        "anzahl",
        "kommune",
        "frage",
        "feld",
        "ziel",
        "massnahme",
        "fassung",
        "gremium",
        "titel",
        "zeitraum",
        "strang",
        "zeichen",
    )
)


class Severity(Enum):
    """Tell how much a finding weighs."""

    OBSTACLE = "hindernis"
    """Without it there is no funding, or no consent."""
    GAP = "luecke"
    HINT = "hinweis"


@dataclass(frozen=True, slots=True)
class SourceInLaw:
    """Be the source of a rule under one legal basis."""

    legal_basis: str
    text: str


@dataclass(frozen=True, slots=True)
class RuleText:
    """Be the wording of one rule; the message may hold placeholders such as ``{kommune}``."""

    severity: Severity
    message: str
    advice: str
    source: str = ""
    sources: tuple[SourceInLaw, ...] = ()
    one: str = ""
    """The message when ``{anzahl}`` is one."""
    many: str = ""
    """The message for several places, with their number as ``{n}`` and the sum of what they count as ``{anzahl}``;
    without one each place stands for itself."""

    def message_for(self, count: str) -> str:
        """Return the message for a number of things at one place, empty if nothing is counted."""
        return self.one if count == "1" and self.one else self.message

    def under(self, legal_basis_id: str) -> RuleText:
        """Return the rule with the source it has under a legal basis, or with all of them if none is named."""
        if not self.sources:
            return self
        fitting = [source.text for source in self.sources if source.legal_basis == legal_basis_id]
        return replace(self, source="; ".join(fitting or [source.text for source in self.sources]))


def load_rules(path: Path, shown: str) -> dict[str, RuleText]:
    """Return the wording of all rules by id; raises ShapeError with file, line and rule for the first fault."""
    file = read_toml(path, shown)
    rules = {name: _rule(file, name) for name in file.data}
    file.refuse(_faults(rules))
    return rules


def _rule(file: TomlFile, name: str) -> RuleText:
    return file.traced(lambda data: revive(RuleText, data[name], name))


def _faults(rules: dict[str, RuleText]) -> Iterator[tuple[str, str]]:
    for name, rule in rules.items():
        written = (("message", rule.message), ("advice", rule.advice), ("one", rule.one), ("many", rule.many))
        for key, text in written:
            if not text.strip() and key in ("message", "advice"):
                yield f"{name}.{key}", "Hier fehlt der Text."
            for placeholder in placeholders_of(text):
                if placeholder not in PLACEHOLDERS:
                    yield f"{name}.{key}", f"Der Platzhalter „{placeholder}“ ist nicht bekannt."
