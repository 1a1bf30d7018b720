"""The keys of a page work wherever the focus is in the window, and its type can be larger at any time."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from kizdesk.ui.catalogue import PAGES
from kizdesk.ui.memory import Memory
from kizdesk.ui.pages.evaluation.comparison import ComparisonPage
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.theme import Theme
from tests.ui.shell.small import ALT, CTRL, button, shell


@pytest.fixture
def whole(
    qtbot: QtBot, tmp_path: Path, theme: Theme, made_example: Path, ui_surroundings: Surroundings
) -> Iterator[MainWindow]:
    """Return a window with the pages of the program and the example project."""
    window = MainWindow(Memory(tmp_path / "memory.ini"), theme, QLabel("Start"))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    path = Path(shutil.copy(made_example, tmp_path / made_example.name))
    window.show_project(OpenProject.open(path, ui_surroundings, behind=True))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=2_000)
    yield window
    if window.shell is not None:
        session = window.shell.session
        session.jobs.cancel_all()
        qtbot.waitUntil(lambda: not session.jobs.is_busy, timeout=60_000)
        session.project.close(discard=True)
    window.close()


def test_no_key_of_a_page_needs_the_focus_on_the_page(whole: MainWindow) -> None:
    for entry in PAGES:
        page = shell(whole).navigator.show(entry.key)
        keys = [made.context() for made in page.findChildren(QShortcut) if made.parent() is page]
        keys += [action.shortcutContext() for action in page.actions()]
        assert set(keys) <= {Qt.ShortcutContext.WindowShortcut}, entry.key


def test_the_next_question_is_compared_also_from_the_rail(whole: MainWindow, qtbot: QtBot) -> None:
    page = shell(whole).navigator.show("evaluation.comparison")
    assert isinstance(page, ComparisonPage)
    qtbot.waitUntil(lambda: page.table.rows.rowCount() > 0, timeout=10_000)
    step = button(whole, f"step-{Step.EVALUATION.value}")
    step.setFocus()
    with qtbot.waitSignal(page.chooser.chosen, timeout=1_000):
        QTest.keyClick(step, Qt.Key.Key_PageDown, ALT)


def test_the_word_file_is_asked_for_also_from_the_rail(whole: MainWindow, qtbot: QtBot) -> None:
    page = shell(whole).navigator.show("output.export")
    export = next(action for action in page.actions_shown() if action.objectName() == "export-word")
    export.triggered.disconnect()
    step = button(whole, f"step-{Step.OUTPUT.value}")
    step.setFocus()
    with qtbot.waitSignal(export.triggered, timeout=1_000):
        QTest.keyClick(step, Qt.Key.Key_Return, CTRL)


def test_larger_type_may_be_chosen_while_a_project_is_open(whole: MainWindow, theme: Theme, qtbot: QtBot) -> None:
    theme.choose(scale=1.15)
    theme.choose(scale=1.0)
    qtbot.waitUntil(lambda: shell(whole).isVisible())


def test_the_focus_goes_into_no_field_while_the_word_file_is_written(whole: MainWindow, qtbot: QtBot) -> None:
    session = shell(whole).session
    page = shell(whole).navigator.show("output.export")
    qtbot.waitUntil(lambda: not session.jobs.is_busy, timeout=20_000)
    export = next(action for action in page.actions_shown() if action.objectName() == "export-word")
    head = shell(whole).header.button_of(export)
    assert head is not None
    with qtbot.waitSignal(session.jobs.started, timeout=5_000):
        QTest.mouseClick(head, Qt.MouseButton.LeftButton)
    assert not isinstance(QApplication.focusWidget(), QLineEdit)
    session.jobs.cancel_all()
