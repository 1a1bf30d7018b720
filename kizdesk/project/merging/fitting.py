"""Fit records of another copy into the project: what they point to is there, is the same thing, or is left out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from kizdesk.domain.base import Record
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.interviews import Answer, answer_id
from kizdesk.domain.kinds import counted, kind_name
from kizdesk.domain.places import Municipality
from kizdesk.domain.references import OnDelete, Pointer, pointers_from
from kizdesk.domain.registry import RECORD_TYPES
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.texts import fold
from kizdesk.project.merging.belonging import Key, key_of

_TITLES: Mapping[type[Record], str] = MappingProxyType({Municipality: "name", FieldOfAction: "title"})
"""What a thing is known by where two copies gave it two ids."""
_LEFT = (
    "{kind} „{title}“ gibt es in diesem Projekt nicht; {what} dazu {verb} nicht mit. "
    "Wird es hier mit demselben Namen angelegt, ändert sich das."
)
_SAME = "{kind} „{title}“ ist in beiden Dateien eigens angelegt und gilt als dasselbe."
_NOWHERE = "Verweise auf Einträge, die auch die andere Datei nicht hat, entfallen."
Lost = dict[Key, dict[tuple[Key, str], Pointer]]
"""For each record that is not there, the places that point to it."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Be what of some records has a place in the project, as it would stand there."""

    records: tuple[Record, ...]
    remarks: tuple[str, ...] = ()
    """What was left out or taken for the same, and why."""


class Fitter:
    """Fit records of one moment into another."""

    def __init__(self, ours: Snapshot, theirs: Snapshot) -> None:
        self._ours = ours
        self._theirs = theirs
        self._same = {kind: _same_things(ours, theirs, kind) for kind in _TITLES}

    def fitted(self, records: Sequence[Record], left_out: frozenset[Key]) -> Fitted:
        """Return the records that have a place; those left out, and what cannot do without them, are not there."""
        coming = {key_of(record): record for record in records if key_of(record) not in left_out}
        lost = self._fall(coming)
        used = {found for record in coming.values() for found in self._used(record)} if any(self._same.values()) else ()
        if not lost and not used:
            return Fitted(tuple(coming.values()))
        moved = {record.id: self._moved(record) for record in coming.values() if isinstance(record, Answer)}

        def target(pointer: Pointer) -> str:
            if (pointer.target, pointer.target_id) in coming:
                return moved.get(pointer.target_id, pointer.target_id)
            return self._found(pointer.target, pointer.target_id)

        rewritten = tuple(_rewritten(record, moved, target) for record in coming.values())
        told = (*self._told_lost(lost, left_out), *self._told_same(used))
        return Fitted(rewritten, tuple(dict.fromkeys(told)))

    def has_no_place_there(self, record: Record) -> bool:
        """Tell whether the other copy cannot hold a record of ours, for it does not know what that is about."""
        held = (pointer for pointer in pointers_from(record) if pointer.on_delete is not OnDelete.LET_GO)
        return any(self._is_unknown_there(pointer) for pointer in held)

    def completed(self, ours: Record, theirs: Record) -> Record:
        """Return a record of the other copy with what ours points to and the other copy cannot know."""
        edits: dict[str, Any] = {}
        for pointer in pointers_from(ours):
            if pointer.on_delete is OnDelete.LET_GO and self._is_unknown_there(pointer):
                held = edits.get(pointer.field, getattr(theirs, pointer.field))
                place = getattr(ours, pointer.field).index(pointer.target_id)
                edits[pointer.field] = (*held[:place], pointer.target_id, *held[place:])
        return replace(theirs, **edits) if edits else theirs

    def _is_unknown_there(self, pointer: Pointer) -> bool:
        """Tell whether a pointer of ours leads to a part of the frame that the other copy does not have."""
        kind, target_id = pointer.target, pointer.target_id
        is_same = target_id in self._same.get(kind, {}).values()
        return kind in _TITLES and not is_same and self._theirs.find(kind, target_id) is None

    def _fall(self, coming: dict[Key, Record]) -> Lost:
        """Take out what points to nothing and cannot let go of it, until nothing more falls; return what is missing."""
        lost: Lost = {}
        while True:
            fallen = []
            for key, record in coming.items():
                for pointer in pointers_from(record):
                    target = pointer.target, pointer.target_id
                    if target in coming or self._found(*target):
                        continue
                    lost.setdefault(target, {})[key, pointer.field] = pointer
                    if pointer.on_delete is not OnDelete.LET_GO:
                        fallen.append(key)
            if not fallen:
                return lost
            for key in fallen:
                coming.pop(key, None)

    def _found(self, kind: type[Record], record_id: str) -> str:
        """Return the id under which a thing is known here; empty if it is not."""
        if self._ours.find(kind, record_id) is not None:
            return record_id
        return self._same.get(kind, {}).get(record_id, "")

    def _used(self, record: Record) -> Iterator[Key]:
        for pointer in pointers_from(record):
            if pointer.target_id in self._same.get(pointer.target, {}):
                yield pointer.target, pointer.target_id

    def _moved(self, answer: Answer) -> str:
        """Return the id of an answer, which is another one if its field of action has another id here."""
        scope = self._same[FieldOfAction].get(answer.scope_id)
        return answer_id(answer.interview_id, answer.question_id, scope) if scope else answer.id

    def _told_lost(self, lost: Lost, left_out: frozenset[Key]) -> Iterator[str]:
        for (kind, record_id), places in lost.items():
            known = self._theirs.find(kind, record_id)
            if (kind, record_id) in left_out or (known is not None and kind not in _TITLES):
                continue
            if known is None:
                yield _NOWHERE
                continue
            held = [pointer for pointer in places.values() if pointer.on_delete is not OnDelete.LET_GO]
            counts = Counter(type(pointer.owner) for pointer in held)
            what = " und ".join(counted(owner, counts[owner]) for owner in RECORD_TYPES if counts[owner])
            verb = "kommen" if len(held) > 1 else "kommt"
            title = getattr(known, _TITLES[kind])
            yield _LEFT.format(kind=kind_name(kind), title=title, what=what or "die Zuordnung", verb=verb)

    def _told_same(self, used: Iterable[Key]) -> Iterator[str]:
        for kind, record_id in used:
            title = getattr(self._theirs.get(kind, record_id), _TITLES[kind])
            yield _SAME.format(kind=kind_name(kind), title=title)


