"""The help of F1 is read by keys alone, and never in the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.ui.page import KeyHelp
from kizdesk.ui.shell.help_panel import HelpPanel
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.widgets.scroll import ReadingArea
from tests.ui.shell.small import ALT, CTRL, SmallPage, key_shown, shell

KEYS = (
    KeyHelp("Pfeiltasten und Eingabe in der Zeitleiste", "Zeitraum wählen"),
    KeyHelp("Umschalt+Pfeile, dann 1 bis 4", "Wörter wählen und als Beleg aufnehmen"),
    *(KeyHelp(f"Alt+{number}", "Zum Schritt") for number in range(1, 9)),
)


@pytest.fixture
def panel(window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> HelpPanel:
    monkeypatch.setattr(SmallPage, "keys", lambda _: KEYS)
    window.resize(1024, 500)
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_F1)
    made = shell(window).help_panel
    qtbot.waitUntil(lambda: _text(made).verticalScrollBar().maximum() > 0)
    return made


def _text(panel: HelpPanel) -> ReadingArea:
    found = panel.findChild(ReadingArea)
    assert found is not None
    return found


def _focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_the_help_is_scrolled_by_keys_as_soon_as_it_is_shown(panel: HelpPanel) -> None:
    text, bar = _text(panel), _text(panel).verticalScrollBar()
    assert text.hasFocus()
    for key, moved in (
        (Qt.Key.Key_PageDown, bar.pageStep()),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Down, bar.singleStep()),
        (Qt.Key.Key_End, bar.maximum()),
    ):
        QTest.keyClick(text, key)
        assert bar.value() == min(moved, bar.maximum())


def test_tab_stays_within_the_help(panel: HelpPanel) -> None:
    text = _text(panel)
    QTest.keyClick(text, Qt.Key.Key_Tab)
    close = _focused()
    assert close.objectName() == "close-help"
    QTest.keyClick(close, Qt.Key.Key_Tab)
    assert text.hasFocus()
    QTest.keyClick(text, Qt.Key.Key_Backtab)
    assert _focused() is close


def test_escape_closes_the_help_wherever_the_focus_is(panel: HelpPanel, window: MainWindow, qtbot: QtBot) -> None:
    line = QLineEdit(shell(window).navigator.page)
    line.show()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert line.hasFocus()


def test_escape_closes_what_lies_over_the_help_first(panel: HelpPanel, window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    QTest.keyClick(_focused(), Qt.Key.Key_Escape)
    assert shell(window).palette_panel.isHidden()
    assert panel.isVisible()
    QTest.keyClick(_focused(), Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_f1_closes_the_help_again(panel: HelpPanel) -> None:
    QTest.keyClick(_text(panel), Qt.Key.Key_F1)
    assert panel.isHidden()


def test_the_help_follows_the_page(panel: HelpPanel, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SmallPage, "help_text", lambda _: "Hier stehen die Schwerpunkte.")
    QTest.keyClick(window, Qt.Key.Key_5, ALT)
    assert panel.isVisible()
    assert any(found.text() == "Hier stehen die Schwerpunkte." for found in panel.findChildren(QLabel))


def test_long_keys_are_shown_whole_and_leave_room_for_what_they_do(panel: HelpPanel) -> None:
    labels = {found.text(): found for found in panel.findChildren(QLabel)}
    keys = labels[KEYS[0].keys]
    assert keys.heightForWidth(keys.width()) <= keys.height()
    does = labels["Zeitraum wählen"]
    assert does.width() >= panel.width() * 2 // 5
    assert labels["dann"].property("role") == "small"
    assert "1 bis 4" in labels


def test_what_keys_do_stands_in_one_column(panel: HelpPanel) -> None:
    told = [found for found in panel.findChildren(QLabel) if found.text() in {line.does for line in KEYS}]
    assert len({found.mapTo(panel, QPoint(0, 0)).x() for found in told}) == 1


def test_going_to_another_step_closes_the_palette(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    assert shell(window).palette_panel.isVisible()
    QTest.keyClick(window, Qt.Key.Key_4, ALT)
    assert shell(window).palette_panel.isHidden()
    assert key_shown(window) == "fields.fields"


def test_tab_stays_within_the_palette(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    line = _focused()
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert _focused() is line
