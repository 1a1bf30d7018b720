from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.fields import Principle
from kizdesk.ui.pages.fields.principles import PrinciplesPage
from kizdesk.ui.session import Message, Session
from tests.ui.forms.hands import ALT, focused, press, strike
from tests.ui.pages.fields.conftest import shown

KEY = Qt.Key


def titles(session: Session) -> list[str]:
    found = sorted(session.project.snapshot.all(Principle), key=lambda principle: principle.position)
    return [principle.title for principle in found]


def test_principles_are_typed_one_after_another(empty_session: Session, qtbot: QtBot) -> None:
    page = PrinciplesPage(empty_session, delay=20)
    shown(qtbot, page)
    page.new_action.trigger()
    for title in ("Teilhabe", "Vielfalt"):
        press(title)
        strike(KEY.Key_Return)

    assert titles(empty_session) == ["Teilhabe", "Vielfalt"]
    assert focused() is page.quick.line


def test_the_button_adds_what_is_typed_as_enter_does(empty_session: Session, qtbot: QtBot) -> None:
    page = PrinciplesPage(empty_session, delay=20)
    shown(qtbot, page)
    page.new_action.trigger()
    press("Teilhabe")
    page.new_action.trigger()
    press("Vielfalt")

    assert titles(empty_session) == ["Teilhabe"]
    assert page.quick.line.text() == "Vielfalt"


def test_alt_and_arrows_change_the_order(principles: PrinciplesPage, session: Session) -> None:
    before = titles(session)
    strike(KEY.Key_Down, ALT)

    assert titles(session)[:2] == [before[1], before[0]]
    assert principles.list.hasFocus()


def test_enter_leads_into_the_text(principles: PrinciplesPage, session: Session) -> None:
    strike(KEY.Key_Return)
    assert principles.form.editor("title").has_focus()
    strike(KEY.Key_End)
    press(" heute")
    principles.form.flush()

    assert titles(session)[0].endswith("Normalfall heute")


def test_a_principle_deleted_comes_back(principles: PrinciplesPage, session: Session, said: list[Message]) -> None:
    before = titles(session)
    strike(KEY.Key_Delete)

    assert titles(session) == before[1:]
    assert principles.list.hasFocus()
    assert principles.list.current_row is not None
    assert said[-1].action == "Rückgängig"
    session.undo()
    assert titles(session) == before


def test_the_button_deletes_as_well(principles: PrinciplesPage, session: Session) -> None:
    before = titles(session)
    button = principles.findChild(QPushButton, "principles.delete")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert titles(session) == before[1:]


def test_a_jump_without_a_principle_asks_for_the_first(empty_session: Session, qtbot: QtBot) -> None:
    page = PrinciplesPage(empty_session, delay=20)
    shown(qtbot, page)
    assert page.reveal(Target(Step.FIELDS, "principle"))

    assert focused() is page.quick.line


def test_a_jump_puts_the_focus_into_the_text(principles: PrinciplesPage) -> None:
    assert principles.reveal(Target(Step.FIELDS, "principle", "leitlinie-vorort", "text"))

    assert principles.form.editor("text").has_focus()
