from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from time import perf_counter
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kizdesk.ui.tables import Column, OrderedList, TableView, spell
from kizdesk.ui.theme import Theme

T = TypeVar("T")
_BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@dataclass
class Notes:
    """Be a memory for a test."""

    kept: dict[str, object] = field(default_factory=dict)

    def value(self, key: str, default: T) -> T:
        """Return what was remembered."""
        found = self.kept.get(key, default)
        return found if isinstance(found, type(default)) else default

    def remember(self, key: str, value: object) -> None:
        """Keep a value."""
        self.kept[key] = value


@dataclass(frozen=True, slots=True)
class Place:
    """Be a row or a region."""

    name: str
    people: int = 0
    since: date | None = None
    state: str = "offen"
    share: float = 0.0


def _name(place: Place) -> str:
    return place.name


def _people(place: Place) -> int:
    return place.people


def _since(place: Place) -> date | None:
    return place.since


def _state(place: Place) -> str:
    return place.state


def _share(place: Place) -> float:
    return place.share


def _share_text(place: Place) -> str:
    return f"{place.share:.0%}"


def _colour(place: Place) -> str:
    return "done" if place.state == "erteilt" else ""


COLUMNS = (
    Column("Kommune", _name, strong=True),
    Column("Einwohner", _people),
    Column("Seit", _since),
    Column("Stand", _state, role=_colour, stretch=True),
    Column("Netzwerke", _share, sign=_share, text=_share_text, rotated=True),
)
PLACES = (
    Place("Neuss", 153000, date(2013, 1, 25), "erteilt", 1.0),
    Place("Öhringen", 9000, None, "offen", 0.5),
    Place("Zons", 5400, date(2012, 12, 17)),
    Place("Oberhausen", 210000, date(2013, 2, 8)),
)


def _child(widget: QWidget, name: str) -> QWidget:
    found = widget.findChild(QWidget, name)
    assert found is not None
    return found


@pytest.fixture
def notes() -> Notes:
    return Notes()


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, notes: Notes) -> TableView[Place]:
    view = TableView(COLUMNS, _name, theme, notes, "orte")
    qtbot.addWidget(view)
    view.resize(900, 400)
    view.show_rows(PLACES)
    with qtbot.waitExposed(view):
        view.show()
    return view


def _names(view: TableView[Place]) -> list[str]:
    return [view.rows.row_at(number).name for number in range(view.rows.rowCount())]


def _click_title(view: TableView[Place], column: int) -> None:
    header = view.horizontalHeader()
    spot = QPoint(header.sectionViewportPosition(column) + 20, header.height() - 10)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_a_row_that_is_chosen_stays_in_sight_when_the_table_becomes_lower(table: TableView[Place]) -> None:
    assert table.reveal("Oberhausen")
    table.resize(900, table.height() - table.viewport().height() + 2 * table.rowHeight(0))
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))


def test_a_row_that_was_out_of_sight_stays_there_when_the_table_becomes_lower(table: TableView[Place]) -> None:
    table.resize(900, table.height() - table.viewport().height() + 3 * table.rowHeight(0))
    assert table.reveal("Oberhausen")
    table.verticalScrollBar().setValue(0)
    table.resize(900, table.height() - table.rowHeight(0))
    assert table.verticalScrollBar().value() == 0


def test_names_are_sorted_as_in_a_german_directory(table: TableView[Place]) -> None:
    _click_title(table, 0)
    assert _names(table) == ["Neuss", "Oberhausen", "Öhringen", "Zons"]


@pytest.mark.parametrize("order", list(Qt.SortOrder))
def test_days_are_sorted_by_value_and_empty_ones_stand_last(table: TableView[Place], order: Qt.SortOrder) -> None:
    table.order_by(2, order)
    assert _names(table)[-1] == "Öhringen"
    days = [place.since for place in (table.rows.row_at(number) for number in range(3))]
    assert days == sorted(filter(None, days), reverse=order == Qt.SortOrder.DescendingOrder)


def test_the_keyboard_sorts_by_the_column_it_stands_in(table: TableView[Place]) -> None:
    table.setCurrentIndex(table.rows.index(0, 1))
    QTest.keyClick(table, Qt.Key.Key_Down, _BOTH)
    assert _names(table) == ["Oberhausen", "Neuss", "Öhringen", "Zons"]


