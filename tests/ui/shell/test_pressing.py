"""Enter presses what has the focus, once, wherever that is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLineEdit, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.tables import Column, TableView
from kizdesk.ui.widgets.buttons import button, icon_button
from tests.ui.shell.small import CTRL, key_shown, shell
from tests.ui.shell.small import button as found


@pytest.fixture
def on_page(window: MainWindow) -> Callable[[QWidget], QWidget]:
    """Return what puts a widget onto the page, with the focus."""

    def put(widget: QWidget) -> QWidget:
        page = shell(window).navigator.page
        assert page is not None
        widget.setParent(page)
        widget.show()
        widget.setFocus()
        return widget

    return put


def _counted(made: QAbstractButton) -> list[str]:
    presses: list[str] = []
    made.clicked.connect(partial(presses.append, "pressed"))
    return presses


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("kind", ["primary", "plain", "link", "segment"])
def test_enter_presses_a_button_once(on_page: Callable[[QWidget], QWidget], kind: str, key: Qt.Key) -> None:
    made = button("Gespräche planen", kind=kind)
    presses = _counted(made)
    QTest.keyClick(on_page(made), key)
    assert presses == ["pressed"]


def test_enter_presses_a_button_with_a_sign_only(on_page: Callable[[QWidget], QWidget], window: MainWindow) -> None:
    made = icon_button(shell(window).session.theme.icon("close", "muted"), "Schließen")
    presses = _counted(made)
    on_page(made)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setFocus()
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert presses == ["pressed"]


def test_enter_comes_through_the_window_as_from_a_keyboard(
    on_page: Callable[[QWidget], QWidget], window: MainWindow, qtbot: QtBot
) -> None:
    made = button("Gespräche planen")
    presses = _counted(made)
    qtbot.waitUntil(on_page(made).hasFocus)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
    assert presses == ["pressed"]


def test_enter_presses_the_buttons_at_the_foot(window: MainWindow) -> None:
    on = found(window, "go-on")
    on.setFocus()
    QTest.keyClick(on, Qt.Key.Key_Return)
    assert key_shown(window) == "basics.people"


def test_enter_on_a_step_of_the_rail_shows_it(window: MainWindow) -> None:
    step = found(window, f"step-{Step.FOCUS.value}")
    step.setFocus()
    QTest.keyClick(step, Qt.Key.Key_Return)
    assert key_shown(window) == "focus.focus"


@pytest.mark.parametrize("made", [QPushButton, QToolButton])
def test_enter_opens_the_menu_of_a_button(
    on_page: Callable[[QWidget], QWidget], made: Callable[[], QPushButton | QToolButton]
) -> None:
    with_menu = made()
    with_menu.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    menu = QMenu(with_menu)
    menu.addAction("Formulare versenden")
    opened: list[str] = []
    menu.aboutToShow.connect(partial(opened.append, "opened"))
    QTimer.singleShot(0, menu, menu.close)
    with_menu.setMenu(menu)
    on_page(with_menu)
    QTest.keyClick(with_menu, Qt.Key.Key_Return)
    assert opened == ["opened"]


def test_enter_with_control_presses_nothing(on_page: Callable[[QWidget], QWidget]) -> None:
    made = button("Gespräche planen")
    presses = _counted(made)
    QTest.keyClick(on_page(made), Qt.Key.Key_Return, CTRL)
    assert not presses


def test_enter_ticks_no_box(on_page: Callable[[QWidget], QWidget]) -> None:
    box = QCheckBox("öffentlich")
    QTest.keyClick(on_page(box), Qt.Key.Key_Return)
    assert not box.isChecked()


def test_enter_in_a_line_does_not_press_the_button_it_leads_to(on_page: Callable[[QWidget], QWidget]) -> None:
    made = button("Suchen")
    presses = _counted(made)
    on_page(made)
    line = QLineEdit()
    line.returnPressed.connect(made.setFocus)
    QTest.keyClick(on_page(line), Qt.Key.Key_Return)
    assert not presses
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert presses == ["pressed"]


def test_a_button_that_cannot_be_pressed_stays_so(on_page: Callable[[QWidget], QWidget]) -> None:
    made = button("Suchen")
    presses = _counted(made)
    on_page(made).setEnabled(False)
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert not presses


def test_enter_presses_the_button_in_an_empty_table(on_page: Callable[[QWidget], QWidget], window: MainWindow) -> None:
    session = shell(window).session
    table = TableView((Column("Kommune", str),), str, session.theme, session.memory, "pressing")
    table.show_empty("Noch gibt es keinen Beleg.", "Beleg markieren")
    presses = _counted(table.empty_state.begin_button)
    on_page(table)
    table.empty_state.begin_button.setFocus()
    QTest.keyClick(table.empty_state.begin_button, Qt.Key.Key_Return)
    assert presses == ["pressed"]
