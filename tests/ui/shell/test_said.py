"""A sentence at the bottom speaks of what was done last, and hides nothing that comes later."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kizdesk.domain.changes import Update
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.places import Project
from kizdesk.project.opened import PROJECT_ID
from kizdesk.ui.session import Session
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.widgets.messages import MessageBar
from tests.ui.shell.small import ALT, CTRL, TITLE, button, click, rename, said, shell


class Typed(QObject):
    """Hold a title that is written when the page is left, as an editor does."""

    def __init__(self, session: Session, title: str) -> None:
        super().__init__()
        self._session, self._title = session, title
        session.leaving.connect(self._write)

    def _write(self) -> None:
        self._session.leaving.disconnect(self._write)
        self._session.project.commit("Titel ändern", Update(Project, PROJECT_ID, "title", self._title))


def _shown(window: MainWindow) -> list[str]:
    return [bar.text for bar in shell(window).said.findChildren(MessageBar) if bar.isVisible()]


def test_a_sentence_that_can_be_taken_back_goes_with_the_next_change(window: MainWindow) -> None:
    rename(window)
    shell(window).session.say_done("Etwas ist gelöscht.")
    assert said(window) == "Etwas ist gelöscht."
    rename(window, "Noch ein anderer Titel")
    assert said(window) == ""


def test_a_sentence_goes_when_another_page_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    rename(window)
    shell(window).session.say_done("Etwas ist gelöscht.")
    qtbot.wait(1)
    QTest.keyClick(window, Qt.Key.Key_3, ALT)
    assert said(window) == ""


def test_a_sentence_said_with_the_change_of_page_stays(window: MainWindow) -> None:
    session = shell(window).session
    rename(window)
    session.say_done("Ein Gespräch ist geplant.")
    session.open("stocktaking.interviews")
    assert said(window) == "Ein Gespräch ist geplant."


def test_a_problem_stays_when_another_page_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    shell(window).session.say("Die Datei ist leer.", kind="problem")
    qtbot.wait(1)
    QTest.keyClick(window, Qt.Key.Key_3, ALT)
    assert said(window) == "Die Datei ist leer."


def test_the_button_takes_back_what_its_sentence_names_or_nothing(window: MainWindow) -> None:
    session = shell(window).session
    rename(window)
    session.say_done("Der Titel ist geändert.")
    held = Typed(session, "Eben getippt")
    click(button(shell(window).said, "message-action"))
    assert held is not None
    assert session.project.settings.title == "Eben getippt"
    assert "Strg+Z" in said(window)


def test_the_button_takes_back_what_its_sentence_names(window: MainWindow) -> None:
    session = shell(window).session
    before = session.project.settings.title
    rename(window)
    session.say_done("Der Titel ist geändert.")
    click(button(shell(window).said, "message-action"))
    assert session.project.settings.title == before
    assert said(window) == "Titel geändert – zurückgenommen."


def test_the_answer_to_what_is_done_later_is_seen_beside_a_problem(window: MainWindow) -> None:
    shell(window).session.say("Der Ordner lässt sich nicht zeigen.", kind="problem")
    rename(window)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert _shown(window) == ["Der Ordner lässt sich nicht zeigen.", "Titel geändert – zurückgenommen."]
    click(button(shell(window).said, "message-action"))
    assert shell(window).session.project.settings.title == TITLE


def test_a_new_problem_is_seen_before_the_one_that_still_stands(window: MainWindow) -> None:
    session, taken = shell(window).session, []
    session.say("Der Ordner lässt sich nicht zeigen.", kind="problem")
    session.say("Erst fehlt der Termin.", kind="problem", action="Dorthin", act=lambda: taken.append(1))
    assert _shown(window) == ["Erst fehlt der Termin."]
    click(button(shell(window).said, "message-action"))
    assert taken
    assert _shown(window) == ["Der Ordner lässt sich nicht zeigen."]


def test_refusals_of_many_files_are_one_list(window: MainWindow) -> None:
    session = shell(window).session
    for number in range(1, 31):
        session.say(f"„Datei {number}“ ist leer.", kind="problem")
    assert len(_shown(window)) == 1
    assert said(window).splitlines()[0] == "• „Datei 30“ ist leer."
    assert said(window).splitlines()[-1] == "• und 27 weitere Meldungen"
    assert "„Datei 1“ ist leer." in shell(window).said.bar.toolTip()
    click(button(shell(window).said, "message-close"))
    assert _shown(window) == []
    assert button(window, "go-on").isVisible()


def test_the_same_problem_is_said_once(window: MainWindow) -> None:
    for _ in range(2):
        shell(window).session.say("„Datei“ ist leer.", kind="problem")
    assert said(window) == "„Datei“ ist leer."


def _quick(window: MainWindow) -> None:
    for timer in shell(window).said.findChildren(QTimer):
        if timer.interval() > 0:
            timer.setInterval(30)


def test_a_sentence_stays_while_nobody_moves_and_goes_some_time_after_work_goes_on(
    window: MainWindow, qtbot: QtBot
) -> None:
    _quick(window)
    rename(window)
    shell(window).session.say_done("Etwas ist gelöscht.")
    qtbot.wait(80)
    assert said(window) == "Etwas ist gelöscht."
    QTest.mouseMove(window.windowHandle(), QPoint(40, 40))
    qtbot.waitUntil(lambda: said(window) == "", timeout=1_000)


def test_a_sentence_stays_twenty_seconds_at_least(window: MainWindow) -> None:
    assert max(timer.interval() for timer in shell(window).said.findChildren(QTimer)) >= 20_000


def test_f6_leads_to_what_is_missing_when_nothing_is_said(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    shell(window).foot.show_missing("Es fehlt noch der Titel.", Target(Step.BASICS, "project"))
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert button(window, "show-missing").hasFocus()
    shell(window).session.say("Alles ist gespeichert.", kind="problem")
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert shell(window).said.isAncestorOf(window.focusWidget())


def test_f6_says_when_there_is_nothing_to_go_to(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    shell(window).foot.show_missing("", None)
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert said(window) == "Zurzeit gibt es keine Meldung."