def test_words_leave_the_rows_that_hold_them_all(table: TableView[Place]) -> None:
    table.look_for("ohr OFFEN")
    assert _names(table) == ["Öhringen"]


def test_words_that_stand_nowhere_are_answered_by_a_sentence(table: TableView[Place]) -> None:
    table.look_for("Steinfurt")
    shown = [child.accessibleName() for child in table.viewport().findChildren(QWidget) if child.isVisible()]
    assert "Kein Eintrag enthält diese Wörter." in shown


def test_a_table_without_rows_teaches_how_to_begin(table: TableView[Place], qtbot: QtBot) -> None:
    table.show_empty("Noch gibt es keine Kommune.", "Kommune anlegen")
    table.show_rows(())
    assert table.empty_state.isVisible()
    assert not table.horizontalHeader().isVisible()
    with qtbot.waitSignal(table.empty_state.begun):
        QTest.mouseClick(_child(table.empty_state, "begin"), Qt.MouseButton.LeftButton)


def test_tab_leads_to_the_button_of_an_empty_table_not_to_the_table(table: TableView[Place]) -> None:
    table.show_empty("Noch gibt es keinen Beleg.", "Beleg markieren")
    table.show_rows(())
    begin = table.empty_state.begin_button
    assert not table.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert begin.focusPolicy() & Qt.FocusPolicy.TabFocus
    table.show_rows([Place("Neuss")])
    assert table.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_selection_stays_when_rows_come_anew(table: TableView[Place]) -> None:
    table.selectRow(2)
    table.show_rows((Place("Aachen"), *reversed(PLACES)))
    assert [place.name for place in table.selected_rows] == ["Zons"]
    assert table.current_row == PLACES[2]


def test_a_neighbour_is_chosen_where_the_chosen_row_went(table: TableView[Place]) -> None:
    table.selectRow(1)
    gone = table.current_row

    table.show_rows([place for place in PLACES if place != gone])

    assert table.current_row is not None
    assert table.selected_rows == (table.current_row,)


def test_the_selection_stays_on_its_row_when_the_order_changes(table: TableView[Place]) -> None:
    table.selectRow(0)
    table.order_by(1)
    assert [place.name for place in table.selected_rows] == ["Neuss"]


def test_only_the_row_that_changed_is_drawn_anew(table: TableView[Place], qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.rows.dataChanged) as told, qtbot.assertNotEmitted(table.rows.modelReset):
        table.show_rows((PLACES[0], replace(PLACES[1], people=9100), *PLACES[2:]))
    assert [told.args[0].row(), told.args[1].row()] == [1, 1]


def test_a_new_row_comes_in_where_it_belongs(table: TableView[Place], qtbot: QtBot) -> None:
    table.order_by(0)
    with qtbot.waitSignal(table.rows.rowsInserted) as told, qtbot.assertNotEmitted(table.rows.modelReset):
        table.show_rows((*PLACES, Place("Olpe")))
    assert told.args[1:] == [3, 3]


def test_enter_opens_the_row(table: TableView[Place], qtbot: QtBot) -> None:
    table.selectRow(1)
    with qtbot.waitSignal(table.row_activated) as told:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [PLACES[1]]


def _copied() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def test_copied_rows_have_headings_and_german_numbers(table: TableView[Place]) -> None:
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert _copied().text() == (
        "Kommune\tEinwohner\tSeit\tStand\tNetzwerke\nNeuss\t153.000\t25.01.2013\terteilt\t100%\n"
    )
    assert "<th>Kommune</th>" in _copied().html()


def test_a_line_break_in_a_cell_does_not_tear_the_copy(table: TableView[Place]) -> None:
    table.show_rows((Place("Bad\tMünster\nam Stein <Nahe>"),))
    table.selectRow(0)
    table.copy_selection()
    assert _copied().text().splitlines()[1].startswith("Bad Münster am Stein <Nahe>\t")
    assert "&lt;Nahe&gt;" in _copied().html()


def test_a_row_hidden_by_words_is_shown_when_somebody_goes_to_it(table: TableView[Place]) -> None:
    table.look_for("Neuss")
    assert table.reveal("Zons")
    assert table.current_row == PLACES[2]
    assert not table.reveal("Köln")


