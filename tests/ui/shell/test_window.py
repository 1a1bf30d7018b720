from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.changes import Change
from kizdesk.domain.checks import Step, Target
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from kizdesk.ui.catalogue import PAGES, PageEntry
from kizdesk.ui.memory import Memory
from kizdesk.ui.page import Heading, Page
from kizdesk.ui.session import Session
from kizdesk.ui.shell.shell import Shell
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.theme import Theme


class SmallPage(Page):
    """Be a page with two actions."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.revealed: Target | None = None
        self._begin = QAction("Gespräch beginnen", self)
        self._send = QAction("Formulare versenden", self)
        self._text = QLabel()
        QVBoxLayout(self).addWidget(self._text)

    def heading(self) -> Heading:
        """Answer as a page does."""
        return Heading("Bestandsaufnahme", "Gespräche und Formulare in allen acht Kommunen")

    def actions_shown(self) -> Sequence[QAction]:
        """Answer as a page does."""
        return (self._send, self._begin)

    def main_action(self) -> QAction | None:
        """Answer as a page does."""
        return self._begin

    def help_text(self) -> str:
        """Answer as a page does."""
        return "Hier steht, wie weit die Gespräche sind."

    def reveal(self, target: Target) -> bool:
        """Answer as a page does."""
        self.revealed = target
        return True

    def refresh(self, changes: Sequence[Change]) -> None:
        """Answer as a page does."""
        _ = changes
        self._text.setText(self.session.project.settings.title)


@dataclass(frozen=True)
class SmallEntry(PageEntry):
    """Be an entry whose page is the small one."""

    def load(self) -> type[Page]:
        """Answer as a page does."""
        return SmallPage


ENTRIES = tuple(SmallEntry(e.key, e.step, e.tab, e.place, e.kinds, e.hidden) for e in PAGES)


@pytest.fixture
def window(
    qtbot: QtBot, made_example: Path, tmp_path: Path, ui_surroundings: Surroundings, theme: Theme
) -> Iterator[MainWindow]:
    path = Path(shutil.copy(made_example, tmp_path / made_example.name))
    made = MainWindow(Memory(tmp_path / "memory.ini"), theme, QLabel("Start"), ENTRIES)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.show_project(OpenProject.open(path, ui_surroundings, behind=True))
    yield made
    made.close()


def shell(window: MainWindow) -> Shell:
    assert window.shell is not None
    return window.shell


def button(window: MainWindow, name: str) -> QAbstractButton:
    return next(made for made in shell(window).findChildren(QAbstractButton) if made.objectName() == name)


def test_the_rail_says_the_state_of_each_step(window: MainWindow, qtbot: QtBot) -> None:
    step = button(window, f"step-{Step.STOCK_TAKING.value}")
    qtbot.waitUntil(lambda: step.accessibleName().count(",") >= 2, timeout=10_000)
    assert step.accessibleName().endswith("Schritt 2 von 8")


def test_alt_and_a_digit_shows_the_step(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    entry = shell(window).navigator.entry
    assert entry is not None
    assert entry.step is Step.FIELDS


def test_on_leads_to_the_next_page(window: MainWindow) -> None:
    QTest.mouseClick(button(window, "go-on"), Qt.MouseButton.LeftButton)
    entry = shell(window).navigator.entry
    assert entry is not None
    assert entry.key == "basics.people"


def test_a_jump_reveals_the_very_place(window: MainWindow) -> None:
    target = Target(Step.FIELDS, "measure", "m1")
    shell(window).session.go(target)
    page = shell(window).navigator.page
    assert isinstance(page, SmallPage)
    assert page.revealed == target
    assert page.objectName() == "page-fields.fields"


def test_the_palette_finds_a_command_and_runs_it(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    line = next(made for made in shell(window).findChildren(QLineEdit) if made.objectName() == "palette-line")
    QTest.keyClicks(line, "Leitlinien")
    QTest.keyClick(line, Qt.Key.Key_Return)
    entry = shell(window).navigator.entry
    assert entry is not None
    assert entry.key == "fields.principles"
    assert shell(window).palette_panel.isHidden()


def test_escape_closes_the_help(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    panel = shell(window).help_panel
    assert panel.isVisible()
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_closing_leads_back_to_the_start(window: MainWindow) -> None:
    assert window.close_project()
    assert window.shell is None


def test_every_control_of_the_shell_has_a_name(window: MainWindow) -> None:
    nameless = [
        made.objectName()
        for made in shell(window).findChildren(QAbstractButton)
        if made.isVisible() and not _name(made)
    ]
    assert not nameless


def _name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
