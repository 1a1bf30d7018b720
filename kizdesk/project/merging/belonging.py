"""Find what goes with an interview: what hangs on it, and what it needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from kizdesk.domain.base import Record
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.guide_editions import GuideEdition
from kizdesk.domain.interviews import Interview
from kizdesk.domain.places import Municipality
from kizdesk.domain.references import REFERENCES, OnDelete, Reference
from kizdesk.domain.registry import RECORD_TYPES
from kizdesk.domain.snapshot import Snapshot

Key = tuple[type[Record], str]
FRAME: tuple[type[Record], ...] = (Municipality, FieldOfAction)
"""What interviews point to without bringing it along: each copy of a project decides these itself."""
_PLACE = {kind: place for place, kind in enumerate(RECORD_TYPES)}
_NEEDS: Mapping[type[Record], tuple[Reference, ...]] = MappingProxyType(
    {
        kind: tuple(it for it in REFERENCES if it.owner is kind and it.target not in (*FRAME, Interview))
        for kind in RECORD_TYPES
    }
)
"""By which fields a record brings others along; it never brings another interview."""


def key_of(record: Record) -> Key:
    """Return what tells a record from all others."""
    return type(record), record.id


class Belongings:
    """Know of one moment of a project what goes with each interview."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._hanging = _hanging(snapshot)

    def of(self, interview: Interview) -> tuple[Record, ...]:
        """Return an interview with all that goes with it, in the order in which records are kept.

        What belongs to it, as its answers and offerings do, hangs on it; so does what belongs to that. What it points
        to comes along, with what lives only through that, as an Einwilligung does through its person.
        """
        found: dict[Key, Record] = {}
        waiting: list[tuple[Record, bool]] = [(interview, True)]
        while waiting:
            record, hangs = waiting.pop()
            key = key_of(record)
            if key in found:
                continue
            found[key] = record
            for owner, follows in self._hanging.get(key, ()):
                if hangs or follows:
                    waiting.append((owner, hangs))
            waiting += [(needed, False) for needed in needs(self._snapshot, record)]
        return tuple(sorted(found.values(), key=_place))


def needs(snapshot: Snapshot, record: Record) -> Iterator[Record]:
    """Yield the records that a record cannot do without, the frame of the project left out."""
    for reference in _NEEDS[type(record)]:
        held = getattr(record, reference.field)
        for target_id in (held,) if isinstance(held, str) else held:
            if (target := snapshot.find(reference.target, target_id)) is not None:
                yield target
    if isinstance(record, Interview | GuideEdition):
        version = record.guide_version if isinstance(record, Interview) else record.based_on
        for edition in snapshot.all(GuideEdition):
            if (edition.guide_id, edition.guide_version) == (record.guide_id, version):
                yield edition


def _hanging(snapshot: Snapshot) -> Mapping[Key, list[tuple[Record, bool]]]:
    """Return for each record what belongs to it by a field of one id, and whether that lives only through it."""
    found: dict[Key, list[tuple[Record, bool]]] = defaultdict(list)
    for reference in REFERENCES:
        if reference.target in FRAME:
            continue
        follows = reference.on_delete is OnDelete.FOLLOW
        for owner in snapshot.all(reference.owner):
            held = getattr(owner, reference.field)
            if isinstance(held, str) and held:
                found[reference.target, held].append((owner, follows))
    return dict(found)


def _place(record: Record) -> int:
    return _PLACE[type(record)]
