"""Give the tests of an interview the page in a window, hands that only type, and a project of their own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.interviews import Interview, InterviewForm
from kizdesk.project.interviews.edit import add_interview
from kizdesk.ui.catalogue import entry_for
from kizdesk.ui.pages.interview.runner import RunnerPage
from kizdesk.ui.session import Session
from kizdesk.ui.shell.shell import Shell
from tests.ui.pages.interview.hands import Hands

GREVENBROICH = "05162008"


@pytest.fixture
def interview(empty_session: Session) -> Interview:
    return add_interview(empty_session.project, GREVENBROICH, InterviewForm.ON_SITE)


@pytest.fixture
def fields(empty_session: Session) -> tuple[str, ...]:
    return tuple(field.id for field in empty_session.project.snapshot.all(FieldOfAction))


@pytest.fixture
def page(empty_session: Session, qtbot: QtBot) -> Iterator[RunnerPage]:
    made = RunnerPage(empty_session)
    qtbot.addWidget(made)
    made.resize(1024, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.hide()


@pytest.fixture
def hands(page: RunnerPage, interview: Interview, empty_session: Session) -> Hands:
    page.open(interview.id)
    return Hands(page, empty_session, interview.id)


@pytest.fixture
def shell(empty_session: Session, qtbot: QtBot) -> Iterator[Shell]:
    entries = [entry_for("stocktaking.interviews"), entry_for("interview.runner")]
    made = Shell(empty_session, [], [], entries)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.begin()
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.hide()
    made.end()
