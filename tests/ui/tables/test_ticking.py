"""Rows are ticked by the mouse and by the space bar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kizdesk.ui.tables import Column, TickTable
from kizdesk.ui.theme import Theme
from tests.ui.tables.test_tables import Notes


@dataclass(frozen=True, slots=True)
class Form:
    """Be a row with a box or without one."""

    name: str
    share: float | None


def _name(form: Form) -> str:
    return form.name


def _share(form: Form) -> float | None:
    return form.share


FORMS = (Form("Dormagen", 1), Form("Kaarst", 0.5), Form("Neuss", 0), Form("Fremd.pdf", None))


@pytest.fixture
def table(theme: Theme, qtbot: QtBot) -> Iterator[TickTable[Form]]:
    made = TickTable((Column("Formular", _name, check=_share), Column("Name", _name)), _name, theme, Notes(), "ticks")
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show_rows(FORMS)
    made.show()
    yield made
    made.hide()


def ticked(table: TickTable[Form]) -> list[tuple[str, ...]]:
    heard: list[tuple[str, ...]] = []

    def hear(rows: tuple[Form, ...]) -> None:
        heard.append(tuple(row.name for row in rows))

    table.rows_ticked.connect(hear)
    return heard


def press(table: TickTable[Form], number: int, x: int = 18) -> None:
    rect = table.visualRect(table.model().index(number, 0))
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.x() + x, rect.center().y()))


def test_boxes_show_what_is_chosen(table: TickTable[Form]) -> None:
    states = [table.model().index(number, 0).data(Qt.ItemDataRole.CheckStateRole) for number in range(4)]
    checked = Qt.CheckState
    assert states == [checked.Checked, checked.PartiallyChecked, checked.Unchecked, None]


def test_a_press_into_the_box_tells_its_row(table: TickTable[Form]) -> None:
    heard = ticked(table)
    press(table, 1)
    press(table, 3)
    press(table, 1, x=100)
    assert heard == [("Kaarst",)]


def test_a_press_into_the_box_stands_on_its_row(table: TickTable[Form]) -> None:
    table.reveal("Dormagen")
    press(table, 2)
    assert table.current_row == FORMS[2]
    assert table.selected_rows == (FORMS[2],)


def test_the_space_bar_tells_all_rows_selected(table: TickTable[Form]) -> None:
    heard = ticked(table)
    table.reveal("Dormagen")
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert heard == [("Dormagen", "Kaarst")]


def test_a_screen_reader_hears_whether_a_row_is_ticked(table: TickTable[Form]) -> None:
    seen = QAccessible.queryAccessibleInterface(table)
    cells = [seen.child(number) for number in range(seen.childCount())]
    states = [cell.state() for cell in cells if cell.role() == QAccessible.Role.Cell][::2]
    assert [bool(state.checkable) for state in states] == [True, True, True, False]
    assert [bool(state.checked) for state in states] == [True, False, False, False]
