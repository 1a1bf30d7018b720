"""Put the whole program together as it starts, with the real pages, for hands that do what nobody should."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kizdesk.project.entry import enter
from kizdesk.project.surroundings import Surroundings
from kizdesk.ui.app import Start, Ways, assemble
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.start.page import StartPage
from tests.ui.faults.program import Program


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    """Return the program with its start page; what it would show as a bug fails the test."""
    parts = assemble(qapp, Start(tmp_path / "memory.ini", tmp_path, "Erika Muster"))
    page = StartPage(parts.starter)
    window = MainWindow(parts.memory, parts.theme, page, choice=parts.starter.scheme)
    made = Program(window, page, parts, qtbot)
    parts.jobs.broken.connect(made.note_bug)
    ways = Ways(window, page, parts.starter)
    window.resize(1366, 768)
    window.show()
    page.show_home()
    yield made
    made.end()
    ways.deleteLater()
    assert made.bugs == []


@pytest.fixture
def project_path(made_example: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(made_example, tmp_path / made_example.name))


@pytest.fixture
def example(program: Program, project_path: Path, ui_surroundings: Surroundings) -> Program:
    """Return the program with the example project open, saved behind."""
    program.window.show_project(enter(project_path, ui_surroundings))
    return program


@pytest.fixture
def empty(program: Program, made_empty: Path, tmp_path: Path, ui_surroundings: Surroundings) -> Program:
    """Return the program with a new project open, saved behind."""
    path = Path(shutil.copy(made_empty, tmp_path / made_empty.name))
    program.window.show_project(enter(path, ui_surroundings))
    return program


@pytest.fixture
def no_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer every question for a file with a second thought."""
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: True)
