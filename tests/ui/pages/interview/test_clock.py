"""The time of a section runs while it is talked about, and disturbs nobody."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kizdesk.project.runner.timing import section_seconds
from kizdesk.ui.pages.interview.clock import SectionClock
from kizdesk.ui.pages.interview.runner import RunnerPage
from kizdesk.ui.session import Session
from tests.ui.pages.interview.hands import Hands


class Watch:
    """Be a watch that is set by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """Return what it shows."""
        return self.now


@pytest.fixture
def watch(qtbot: QtBot, page: RunnerPage, hands: Hands) -> Watch:
    made = Watch()
    SectionClock(hands.session, page._walk, page, made)
    hands.walk_to("b01")
    qtbot.wait(5)
    return made


def _spent(hands: Hands, section_id: str) -> int:
    return section_seconds(hands.interview, section_id)


def _leave_section(qtbot: QtBot, hands: Hands) -> None:
    hands.walk_to("c01")
    qtbot.wait(5)


def test_the_time_between_two_questions_counts_for_their_section(qtbot: QtBot, watch: Watch, hands: Hands) -> None:
    watch.now = 40
    hands.go_on()
    watch.now = 65
    _leave_section(qtbot, hands)
    assert _spent(hands, "b") == 65


def test_hours_without_a_sign_of_life_do_not_count(qtbot: QtBot, watch: Watch, hands: Hands) -> None:
    watch.now = 7200
    _leave_section(qtbot, hands)
    assert _spent(hands, "b") == 300


def test_typing_is_a_sign_of_life(qtbot: QtBot, watch: Watch, hands: Hands) -> None:
    for minute in range(1, 4):
        watch.now = minute * 240
        hands.type("Amt ")
        assert hands.page._card.flush()
    _leave_section(qtbot, hands)
    assert _spent(hands, "b") == 720


def test_another_window_stops_it(qtbot: QtBot, watch: Watch, hands: Hands, page: RunnerPage) -> None:
    watch.now = 10
    QApplication.sendEvent(page, QEvent(QEvent.Type.WindowDeactivate))
    watch.now = 250
    QApplication.sendEvent(page, QEvent(QEvent.Type.WindowActivate))
    watch.now = 255
    _leave_section(qtbot, hands)
    assert _spent(hands, "b") == 15


def test_leaving_the_page_notes_it_at_once(watch: Watch, hands: Hands, page: RunnerPage) -> None:
    watch.now = 33
    page.hide()
    assert section_seconds(hands.interview, "b") == 33


def test_behind_the_end_no_time_counts(qtbot: QtBot, watch: Watch, hands: Hands, page: RunnerPage) -> None:
    watch.now = 20
    next(action for action in page.actions_shown() if action.objectName() == "end").trigger()
    watch.now = 100
    _leave_section(qtbot, hands)
    assert _spent(hands, "b") == 20


def test_a_note_is_no_step_for_the_button_that_takes_the_last_one_back(
    qtbot: QtBot, watch: Watch, hands: Hands, empty_session: Session
) -> None:
    hands.type("Amt 50")
    watch.now = 30
    _leave_section(qtbot, hands)
    assert empty_session.project.undo_label == "Frage B.1 beantworten"


def test_the_tooltip_of_the_section_tells_it(qtbot: QtBot, watch: Watch, hands: Hands, page: RunnerPage) -> None:
    watch.now = 120
    _leave_section(qtbot, hands)
    spoken = [line.spoken for line in page._sections._list.lines]
    assert any(text.endswith("2 min besprochen") for text in spoken)
