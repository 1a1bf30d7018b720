"""Test how one question is compared across all municipalities."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QPushButton
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step, Target
from kizdesk.ui.pages.evaluation.comparison import ComparisonPage
from kizdesk.ui.session import Destination, Session
from kizdesk.ui.theme import Theme
from tests.ui.pages.evaluation.conftest import Ears, shown

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot: QtBot, example_session: Session) -> ComparisonPage:
    made = ComparisonPage(example_session)
    shown(qtbot, made)
    ask(qtbot, made, "g02")
    return made


def ask(qtbot: QtBot, page: ComparisonPage, question_id: str) -> None:
    page.open(question_id)
    qtbot.waitUntil(lambda: page.chooser.question_id == question_id)


def test_all_municipalities_stand_side_by_side(page: ComparisonPage) -> None:
    names = [page.table.rows.row_at(place).municipality for place in range(page.table.rows.rowCount())]

    assert names[0] == "Dormagen"
    assert len(names) == 8
    assert "8 Kommunen" in page.heading().subtitle


def test_the_chosen_answer_stands_beside_in_full(page: ComparisonPage) -> None:
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)

    assert page.table.current_row is not None
    assert page.reader.answer_id == page.table.current_row.answer_id
    assert page.reader.view.toPlainText()


def test_a_question_is_found_while_typing(qtbot: QtBot, page: ComparisonPage) -> None:
    line = page.chooser.lineEdit()
    assert line is not None
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "G.3")
    completer = page.chooser.completer()
    assert completer is not None
    popup = completer.popup()
    assert isinstance(popup, QAbstractItemView)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: page.chooser.question_id == "g03")
    qtbot.waitUntil(lambda: page.reader.answer_id.startswith("gespraech-dormagen/g03"))


def test_keys_lead_to_the_next_question_and_back(qtbot: QtBot, page: ComparisonPage) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_PageDown, ALT)
    assert page.chooser.question_id == "g03"
    QTest.keyClick(page.table, Qt.Key.Key_PageUp, ALT)
    assert page.chooser.question_id == "g02"
    qtbot.waitUntil(lambda: page.reader.answer_id.startswith("gespraech-dormagen/g02"))


def test_the_next_question_keeps_the_chosen_municipality(qtbot: QtBot, page: ComparisonPage) -> None:
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    chosen = page.table.selected_rows[0].municipality
    QTest.keyClick(page.table, Qt.Key.Key_PageDown, ALT)
    qtbot.waitUntil(lambda: "/g03/" in page.reader.answer_id)

    assert [line.municipality for line in page.table.selected_rows] == [chosen]
    assert page.table.current_row == page.table.selected_rows[0]


def test_a_question_per_field_is_asked_for_another_field(qtbot: QtBot, page: ComparisonPage) -> None:
    assert page.scope.isVisible()
    place = page.scope.findData("sprache")
    page.scope.setCurrentIndex(place)
    page.scope.activated.emit(place)

    qtbot.waitUntil(lambda: page.reader.answer_id.endswith("/sprache"))


def test_choices_are_summed_up_as_bars(qtbot: QtBot, page: ComparisonPage) -> None:
    ask(qtbot, page, "f02")

    qtbot.waitUntil(page.summary.isVisible)
    assert "Mittel" in page.summary.chart.accessibleDescription()


def test_unanswered_municipalities_are_hidden_on_wish(page: ComparisonPage) -> None:
    answered = [page.table.rows.row_at(place).is_answered for place in range(page.table.rows.rowCount())]
    page.only_answered.click()

    assert page.table.rows.rowCount() == sum(answered)


def test_enter_jumps_to_the_answer_in_the_interview(page: ComparisonPage, ears: Ears) -> None:
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)

    target = Target(Step.STOCK_TAKING, "answer", "gespraech-dormagen/g02/bildung", "g02")
    assert ears.went == [Destination(target=target)]


def test_the_whole_table_is_copied_with_headings(page: ComparisonPage, ears: Ears) -> None:
    page.actions_shown()[0].trigger()

    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[0].split("\t")[:2] == ["Kommune", "Antwort"]
    assert "Rommerskirchen" in text
    assert "Excel" in ears.said[-1]


def test_an_empty_project_leads_to_the_interviews(qtbot: QtBot, empty_session: Session) -> None:
    went: list[Destination] = []
    empty_session.going.connect(went.append)
    page = ComparisonPage(empty_session)
    shown(qtbot, page)
    button = next(made for made in page.findChildren(QPushButton, "begin") if made.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert button.text() == "Zu den Gesprächen"
    assert went == [Destination(page="stocktaking.interviews")]


def test_a_page_that_is_gone_leaves_the_theme_alone(qtbot: QtBot, example_session: Session, theme: Theme) -> None:
    page = ComparisonPage(example_session)
    shown(qtbot, page)
    page.close()
    page.deleteLater()
    with qtbot.waitSignal(page.destroyed):
        pass
    theme.choose("dark")
    theme.choose("light")

    assert theme.scheme == "light"


def test_a_long_question_is_read_in_full(qtbot: QtBot, page: ComparisonPage) -> None:
    ask(qtbot, page, "a01")
    page.resize(620, 540)
    asked = page._text

    assert asked.text().endswith("?")
    qtbot.waitUntil(
        lambda: asked.height() >= asked.heightForWidth(asked.width()) > asked.fontMetrics().height() * 3 // 2
    )
