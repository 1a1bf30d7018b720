"""Tell what changed in the concept since a municipality agreed, readable and counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kizdesk.concept.compare import BlockChange, ChangeKind, compare
from kizdesk.concept.numbering import numbering
from kizdesk.concept.tree import Document, Heading
from kizdesk.domain.people import PrivacyConsent, PrivacyPurpose
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.concept import draft_document
from kizdesk.project.opened import OpenProject
from kizdesk.project.versions.freezing import version_document

_MEASURE, _GOAL_TABLE, _ANNEX = "massnahme/", "/massnahmen", "anlage_massnahmen/"
_CELL = " | "
_AROUND = 5
"""Words that stay on both sides of what changed in a long text."""
_KEPT = 24
"""Comparisons of frozen trees that are remembered."""
Consented = tuple[str, PrivacyPurpose]


@dataclass(frozen=True, slots=True)
class ReadableChange:
    """Be one change as people read it: where, what of it, the old words and the new ones."""

    block_id: str
    kind: ChangeKind
    place: str
    """Such as ``4.2 Maßnahme „Sprachmittlerpool“``."""
    what: str
    """The row of a profile, such as ``Zeitraum``; empty for a text."""
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PlacedChange:
    """Be a change with the number of the heading it stands under."""

    change: BlockChange
    number: str


class _Tree:
    """Be a frozen tree that is told by its hash and by who may be named today; it is read only when it is needed."""

    def __init__(self, sha256: str, consented: frozenset[Consented], read: Callable[[], Document]) -> None:
        self._key = sha256, consented
        self._read: Callable[[], Document] | None = read

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Tree) and other._key == self._key

    def __hash__(self) -> int:
        return hash(self._key)

    def document(self) -> Document:
        """Return the tree and forget where it was read from, so that a remembered comparison holds no project."""
        read, self._read = self._read, None
        if read is None:
            raise ValueError("a frozen tree is read once")
        return read()


def changes_between(project: OpenProject, earlier_id: str, later_id: str) -> tuple[PlacedChange, ...]:
    """Return what changed from one version to another; an empty later one is the present draft.

    Reading a frozen tree takes a while, so this belongs in a job; what was compared once is remembered.
    """
    earlier = _tree(project, earlier_id)
    if later_id:
        later = _tree(project, later_id)
        return () if earlier == later else _compared(earlier, later)
    return placed_changes(earlier.document(), draft_document(project))


def concerning(changes: Sequence[PlacedChange], municipality_id: str) -> tuple[PlacedChange, ...]:
    """Return the changes that concern a municipality or the whole district; repetitions of a measure are left out."""
    own = [
        placed
        for placed in changes
        if not placed.change.municipalities or municipality_id in placed.change.municipalities
    ]
    measures = {placed.change.change for placed in own if placed.change.id.startswith(_MEASURE)}
    come_or_gone = bool(measures & {ChangeKind.ADDED, ChangeKind.REMOVED})
    return tuple(
        placed
        for placed in own
        if not placed.change.id.startswith(_ANNEX)
        and not (placed.change.id.endswith(_GOAL_TABLE) and (come_or_gone or _only_repeats(placed.change)))
    )


def measures_among(changes: Sequence[PlacedChange]) -> int:
    """Return how many measures are among the changes."""
    return len({placed.change.id for placed in changes if placed.change.id.startswith(_MEASURE)})


def readable(changes: Sequence[PlacedChange]) -> tuple[ReadableChange, ...]:
    """Return the changes row by row for tables, and around what differs for texts."""
    return tuple(line for placed in changes for line in _lines(placed))


def placed_changes(earlier: Document, later: Document) -> tuple[PlacedChange, ...]:
    """Return what differs between two trees, with the number of the heading it stands under."""
    numbers = {**_numbers(earlier), **_numbers(later)}
    return tuple(PlacedChange(change, numbers.get(change.id, "")) for change in compare(earlier, later))


def _tree(project: OpenProject, version_id: str) -> _Tree:
    sha256 = project.snapshot.get(ConceptVersion, version_id).tree_sha256
    consents = project.snapshot.all(PrivacyConsent)
    consented = frozenset((consent.person_id, consent.purpose) for consent in consents if consent.holds())
    return _Tree(sha256, consented, lambda: version_document(project, version_id))


@lru_cache(maxsize=_KEPT)
def _compared(earlier: _Tree, later: _Tree) -> tuple[PlacedChange, ...]:
    return placed_changes(earlier.document(), later.document())


def _numbers(document: Document) -> dict[str, str]:
    headings, found, number = numbering(document).headings, {}, ""
    for block in document.blocks:
        if isinstance(block, Heading):
            number = headings.get(block.id, number if block.level > 1 else "")
        found[block.id.partition("#")[0]] = number
    return found


def _rows(text: str) -> dict[str, str] | None:
    """Return the rows of a table by their first cell, or None if it is no table or the cells repeat."""
    lines = [line.partition(_CELL) for line in text.split("\n")]
    rows = {key: rest for key, _, rest in lines}
    return rows if all(divider for _, divider, _ in lines) and len(rows) == len(lines) else None


def _only_repeats(change: BlockChange) -> bool:
    """Tell whether a table names the same measures as before, so that what changed is told by their profiles."""
    before, after = ([line.partition(_CELL)[0] for line in text.split("\n")] for text in (change.before, change.after))
    return before == after


def _lines(placed: PlacedChange) -> Iterator[ReadableChange]:
    change = placed.change
    place = " ".join(filter(None, [placed.number, change.label or change.chapter]))
    if change.change is not ChangeKind.CHANGED:
        yield ReadableChange(change.id, change.change, place, "", change.before, change.after)
        return
    before, after = _rows(change.before), _rows(change.after)
    if before is None or after is None:
        yield ReadableChange(change.id, change.change, place, "", *cut_around(change.before, change.after))
        return
    for key in dict.fromkeys([*before, *after]):
        old, new = before.get(key), after.get(key)
        if old != new:
            kind = ChangeKind.ADDED if old is None else ChangeKind.REMOVED if new is None else ChangeKind.CHANGED
            yield ReadableChange(change.id, kind, place, key, *cut_around(*_cells(old or "", new or "")))


def _cells(old: str, new: str) -> tuple[str, str]:
    """Return of two rows with equally many cells only the cells that differ."""
    before, after = old.split(_CELL), new.split(_CELL)
    if len(before) != len(after):
        return old, new
    changed = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    return _CELL.join(one for one, _ in changed), _CELL.join(other for _, other in changed)


def cut_around(before: str, after: str, words: int = _AROUND) -> tuple[str, str]:
    """Return two texts cut to what differs, with so many words around it."""
    old, new = before.split(" "), after.split(" ")
    shortest = min(len(old), len(new))
    head = next((at for at in range(shortest) if old[at] != new[at]), shortest)
    tail = next((at for at in range(shortest - head) if old[-1 - at] != new[-1 - at]), shortest - head)
    return _cut(old, head, tail, words), _cut(new, head, tail, words)


def _cut(text: Sequence[str], head: int, tail: int, around: int) -> str:
    first, last = max(head - around, 0), min(len(text) - tail + around, len(text))
    return f"{'… ' * (first > 0)}{' '.join(text[first:last])}{' …' * (last < len(text))}"
