"""Messages and progress must not move the page under the hand."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from pytestqt.qtbot import QtBot

from kizdesk.ui.shell.window import MainWindow
from tests.ui.shell.small import SmallPage, button, click, said, shell

LONG = "Die Datei lässt sich gerade nicht schreiben, weil ein anderes Programm sie benutzt. " * 5


def _place_of_page(window: MainWindow) -> QRect:
    return shell(window).navigator.stack.geometry()


def _top_of_tabs(window: MainWindow) -> int:
    return shell(window).tabs.mapTo(window, QPoint(0, 0)).y()


def test_a_message_comes_and_goes_without_moving_the_page(window: MainWindow, qtbot: QtBot) -> None:
    before = _place_of_page(window)
    shell(window).session.say_done("Etwas ist getan.")
    assert said(window) == "Etwas ist getan."
    qtbot.wait(20)
    assert _place_of_page(window) == before
    click(button(shell(window).said, "message-close"))
    qtbot.waitUntil(shell(window).notices.isHidden, timeout=1_000)
    assert _place_of_page(window) == before


def test_a_long_message_is_shown_whole_and_does_not_cover_the_ways(window: MainWindow, qtbot: QtBot) -> None:
    before, foot = _place_of_page(window), shell(window).foot.geometry()
    shell(window).session.say(LONG, kind="problem")
    notices = shell(window).notices
    qtbot.waitUntil(lambda: notices.height() > 2 * foot.height(), timeout=1_000)
    bar = shell(window).said.bar
    assert bar.height() >= bar.heightForWidth(bar.width())
    assert notices.geometry().bottom() <= foot.bottom()
    assert not notices.geometry().intersects(button(window, "go-back").geometry().translated(foot.topLeft()))
    assert _place_of_page(window) == before


def test_tabs_stand_where_they_stood_when_a_page_has_no_line_of_state(window: MainWindow, qtbot: QtBot) -> None:
    before = _top_of_tabs(window)
    page = shell(window).navigator.page
    assert isinstance(page, SmallPage)
    page.state = ""
    page.heading_changed.emit()
    qtbot.wait(20)
    assert _top_of_tabs(window) == before


def test_a_message_beside_a_wider_way_back_is_not_cut(window: MainWindow, qtbot: QtBot) -> None:
    job_line, foot, notices = shell(window).job_line, shell(window).foot, shell(window).notices
    job_line.show()
    qtbot.waitUntil(notices.isVisible, timeout=1_000)
    window.grab()
    job_line.hide()
    foot.show_ways(back=True, on=False, words="Zurück zu den Gesprächen mit den Kommunen")
    window.grab()
    shell(window).session.say_done("Etwas ist getan.")
    qtbot.wait(20)
    assert shell(window).said.bar.width() == foot.room.width()
