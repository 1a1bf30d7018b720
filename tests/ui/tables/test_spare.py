"""Hide what a narrow table can spare, and show it again where there is room."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kizdesk.ui.memory import Memory
from kizdesk.ui.tables import Column, TableView
from kizdesk.ui.theme import Theme

_NARROW, _WIDE, _HIGH = 260, 900, 300


def _itself(row: str) -> str:
    return row


@pytest.fixture
def table(theme: Theme, tmp_path: Path, qtbot: QtBot) -> TableView[str]:
    columns = (
        Column("Name", _itself, stretch=True),
        Column("Ort", _itself, width=12, spare=True),
        Column("Notiz", _itself, width=20, spare=True),
    )
    made: TableView[str] = TableView(columns, _itself, theme, Memory(tmp_path / "m.ini"), "spare")
    qtbot.addWidget(made)
    made.resize(_WIDE, _HIGH)
    made.show()
    made.show_rows(["Dormagen", "Neuss"])
    return made


def _hidden(table: TableView[str]) -> list[bool]:
    return [table.isColumnHidden(number) for number in range(3)]


def test_the_last_spare_columns_hide_first_in_a_narrow_table(table: TableView[str], qtbot: QtBot) -> None:
    assert _hidden(table) == [False, False, False]
    table.resize(_NARROW, _HIGH)
    assert _hidden(table) == [False, True, True]
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)


def test_spare_columns_come_back_with_their_width(table: TableView[str]) -> None:
    before = table.columnWidth(1)
    table.resize(_NARROW, _HIGH)
    table.resize(_WIDE, _HIGH)
    assert _hidden(table) == [False, False, False]
    assert table.columnWidth(1) == before
