"""Tell in one statement what a step did: „Person „Anton Grüter“: Rollen geändert“."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from kizdesk.concept.german import capital, listed
from kizdesk.concept.wording import Wording
from kizdesk.domain.base import Record, kind_of
from kizdesk.domain.codec import field_names
from kizdesk.domain.focus import FocusPeriod
from kizdesk.domain.registry import RECORD_TYPES
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.votes import Vote
from kizdesk.project.opened import OpenProject
from kizdesk.project.wording.called import Called, kind_called

DONE = {
    "abwählen": "abgewählt", "anhängen": "angehängt", "anlegen": "angelegt", "aufnehmen": "aufgenommen",
    "ausgeben": "ausgegeben",
    "beantworten": "beantwortet", "bearbeiten": "bearbeitet", "beenden": "beendet", "beginnen": "begonnen",
    "bestätigen": "bestätigt", "duplizieren": "dupliziert", "eintragen": "eingetragen", "erneuern": "erneuert",
    "erstellen": "erstellt", "festhalten": "festgehalten", "festlegen": "festgelegt",
    "festschreiben": "festgeschrieben", "freigeben": "freigegeben", "herausnehmen": "herausgenommen",
    "hinzufügen": "hinzugefügt", "löschen": "gelöscht", "lösen": "gelöst", "markieren": "markiert",
    "planen": "geplant", "schreiben": "geschrieben", "übernehmen": "übernommen", "verknüpfen": "verknüpft",
    "vermerken": "vermerkt", "verschieben": "verschoben", "weglassen": "weggelassen", "wählen": "gewählt",
    "wiederherstellen": "wiederhergestellt", "zuordnen": "zugeordnet", "zurücksetzen": "zurückgesetzt",
    "zurücknehmen": "zurückgenommen", "zurückziehen": "zurückgezogen", "ändern": "geändert",
}  # fmt: skip
"""What each verb of a label is when it is done."""
_EDITING = ("bearbeiten", "schreiben", "ändern")
_ADVERBS = ("neu", "wieder")
_ASIDE = ("position", "edited", "module_id")
"""Fields that follow from others, or of which there is nothing to see."""
_ABOUT: Mapping[str, type[Record]] = MappingProxyType(
    {
        "Antwort der Kommune": Vote,
        "Antwort zum Einvernehmen": Vote,
        "Sammelerklärung": Vote,
        "Schwerpunkte": FocusPeriod,
    }
)
"""Of what kind the main record of a step is that touches several kinds; files hold the first label from earlier."""
_FEW = 2
"""So many fields, or records, are named; more are only counted or left out."""


@dataclass(frozen=True, slots=True)
class _Touched:
    """Be a record before and after a step."""

    record: Record
    """As the step left it, or as it was before it was deleted."""
    old: Record | None
    new: Record | None

    @property
    def fields(self) -> list[str]:
        """Return which fields have other values."""
        cls: Any = type(self.record)
        return [name for name in field_names(cls) if getattr(self.old, name) != getattr(self.new, name)]

    @property
    def is_edit(self) -> bool:
        """Tell whether the record was there before and after."""
        return self.old is not None and self.new is not None


def told(project: OpenProject, older: Snapshot, newer: Snapshot, label: str) -> str:
    """Return what the step between two moments did, by its label and with the record and field it concerns."""
    words, _, verb = label.rpartition(" ")
    first, _, last = words.rpartition(" ")
    noun, adverb = (first, f"{last} ") if last in _ADVERBS else (words, "")
    done = DONE.get(verb)
    if done is None:
        return label
    touched = tuple(_touched(older, newer))
    called = Called(project, older, newer)
    own = [item for item in touched if noun == kind_called(item.record)]
    if own:
        return _of_kind(project, called, _main(own), verb, adverb + done)
    about = [item.record for item in touched if type(item.record) is _ABOUT.get(noun)]
    if len(about) == 1:
        return f"{_about(called, noun, about[0])} {adverb}{done}"
    name = called.place([item.record for item in touched]) or _short(called, touched)
    return f"{noun} {adverb}{done}{f' ({name})' if name else ''}"


def _about(called: Called, noun: str, record: Record) -> str:
    return called.consent(record) if isinstance(record, Vote) else f"{noun} {called.short(record)}"


def _of_kind(project: OpenProject, called: Called, item: _Touched, verb: str, done: str) -> str:
    phrase = capital(called.phrase(item.record))
    if verb not in _EDITING:
        return f"{phrase} {done}"
    if item.is_edit:
        return f"{phrase}: {_fields(project, item)} geändert"
    return f"{phrase} {'gelöscht' if item.new is None else 'eingetragen'}"


def _fields(project: OpenProject, item: _Touched) -> str:
    wording = Wording.of(project.library.toml("record_fields.toml"))
    kind = kind_of(type(item.record))
    fields = [name for name in item.fields if name not in _ASIDE] or item.fields
    words = list(dict.fromkeys(wording.text(f"{kind}.{name}") for name in fields))
    return listed(words) if 0 < len(words) <= _FEW else "mehrere Angaben"


def _short(called: Called, touched: Sequence[_Touched]) -> str:
    kinds = {type(item.record) for item in touched}
    if len(kinds) != 1 or len(touched) > _FEW:
        return ""
    return listed([called.short(item.record) for item in touched])


def _main(own: Sequence[_Touched]) -> _Touched:
    """Return the record a step is about: what came or went, else what was chosen, else what was moved."""

    def weight(item: _Touched) -> int:
        if not item.is_edit:
            return 3
        if item.fields != ["position"]:
            return 2 if getattr(item.new, "chosen", True) else 0
        return 1 if _is_moved(item, own) else 0

    return max(own, key=weight)


def _is_moved(item: _Touched, own: Sequence[_Touched]) -> bool:
    """Tell whether all others stand in the order in which they stood."""
    others = [other for other in own if other is not item and other.is_edit]
    before = sorted(others, key=lambda other: _position(other.old))
    return before == sorted(before, key=lambda other: _position(other.new))


def _position(record: Record | None) -> int:
    return int(getattr(record, "position", 0))


def _touched(older: Snapshot, newer: Snapshot) -> Iterator[_Touched]:
    for kind in RECORD_TYPES:
        before, after = older.by_id(kind), newer.by_id(kind)
        if before is after:
            continue
        for record_id, new in after.items():
            old = before.get(record_id)
            if old is not new and old != new:
                yield _Touched(new, old, new)
        for record_id, old in before.items():
            if record_id not in after:
                yield _Touched(old, old, None)
