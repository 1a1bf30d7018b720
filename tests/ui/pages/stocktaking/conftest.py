"""Give the tests of step 2 its pages in a window, and ears for where the user wants to go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kizdesk.project.basics.begin import NewProject, create
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from kizdesk.project.wording.labels import Labels
from kizdesk.ui.jobs import Jobs
from kizdesk.ui.memory import Memory
from kizdesk.ui.pages.stocktaking.interviews import InterviewsPage
from kizdesk.ui.pages.stocktaking.matrix import MatrixPage
from kizdesk.ui.session import Session
from kizdesk.ui.theme import Theme
from tests.ui.pages.showing import Ears, Show


@pytest.fixture
def ears(empty_session: Session) -> Ears:
    return Ears(empty_session)


@pytest.fixture
def matrix_page(empty_session: Session, show: Show, qtbot: QtBot) -> MatrixPage:
    page = MatrixPage(empty_session)
    with qtbot.waitSignal(page.heading_changed):
        show(page)
    qtbot.waitUntil(lambda: page.heading().subtitle != "")
    return page


@pytest.fixture
def list_page(empty_session: Session, show: Show, qtbot: QtBot) -> InterviewsPage:
    page = InterviewsPage(empty_session)
    show(page)
    qtbot.waitUntil(lambda: not empty_session.jobs.is_busy)
    return page


@pytest.fixture
def city_session(ui_surroundings: Surroundings, theme: Theme, tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "muenster.kizdesk"
    create(path, NewProject("05515"), ui_surroundings)
    with OpenProject.open(path, ui_surroundings) as project:
        opened = Session(project, Labels(project.library), Jobs(), Memory(tmp_path / "city.ini"), theme)
        yield opened
        opened.end()
        opened.jobs.close()


@pytest.fixture
def large_session(ui_surroundings: Surroundings, theme: Theme, tmp_path: Path) -> Iterator[Session]:
    """Return the session of a new project of the Kreis Steinfurt with its 24 municipalities."""
    path = tmp_path / "steinfurt.kizdesk"
    create(path, NewProject("05566"), ui_surroundings)
    with OpenProject.open(path, ui_surroundings) as project:
        opened = Session(project, Labels(project.library), Jobs(), Memory(tmp_path / "large.ini"), theme)
        yield opened
        opened.end()
        opened.jobs.close()


@pytest.fixture
def read_only(empty_session: Session, theme: Theme, tmp_path: Path) -> Iterator[Session]:
    """Return a session that only reads the same project."""
    pinned = empty_session.project.pinned()
    opened = Session(pinned, Labels(pinned.library), Jobs(), Memory(tmp_path / "reader.ini"), theme)
    yield opened
    opened.end()
    opened.jobs.close()
