"""What is missing is said whole, and nothing of it is cut."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step, Target
from kizdesk.ui.shell.foot import Foot
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.messages import MessageBar

LONG = "Es fehlen noch: Zeitraum für „Sprachmittlerpool für den ganzen Kreis aufbauen“, Ziele für „Elterncafés“. "


@pytest.fixture(params=[1.0, 1.15], ids=["usual type", "larger type"])
def foot(request: pytest.FixtureRequest, qtbot: QtBot, theme: Theme) -> Iterator[Foot]:
    theme.choose(scale=request.param)
    made = Foot(theme)
    qtbot.addWidget(made)
    made.resize(1000, made.sizeHint().height())
    made.show()
    yield made
    theme.choose(scale=1.0)


def _show(foot: Foot) -> QPushButton:
    found = foot.findChild(QPushButton, "show-missing")
    assert isinstance(found, QPushButton)
    return found


def test_the_line_keeps_its_height_when_the_sentence_needs_two_lines(foot: Foot) -> None:
    foot.show_missing("Es fehlt noch der Zeitraum.", Target(Step.FOCUS, "focus_period"))
    before = foot.height()
    foot.show_missing(LONG, Target(Step.FOCUS, "focus_period"))
    foot.resize(foot.width(), foot.sizeHint().height())
    assert foot.height() == before


def test_the_frame_around_the_button_stands_within_the_line(foot: Foot) -> None:
    foot.show_missing(LONG, Target(Step.FOCUS, "focus_period"))
    made = _show(foot)
    top = made.mapTo(foot.room, QPoint(0, 0)).y()
    assert made.height() >= made.sizeHint().height()
    assert top >= 1
    assert top + made.height() <= foot.room.height() - 1


def test_a_sentence_of_two_lines_is_shown_whole_and_a_longer_one_in_the_tooltip(foot: Foot) -> None:
    foot.show_missing(LONG, Target(Step.FOCUS, "focus_period"))
    foot.grab()
    assert not foot.sentence.toolTip()
    foot.show_missing(LONG * 3, Target(Step.FOCUS, "focus_period"))
    foot.grab()
    assert foot.sentence.toolTip() == LONG * 3


def test_what_was_done_is_told_in_a_bar_as_high_as_the_line_it_covers(foot: Foot, theme: Theme, qtbot: QtBot) -> None:
    bar = MessageBar(theme)
    qtbot.addWidget(bar)
    bar.resize(1000, 10)
    bar.say("8 Antworten übernommen", "info", "Rückgängig")
    foot.show_missing("Es fehlt noch der Zeitraum.", None)

    qtbot.waitUntil(lambda: bar.heightForWidth(1000) <= foot.room.height())
    assert bar.heightForWidth(250) > foot.room.height()


def test_several_things_can_be_shown_one_by_one(foot: Foot, qtbot: QtBot) -> None:
    foot.show_missing(LONG, Target(Step.FOCUS, "focus_period"), 5)
    listed = foot.findChild(QPushButton, "show-all-missing")
    assert isinstance(listed, QPushButton)
    assert listed.text() == "Alle zeigen"
    with qtbot.waitSignal(foot.all_wanted):
        listed.click()


def test_one_thing_needs_no_list(foot: Foot) -> None:
    foot.show_missing(LONG, Target(Step.FOCUS, "focus_period"))
    listed = foot.findChild(QPushButton, "show-all-missing")
    assert isinstance(listed, QPushButton)
    assert listed.isHidden()
