"""People find a page by the word they have for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from kizdesk.domain.roles import USUAL
from kizdesk.ui.catalogue import PAGES
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.shell.wishes import WISHES
from tests.ui.forms.hands import press
from tests.ui.shell.small import CTRL, SmallPage, key_shown, shell


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Landrat", "basics.people"),
        ("landrätin", "basics.people"),
        ("Bürgermeister", "basics.people"),
        ("Zustimmung eintragen", "participation.consents"),
        ("drucken", "output.export"),
        ("PDF", "output.export"),
        ("Kommune Einwohner", "basics.project"),
        ("einfrieren", "participation.versions"),
        ("Mängel", "output.check"),
        ("Interview", "stocktaking.interviews"),
        ("Leitziel", "fields.fields"),
    ],
)
def test_other_words_lead_to_the_page(window: MainWindow, words: str, key: str) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    line = shell(window).findChild(QLineEdit, "palette-line")
    assert isinstance(line, QLineEdit)
    press(words)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert key_shown(window) == key


def test_a_role_opens_the_people_with_that_role(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    line = shell(window).findChild(QLineEdit, "palette-line")
    view = shell(window).findChild(QListView, "palette-list")
    assert isinstance(line, QLineEdit)
    assert isinstance(view, QListView)
    press("Landrat eintragen")
    assert view.model().data(view.currentIndex()) == "Landrat/Landrätin eintragen"
    QTest.keyClick(line, Qt.Key.Key_Return)
    page = shell(window).navigator.page
    assert isinstance(page, SmallPage)
    assert page.opened == "Landrat/Landrätin"


def test_every_wish_names_a_page_and_every_role_is_one_that_is_offered() -> None:
    assert {wish.page for wish in WISHES} <= {entry.key for entry in PAGES}
    assert {wish.argument for wish in WISHES if wish.page == "basics.people" and wish.argument} <= set(USUAL)


def wish_for(window: MainWindow, words: str) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    line = shell(window).findChild(QLineEdit, "palette-line")
    assert isinstance(line, QLineEdit)
    press(words)
    QTest.keyClick(line, Qt.Key.Key_Return)


@pytest.mark.parametrize("before", ["output.check", "participation.consents"])
def test_a_wish_that_names_a_deed_does_it_also_where_its_page_is_shown(
    window: MainWindow, before: str, qtbot: QtBot
) -> None:
    page = shell(window).navigator.show("participation.consents")
    shell(window).navigator.show(before)
    ask = next(action for action in page.actions_shown() if action.objectName() == "consents-ask")
    with qtbot.waitSignal(ask.triggered):
        wish_for(window, "Anschreiben")
    assert key_shown(window) == "participation.consents"


def test_a_wish_for_the_page_that_is_shown_goes_onto_it(window: MainWindow, qtbot: QtBot) -> None:
    page = shell(window).navigator.show("output.check")
    shell(window).rail.setFocus()
    wish_for(window, "Mängel")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page)


def test_every_deed_of_a_wish_is_an_action_of_its_page(window: MainWindow, qtbot: QtBot) -> None:
    entries = {entry.key: entry for entry in PAGES}
    for wish in WISHES:
        if wish.deed:
            page = entries[wish.page].load()(shell(window).session)
            qtbot.addWidget(page)
            assert wish.deed in [action.objectName() for action in page.actions_shown()]