def _rewritten(record: Record, moved: Mapping[str, str], target: Callable[[Pointer], str]) -> Record:
    edits: dict[str, Any] = {}
    for pointer in pointers_from(record):
        there = target(pointer)
        if there != pointer.target_id:
            held = edits.get(pointer.field, getattr(record, pointer.field))
            edits[pointer.field] = _put(held, pointer.target_id, there)
    if isinstance(record, Answer) and moved[record.id] != record.id:
        edits["id"] = moved[record.id]
    return replace(record, **edits) if edits else record


def _put(held: str | tuple[str, ...], before: str, after: str) -> str | tuple[str, ...]:
    if isinstance(held, str):
        return after
    return tuple(dict.fromkeys(after if item == before else item for item in held if after or item != before))


def _same_things(ours: Snapshot, theirs: Snapshot, kind: type[Record]) -> dict[str, str]:
    """Return which things of theirs are ours under another id: the same title, and neither is known to the other.

    Of several with one title the first is the first, the second the second: each copy finds the same pairs.
    """
    own, foreign = _by_title(ours, theirs, kind), _by_title(theirs, ours, kind)
    return {
        there: here
        for title in foreign.keys() & own.keys()
        for there, here in zip(foreign[title], own[title], strict=False)
    }


def _by_title(snapshot: Snapshot, other: Snapshot, kind: type[Record]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for record in snapshot.all(kind):
        if other.find(kind, record.id) is None:
            found[fold(getattr(record, _TITLES[kind]))].append(record.id)
    return found
