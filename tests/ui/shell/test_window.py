from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QScrollArea
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.fields import Measure
from kizdesk.project.basics.begin import write_chapter
from kizdesk.ui.catalogue import PAGES
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.widgets.labels import ElidedLabel
from tests.ui.shell.small import ALT, CTRL, TITLE, SmallPage, button, click, key_shown, rename, said, saved, shell


def test_the_rail_says_the_state_of_each_step(window: MainWindow, qtbot: QtBot) -> None:
    step = button(window, f"step-{Step.STOCK_TAKING.value}")
    qtbot.waitUntil(lambda: step.accessibleName().count(",") >= 2, timeout=10_000)
    assert step.accessibleName().endswith("Schritt 2 von 8")


def test_the_status_line_says_how_old_the_version_is(window: MainWindow, qtbot: QtBot) -> None:
    version = button(window, "show-versions")
    qtbot.waitUntil(version.isVisible, timeout=10_000)
    click(version)
    assert key_shown(window) == "participation.versions"


def test_the_status_line_counts_no_changes_while_it_is_counted_anew(window: MainWindow, qtbot: QtBot) -> None:
    version = button(window, "show-versions")
    qtbot.waitUntil(lambda: version.text().endswith(", seitdem unverändert"), timeout=10_000)
    write_chapter(shell(window).session.project, "vorwort", "Wir wollen das.")
    assert version.text() == "Fassung 1 vom 19.02.2013"
    qtbot.waitUntil(lambda: version.text().endswith(", seitdem eine Änderung"), timeout=10_000)


def test_the_missing_line_leads_to_the_place(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shell(window).care.states_came, timeout=10_000) as came:
        pass
    assert came.args is not None
    state = next(state for state in came.args[0] if state.target is not None)
    shell(window).navigator.show_step(state.step)
    click(button(window, "show-missing"))
    page = shell(window).navigator.page
    assert isinstance(page, SmallPage)
    assert page.revealed == state.target


def test_the_states_are_computed_anew_after_a_change(window: MainWindow, qtbot: QtBot) -> None:
    care = shell(window).care
    with qtbot.waitSignal(care.states_came, timeout=10_000):
        pass
    with qtbot.waitSignal(care.states_came, timeout=10_000):
        rename(window)


@pytest.mark.parametrize("number", range(1, 9))
def test_alt_and_a_digit_shows_the_step(window: MainWindow, number: int) -> None:
    QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), ALT)
    entry = shell(window).navigator.entry
    assert entry is not None
    assert entry.step is list(Step)[number - 1]


def test_on_and_back_lead_over_all_pages(window: MainWindow) -> None:
    keys = [entry.key for entry in PAGES if not entry.hidden]
    there = [key_shown(window)]
    while button(window, "go-on").isEnabled():
        click(button(window, "go-on"))
        there.append(key_shown(window))
    assert there == keys
    while button(window, "go-back").isEnabled():
        click(button(window, "go-back"))
    assert key_shown(window) == keys[0]


def test_alt_and_an_arrow_lead_on(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_Right, ALT)
    qtbot.waitUntil(lambda: key_shown(window) == "basics.people", timeout=2_000)


def test_a_jump_reveals_the_very_place(window: MainWindow) -> None:
    target = Target(Step.FIELDS, "measure", "m1")
    shell(window).session.go(target)
    page = shell(window).navigator.page
    assert isinstance(page, SmallPage)
    assert page.revealed == target
    assert page.objectName() == "page-fields.fields"


def _palette(window: MainWindow) -> tuple[QLineEdit, QListView]:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    line = next(made for made in shell(window).findChildren(QLineEdit) if made.objectName() == "palette-line")
    view = next(made for made in shell(window).findChildren(QListView) if made.objectName() == "palette-list")
    return line, view


def test_the_palette_finds_a_command_and_runs_it(window: MainWindow) -> None:
    line, _ = _palette(window)
    QTest.keyClicks(line, "Leitlinien")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert key_shown(window) == "fields.principles"
    assert shell(window).palette_panel.isHidden()


def test_the_palette_finds_a_measure_and_leads_there(window: MainWindow, qtbot: QtBot) -> None:
    measure = next(iter(shell(window).session.project.snapshot.all(Measure)))
    line, view = _palette(window)
    QTest.keyClicks(line, measure.title)
    model = view.model()
    qtbot.waitUntil(lambda: model.rowCount() > 1, timeout=10_000)
    QTest.keyClick(line, Qt.Key.Key_Return)
    page = shell(window).navigator.page
    assert isinstance(page, SmallPage)
    assert page.revealed is not None
    assert (page.revealed.kind, page.revealed.id) == ("measure", measure.id)


