"""Lend room of the wide column to columns whose text is cut, and keep what the user drew."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kizdesk.ui.memory import Memory
from kizdesk.ui.tables import Column, TableView
from kizdesk.ui.tables.lending import shares, spread
from kizdesk.ui.theme import Theme

_NARROW, _WIDE, _HIGH = 300, 1200, 300
_ROWS = ["Förderrichtlinie des Landes Nordrhein-Westfalen, Abschnitt 4"]


def _itself(row: str) -> str:
    return row


def _short(_row: str) -> str:
    return "kurz"


def _made(theme: Theme, memory: Memory, qtbot: QtBot, *, without: tuple[str, ...] = ()) -> TableView[str]:
    columns = (Column("Aufgabe", _short, stretch=True), Column("Quelle", _itself, width=10))
    made: TableView[str] = TableView(columns, _itself, theme, memory, "lending")
    qtbot.addWidget(made)
    made.resize(_WIDE, _HIGH)
    made.show()
    made.leave_out(without)
    made.show_rows(_ROWS)
    return made


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "m.ini")


def _needs(table: TableView[str]) -> int:
    return table.fontMetrics().horizontalAdvance(_ROWS[0])


def test_a_cut_text_is_whole_where_the_wide_column_has_room(theme: Theme, memory: Memory, qtbot: QtBot) -> None:
    table = _made(theme, memory, qtbot)
    assert table.columnWidth(1) > _needs(table)
    assert table.horizontalScrollBar().maximum() == 0


def test_what_is_lent_goes_back_when_the_table_becomes_narrow(theme: Theme, memory: Memory, qtbot: QtBot) -> None:
    table = _made(theme, memory, qtbot)
    table.resize(_NARROW, _HIGH)
    assert table.columnWidth(1) < _needs(table)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
    table.resize(_WIDE, _HIGH)
    assert table.columnWidth(1) > _needs(table)


def test_a_column_that_the_user_narrowed_stays_narrow_and_is_remembered(
    theme: Theme, memory: Memory, qtbot: QtBot
) -> None:
    table = _made(theme, memory, qtbot)
    table.horizontalHeader().resizeSection(1, 70)
    table.resize(_WIDE - 50, _HIGH)
    assert table.columnWidth(1) == 70
    qtbot.waitUntil(lambda: bool(memory.value("tables/lending/columns", [])))
    assert _made(theme, memory, qtbot).columnWidth(1) == 70


def test_small_wishes_are_met_before_large_ones() -> None:
    assert shares(100, {1: 500, 2: 20}) == {2: 20, 1: 80}
    assert shares(0, {1: 5}) == {}


def test_a_column_that_comes_back_is_lent_room_too(theme: Theme, memory: Memory, qtbot: QtBot) -> None:
    table = _made(theme, memory, qtbot, without=("Quelle",))
    table.leave_out([])
    assert table.columnWidth(1) > _needs(table)


def test_wide_columns_share_a_room_alike() -> None:
    assert spread(300, {0: 50, 1: 90, 2: 60}) == {0: 100, 1: 100, 2: 100}


def test_a_wide_column_that_needs_more_than_its_share_gets_it_from_the_others() -> None:
    assert spread(300, {0: 80, 1: 180}) == {0: 120, 1: 180}


def test_wide_columns_are_as_wide_as_they_must_be_where_there_is_no_room() -> None:
    assert spread(100, {0: 80, 1: 180}) == {0: 80, 1: 180}


def test_columns_with_long_titles_stand_beside_each_other_without_a_scroll_bar(
    theme: Theme, memory: Memory, qtbot: QtBot
) -> None:
    titles = ("Ort", "Was in der anderen Datei zu dieser Angabe steht")
    columns = tuple(Column(title, _short, stretch=True, width=3) for title in titles)
    table: TableView[str] = TableView(columns, _itself, theme, memory, "titles")
    qtbot.addWidget(table)
    table.show()
    table.show_rows(_ROWS)
    needed = table.columnWidth(1)
    table.resize(needed + needed // 2, _HIGH)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
    assert table.columnWidth(1) == needed
