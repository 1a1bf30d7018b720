"""Check the list of findings by keys and clicks."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kizdesk.project.check import Finding, check
from kizdesk.ui.pages.output.check import CheckPage
from kizdesk.ui.session import Session
from kizdesk.ui.tables import TableView


@pytest.fixture
def page(qtbot: QtBot, empty_session: Session) -> Iterator[CheckPage]:
    made = CheckPage(empty_session)
    qtbot.addWidget(made)
    made.resize(1000, 620)
    made.show()
    qtbot.waitUntil(lambda: table(made).rows.rowCount() > 0)
    yield made
    made.hide()


def table(page: CheckPage) -> "TableView[Finding]":
    found = page.findChild(TableView)
    assert isinstance(found, TableView)
    return found


def test_nobody_reads_that_all_is_well_before_the_check_is_done(qtbot: QtBot, empty_session: Session) -> None:
    made = CheckPage(empty_session)
    qtbot.addWidget(made)
    made.show()
    assert "wird geprüft" in table(made).empty_state.accessibleName()
    assert table(made).empty_state.button_text == ""
    qtbot.waitUntil(lambda: table(made).rows.rowCount() > 0)
    made.hide()


def test_all_findings_stand_there_the_heaviest_first(page: CheckPage, empty_session: Session) -> None:
    rows = table(page).rows
    assert [rows.row_at(number) for number in range(rows.rowCount())] == check(empty_session.project)


def test_a_weight_shows_only_its_findings(page: CheckPage) -> None:
    gaps = page.findChild(QPushButton, "choice-luecke")
    assert isinstance(gaps, QPushButton)
    QTest.mouseClick(gaps, Qt.MouseButton.LeftButton)

    rows = table(page).rows
    assert {rows.row_at(number).severity.value for number in range(rows.rowCount())} == {"luecke"}


def test_enter_goes_to_the_place_of_the_finding(page: CheckPage, empty_session: Session, qtbot: QtBot) -> None:
    first = table(page).rows.row_at(0)
    table(page).setFocus()
    with qtbot.waitSignal(empty_session.going) as going:
        QTest.keyClick(table(page), Qt.Key.Key_Return)
    assert going.args[0].target == first.target


def test_the_card_says_what_to_do_and_why(page: CheckPage) -> None:
    first = table(page).rows.row_at(0)
    shown = " ".join(label.text() for label in page.findChildren(type(page._card._advice)))
    assert first.advice in shown
    assert first.source in shown
