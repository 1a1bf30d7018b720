"""Test the large buttons of options where there is little room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.ui.pages.interview.replies.options import OptionButton

WORDS, DETAIL = "Interkulturelle Orientierung und Öffnung", "Querschnittsaufgabe"


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    found = QWidget()
    qtbot.addWidget(found)
    return found


def made(host: QWidget, width: int) -> OptionButton:
    button = OptionButton(host)
    button.show_option("4", WORDS, WORDS, DETAIL)
    button.resize(width, button.sizeHint().height())
    host.show()
    return button


def seen(button: OptionButton) -> list[str]:
    return [part.text() for part in button.findChildren(QLabel) if part.isVisible()]


def test_an_option_says_more_at_its_right_where_there_is_room(host: QWidget) -> None:
    assert DETAIL in seen(made(host, 700))


def test_what_is_said_at_the_right_gives_way_to_the_words(host: QWidget) -> None:
    button = made(host, 700)
    button.resize(button.sizeHint().width() - 10, button.height())

    assert DETAIL not in seen(button)
    assert WORDS in seen(button)
    assert not button.toolTip()


def test_words_that_are_shortened_stand_in_the_tooltip(host: QWidget) -> None:
    assert made(host, 160).toolTip() == WORDS
