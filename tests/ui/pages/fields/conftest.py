"""Give the tests of step 4 its pages as they stand in the window."""

from __future__ import annotations

import shutil
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
from kizdesk.ui.pages.fields.fields import FieldsPage
from kizdesk.ui.pages.fields.principles import PrinciplesPage
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


def shown(qtbot: QtBot, page: QWidget) -> None:
    """Show a page as large as in a small window."""
    qtbot.addWidget(page)
    page.resize(1024, 540)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


@pytest.fixture
def page(session: Session, qtbot: QtBot) -> FieldsPage:
    made = FieldsPage(session, delay=20)
    shown(qtbot, made)
    made.desk.outline.setFocus()
    return made


@pytest.fixture
def empty_page(empty_session: Session, qtbot: QtBot) -> FieldsPage:
    made = FieldsPage(empty_session, delay=20)
    shown(qtbot, made)
    made.desk.outline.setFocus()
    return made


@pytest.fixture
def principles(session: Session, qtbot: QtBot) -> PrinciplesPage:
    made = PrinciplesPage(session, delay=20)
    shown(qtbot, made)
    made.list.setFocus()
    return made
