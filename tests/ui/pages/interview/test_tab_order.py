"""Go through every question of an interview by the Tab key alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kizdesk.domain.interviews import Interview
from kizdesk.ui.pages.interview.replies.cells import CellLine
from kizdesk.ui.pages.interview.runner import RunnerPage
from kizdesk.ui.session import Session
from kizdesk.ui.shell.shell import Shell
from kizdesk.ui.widgets.stops import stops
from tests.ui.forms.hands import focused
from tests.ui.pages.interview.hands import Hands


def reached_from(start: QWidget) -> list[QWidget]:
    """Return what the Tab key reaches until it is back, or goes in circles."""
    reached = [start]
    while True:
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        if focused() in reached:
            return reached
        reached.append(focused())


def is_given(stop: QWidget) -> bool:
    """Tell whether it is a name that stood in a table before: Tab goes on to what is to be filled in beside it."""
    return isinstance(stop, CellLine) and stop.objectName().endswith("-1") and bool(stop.text())


def test_the_tab_key_reaches_everything_at_every_question(
    shell: Shell, interview: Interview, empty_session: Session
) -> None:
    empty_session.open("interview.runner", interview.id)
    page = shell.navigator.page
    assert isinstance(page, RunnerPage)
    hands = Hands(page, empty_session, interview.id)
    seen = set()
    while page.place not in seen:
        seen.add(page.place)
        start = focused()
        reached = reached_from(start)
        there = [stop for stop in stops(shell) if stop.isVisible() and stop.isEnabled()]
        missed = [stop.objectName() for stop in there if stop not in reached and not is_given(stop)]
        assert not missed, page.place
        start.setFocus()
        hands.go_on()
    assert len(seen) > 60
