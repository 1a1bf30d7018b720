"""Check that all that is missing can be listed, each with the way to its place, and that nothing old is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kizdesk.domain.fields import FieldOfAction, FieldStatus, Principle, Strand
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add, set_value
from kizdesk.project.surroundings import Surroundings
from kizdesk.ui.memory import Memory
from kizdesk.ui.shell.missing_panel import MissingPanel
from kizdesk.ui.shell.shell import Shell
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.tables import TableView
from kizdesk.ui.theme import Theme
from tests.ui.shell.small import button, click, shell


@pytest.fixture
def shown(
    qtbot: QtBot, tmp_path: Path, theme: Theme, made_empty: Path, ui_surroundings: Surroundings
) -> Iterator[Shell]:
    """Return the window on the fields of a project with one field of which everything is missing."""
    window = MainWindow(Memory(tmp_path / "memory.ini"), theme, QLabel("Start"))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    path = tmp_path / made_empty.name
    path.write_bytes(made_empty.read_bytes())
    project = OpenProject.open(path, ui_surroundings, behind=True)
    made = FieldOfAction(id="neu", title="Neues Feld", strand=Strand.EDUCATION, status=FieldStatus.ADOPTED)
    add(project, made, "Handlungsfeld anlegen")
    window.show()
    window.show_project(project)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=2_000)
    found = shell(window)
    found.session.open("fields.fields")
    qtbot.waitUntil(lambda: "Leitlinien" in found.foot.sentence.text(), timeout=30_000)
    yield found
    found.session.jobs.cancel_all()
    qtbot.waitUntil(lambda: not found.session.jobs.is_busy, timeout=60_000)
    found.session.project.close(discard=True)
    window.close()


def _listed(shown: Shell) -> list[str]:
    click(button(shown, "show-all-missing"))
    panel = shown.findChild(MissingPanel)
    assert isinstance(panel, MissingPanel)
    assert panel.isVisible()
    table = panel.findChild(TableView)
    assert isinstance(table, TableView)
    model = table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_what_the_line_only_counts_is_listed_and_each_leads_to_its_place(shown: Shell, qtbot: QtBot) -> None:
    texts = _listed(shown)
    assert button(shown, "show-all-missing").text() == "Alle zeigen"
    assert "Leitziel zu „Neues Feld“" in texts
    table = QApplication.focusWidget()
    assert table is not None
    for _ in range(texts.index("Leitziel zu „Neues Feld“")):
        QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)

    assert not shown.missing_panel.isVisible()
    qtbot.waitUntil(lambda: "Leitziel" in _focused_name(), timeout=2_000)


def test_the_list_is_as_high_as_its_lines(shown: Shell, qtbot: QtBot) -> None:
    count = len(_listed(shown))
    table = shown.missing_panel.findChild(TableView)
    assert table is not None
    row = table.verticalHeader().defaultSectionSize()
    qtbot.waitUntil(lambda: 0 <= table.viewport().height() - count * row < 2 * row)


def test_a_click_on_a_line_of_the_list_leads_to_its_place(shown: Shell, qtbot: QtBot) -> None:
    row = _listed(shown).index("Leitziel zu „Neues Feld“")
    table = shown.missing_panel.findChild(TableView)
    assert isinstance(table, TableView)
    place = table.visualRect(table.model().index(row, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert not shown.missing_panel.isVisible()
    qtbot.waitUntil(lambda: "Leitziel" in _focused_name(), timeout=2_000)


def test_esc_closes_the_list(shown: Shell) -> None:
    assert _listed(shown)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert not shown.missing_panel.isVisible()


def test_the_line_tells_nothing_old_of_what_was_changed_just_now(shown: Shell, qtbot: QtBot) -> None:
    set_value(shown.session.project, FieldOfAction, "neu", "title", "Anderes Feld")
    add(shown.session.project, Principle(id="p", title="Miteinander"), "Leitlinie anlegen")
    qtbot.waitUntil(lambda: "Leitziel zu „Anderes Feld“" in shown.foot.sentence.text(), timeout=10_000)

    set_value(shown.session.project, FieldOfAction, "neu", "guiding_goal", "Alle sprechen Deutsch.")

    assert "Leitziel" not in shown.foot.sentence.text()
    qtbot.waitUntil(lambda: "Ziele zu „Anderes Feld“" in shown.foot.sentence.text(), timeout=10_000)


def _focused_name() -> str:
    found = QApplication.focusWidget()
    return found.accessibleName() if found is not None else ""
