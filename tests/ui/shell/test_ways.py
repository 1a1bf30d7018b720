"""Zurück leads to where somebody came from, and opening a project to where it was left."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.fields import Measure
from kizdesk.domain.interviews import Interview
from kizdesk.project.opened import OpenProject
from kizdesk.project.runner.places import place_of
from kizdesk.project.surroundings import Surroundings
from kizdesk.ui.memory import Memory
from kizdesk.ui.pages.fields.fields import FieldsPage
from kizdesk.ui.pages.interview.runner import RunnerPage
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.theme import Theme
from tests.ui.shell.small import ALT, ENTRIES, SmallPage, button, click, key_shown, shell


def _back(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)


class Words(QWidget):
    """Count how often somebody asks how high they are when they are wrapped."""

    asked = 0

    def hasHeightForWidth(self) -> bool:
        """Answer as a label does."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Answer as a label does, and count."""
        self.asked += 1
        return width


def test_back_leads_to_the_page_from_which_one_jumped(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    shell(window).navigator.show("output.check")
    shell(window).session.go(Target(Step.BASICS, "person", "p1"))
    assert button(window, "go-back").text() == "Zurück zu „Prüfen“"
    _back(window)
    assert key_shown(window) == "output.check"
    assert button(window, "go-back").text() == "Zurück"


def test_back_goes_one_by_one_to_where_one_was(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    for digit in (Qt.Key.Key_5, Qt.Key.Key_3, Qt.Key.Key_8):
        QTest.keyClick(window, digit, ALT)
    seen = []
    for _ in range(3):
        _back(window)
        seen.append(key_shown(window))
    assert seen == ["evaluation.comparison", "focus.focus", "basics.project"]
    assert not button(window, "go-back").isEnabled()


def test_on_leads_to_the_next_page_also_after_going_back(window: MainWindow) -> None:
    shell(window).navigator.show("focus.focus")
    click(button(window, "go-back"))
    click(button(window, "go-on"))
    assert key_shown(window) == "basics.people"


def test_the_list_a_page_belongs_to_does_not_lead_back_to_that_page(window: MainWindow) -> None:
    navigator = shell(window).navigator
    navigator.show("stocktaking.interviews")
    shell(window).session.open("interview.runner", "i1")
    click(button(window, "go-back"))
    assert key_shown(window) == "stocktaking.interviews"
    click(button(window, "go-back"))
    assert key_shown(window) == "basics.project"


@pytest.fixture
def reopened(
    window: MainWindow, project_path: Path, ui_surroundings: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> MainWindow:
    monkeypatch.setattr(SmallPage, "way_here", lambda _: "der Ort")
    shell(window).navigator.show("interview.runner")
    assert window.close_project()
    window.show_project(OpenProject.open(project_path, ui_surroundings, behind=True))
    return window


def test_a_project_opens_where_it_was_left(reopened: MainWindow) -> None:
    assert key_shown(reopened) == "interview.runner"
    page = shell(reopened).navigator.page
    assert isinstance(page, SmallPage)
    assert page.opened == "der Ort"


def test_what_was_left_is_the_question_and_the_measure(
    qtbot: QtBot, tmp_path: Path, theme: Theme, made_example: Path, ui_surroundings: Surroundings
) -> None:
    path = Path(shutil.copy(made_example, tmp_path / made_example.name))
    window = MainWindow(Memory(tmp_path / "memory.ini"), theme, QPushButton("Start"))
    qtbot.addWidget(window)
    window.show()

    def reopen() -> None:
        assert window.close_project()
        window.show_project(OpenProject.open(path, ui_surroundings, behind=True))

    reopen()
    snapshot = shell(window).session.project.snapshot
    interview, measure = snapshot.all(Interview)[0], snapshot.all(Measure)[-1]
    shell(window).session.open("interview.runner", interview.id)
    page = shell(window).navigator.page
    assert isinstance(page, RunnerPage)
    page.open(f"{interview.id}#{page.place.key if page.place else ''}")
    where = page.way_here()
    assert place_of(where.partition("#")[2]) is not None
    reopen()
    page = shell(window).navigator.page
    assert isinstance(page, RunnerPage)
    assert page.way_here() == where

    shell(window).session.open("fields.fields", measure.id)
    reopen()
    fields = shell(window).navigator.page
    assert isinstance(fields, FieldsPage)
    assert fields.way_here() == measure.id
    assert window.close_project()


def test_every_page_can_be_left_and_found_again(window: MainWindow) -> None:
    for entry in ENTRIES:
        page = shell(window).navigator.show(entry.key)
        assert page.way_here() == ""


def test_other_buttons_in_the_head_do_not_wrap_the_words_of_the_page_anew(window: MainWindow) -> None:
    page = shell(window).navigator.page
    assert isinstance(page, SmallPage)
    layout = page.layout()
    assert layout is not None
    words = Words()
    layout.addWidget(words)
    words.show()
    words.asked = 0
    page.actions_shown()[0].setVisible(False)
    page.heading_changed.emit()

    assert words.asked == 0
