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
        "kommunen",
        "frage",
        "feld",
        "ziel",
        "massnahme",
        "fassung",
        "gremium",
        "titel",
        "zeitraum",
        "strang",
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
    many: str = ""
    """The message for several places, with their number as ``{n}``; without one each place stands for itself."""

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
        if not rule.source and not rule.sources:
            yield name, "Die Quelle fehlt."
        for key, text in (("message", rule.message), ("advice", rule.advice), ("many", rule.many)):
            if not text.strip() and key != "many":
                yield f"{name}.{key}", "Hier fehlt der Text."
            for placeholder in placeholders_of(text):
                if placeholder not in PLACEHOLDERS:
                    yield f"{name}.{key}", f"Der Platzhalter „{placeholder}“ ist nicht bekannt."
