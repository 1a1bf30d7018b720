"""Step 1, Grundlagen: where the sources are used, as places to go to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kizdesk.concept.german import shortened
from kizdesk.domain.base import Record, kind_of
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.kinds import kind_name
from kizdesk.domain.people import Body, Consultation
from kizdesk.domain.places import Municipality
from kizdesk.domain.references import REFERENCES, pointers_from
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.versions import SourceDocument
from kizdesk.domain.votes import Statement, Vote

_OWNERS = tuple(dict.fromkeys(found.owner for found in REFERENCES if found.target is SourceDocument))

_LETTERS = 80
"""Letters of a statement that stand for it."""


@dataclass(frozen=True, slots=True)
class Use:
    """Be one place that names a source."""

    text: str
    """Such as ``Beratung: Kreistag``."""
    target: Target


def source_uses(snapshot: Snapshot) -> Mapping[str, tuple[Use, ...]]:
    """Return the places that name each source, by its id."""
    found: dict[str, list[Use]] = {}
    for kind in _OWNERS:
        for owner in snapshot.all(kind):
            for pointer in pointers_from(owner):
                if pointer.target is SourceDocument:
                    found.setdefault(pointer.target_id, []).append(_use(snapshot, owner))
    return {source_id: tuple(uses) for source_id, uses in found.items()}


def _use(snapshot: Snapshot, owner: Record) -> Use:
    step = Step.BASICS if isinstance(owner, Consultation) else Step.PARTICIPATION
    name = _name(snapshot, owner)
    words = f"{kind_name(type(owner))}: {name}" if name else kind_name(type(owner))
    return Use(words, Target(step, kind_of(type(owner)), owner.id))


def _name(snapshot: Snapshot, owner: Record) -> str:
    if isinstance(owner, Consultation):
        return owner.title
    if isinstance(owner, Statement):
        return shortened(owner.text, _LETTERS)
    if isinstance(owner, Vote):
        place = snapshot.find(Municipality, next(iter(owner.speaks_for), ""))
        body = snapshot.find(Body, owner.body_id)
        return place.name if place else body.name if body else ""
    return ""