def test_a_hit_of_the_palette_says_its_title_once(window: MainWindow, qtbot: QtBot) -> None:
    measure = next(iter(shell(window).session.project.snapshot.all(Measure)))
    line, view = _palette(window)
    QTest.keyClicks(line, measure.title)
    model = view.model()
    qtbot.waitUntil(lambda: model.rowCount() > 1, timeout=10_000)
    spoken = [model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    own = next(text for text in spoken if str(text).startswith(measure.title))
    assert str(own).count(measure.title) == 1


def test_the_palette_is_as_high_as_its_hits(window: MainWindow, qtbot: QtBot) -> None:
    panel = shell(window).palette_panel
    line, view = _palette(window)
    full = panel.height()
    QTest.keyClicks(line, "Leitlinien")
    qtbot.waitUntil(lambda: panel.height() < full and view.height() > 0, timeout=5_000)
    last = view.visualRect(view.model().index(view.model().rowCount() - 1, 0))
    qtbot.waitUntil(lambda: abs(view.viewport().height() - last.bottom()) <= last.height() // 2, timeout=2_000)
    QTest.keyClicks(line, "xyzzyx")
    assert not view.isVisible()


def test_the_palette_says_when_there_is_nothing(window: MainWindow) -> None:
    line, view = _palette(window)
    QTest.keyClicks(line, "xyzzyx")
    assert view.model().rowCount() == 0
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert shell(window).palette_panel.isHidden()


def _shades(window: MainWindow) -> list[QFrame]:
    return [made for made in window.findChildren(QFrame) if made.property("ground") == "shade" and made.isVisible()]


def test_a_press_beside_the_palette_closes_it_and_does_nothing_else(window: MainWindow) -> None:
    _palette(window)
    page, panel = shell(window).navigator.page, shell(window).palette_panel
    (shade,) = _shades(window)
    assert shade.geometry() == panel.under.rect()
    QTest.mouseClick(shade, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert panel.isHidden()
    assert not _shades(window)
    assert shell(window).navigator.page is page


def test_the_page_beside_the_help_stays_in_use(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert not _shades(window)


def test_escape_closes_the_help(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    panel = shell(window).help_panel
    assert panel.isVisible()
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert panel.isHidden()


def test_an_undo_is_said_and_can_be_brought_back_from_the_bar(window: MainWindow) -> None:
    rename(window)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert said(window) == "Titel geändert – zurückgenommen."
    click(button(shell(window).said, "message-action"))
    assert shell(window).session.project.settings.title == TITLE
    assert said(window) == "Titel geändert – wiederholt."


def test_a_redo_by_key_can_be_taken_back_from_the_bar(window: MainWindow) -> None:
    before = shell(window).session.project.settings.title
    rename(window)
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(window, Qt.Key.Key_Y, CTRL)
    click(button(shell(window).said, "message-action"))
    assert shell(window).session.project.settings.title == before


def test_a_problem_stays_until_it_is_closed(window: MainWindow) -> None:
    shell(window).session.say("Zuerst dies.", kind="problem")
    assert said(window) == "Zuerst dies."
    click(button(shell(window).said, "message-close"))
    assert said(window) == ""


def test_f6_puts_the_focus_onto_the_message(window: MainWindow, qtbot: QtBot) -> None:
    shell(window).session.say_done("Etwas ist getan.")
    QTest.keyClick(window, Qt.Key.Key_F6)
    qtbot.waitUntil(button(shell(window).said, "message-action").hasFocus, timeout=1_000)


def test_the_rail_shows_rings_only_in_a_narrow_window(window: MainWindow, qtbot: QtBot) -> None:
    wide = shell(window).rail.width()
    window.resize(1100, 700)
    qtbot.waitUntil(lambda: shell(window).rail.width() < wide / 2, timeout=1_000)
    assert not button(window, "open-search").isVisible()
    assert "Schritt 1 von 8" in button(window, f"step-{Step.BASICS.value}").accessibleName()
    assert button(window, f"step-{Step.BASICS.value}").toolTip().endswith("(Alt+1)")


def test_save_says_that_everything_is_saved(window: MainWindow) -> None:
    rename(window)
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    assert said(window) == "Alles ist gespeichert."
    assert saved(window)


def test_the_output_is_one_key_away(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_P, CTRL)
    assert key_shown(window) == "output.export"


def test_quitting_closes_the_window(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_Q, CTRL)
    assert window.shell is None
    assert not window.isVisible()


def test_what_the_program_owes_is_read_without_scrolling(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1366, 768)
    window.about_panel.ask()
    area = window.about_panel.findChild(QScrollArea)

    assert area is not None
    qtbot.waitUntil(lambda: area.viewport().height() > area.fontMetrics().height() * 10)
    assert area.verticalScrollBar().maximum() == 0


def test_title_and_rail_name_the_file_that_is_open(window: MainWindow, project_path: Path) -> None:
    assert window.windowTitle() == f"{project_path.stem} – kizdesk"
    file = window.findChild(ElidedLabel, "project-file")
    assert file is not None
    assert (file.text(), file.toolTip()) == (project_path.name, str(project_path))


def test_a_project_that_is_saved_elsewhere_is_named_by_its_new_file(window: MainWindow, tmp_path: Path) -> None:
    shell(window).session.project.rescue(tmp_path / "woanders.kizdesk")
    shell(window).files.moved.emit()
    assert window.windowTitle() == "woanders – kizdesk"
    file = window.findChild(ElidedLabel, "project-file")
    assert file is not None
    assert file.text() == "woanders.kizdesk"
