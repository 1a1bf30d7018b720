"""Show the page of papers, with the hands that a person uses on it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from kizdesk.project.wording.labels import Labels
from kizdesk.ui.jobs import Jobs
from kizdesk.ui.memory import Memory
from kizdesk.ui.pages.papers.page import PapersPage
from kizdesk.ui.session import Session
from kizdesk.ui.tables import TableView
from kizdesk.ui.theme import Theme
from tests.ui.pages.showing import Show

Open = Callable[[Session], PapersPage]


def _opened(
    made: Path, folder: Path, surroundings: Surroundings, theme: Theme, *, read_only: bool = False
) -> Iterator[Session]:
    path = Path(shutil.copy(made, folder / made.name))
    with OpenProject.open(path, surroundings, read_only=read_only) as project:
        session = Session(project, Labels(project.library), Jobs(), Memory(folder / "memory.ini"), theme)
        yield session
        session.end()
        session.jobs.close()


@pytest.fixture
def example_session(
    made_example: Path, ui_surroundings: Surroundings, theme: Theme, tmp_path: Path
) -> Iterator[Session]:
    """Return the session of the example, opened anew for each test: they all change its papers."""
    yield from _opened(made_example, tmp_path, ui_surroundings, theme)


@pytest.fixture
def read_only_session(
    made_example: Path, ui_surroundings: Surroundings, theme: Theme, tmp_path: Path
) -> Iterator[Session]:
    """Return the session of the example, opened for reading only."""
    yield from _opened(made_example, tmp_path, ui_surroundings, theme, read_only=True)


@pytest.fixture
def open_page(show: Show, qtbot: QtBot) -> Iterator[Open]:
    """Open the page on a project; at the end nothing is being written any more."""
    sessions: list[Session] = []

    def put(session: Session) -> PapersPage:
        made = PapersPage(session)
        show(made)
        sessions.append(session)
        return made

    yield put
    for session in sessions:
        qtbot.waitUntil(partial(_is_idle, session))


def _is_idle(session: Session) -> bool:
    return not session.jobs.is_busy


def table(page: PapersPage, name: str) -> TableView[object]:
    """Return a list of the page by its name."""
    found = page.findChild(TableView, name)
    assert isinstance(found, TableView)
    return found


def choose(page: PapersPage, field: str, paper: str = "sitzungsvorlage") -> None:
    """Choose a paper and a field of it in the lists."""
    assert table(page, "papers.list").reveal(paper)
    assert table(page, f"papers.fields.{paper}").reveal(field)


def button(page: PapersPage, name: str) -> QPushButton:
    """Return a button by its name."""
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def words(page: PapersPage) -> str:
    """Return the words that are seen."""
    return "\n".join(line.text() for line in page.findChildren(QLabel) if line.isVisible())
