"""Give the tests of the guide its page as it stands in the window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from kizdesk.project.wording.labels import Labels
from kizdesk.ui.jobs import Jobs
from kizdesk.ui.memory import Memory
from kizdesk.ui.pages.guide.page import GuidePage
from kizdesk.ui.session import Message, Session
from kizdesk.ui.theme import Theme


@pytest.fixture
def session(made_example: Path, ui_surroundings: Surroundings, theme: Theme, tmp_path: Path) -> Iterator[Session]:
    """Return the session of the example project, a copy for each test."""
    path = Path(shutil.copy(made_example, tmp_path / made_example.name))
    with OpenProject.open(path, ui_surroundings) as project:
        opened = Session(project, Labels(project.library), Jobs(), Memory(tmp_path / "memory.ini"), theme)
        yield opened
        opened.end()
        opened.jobs.close()


@pytest.fixture
def said(session: Session) -> list[Message]:
    """Return what is said in the bar."""
    messages: list[Message] = []
    session.said.connect(messages.append)
    return messages


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> GuidePage:
    made = GuidePage(session, delay=20)
    qtbot.addWidget(made)
    made.resize(1024, 540)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.desk.tree.setFocus()
    return made
