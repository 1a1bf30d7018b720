"""Try a searchable choice in a window, with its list open: keys and clicks go where the window system sends them."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.ui.forms import Binding, One, fixed
from kizdesk.ui.session import Session

TOWNS = fixed(*((str(number), f"Ort {number:02}") for number in range(1, 31)))
BELOW_THE_LIST = 330


@dataclass
class Form:
    """Hold a searchable choice with other things below its list."""

    window: QWidget
    line: QLineEdit
    other: QLineEdit
    button: QPushButton
    text: QLabel
    stored: dict[str, str] = field(default_factory=lambda: {"town": "3"})

    def click(self, widget: QWidget) -> None:
        """Click where a widget stands; an open list takes the click first, as with a real mouse."""
        place = widget.mapTo(self.window, widget.rect().center())
        QTest.mouseClick(self.window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)

    def strike(self, *keys: Qt.Key) -> None:
        """Press keys, which go to an open list first."""
        for key in keys:
            QTest.keyClick((QApplication.activePopupWidget() or self.window).windowHandle(), key)


@pytest.fixture
def form(session: Session, qtbot: QtBot) -> Form:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    choice = One(session, window, source=TOWNS)
    column.addWidget(choice)
    column.addSpacing(BELOW_THE_LIST)
    below = (QLineEdit(window), QPushButton("Neu", window), QLabel("Text", window))
    for widget in below:
        column.addWidget(widget)
    line = choice.findChild(QLineEdit)
    assert line is not None
    made = Form(window, line, *below)
    binding = Binding(choice, session, lambda: made.stored["town"], lambda value, _: made.stored.update(town=value))
    binding.show()
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.click(line)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    made.strike(Qt.Key.Key_1, Qt.Key.Key_7)
    return made


def test_a_click_beside_the_open_list_takes_the_choice_and_goes_where_it_was_clicked(form: Form) -> None:
    form.click(form.other)
    form.strike(Qt.Key.Key_N, Qt.Key.Key_E, Qt.Key.Key_U)
    assert (form.line.text(), form.other.text()) == ("Ort 17", "neu")
    assert form.stored == {"town": "17"}


def test_a_button_beside_the_open_list_is_pressed_at_once(form: Form, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.button.clicked):
        form.click(form.button)
    assert form.stored == {"town": "17"}


def test_a_click_on_nothing_closes_the_list_and_takes_the_choice(form: Form) -> None:
    form.click(form.text)
    assert QApplication.activePopupWidget() is None
    assert (form.line.text(), form.stored) == ("Ort 17", {"town": "17"})


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_enter_and_tab_take_the_only_choice_of_the_open_list(form: Form, key: Qt.Key, *, down: bool) -> None:
    form.strike(*([Qt.Key.Key_Down] if down else []), key)
    assert (form.line.text(), form.stored) == ("Ort 17", {"town": "17"})


def test_escape_closes_the_open_list_and_changes_nothing(form: Form) -> None:
    form.strike(Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert form.stored == {"town": "3"}
