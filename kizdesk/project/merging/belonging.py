"""Find what goes with an interview: what hangs on it, and what it needs."""

from __future__ import annotations

from collections.abc import Iterator

from kizdesk.domain.base import Record
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.guide_editions import GuideEdition
from kizdesk.domain.interviews import Interview
from kizdesk.domain.places import Municipality
from kizdesk.domain.references import OnDelete, PointersTo, pointers_from
from kizdesk.domain.registry import RECORD_TYPES
from kizdesk.domain.snapshot import Snapshot

Key = tuple[type[Record], str]
FRAME: tuple[type[Record], ...] = (Municipality, FieldOfAction, Interview)
"""What an interview points to without bringing it along: each copy of a project decides these itself."""
_PLACE = {kind: place for place, kind in enumerate(RECORD_TYPES)}


def key_of(record: Record) -> Key:
    """Return what tells a record from all others."""
    return type(record), record.id


class Belongings:
    """Know of one moment of a project what goes with each interview."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._pointing = PointersTo(snapshot)

    def of(self, interview: Interview) -> tuple[Record, ...]:
        """Return an interview with all that goes with it, in the order in which records are kept.

        What belongs to it, as its answers and offerings do, hangs on it; so does what belongs to that. What it points
        to comes along, with what lives only through that, as an Einwilligung does through its person.
        """
        found: dict[Key, Record] = {}
        waiting: list[tuple[Record, bool]] = [(interview, True)]
        while waiting:
            record, hangs = waiting.pop()
            if key_of(record) in found:
                continue
            found[key_of(record)] = record
            for pointer in self._pointing.of(record):
                belongs = hangs and isinstance(getattr(pointer.owner, pointer.field), str)
                if belongs or pointer.on_delete is OnDelete.FOLLOW:
                    waiting.append((pointer.owner, hangs))
            waiting += [(needed, False) for needed in needs(self._snapshot, record)]
        return tuple(sorted(found.values(), key=_place))


def needs(snapshot: Snapshot, record: Record) -> Iterator[Record]:
    """Yield the records that a record cannot do without, the frame of the project left out."""
    for pointer in pointers_from(record):
        if pointer.target not in FRAME and (target := snapshot.find(pointer.target, pointer.target_id)) is not None:
            yield target
    if isinstance(record, Interview):
        for edition in snapshot.all(GuideEdition):
            if (edition.guide_id, edition.guide_version) == (record.guide_id, record.guide_version):
                yield edition


def _place(record: Record) -> int:
    return _PLACE[type(record)]
