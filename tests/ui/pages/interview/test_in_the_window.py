"""Hold an interview inside the window: its keys do not fight with those around the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from kizdesk.domain.interviews import AnswerState, Interview
from kizdesk.project.interviews.edit import add_interview
from kizdesk.ui.pages.interview.runner import RunnerPage
from kizdesk.ui.pages.stocktaking.interviews import InterviewsPage
from kizdesk.ui.session import Session
from kizdesk.ui.shell.shell import Shell
from tests.ui.pages.interview.hands import CTRL, Hands


def test_the_keys_of_an_interview_work_in_the_window(
    shell: Shell, interview: Interview, empty_session: Session
) -> None:
    empty_session.open("interview.runner", interview.id)
    page = shell.navigator.page
    assert isinstance(page, RunnerPage)
    hands = Hands(page, empty_session, interview.id)
    hands.walk_to("b05")
    hands.type("1")
    hands.go_on()
    hands.alt("r")
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert hands.answer("b05").choices == ("jugendamt",)
    assert hands.answer("b06").state is AnswerState.LATER
    assert hands.place.question_id == "c01"


def test_what_was_said_of_a_question_goes_with_it(
    shell: Shell, interview: Interview, empty_session: Session, qtbot: QtBot
) -> None:
    empty_session.open("interview.runner", interview.id)
    page = shell.navigator.page
    assert isinstance(page, RunnerPage)
    hands = Hands(page, empty_session, interview.id)
    hands.walk_to("b05")
    QTest.keyClick(hands.focused, Qt.Key.Key_Udiaeresis, Qt.KeyboardModifier.AltModifier)
    assert not shell.said.isHidden()
    qtbot.wait(1)  # the message is no longer of this very moment
    hands.go_on()
    assert shell.said.isHidden()


def test_the_button_for_the_next_question_stands_in_the_head(
    shell: Shell, interview: Interview, empty_session: Session
) -> None:
    empty_session.open("interview.runner", interview.id)
    texts = [action.text() for action in shell.navigator.page.actions_shown()] if shell.navigator.page else []
    assert texts[:2] == ["Offene Fragen", "Gespräch beenden"]
    assert texts[2:] == ["Vorlage daneben zeigen", "Vorige Frage", "Nächste Frage   Strg+Eingabe"]


def test_the_mouse_goes_to_the_question_before(shell: Shell, interview: Interview, empty_session: Session) -> None:
    empty_session.open("interview.runner", interview.id)
    page = shell.navigator.page
    assert isinstance(page, RunnerPage)
    back, on = (page.actions_shown()[number] for number in (3, 4))
    before = page.place
    assert not back.isEnabled()
    for action in (on, back):
        made = shell.header.button_of(action)
        assert made is not None
        QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    assert page.place == before


def test_the_foot_does_not_compete_with_the_next_question(
    shell: Shell, interview: Interview, empty_session: Session
) -> None:
    empty_session.open("interview.runner", interview.id)
    on, back = (shell.foot.findChild(QPushButton, name) for name in ("go-on", "go-back"))
    assert isinstance(on, QPushButton)
    assert isinstance(back, QPushButton)
    assert not on.isVisible()
    assert back.text() == "Zu den Gesprächen"
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert shell.navigator.entry is not None
    assert shell.navigator.entry.key == "stocktaking.interviews"
    assert on.isVisible()
    assert back.text() == "Zurück"


def test_the_way_back_leads_onto_the_interview_in_the_list(
    shell: Shell, interview: Interview, empty_session: Session, qtbot: QtBot
) -> None:
    add_interview(empty_session.project, "05162004")
    empty_session.open("interview.runner", interview.id)
    back = shell.foot.findChild(QPushButton, "go-back")
    assert isinstance(back, QPushButton)
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    page = shell.navigator.page
    assert isinstance(page, InterviewsPage)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.table)
    row = page.table.current_row
    assert row is not None
    assert row.id == interview.id


def test_undo_of_planning_the_interview_leads_to_the_overview(
    shell: Shell, interview: Interview, empty_session: Session
) -> None:
    empty_session.open("interview.runner", interview.id)
    empty_session.undo()
    empty_session.undo()
    assert shell.navigator.page is not None
    assert not isinstance(shell.navigator.page, RunnerPage)


def test_the_search_of_the_window_finds_the_line_of_the_page(
    shell: Shell, interview: Interview, empty_session: Session
) -> None:
    empty_session.open("interview.runner", interview.id)
    shell.find_here()
    page = shell.navigator.page
    assert isinstance(page, RunnerPage)
    hands = Hands(page, empty_session, interview.id)
    hands.type("polizei")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Return, CTRL)
    assert hands.place.section_id in "efg"
