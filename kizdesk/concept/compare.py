"""Compare two documents block by block: what was added, removed, changed, and whom it concerns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from kizdesk.concept.essence import Essence, essence, form, shown
from kizdesk.concept.tree import AnyBlock, BlockKind, Document, Figure, Heading, Table


class ChangeKind(Enum):
    """Tell what became of a block."""

    ADDED = "hinzugefuegt"
    REMOVED = "entfallen"
    CHANGED = "geaendert"


@dataclass(frozen=True, slots=True)
class BlockChange:
    """Be one change of content; a text of several paragraphs is one block."""

    id: str
    change: ChangeKind
    label: str
    """What people call the block: its caption, or the headings above it."""
    chapter: str
    """Title of the chapter it stands in."""
    municipalities: tuple[str, ...]
    """AGS of the municipalities it concerns; empty for the whole district."""
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Piece:
    block: AnyBlock
    chapter: str
    label: str


def compare(old: Document, new: Document) -> tuple[BlockChange, ...]:
    """Return the changes of content from one document to another, in the order of the new one, removals last."""
    before, after = _grouped(old), _grouped(new)
    changes: list[BlockChange] = []
    for block_id, pieces in after.items():
        earlier = before.get(block_id)
        if earlier is None:
            changes.append(_change(block_id, ChangeKind.ADDED, (), pieces))
        elif _core(earlier) != _core(pieces):
            changes.append(_change(block_id, ChangeKind.CHANGED, earlier, pieces))
    changes.extend(
        _change(block_id, ChangeKind.REMOVED, pieces, ())
        for block_id, pieces in before.items()
        if block_id not in after
    )
    return tuple(changes)


def _grouped(document: Document) -> dict[str, tuple[_Piece, ...]]:
    groups: dict[str, tuple[_Piece, ...]] = {}
    for piece in _pieces(document):
        key = piece.block.id.partition("#")[0]
        groups[key] = (*groups.get(key, ()), piece)
    return groups


def _pieces(document: Document) -> Iterator[_Piece]:
    above: list[str] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            above = [*above[: block.level - 1], block.text]
        if block.kind is BlockKind.CONTENT and essence(block):
            yield _Piece(block, above[0] if above else "", _label(block, above))


def _label(block: AnyBlock, above: list[str]) -> str:
    if isinstance(block, Table | Figure) and block.caption:
        return block.caption
    return " – ".join(above[1:] or above)


def _core(pieces: tuple[_Piece, ...]) -> list[tuple[str, list[Essence]]]:
    return [(form(piece.block), essence(piece.block)) for piece in pieces]


def _change(block_id: str, change: ChangeKind, before: tuple[_Piece, ...], after: tuple[_Piece, ...]) -> BlockChange:
    named = (after or before)[0]
    return BlockChange(
        id=block_id,
        change=change,
        label=named.label,
        chapter=named.chapter,
        municipalities=_concerned(before, after),
        before="\n".join(shown(piece.block) for piece in before),
        after="\n".join(shown(piece.block) for piece in after),
    )


def _concerned(before: tuple[_Piece, ...], after: tuple[_Piece, ...]) -> tuple[str, ...]:
    """Return whom a change concerns: of a table only the municipalities of the rows that differ."""
    lists = [piece.block.municipalities for piece in (*before, *after)]
    rows = [set(_rows(pieces)) for pieces in (before, after)]
    differing = rows[0] ^ rows[1]
    if differing:
        lists = [municipalities for _, _, municipalities in differing]
    if any(not municipalities for municipalities in lists):
        return ()
    return tuple(sorted({ags for municipalities in lists for ags in municipalities}))


def _rows(pieces: tuple[_Piece, ...]) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    for piece in pieces:
        if isinstance(piece.block, Table):
            own = piece.block.municipalities
            for row in piece.block.rows:
                yield row.id, row.cells if row.values is None else row.values, row.municipalities or own
