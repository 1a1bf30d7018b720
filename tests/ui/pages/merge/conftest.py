"""Open a project in the window, beside a copy that somebody worked on with a second laptop."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kizdesk.domain.interviews import Answer
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import set_value
from kizdesk.project.surroundings import Surroundings
from kizdesk.ui.memory import Memory
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.theme import Theme
from tests.project.merging.laptops import KAARST, SCAN, hold
from tests.ui.pages.merge.hands import Hands


@pytest.fixture
def office(made_empty: Path, tmp_path: Path, ui_surroundings: Surroundings) -> Path:
    """Return a project with one interview."""
    path = Path(shutil.copy(made_empty, tmp_path / made_empty.name))
    with OpenProject.open(path, ui_surroundings) as project:
        hold(project, "alt")
    return path


@pytest.fixture
def laptop(office: Path, tmp_path: Path, ui_surroundings: Surroundings) -> Path:
    """Return a copy in which an interview is new and another is changed."""
    path = Path(shutil.copy(office, tmp_path / "Laptop.kizdesk"))
    with OpenProject.open(path, ui_surroundings) as project:
        hold(project, "neu", KAARST, attached=SCAN)
        set_value(project, Answer, "alt/b01", "text", "Plätze fehlen im Sprachkurs")
    return path


@pytest.fixture
def hands(office: Path, ui_surroundings: Surroundings, tmp_path: Path, theme: Theme, qtbot: QtBot) -> Iterator[Hands]:
    """Sit before the open project."""
    window = MainWindow(Memory(tmp_path / "memory.ini"), theme, QLabel("Start"))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.show_project(OpenProject.open(office, ui_surroundings, behind=True))
    yield Hands(window, qtbot)
    if window.shell is not None:
        window.shell.session.project.close(discard=True)
    window.close()