def test_columns_and_order_are_as_they_were_left(
    table: TableView[Place], qtbot: QtBot, theme: Theme, notes: Notes
) -> None:
    table.order_by(1, Qt.SortOrder.DescendingOrder)
    table.horizontalHeader().resizeSection(0, 222)
    table.horizontalHeader().moveSection(2, 0)
    qtbot.waitUntil(lambda: "tables/orte/columns" in notes.kept)
    again = TableView(COLUMNS, _name, theme, notes, "orte")
    qtbot.addWidget(again)
    again.show_rows(PLACES)
    assert again.columnWidth(0) == 222
    assert again.horizontalHeader().visualIndex(2) == 0
    assert _names(again) == ["Oberhausen", "Neuss", "Öhringen", "Zons"]


def test_a_sign_is_told_in_words(table: TableView[Place]) -> None:
    index = table.rows.index(1, 4)
    assert index.data(Qt.ItemDataRole.DisplayRole) == ""
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Netzwerke: 50%"


def test_many_rows_are_shown_sorted_and_filtered_without_a_stall(table: TableView[Place]) -> None:
    many = tuple(Place(f"Ort {number * 7919 % 24000}", number) for number in range(24000))
    began = perf_counter()
    table.show_rows(many)
    table.order_by(0)
    table.look_for("ort 23999")
    assert perf_counter() - began < 2
    assert table.rows.rowCount() == 1


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (1234567, "1.234.567"), (1.5, "1,5"), (date(2013, 2, 8), "08.02.2013"), (True, "ja"), ("A", "A")],
)
def test_values_are_spelled_in_german(value: object, text: str) -> None:
    assert spell(value) == text


@pytest.fixture
def ordered(qtbot: QtBot, theme: Theme) -> OrderedList[Place]:
    view = OrderedList(_name, _name, theme, "Kommunen")
    qtbot.addWidget(view)
    view.show_rows(PLACES)
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_alt_and_an_arrow_move_a_row(ordered: OrderedList[Place], qtbot: QtBot) -> None:
    ordered.reveal("Öhringen")
    with qtbot.waitSignal(ordered.ordered) as told:
        QTest.keyClick(ordered, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert told.args == [("Öhringen", "Neuss", "Zons", "Oberhausen")]
    assert ordered.current_row == PLACES[1]


def test_the_first_row_cannot_go_further_up(ordered: OrderedList[Place], qtbot: QtBot) -> None:
    ordered.reveal("Neuss")
    with qtbot.assertNotEmitted(ordered.ordered):
        QTest.keyClick(ordered, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)


def test_a_row_dropped_at_the_end_is_last(ordered: OrderedList[Place], qtbot: QtBot) -> None:
    model = ordered.model()
    data = model.mimeData([model.index(0, 0)])
    with qtbot.waitSignal(ordered.ordered) as told:
        model.dropMimeData(data, Qt.DropAction.MoveAction, 4, 0, model.index(-1, -1))
    assert told.args == [("Öhringen", "Zons", "Oberhausen", "Neuss")]


def test_a_fixed_order_stays(ordered: OrderedList[Place], qtbot: QtBot) -> None:
    ordered.set_fixed(fixed=True)
    ordered.reveal("Öhringen")
    with qtbot.assertNotEmitted(ordered.ordered):
        QTest.keyClick(ordered, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)


@pytest.mark.parametrize("key", [Qt.Key.Key_Control, Qt.Key.Key_Shift])
def test_the_row_one_is_led_to_is_the_only_one_chosen_whatever_keys_are_held(
    theme: Theme, qtbot: QtBot, key: Qt.Key
) -> None:
    held = Qt.KeyboardModifier.ControlModifier if key == Qt.Key.Key_Control else Qt.KeyboardModifier.ShiftModifier
    columns = (Column("Name", _name, stretch=True),)
    table: TableView[Place] = TableView(columns, _name, theme, Notes(), "held")
    qtbot.addWidget(table)
    table.show()
    table.show_rows([Place("Neuss"), Place("Kaarst"), Place("Jüchen")])
    QTest.keyPress(table.windowHandle(), key, held)
    assert QGuiApplication.keyboardModifiers() == held
    for name in ("Neuss", "Jüchen"):
        table.reveal(name)
        assert [row.name for row in table.selected_rows] == [name]
    QTest.keyRelease(table.windowHandle(), key)
