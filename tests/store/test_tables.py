from __future__ import annotations

from pathlib import Path

from sqlalchemy import create_engine
from sqlcipher3 import dbapi2

from kizdesk.store.engine import Place, connect
from kizdesk.store.migrate import run_step
from kizdesk.store.migrations import released_steps
from kizdesk.store.tables import METADATA

Column = tuple[str, str, bool, bool]


def columns_of(connection: dbapi2.Connection, table: str) -> list[Column]:
    rows = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    # SQLite makes the integer key of a row NOT NULL by itself, whether that is written or not.
    return [(row[1], row[2], bool(row[3]) or bool(row[5]), bool(row[5])) for row in rows]


def unique_columns_of(connection: dbapi2.Connection, table: str) -> set[str]:
    indexes = [row[1] for row in connection.execute(f'PRAGMA index_list("{table}")') if row[2] and row[3] != "c"]
    return {row[2] for index in indexes for row in connection.execute(f'PRAGMA index_info("{index}")')}


def test_the_migrated_schema_is_the_one_derived_from_the_records(tmp_path: Path) -> None:
    migrated = connect(Place(tmp_path / "migrated"), "rwc")
    for step in released_steps():
        run_step(migrated, step)
    derived = connect(Place(tmp_path / "derived"), "rwc")
    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: derived)
    METADATA.create_all(engine)
    for table in METADATA.tables:
        assert columns_of(migrated, table) == columns_of(derived, table), table
        assert unique_columns_of(migrated, table) == unique_columns_of(derived, table), table
    engine.dispose()
    migrated.close()


def test_the_file_holds_no_table_that_is_not_described(tmp_path: Path) -> None:
    migrated = connect(Place(tmp_path / "migrated"), "rwc")
    for step in released_steps():
        run_step(migrated, step)
    names = {row[0] for row in migrated.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    migrated.close()
    assert {name for name in names if not name.startswith(("search_index", "sqlite_"))} == set(METADATA.tables)
