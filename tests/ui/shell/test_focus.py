"""When a button goes that had the focus, one goes on where it makes sense, never among the tabs."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.focus import Focus, FocusPeriod
from kizdesk.domain.interviews import Interview
from kizdesk.project.fields.edit import adopt_field
from kizdesk.project.focus.edit import begin_period, choose_focus, focuses_of
from kizdesk.project.opened import OpenProject
from kizdesk.project.output import writing as output
from kizdesk.project.records import set_value
from kizdesk.project.surroundings import Surroundings
from kizdesk.ui.jobs import Progress
from kizdesk.ui.memory import Memory
from kizdesk.ui.shell.header import ActionButton
from kizdesk.ui.shell.shell import Shell
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.theme import Theme
from tests.ui.shell.small import button, click, shell

Opened = Callable[[Path, str], Shell]


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path, theme: Theme, ui_surroundings: Surroundings) -> Iterator[Opened]:
    """Return what opens a copy of a project in the whole window, on a page."""
    window = MainWindow(Memory(tmp_path / "memory.ini"), theme, QLabel("Start"))
    qtbot.addWidget(window)
    window.resize(1366, 768)

    def show(made: Path, page: str) -> Shell:
        window.show()
        path = Path(shutil.copy(made, tmp_path / made.name))
        window.show_project(OpenProject.open(path, ui_surroundings, behind=True))
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=2_000)
        shell(window).session.open(page)
        return shell(window)

    yield show
    if window.shell is not None:
        window.shell.session.jobs.cancel_all()
        qtbot.waitUntil(lambda: window.shell is None or not window.shell.session.jobs.is_busy, timeout=60_000)
        window.shell.session.project.close(discard=True)
    window.close()


def _focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _press(shown: Shell, text: str) -> None:
    made = next(it for it in shown.header.findChildren(ActionButton) if text in it.text() and it.isVisible())
    made.setFocus()
    QTest.keyClick(made, Qt.Key.Key_Space)


def _is_on_page(shown: Shell) -> bool:
    page, focused = shown.navigator.page, QApplication.focusWidget()
    return page is not None and focused is not None and focused is not page and page.isAncestorOf(focused)


def test_after_adopting_a_field_its_aim_can_be_typed(opened: Opened, made_empty: Path, qtbot: QtBot) -> None:
    shown = opened(made_empty, "fields.fields")
    _press(shown, "aufnehmen")
    qtbot.waitUntil(lambda: _is_on_page(shown), timeout=2_000)
    assert "Leitziel" in _focused().accessibleName()


def test_a_long_work_keeps_the_focus_until_it_is_done(
    opened: Opened, made_empty: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "find_office", tuple)
    shown = opened(made_empty, "output.export")
    _press(shown, "Word")
    qtbot.waitUntil(lambda: _focused().objectName() == "open-file", timeout=60_000)


def test_while_something_works_its_button_to_end_it_has_the_focus(
    opened: Opened, made_empty: Path, qtbot: QtBot
) -> None:
    shown = opened(made_empty, "fields.fields")

    def work(progress: Progress) -> None:
        while True:
            QTest.qSleep(5)
            progress("", 0.5)

    made = next(iter(shown.header.findChildren(ActionButton)))
    made.setFocus()
    shown.session.jobs.run(work, lambda _: None, label="Etwas dauert")
    made.action.setEnabled(False)
    qtbot.waitUntil(lambda: _focused().objectName() == "cancel", timeout=5_000)
    made.action.setEnabled(True)
    QTest.keyClick(_focused(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: _focused() is made, timeout=5_000)


def test_back_from_a_page_aside_leads_onto_the_page(opened: Opened, made_example: Path, qtbot: QtBot) -> None:
    shown = opened(made_example, "stocktaking.interviews")
    interview = shown.session.project.snapshot.all(Interview)[0]
    shown.session.open("interview.runner", interview.id)
    back = button(shown, "go-back")
    back.setFocus()
    click(back)
    entry = shown.navigator.entry
    assert entry is not None
    assert not entry.hidden
    qtbot.waitUntil(lambda: _is_on_page(shown), timeout=2_000)


def test_on_the_way_on_the_button_keeps_the_focus(opened: Opened, made_empty: Path) -> None:
    shown = opened(made_empty, "basics.people")
    on = button(shown, "go-on")
    on.setFocus()
    click(on)
    assert _focused() is on


def test_a_sentence_that_is_answered_gives_the_focus_back(opened: Opened, made_empty: Path, qtbot: QtBot) -> None:
    shown = opened(made_empty, "basics.project")
    page = shown.navigator.page
    assert page is not None
    line = next(it for it in page.findChildren(QLineEdit) if it.isVisible() and it.isEnabled())
    line.setFocus()
    shown.session.say("Etwas ist getan.", action="Ansehen", act=lambda: None)
    shown.said.take_focus()
    QTest.keyClick(_focused(), Qt.Key.Key_Space)
    qtbot.waitUntil(line.hasFocus, timeout=2_000)


def test_what_is_destroyed_leaves_the_focus_on_the_page(opened: Opened, made_empty: Path, qtbot: QtBot) -> None:
    shown = opened(made_empty, "basics.project")
    line = QLineEdit(shown.navigator.page)
    line.show()
    line.setFocus()
    assert _focused() is line
    line.deleteLater()
    qtbot.waitUntil(lambda: _is_on_page(shown), timeout=2_000)


def test_tab_goes_on_below_when_what_is_written_takes_the_next_button_away(
    opened: Opened, made_empty: Path, qtbot: QtBot
) -> None:
    shown = opened(made_empty, "focus.focus")
    project = shown.session.project
    for field_id in ("schule", "arbeit"):
        adopt_field(project, field_id)
    period = begin_period(project)
    choose_focus(project, period.id, "schule", "arbeit")
    set_value(project, FocusPeriod, period.id, "self_commitment", "Wir tun es alle zwei Jahre.")
    first, last = focuses_of(project.snapshot, period.id)
    set_value(project, Focus, first.id, "reason", "Weil es drängt.")
    shown.session.go(Target(Step.FOCUS, "focus", last.id, "reason"))
    written = _focused()
    QTest.keyClicks(written, "Weil viele fragen.")

    QTest.keyClick(written, Qt.Key.Key_Tab)

    qtbot.wait(50)
    assert not _is_on_page(shown)
    assert shown.foot.isAncestorOf(_focused())


def test_the_way_back_ends_where_the_jump_began_though_its_link_is_gone(
    opened: Opened, made_empty: Path, qtbot: QtBot
) -> None:
    shown = opened(made_empty, "focus.focus")
    project = shown.session.project
    adopt_field(project, "schule")
    shown.session.go(Target(Step.FOCUS, "focus_period", begin_period(project).id))
    link = next(made for made in shown.findChildren(QAbstractButton, "focus.to-fields") if made.isVisible())
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Space)
    adopt_field(project, "arbeit")

    click(button(shown, "go-back"))

    qtbot.waitUntil(lambda: _focused().objectName() == "focus.choose.arbeit", timeout=2_000)
