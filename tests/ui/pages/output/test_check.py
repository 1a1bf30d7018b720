"""Check the list of findings by keys and clicks."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kizdesk.project.checking.findings import check
from kizdesk.project.checking.points import Severity, counts, points
from kizdesk.project.overview import step_states
from kizdesk.project.versions.freezing import VersionWish, freeze
from kizdesk.ui.pages.output.check import CheckPage
from kizdesk.ui.pages.output.findings_table import FindingRow, FindingsTable
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.choices import SegmentedChoice
from kizdesk.ui.widgets.search import SearchField


@pytest.fixture
def page(qtbot: QtBot, empty_session: Session) -> Iterator[CheckPage]:
    made = CheckPage(empty_session)
    qtbot.addWidget(made)
    made.resize(1000, 620)
    made.show()
    qtbot.waitUntil(lambda: table(made).rows.rowCount() > 0)
    yield made
    made.hide()


@pytest.fixture
def frozen(page: CheckPage, empty_session: Session, qtbot: QtBot) -> CheckPage:
    """Return the page of a project in which eight municipalities are awaited."""
    freeze(empty_session.project, VersionWish("Erste"))
    page.refresh(())
    qtbot.waitUntil(lambda: any(row.point.rule == "consent_open" for row in shown(page)))
    assert table(page).reveal("consent_open")
    table(page).setFocus()
    return page


def table(page: CheckPage) -> FindingsTable:
    found = page.findChild(FindingsTable)
    assert isinstance(found, FindingsTable)
    return found


def shown(page: CheckPage) -> list[FindingRow]:
    rows = table(page).rows
    return [rows.row_at(number) for number in range(rows.rowCount())]


def places(page: CheckPage) -> list[str]:
    return [row.message for row in shown(page) if row.finding is not None]


def test_nobody_reads_that_all_is_well_before_the_check_is_done(qtbot: QtBot, empty_session: Session) -> None:
    made = CheckPage(empty_session)
    qtbot.addWidget(made)
    made.show()
    assert "wird geprüft" in table(made).empty_state.accessibleName()
    assert table(made).empty_state.button_text == ""
    qtbot.waitUntil(lambda: table(made).rows.rowCount() > 0)
    made.hide()


def test_the_page_says_that_the_concept_may_go_out_all_the_same(page: CheckPage) -> None:
    seen = " ".join(made.text() for made in page.findChildren(QLabel) if made.isVisible())
    assert "Ausgeben lässt sich das Konzept auch so." in seen


def test_all_points_stand_there_the_heaviest_first(page: CheckPage, empty_session: Session) -> None:
    assert [row.point for row in shown(page)] == list(points(check(empty_session.project)))


def test_equal_findings_are_one_row_that_names_the_places(frozen: CheckPage) -> None:
    (row,) = [row for row in shown(frozen) if row.point.rule == "consent_open"]

    assert row.message.startswith("Das Einvernehmen von 8 Kommunen zu Fassung 1 steht aus: Dormagen, Grevenbroich,")
    assert places(frozen) == []


@pytest.mark.parametrize(
    ("opens", "closes"), [(Qt.Key.Key_Right, Qt.Key.Key_Left), (Qt.Key.Key_Return, Qt.Key.Key_Return)]
)
def test_keys_open_a_point_to_its_places_and_close_it(frozen: CheckPage, opens: Qt.Key, closes: Qt.Key) -> None:
    QTest.keyClick(table(frozen), opens)
    assert len(places(frozen)) == 8
    first = table(frozen).rows.index(table(frozen).currentIndex().row() + 1, 0)
    assert table(frozen).viewport().rect().contains(table(frozen).visualRect(first))

    QTest.keyClick(table(frozen), closes)
    assert places(frozen) == []


def test_the_arrow_to_the_left_on_a_place_leads_back_to_its_point(frozen: CheckPage) -> None:
    QTest.keyClick(table(frozen), Qt.Key.Key_Right)
    QTest.keyClick(table(frozen), Qt.Key.Key_Down)
    QTest.keyClick(table(frozen), Qt.Key.Key_Left)

    row = table(frozen).current_row
    assert row is not None
    assert row.is_group
    assert places(frozen) == []


def test_a_click_on_the_arrow_opens_a_point(frozen: CheckPage) -> None:
    index = table(frozen).rows.index(table(frozen).currentIndex().row(), 2)
    left = table(frozen).visualRect(index)
    where = QPoint(left.left() + left.height() // 2, left.center().y())
    QTest.mouseClick(table(frozen).viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)

    assert len(places(frozen)) == 8


def test_each_place_leads_to_its_own_row(frozen: CheckPage, empty_session: Session, qtbot: QtBot) -> None:
    QTest.keyClick(table(frozen), Qt.Key.Key_Right)
    for _ in range(2):
        QTest.keyClick(table(frozen), Qt.Key.Key_Down)
    row = table(frozen).current_row
    assert row is not None
    with qtbot.waitSignal(empty_session.going) as going:
        QTest.keyClick(table(frozen), Qt.Key.Key_Return)

    assert "Grevenbroich" in row.message
    assert going.args[0].target == row.target


def test_words_find_a_single_place_of_a_closed_point(frozen: CheckPage) -> None:
    table(frozen).look_for("Einvernehmen Kaarst steht")

    assert "Das Einvernehmen von Kaarst zu Fassung 1 steht aus." in places(frozen)
    table(frozen).look_for("")
    assert places(frozen) == []


def test_copied_points_carry_their_places(frozen: CheckPage, qapp: QApplication) -> None:
    QTest.keyClick(table(frozen), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert "Dormagen, Grevenbroich" in qapp.clipboard().text()


def test_places_stay_below_their_point_however_the_list_is_sorted(frozen: CheckPage) -> None:
    QTest.keyClick(table(frozen), Qt.Key.Key_Right)
    for order in Qt.SortOrder:
        table(frozen).order_by(2, order)
        rows = [row.point.rule for row in shown(frozen)]
        first = rows.index("consent_open")
        assert shown(frozen)[first].is_group
        assert rows[first : first + 9] == ["consent_open"] * 9


def test_the_head_counts_points_as_the_rail_does(frozen: CheckPage, empty_session: Session) -> None:
    obstacles = counts(check(empty_session.project))[Severity.OBSTACLE]

    assert f"{obstacles} Hindernisse" in frozen.heading().subtitle
    assert step_states(empty_session.project)[-1].line == f"{obstacles} Hindernisse"


def test_a_weight_shows_only_its_findings(page: CheckPage) -> None:
    gaps = page.findChild(QPushButton, "choice-luecke")
    assert isinstance(gaps, QPushButton)
    QTest.mouseClick(gaps, Qt.MouseButton.LeftButton)

    assert {row.point.severity.value for row in shown(page)} == {"luecke"}


def test_enter_goes_to_the_place_of_the_finding(page: CheckPage, empty_session: Session, qtbot: QtBot) -> None:
    first = table(page).rows.row_at(0)
    table(page).setFocus()
    with qtbot.waitSignal(empty_session.going) as going:
        QTest.keyClick(table(page), Qt.Key.Key_Return)
    assert going.args[0].target == first.target


def test_the_card_says_what_to_do_and_why(page: CheckPage) -> None:
    first = table(page).rows.row_at(0)
    words = " ".join(label.text() for label in page.findChildren(type(page._card._advice)))
    assert first.said.advice in words
    assert first.said.source in words


def test_enter_on_a_point_leaves_the_places_found_by_words_alone(frozen: CheckPage) -> None:
    table(frozen).look_for("Kaarst")
    before = places(frozen)
    table(frozen).reveal("consent_open")
    QTest.keyClick(table(frozen), Qt.Key.Key_Return)

    assert places(frozen) == before
    table(frozen).look_for("")
    assert places(frozen) == []


def test_the_box_of_a_point_with_several_places_says_how_to_see_them_one_by_one(frozen: CheckPage) -> None:
    shown_words = [made.text() for made in frozen.findChildren(QLabel) if made.isVisible()]

    assert any("Pfeil vor dem Satz zeigt sie einzeln." in text for text in shown_words)


@pytest.mark.parametrize("weight", [Severity.GAP, Severity.OBSTACLE])
def test_the_row_the_box_speaks_of_is_marked_after_another_weight_is_chosen(
    frozen: CheckPage, weight: Severity
) -> None:
    choice = frozen.findChild(SegmentedChoice)
    assert isinstance(choice, SegmentedChoice)
    choice.choose(weight.value)
    choice.chosen.emit(weight.value)

    chosen = table(frozen).selectionModel().selectedRows()
    assert [table(frozen).rows.row_at(index.row()) for index in chosen] == [table(frozen).current_row]


def test_the_row_the_box_speaks_of_is_marked_while_words_are_looked_for(frozen: CheckPage) -> None:
    field = frozen.findChild(SearchField)
    assert isinstance(field, SearchField)
    field.searched.emit("schwerpunkt")
    assert table(frozen).rows.rowCount()

    chosen = table(frozen).selectionModel().selectedRows()
    assert [table(frozen).rows.row_at(index.row()) for index in chosen] == [table(frozen).current_row]
