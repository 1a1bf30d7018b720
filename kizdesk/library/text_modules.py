"""Load the proposed prose of the chapters and choose what fits a project."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kizdesk.domain.codec import revive
from kizdesk.domain.places import DistrictKind, Occasion
from kizdesk.domain.versions import ChapterText
from kizdesk.library.placeholders import placeholders_of
from kizdesk.library.toml_file import read_toml

FILLED_BY_CALLER = frozenset(("kreis", "zahl_kommunen", "zentrum", "gesetz"))
WORDS_FILE = "woerter.toml"
Words = Mapping[DistrictKind, Mapping[str, str]]
"""Words that depend on the kind of district, such as ``des_kreises``: des Kreises, der Städteregion, der Stadt."""


@dataclass(frozen=True, slots=True)
class TextModule:
    """Be one proposal of prose; an empty condition holds for every project."""

    id: str
    chapter: str
    text: str
    legal_bases: tuple[str, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    kinds: tuple[DistrictKind, ...] = ()

    def fits(self, legal_basis_id: str, occasion: Occasion, kind: DistrictKind) -> bool:
        """Tell whether it may be proposed for such a project."""
        return (
            (not self.legal_bases or legal_basis_id in self.legal_bases)
            and (not self.occasions or occasion in self.occasions)
            and (not self.kinds or kind in self.kinds)
        )

    @property
    def conditions(self) -> int:
        """Return how many conditions it sets; the module that sets more is the better fit."""
        return sum(map(bool, (self.legal_bases, self.occasions, self.kinds)))


@dataclass(frozen=True, slots=True)
class ModuleFile:
    """Be the content of one file of text modules."""

    modules: tuple[TextModule, ...]


def load_words(path: Path, shown: str) -> Words:
    """Return the words that depend on the kind of district."""
    file = read_toml(path, shown)
    expected = {kind.value for kind in DistrictKind}
    file.refuse((name, "Diese Art von Kreis ist nicht bekannt.") for name in file.data if name not in expected)
    file.refuse(("", f"Die Wörter für „{name}“ fehlen.") for name in sorted(expected - file.data.keys()))
    return {kind: _strings(file.data[kind.value]) for kind in DistrictKind}


def load_modules(paths: Iterable[tuple[Path, str]], words: Words) -> tuple[TextModule, ...]:
    """Return all text modules; raises ShapeError with file, line and entry for the first fault."""
    found: list[TextModule] = []
    known = FILLED_BY_CALLER.union(*(table.keys() for table in words.values()))
    for path, shown in paths:
        file = read_toml(path, shown)
        modules = file.traced(lambda data: revive(ModuleFile, data)).modules
        file.refuse(_faults(modules, {module.id for module in found}, known))
        found += modules
    return tuple(found)


def chosen(
    modules: Sequence[TextModule], words: Words, legal_basis_id: str, occasion: Occasion, kind: DistrictKind
) -> tuple[ChapterText, ...]:
    """Return one proposal per chapter: of the modules that fit, the one that sets the most conditions."""
    best: dict[str, TextModule] = {}
    for module in modules:
        if module.fits(legal_basis_id, occasion, kind):
            rival = best.get(module.chapter)
            if rival is None or module.conditions > rival.conditions:
                best[module.chapter] = module
    return tuple(
        ChapterText(
            id=f"text-{module.chapter}",
            chapter=module.chapter,
            text=_worded(module.text.strip(), words[kind]),
            module_id=module.id,
            position=position,
        )
        for position, module in enumerate(best.values(), start=1)
    )


def _worded(text: str, words: Mapping[str, str]) -> str:
    def fill(match: re.Match[str]) -> str:
        name = match[1]
        word = words.get(name.lower())
        if word is None:
            return match[0]
        return word if name.islower() else word[0].upper() + word[1:]

    return re.sub(r"\{(\w+)\}", fill, text)


def _faults(modules: Sequence[TextModule], taken: set[str], known: frozenset[str]) -> Iterator[tuple[str, str]]:
    seen = set(taken)
    for index, module in enumerate(modules):
        path = f"modules[{index}]"
        if module.id in seen:
            yield f"{path}.id", f"Die Kennung „{module.id}“ ist schon vergeben."
        seen.add(module.id)
        if not module.text.strip():
            yield f"{path}.text", "Hier fehlt der Text."
        for name in placeholders_of(module.text):
            if name.lower() not in known:
                yield f"{path}.text", f"Der Platzhalter „{name}“ ist nicht bekannt."


def _strings(table: object) -> dict[str, str]:
    return {str(key): str(value) for key, value in table.items()} if isinstance(table, Mapping) else {}
