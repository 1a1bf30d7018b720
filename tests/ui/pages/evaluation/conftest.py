"""Open the pages of step 3 on the example project and on an empty one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from kizdesk.project.wording.labels import Labels
from kizdesk.ui.jobs import Jobs
from kizdesk.ui.memory import Memory
from kizdesk.ui.page import Page
from kizdesk.ui.session import Destination, Message, Session
from kizdesk.ui.theme import Theme


class Ears:
    """Hear what pages say and where they lead."""

    def __init__(self, session: Session) -> None:
        self.said: list[str] = []
        self.went: list[Destination] = []
        session.said.connect(self._hear)
        session.going.connect(self._follow)

    def _hear(self, message: Message) -> None:
        self.said.append(message.text)

    def _follow(self, destination: Destination) -> None:
        self.went.append(destination)


def shown(qtbot: QtBot, page: Page) -> Page:
    """Show a page as wide as in a window of 1366 pixels."""
    qtbot.addWidget(page)
    page.resize(1024, 540)
    page.show()
    page.activateWindow()
    return page


def child(page: QWidget, name: str) -> QWidget:
    """Return a widget of a page by its name."""
    found = page.findChild(QWidget, name)
    assert found is not None, name
    return found


@pytest.fixture
def ears(example_session: Session) -> Ears:
    return Ears(example_session)


@pytest.fixture
def read_only_session(
    made_example: Path, ui_surroundings: Surroundings, theme: Theme, tmp_path: Path
) -> Iterator[Session]:
    """Return a session that only reads, because another one holds the project."""
    with OpenProject.open(made_example, ui_surroundings, read_only=True) as project:
        session = Session(project, Labels(project.library), Jobs(), Memory(tmp_path / "memory.ini"), theme)
        yield session
        session.end()
        session.jobs.close()
