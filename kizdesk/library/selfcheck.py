"""Try all data of the program and look for what does not fit together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.domain.legal import LegalBasis
from kizdesk.domain.places import District, DistrictKind, Municipality, Occasion
from kizdesk.library.text_modules import TextModule


def faults_in(trials: Iterable[Callable[[], object]]) -> list[str]:
    """Return the sentence of every trial that fails because its data is missing or wrong."""
    found: list[str] = []
    for attempt in trials:
        try:
            attempt()
        except (UserError, EnvironmentFault) as fault:
            found.append(str(fault))
    return found


def places_at_odds(
    districts: Sequence[District], members: dict[str, tuple[Municipality, ...]], outlined: set[str]
) -> Iterator[str]:
    """Find districts without municipalities, municipalities without district, both without outline."""
    if members.keys() != {district.id for district in districts}:
        yield "Die Tabelle der Kreise und die der Gemeinden nennen nicht dieselben Kreise."
    for district in districts:
        single = district.kind is DistrictKind.INDEPENDENT_CITY
        if single is not (not members.get(district.id)):
            yield f"{district.name}: Die Art des Kreises passt nicht zur Zahl seiner Gemeinden."
        expected = {f"{district.id}000"} if single else {place.id for place in members.get(district.id, ())}
        if expected - outlined:
            yield f"{district.name}: Auf der Karte fehlen Umrisse."


def rules_unknown(bases: Iterable[LegalBasis], rules: Iterable[str]) -> Iterator[str]:
    """Find preconditions that name a rule which has no wording."""
    known = set(rules)
    for basis in bases:
        for precondition in basis.preconditions:
            if precondition.rule not in known:
                place = f"{basis.id}, Voraussetzung „{precondition.id}“"
                yield f"{place}: Die Regel „{precondition.rule}“ ist nicht bekannt."


def modules_at_odds(modules: Sequence[TextModule], bases: Iterable[LegalBasis]) -> Iterator[str]:
    """Find projects for which two text modules of a chapter fit equally well."""
    for basis, occasion, kind in product(bases, Occasion, DistrictKind):
        fitting = [module for module in modules if module.fits(basis.id, occasion, kind)]
        most: dict[str, int] = {}
        for module in fitting:
            most[module.chapter] = max(most.get(module.chapter, 0), module.conditions)
        best = Counter(module.chapter for module in fitting if module.conditions == most[module.chapter])
        for chapter in (name for name, count in best.items() if count > 1):
            yield f"Textbausteine: Für das Kapitel „{chapter}“ passen mehrere gleich gut ({basis.id}, {kind.value})."
