"""Tell by two moments of a project what the minutes of an interview say differently."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from kizdesk.concept.minutes.head import head_words
from kizdesk.concept.minutes.items import Account, Item, Told, items

HEAD = "kopf"
"""The id under which the facts at the beginning of the minutes are compared."""


class ChangeKind(Enum):
    """Tell what became of an answer."""

    CHANGED = "geaendert"
    ADDED = "ergaenzt"
    REMOVED = "entfernt"


@dataclass(frozen=True, slots=True)
class MinutesChange:
    """Be one thing that the minutes tell differently than at their release."""

    id: str
    """The id of the answer, of the offering, or ``kopf`` for the facts at the beginning."""
    name: str
    kind: ChangeKind
    before: str
    """In words, as it was printed."""
    now: str
    day: date | None = None
    """When it was changed last."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Be a change with the item as it stood before, if there was one."""

    change: MinutesChange
    earlier: Item | None = None


def differences(before: Account, now: Account) -> tuple[Difference, ...]:
    """Return what is told differently, in the order of the minutes."""
    earlier = {item.id: item for item in items(before)}
    present = {item.id: item for item in items(now)}
    merged = sorted({**earlier, **present}.values(), key=lambda item: item.rank)
    found = [_head(before, now)]
    found += [_difference(item, earlier.get(item.id), present.get(item.id)) for item in merged]
    return tuple(difference for difference in found if difference is not None)


def merged_items(present: tuple[Item, ...], since: tuple[Difference, ...]) -> tuple[Item, ...]:
    """Return the items with those that are told no more, without their answers, at their old places."""
    ids = {item.id for item in present}
    gone = [
        replace(difference.earlier, told=Told.OPEN, blocks=())
        for difference in since
        if difference.earlier is not None and difference.earlier.id not in ids
    ]
    return tuple(sorted([*present, *gone], key=lambda item: item.rank))


def _difference(item: Item, before: Item | None, now: Item | None) -> Difference | None:
    old, new = _words(before), _words(now)
    if old == new:
        return None
    kind = ChangeKind.ADDED if not old else ChangeKind.REMOVED if not new else ChangeKind.CHANGED
    return Difference(MinutesChange(item.id, item.name, kind, old, new), before)


def _words(item: Item | None) -> str:
    """Return the words of an item; those of an offering begin with its title, which can change too."""
    if item is None:
        return ""
    return f"{item.title}\n{item.words}".strip() if item.is_offering else item.words


def _head(before: Account, now: Account) -> Difference | None:
    old, new = head_words(before), head_words(now)
    if old == new:
        return None
    name = now.wording.text("head.id")
    return Difference(MinutesChange(HEAD, name, ChangeKind.CHANGED, old, new))
