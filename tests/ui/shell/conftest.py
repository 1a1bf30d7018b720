"""Open the example project in a window with small pages."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from kizdesk.ui.memory import Memory
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.theme import Theme
from tests.ui.shell.small import ENTRIES


@pytest.fixture
def project_path(made_example: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made_example, tmp_path / made_example.name))


@pytest.fixture
def empty_window(qtbot: QtBot, tmp_path: Path, theme: Theme) -> Iterator[MainWindow]:
    made = MainWindow(Memory(tmp_path / "memory.ini"), theme, QLabel("Start"), ENTRIES)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    yield made
    if made.shell is not None:
        made.shell.session.project.close(discard=True)
    made.close()


@pytest.fixture
def window(empty_window: MainWindow, project_path: Path, ui_surroundings: Surroundings) -> MainWindow:
    empty_window.show_project(OpenProject.open(project_path, ui_surroundings, behind=True))
    return empty_window


@pytest.fixture
def save_as(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Return what decides which file somebody chooses when asked."""

    def choose(path: Path) -> None:
        monkeypatch.setattr("kizdesk.ui.shell.file_work.QFileDialog.getSaveFileName", lambda *_: (str(path), ""))

    return choose
