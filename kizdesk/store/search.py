"""Find words anywhere in a project, however they are inflected, joined or accented.

The index holds folded text in trigrams, so that parts of words are found; queries too short for a
trigram look through the folded text itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Select, bindparam, column, delete, func, insert, select, table

from kizdesk.domain.base import Record, kind_of
from kizdesk.domain.registry import TYPE_OF_KIND
from kizdesk.domain.snapshot import Snapshot
from kizdesk.domain.texts import clean, fold
from kizdesk.store.entries import Hit
from kizdesk.store.searched import SEARCHED_FIELDS, searched_texts, spelled
from kizdesk.store.tables import SEARCHED

_SNIPPET = 120
"""Length of a snippet in characters."""
_BEFORE = 30
"""How many characters of a snippet stand before what was found."""
_PIECE = 200
"""How many characters are folded at once where a place is sought: letter by letter, a long text takes too long."""
_TRIGRAM = 3
_INDEX = table("search_index", column("rowid"), column("folded"), column("rank"))


def update_index(connection: Connection, pairs: Iterable[tuple[Record | None, Record | None]]) -> None:
    """Bring the index from the records before to the records after."""
    gone: list[dict[str, str]] = []
    new: list[dict[str, str]] = []
    for before, after in pairs:
        old_texts = searched_texts(before) if before is not None else {}
        new_texts = searched_texts(after) if after is not None else {}
        gone += [_key(before, field) for field, found in old_texts.items() if new_texts.get(field) != found if before]
        new += [
            {**_key(after, field), "folded": fold(found)}
            for field, found in new_texts.items()
            if after and old_texts.get(field) != found
        ]
    if gone:
        columns = SEARCHED.c
        same = (columns.kind == bindparam("kind")) & (columns.record_id == bindparam("record_id"))
        connection.execute(delete(SEARCHED).where(same & (columns.field == bindparam("field"))), gone)
    if new:
        connection.execute(insert(SEARCHED), new)


def rebuild_index(connection: Connection, snapshot: Snapshot) -> None:
    """Make the index anew from the data; one that lacks entries must have them before they can be removed."""
    connection.exec_driver_sql("INSERT INTO search_index (search_index) VALUES ('rebuild')")
    connection.execute(delete(SEARCHED))
    records = (record for record_type in SEARCHED_FIELDS for record in snapshot.all(record_type))
    update_index(connection, ((None, record) for record in records))


def find(connection: Connection, snapshot: Snapshot, query: str, limit: int) -> list[Hit]:
    """Return where every word of the query stands, best first."""
    words = fold(clean(query)).split()
    if not words:
        return []
    rows = connection.execute(_query(words).limit(limit))
    return list(_hits(rows, snapshot, words))


def _query(words: list[str]) -> Select[tuple[str, str, str]]:
    query = select(SEARCHED.c.kind, SEARCHED.c.record_id, SEARCHED.c.field)
    for word in words:
        if len(word) < _TRIGRAM:
            query = query.where(func.instr(SEARCHED.c.folded, word) > 0)
    long = ['"' + word.replace('"', '""') + '"' for word in words if len(word) >= _TRIGRAM]
    if not long:
        return query.order_by(SEARCHED.c.seq)
    joined = query.select_from(_INDEX.join(SEARCHED, SEARCHED.c.seq == _INDEX.c.rowid))
    return joined.where(_INDEX.c.folded.op("MATCH")(" AND ".join(long))).order_by(_INDEX.c.rank)


def _hits(rows: Iterable[Any], snapshot: Snapshot, words: list[str]) -> Iterator[Hit]:
    for kind, record_id, field in rows:
        record = snapshot.find(TYPE_OF_KIND[kind], record_id)
        if record is not None:
            yield Hit(kind, record_id, field, snippet(spelled(getattr(record, field)), words))


def snippet(original: str, words: list[str]) -> str:
    """Return the part of a text around the first folded word that it holds, on one line."""
    start = max(0, _place(original, words) - _BEFORE)
    if start:
        start = _next_word(original, start)
    part = " ".join(original[start : start + _SNIPPET].split())
    if start + _SNIPPET < len(original):
        part = part.rpartition(" ")[0] + " …" if " " in part else part + "…"
    return f"… {part}" if start else part


def _place(original: str, words: list[str]) -> int:
    """Return where the first found word begins; folding may lengthen letters, so pieces are counted along."""
    folded = fold(original)
    found = min((place for place in (folded.find(word) for word in words) if place >= 0), default=0)
    if len(folded) == len(original):
        return found
    before = 0
    for start in range(0, len(original), _PIECE):
        length = len(fold(original[start : start + _PIECE]))
        if before + length > found:
            return start + _within(original[start : start + _PIECE], found - before)
        before += length
    return 0


def _within(piece: str, found: int) -> int:
    length = 0
    for index, letter in enumerate(piece):
        length += len(fold(letter))
        if length > found:
            return index
    return 0


def _next_word(original: str, start: int) -> int:
    space = original.find(" ", start, start + _BEFORE)
    return start if space < 0 else space + 1


def _key(record: Record | None, field: str) -> dict[str, str]:
    if record is None:
        return {}
    return {"kind": kind_of(type(record)), "record_id": record.id, "field": field}
