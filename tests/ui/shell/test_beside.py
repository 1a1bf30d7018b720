"""Open the preview beside a page, type, and be led from the print to the page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from kizdesk.project.opened import OpenProject
from kizdesk.project.output.preview import Spot
from kizdesk.project.surroundings import Surroundings
from kizdesk.ui.forms import Prose
from kizdesk.ui.memory import Memory
from kizdesk.ui.preview.live import LivePrint
from kizdesk.ui.preview.pane import PreviewPane
from kizdesk.ui.shell.shell import Shell
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.theme import Theme
from tests.ui.preview.conftest import QuickPress

CHAPTERS = "basics.chapters"


@pytest.fixture
def shell(
    qtbot: QtBot, made_example: Path, ui_surroundings: Surroundings, theme: Theme, tmp_path: Path
) -> Iterator[Shell]:
    window = MainWindow(Memory(tmp_path / "memory.ini"), theme, QLabel("Start"))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    path = Path(shutil.copy(made_example, tmp_path / made_example.name))
    window.show_project(OpenProject.open(path, ui_surroundings, behind=True))
    assert window.shell is not None
    LivePrint(window.shell.session, QuickPress)
    window.shell.navigator.show(CHAPTERS)
    yield window.shell
    window.close()


def toggle(shell: Shell) -> None:
    QTest.keyClick(shell.window(), Qt.Key.Key_F8)


def opened(shell: Shell, qtbot: QtBot) -> PreviewPane:
    toggle(shell)
    pane = shell.beside.pane
    assert pane is not None
    qtbot.waitUntil(lambda: pane.live.is_fresh, timeout=20_000)
    return pane


def first_of(pane: PreviewPane, block_id: str) -> Spot:
    assert pane.preview is not None
    spot = pane.preview.spot_of(block_id)
    assert spot is not None
    return spot


def test_keys_open_and_close_the_preview_and_fold_the_rail(shell: Shell, qtbot: QtBot) -> None:
    wide = shell.rail.width()
    assert not shell.beside.is_open
    pane = opened(shell, qtbot)
    qtbot.waitUntil(lambda: shell.rail.width() < wide)
    assert pane.isVisible()
    assert shell.navigator.stack.width() > 600
    toggle(shell)
    assert not pane.isVisible()
    qtbot.waitUntil(lambda: shell.rail.width() == wide)


def test_the_button_stands_only_where_something_printed_is_written(shell: Shell) -> None:
    made = shell.header.findChild(QPushButton, "preview-beside")
    assert isinstance(made, QPushButton)
    assert made.isVisible()
    shell.navigator.show("basics.people")
    assert not made.isVisible()


def test_the_button_goes_without_words_before_another_button_goes_into_the_menu(shell: Shell) -> None:
    made, menu = (shell.header.findChild(QPushButton, name) for name in ("preview-beside", "more-actions"))
    assert isinstance(made, QPushButton)
    assert isinstance(menu, QPushButton)
    shell.navigator.show("fields.fields")
    assert (made.text(), made.accessibleName(), menu.isVisible()) == ("", "Druckvorschau", False)
    shell.navigator.show("fields.principles")
    assert made.text() == "Druckvorschau"


def test_elsewhere_the_keys_lead_to_the_page_of_the_preview(shell: Shell) -> None:
    shell.navigator.show("basics.people")
    toggle(shell)
    assert shell.navigator.entry is not None
    assert shell.navigator.entry.key == "output.preview"


def test_what_is_open_comes_back_with_the_next_page_that_may_have_it(shell: Shell, qtbot: QtBot) -> None:
    pane = opened(shell, qtbot)
    shell.navigator.show("basics.people")
    assert not pane.isVisible()
    shell.navigator.show("fields.principles")
    assert pane.isVisible()


def test_the_cross_closes_it_and_gives_the_focus_back_to_the_page(shell: Shell, qtbot: QtBot) -> None:
    opened(shell, qtbot)
    cross = shell.beside.findChild(QToolButton, "preview-close")
    assert isinstance(cross, QToolButton)
    cross.setFocus()
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert not shell.beside.is_open
    page = shell.navigator.page
    assert page is not None
    qtbot.waitUntil(lambda: page.isAncestorOf(shell.window().focusWidget()))


def test_the_chapter_chosen_is_shown(shell: Shell, qtbot: QtBot) -> None:
    pane, page = opened(shell, qtbot), shell.navigator.page
    assert pane.view is not None
    assert page is not None
    assert page.looked_at() == ("chapter_text", "vorwort")
    qtbot.waitUntil(lambda: pane.view is not None and pane.view.sees(first_of(pane, "kapitel/vorwort")))


def test_typing_is_seen_in_print_soon(shell: Shell, qtbot: QtBot) -> None:
    pane, page = opened(shell, qtbot), shell.navigator.page
    assert page is not None
    text = page.findChild(Prose, "chapter.text")
    assert isinstance(text, Prose)
    text.setFocus()
    before = pane.preview
    QTest.keyClicks(shell.window().focusWidget(), "Neu ")
    qtbot.waitUntil(lambda: pane.live.is_fresh and pane.preview is not before, timeout=20_000)
    assert pane.preview is not None
    assert before is not None
    block = "kapitel/vorwort/text-vorwort#1"
    assert pane.preview.marks[block] != before.marks[block]


def test_a_click_opens_the_page_and_the_preview_stays_in_its_place(shell: Shell, qtbot: QtBot) -> None:
    pane = opened(shell, qtbot)
    view = pane.view
    assert view is not None
    place = first_of(pane, _principle(pane))
    view.show_spot(place, within=True)
    before = view.spot
    where = view.place_of(Spot(place.page, place.top + 10))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert shell.navigator.entry is not None
    assert shell.navigator.entry.key == "fields.principles"
    assert pane.isVisible()
    assert view.spot.page == before.page


def test_find_looks_in_the_preview_when_somebody_is_there(shell: Shell, qtbot: QtBot) -> None:
    pane = opened(shell, qtbot)
    assert pane.view is not None
    pane.view.setFocus()
    QTest.keyClick(shell.window(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert pane.tools.search.hasFocus()


def _principle(pane: PreviewPane) -> str:
    assert pane.preview is not None
    return next(blocks[0] for (kind, _), blocks in pane.preview.blocks_of.items() if kind == "principle")
