"""See in the real window that other colours write nothing, whatever was typed before on whatever page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.fields import Measure
from kizdesk.domain.versions import ChapterText
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from kizdesk.ui.catalogue import PAGES
from kizdesk.ui.forms import Binding
from kizdesk.ui.forms.binding import DELAY
from kizdesk.ui.memory import Memory
from kizdesk.ui.session import Session
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.theme import Theme


@pytest.fixture
def window(
    made_example: Path, tmp_path: Path, theme: Theme, ui_surroundings: Surroundings, qtbot: QtBot
) -> Iterator[MainWindow]:
    path = Path(shutil.copy(made_example, tmp_path / made_example.name))
    made = MainWindow(Memory(tmp_path / "memory.ini"), theme, QLabel("Start"))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.show_project(OpenProject.open(path, ui_surroundings, behind=True))
    yield made
    theme.choose("light", 1.0)
    if made.shell is not None:
        made.shell.session.project.close(discard=True)
    made.close()


def _session(window: MainWindow) -> Session:
    assert window.shell is not None
    return window.shell.session


def _typed(window: MainWindow, target: Target, text: str) -> None:
    _session(window).go(target)
    area = window.focusWidget()
    assert isinstance(area, QPlainTextEdit)
    QTest.keyClicks(area, text)


def test_what_was_undone_on_another_page_does_not_come_back_with_other_colours(
    window: MainWindow, theme: Theme, qtbot: QtBot
) -> None:
    session = _session(window)
    before = session.project.snapshot
    chapter, measure = before.all(ChapterText)[0].id, before.all(Measure)[0].id
    _typed(window, Target(Step.BASICS, "chapter_text", chapter), "Eigene Worte ")
    _typed(window, Target(Step.FIELDS, "measure", measure, "description"), "Ein Abendkurs ")
    session.open("output.check")
    typed = session.project.snapshot
    assert typed.get(ChapterText, chapter) != before.get(ChapterText, chapter)
    assert typed.get(Measure, measure) != before.get(Measure, measure)
    for _ in range(2):
        QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    undone = session.project.snapshot
    assert undone.get(ChapterText, chapter) == before.get(ChapterText, chapter)
    for scheme in ("dark", "light"):
        theme.choose(scheme, 1.15)
        qtbot.wait(DELAY + 100)
        session.leaving.emit()
    assert session.project.snapshot is undone


def test_other_colours_are_taken_for_typing_on_no_page(window: MainWindow, theme: Theme, qtbot: QtBot) -> None:
    session = _session(window)
    for entry in PAGES:
        session.open(entry.key)
    qtbot.waitUntil(lambda: not session.jobs.is_busy, timeout=20_000)
    theme.choose("dark", 1.15)
    dirty = [binding.parent() for binding in window.findChildren(Binding) if binding.is_dirty]
    assert [editor.objectName() for editor in dirty if editor is not None] == []
