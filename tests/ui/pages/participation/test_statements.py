"""Keep what was said to the concept, and answer it, by keys and clicks."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from kizdesk.domain.votes import ConsiderationStatus, Statement
from kizdesk.project.records import set_value
from kizdesk.ui.pages.participation.statements import StatementsPage
from kizdesk.ui.session import Session


@pytest.fixture
def page(qtbot: QtBot, empty_session: Session) -> Iterator[StatementsPage]:
    made = StatementsPage(empty_session)
    qtbot.addWidget(made)
    made.resize(1000, 620)
    made.show()
    yield made
    made.hide()


def say(page: StatementsPage, words: str) -> None:
    action = page.main_action()
    if action is None:
        QTest.mouseClick(page._desk.table.empty_state.findChildren(QPushButton, "begin")[0], Qt.MouseButton.LeftButton)
    else:
        action.trigger()
    line = page._desk.form.editor("text").findChild(QPlainTextEdit)
    assert isinstance(line, QPlainTextEdit)
    QTest.keyClicks(line, words)
    page._desk.form.flush()


def statements(page: StatementsPage) -> tuple[Statement, ...]:
    return page.session.project.snapshot.all(Statement)


def test_what_is_typed_stands_in_the_project(page: StatementsPage) -> None:
    say(page, "Das Zentrum darf keine neuen Kosten verursachen.")

    assert [item.text for item in statements(page)] == ["Das Zentrum darf keine neuen Kosten verursachen."]


def test_the_head_counts_what_is_not_dealt_with(page: StatementsPage) -> None:
    say(page, "Eins")
    say(page, "Zwei")
    set_value(page.session.project, Statement, statements(page)[0].id, "status", ConsiderationStatus.ADOPTED)

    assert page.heading().subtitle == "2 erfasst, 1 noch ohne Abwägung"


def test_the_button_goes_to_the_next_open_one(page: StatementsPage) -> None:
    say(page, "Eins")
    say(page, "Zwei")
    set_value(page.session.project, Statement, statements(page)[1].id, "status", ConsiderationStatus.NOTED)
    further = page.findChild(QPushButton, "next-open")
    assert isinstance(further, QPushButton)
    QTest.mouseClick(further, Qt.MouseButton.LeftButton)

    assert page._desk.form.record_id == statements(page)[0].id


def test_places_of_the_concept_can_be_named(page: StatementsPage) -> None:
    say(page, "Eins")
    set_value(page.session.project, Statement, statements(page)[0].id, "place", "anlass")

    assert page._desk.form.editor("place").value() == "anlass"


def test_the_button_for_a_new_one_stands_in_the_head_alone(page: StatementsPage) -> None:
    say(page, "Eins")

    assert [action.text() for action in page.actions_shown()] == ["Neue Stellungnahme"]
    assert not [made for made in page.findChildren(QPushButton) if made.text().startswith("Neue ") and made.isVisible()]
