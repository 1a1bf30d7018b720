"""Show every page of a project that is only read: all can be seen, nothing can be changed, no key breaks anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from kizdesk.domain.places import Project
from kizdesk.project.entry import enter
from kizdesk.project.opened import PROJECT_ID, OpenProject
from kizdesk.project.records import set_value
from kizdesk.project.surroundings import Surroundings
from kizdesk.ui.page import Page
from kizdesk.ui.widgets.search import SearchField
from tests.ui.faults.program import KEYS, Program, click

N, CTRL, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
CHANGING = (
    (Qt.Key.Key_Delete, N),
    (Qt.Key.Key_Insert, N),
    (Qt.Key.Key_D, CTRL),
    (Qt.Key.Key_Up, ALT),
    (Qt.Key.Key_Down, ALT),
    (Qt.Key.Key_Return, CTRL),
    (Qt.Key.Key_Z, CTRL),
    (Qt.Key.Key_Y, CTRL),
    (Qt.Key.Key_V, CTRL),
    (Qt.Key.Key_1, N),
    (Qt.Key.Key_F2, N),
    (Qt.Key.Key_Space, N),
)
TOOLS = ("export-folder", "export-name", "day", "filter-day", "preview-number")


@pytest.fixture
def reading(program: Program, project_path: Path, ui_surroundings: Surroundings) -> Iterator[Program]:
    before = project_path.read_bytes()
    program.window.show_project(enter(project_path, ui_surroundings, read_only=True))
    yield program
    assert project_path.read_bytes() == before


def inputs(page: Page) -> list[QLineEdit | QPlainTextEdit]:
    """Return what takes text on a page, without what only looks for something."""
    found: list[QLineEdit | QPlainTextEdit] = [*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit)]
    found = [made for made in found if made.isVisible()]
    return [made for made in found if not isinstance(made, SearchField) and "search" not in made.objectName()]


def stops(page: Page) -> list[QWidget]:
    own = [made for made in page.findChildren(QWidget) if made.isVisible() and made.isEnabled()]
    return [made for made in own if made.focusPolicy() & Qt.FocusPolicy.TabFocus]


def test_nothing_can_be_edited_on_any_page(reading: Program) -> None:
    found = {}
    for key in KEYS:
        shown = [made for made in inputs(reading.show(key)) if made.isEnabled() and not made.isReadOnly()]
        if own := [f"{made.objectName()} {made.accessibleName()}" for made in shown if not _is_tool(made)]:
            found[key] = own
    assert found == {}


@pytest.mark.usefixtures("no_dialogs")
def test_no_key_changes_or_breaks_anything(reading: Program) -> None:
    QApplication.clipboard().setText("eingefügt")
    snapshot = reading.project.snapshot
    for key in KEYS:
        for stop in stops(reading.show(key))[:12]:
            for pressed, modifiers in CHANGING:
                if stop.isVisible() and not isinstance(stop, QComboBox):
                    QTest.keyClick(stop, pressed, modifiers)
                    close_popups()
        reading.settle()
        assert reading.project.snapshot is snapshot, key
        assert reading.bugs == [], key


def test_files_that_are_dropped_change_nothing(reading: Program, project_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(project_path))])
    snapshot = reading.project.snapshot
    for key in KEYS:
        page = reading.show(key)
        views = [view.viewport() for view in page.findChildren(QAbstractItemView)]
        for target in [made for made in page.findChildren(QWidget) if made.acceptDrops()] + views:
            if target.isVisible():
                drop(target, data)
    reading.settle()
    assert reading.project.snapshot is snapshot


def test_a_second_program_says_who_works_there_and_reads(
    program: Program, project_path: Path, ui_surroundings: Surroundings
) -> None:
    with OpenProject.open(project_path, ui_surroundings, behind=True) as other:
        program.parts.starter.open(project_path)
        program.settle()
        assert "Erika Muster" in program.seen(program.start)
        click(program.start, "open-read-only")
        program.settle()
        assert program.session.read_only
        set_value(other, Project, PROJECT_ID, "title", "Von anderer Hand")
        assert other.flush(10)
        program.show("basics.project")
        assert program.project.settings.title == "Von anderer Hand"


def drop(widget: QWidget, data: QMimeData) -> None:
    buttons, place = Qt.MouseButton.LeftButton, QPoint(3, 3)
    entered = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, buttons, N)
    QApplication.sendEvent(widget, entered)
    if entered.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(place, Qt.DropAction.CopyAction, data, buttons, N))


def close_popups() -> None:
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def _is_tool(made: QWidget) -> bool:
    """Tell whether an input chooses what is shown or put out, and not what is kept."""
    return made.objectName() in TOOLS or isinstance(made.parent(), QComboBox)
