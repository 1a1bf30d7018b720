"""Measure opening, an edit until it is on disk, and searching, each beside the bare sqlite3 of Python."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from bench.files import NOW, PROTECTED_WITH, WHO
from bench.measures import Measure, percentile_95
from kizdesk.domain.changes import Stamp, Update
from kizdesk.domain.interviews import Answer
from kizdesk.domain.registry import RECORD_TYPES
from kizdesk.store import ProjectFile
from kizdesk.store.tables import TABLE_OF

_QUERIES = ("forderung", "strasse", "dolmetscher kreis", "die", "zu", "verlaesslich")
_OPENINGS = 9
_EDITS = 400
_SEARCHES = 60


def measure_store(load: str, plain: Path, protected: Path) -> Iterator[Measure]:
    """Yield the speeds of the store at one load."""
    peer = percentile_95(lambda _: _read_bare(plain), _OPENINGS)
    opening = _openings(plain, None)
    yield Measure("open and read all records", load, opening, 0.3, "sqlite3, all rows as tuples", peer)
    opening = _openings(protected, PROTECTED_WITH)
    yield Measure("the same, encrypted", load, opening, 0.5, "sqlite3, all rows as tuples", peer)
    yield _edits(load, plain)
    yield _searches(load, plain)


def _openings(path: Path, passphrase: str | None) -> float:
    opened: list[ProjectFile] = []

    def start(_: int) -> None:
        opened.append(ProjectFile.open(path, who=WHO, now=NOW, passphrase=passphrase))
        opened[0].snapshot()

    def finish(_: int) -> None:
        opened.pop().close()

    return percentile_95(start, _OPENINGS, after=finish)


def _read_bare(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for record_type in RECORD_TYPES:
            connection.execute(str(select(TABLE_OF[record_type]))).fetchall()


def _edits(load: str, path: Path) -> Measure:
    with ProjectFile.open(path, who=WHO, now=NOW) as project:
        ids = [answer.id for answer in project.snapshot().all(Answer)]

        def edit(number: int) -> None:
            change = Update(Answer, ids[number * 31 % len(ids)], "text", f"Neue Antwort {number} zur Sprachförderung")
            project.commit([change], Stamp(WHO, NOW, "Antwort ändern"))

        seconds = percentile_95(edit, _EDITS)
    return Measure(
        "an edit until it is on disk", load, seconds, 0.01, "sqlite3, UPDATE of one cell", _bare_edits(path, ids)
    )


def _bare_edits(path: Path, ids: list[str]) -> float:
    copy = Path(shutil.copy(path, path.with_suffix(".peer")))
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")

        def edit(number: int) -> None:
            words = (f"Neue Antwort {number}", ids[number * 31 % len(ids)])
            connection.execute("UPDATE answer SET text = ? WHERE id = ?", words)

        seconds = percentile_95(edit, _EDITS)
    copy.unlink()
    return seconds


def _searches(load: str, path: Path) -> Measure:
    with (
        ProjectFile.open(path, who=WHO, now=NOW, read_only=True) as project,
        closing(sqlite3.connect(path)) as connection,
    ):
        seconds = percentile_95(lambda number: project.search(_QUERIES[number % len(_QUERIES)]), _SEARCHES)

        def like(number: int) -> None:
            pattern = f"%{_QUERIES[number % len(_QUERIES)]}%"
            connection.execute("SELECT id, text FROM answer WHERE text LIKE ?", (pattern,)).fetchmany(50)

        peer = percentile_95(like, _SEARCHES)
    return Measure("search everything", load, seconds, 0.05, "sqlite3, LIKE over answers only", peer)
