from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step
from kizdesk.project.change_log import logged_steps
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from kizdesk.ui.memory import Memory, Recent
from kizdesk.ui.shell.palette_model import PaletteModel
from kizdesk.ui.shell.project_menu import ProjectMenu
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.messages import MessageBar
from tests.ui.shell.small import CTRL, ENTRIES, TITLE, button, key_shown, rename, said, saved, shell
from tests.ui.shell.small import click as press
from tests.ui.walk.looking import stops


def menu(window: MainWindow) -> ProjectMenu:
    return shell(window).findChildren(ProjectMenu)[0]


def command(window: MainWindow, text: str) -> QAction:
    return next(action for action in menu(window).actions() if action.text() == text)


def test_the_menu_has_everything_about_the_project(window: MainWindow) -> None:
    words = [action.text() for action in menu(window).actions() if not action.isSeparator()]
    assert words == [
        "Rückgängig: Voten eintragen\tStrg+Z", "Wiederholen\tStrg+Y",
        "Neues Projekt …", "Projekt öffnen …", "Zuletzt geöffnet", "Kopie speichern unter …", "Datei prüfen",
        "Sicherungen …", "Änderungsprotokoll", "Ihr Name …", "Darstellung", "Schriftgröße", "Über kizdesk",
        "Projekt schließen", "Beenden",
    ]  # fmt: skip


def test_the_menu_says_what_would_be_taken_back(window: MainWindow) -> None:
    undo = menu(window).findChild(QAction, "menu-undo")
    redo = menu(window).findChild(QAction, "menu-redo")
    assert undo is not None
    assert redo is not None
    assert not redo.isEnabled()
    before = shell(window).session.project.settings.title
    rename(window)
    assert saved(window)
    menu(window).aboutToShow.emit()
    assert undo.text() == "Rückgängig: Titel ändern\tStrg+Z"
    undo.trigger()
    assert shell(window).session.project.settings.title == before
    menu(window).aboutToShow.emit()
    assert redo.text() == "Wiederholen: Titel ändern\tStrg+Y"
    redo.trigger()
    assert shell(window).session.project.settings.title == TITLE


def _found(window: MainWindow, words: str) -> list[str]:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    panel = shell(window).palette_panel
    line = panel.findChild(QLineEdit)
    model = panel.findChild(PaletteModel)
    assert line is not None
    assert model is not None
    line.setText(words)  # a test cannot type umlauts
    line.textEdited.emit(words)
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("dunkel", "Darstellung: Dunkel"),
        ("hell", "Darstellung: Hell"),
        ("Darstellung", "Darstellung: Wie das System"),
        ("Ansicht", "Darstellung: Dunkel"),
        ("Schriftgröße", "Schriftgröße: 115 %"),
        ("größer", "Schriftgröße: 115 %"),
    ],
)
def test_the_palette_knows_the_look_of_the_window(window: MainWindow, words: str, title: str) -> None:
    assert title in _found(window, words)


def test_the_palette_knows_every_command_of_the_menu(window: MainWindow) -> None:
    shown = [action for action in menu(window).actions() if not action.isSeparator() and action.menu() is None]
    for action in shown:
        words = action.text().partition("\t")[0].partition(":")[0]
        assert words in _found(window, words.removesuffix(" …"))


def test_the_palette_changes_the_look(window: MainWindow, theme: Theme) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    line = shell(window).palette_panel.findChild(QLineEdit)
    assert line is not None
    QTest.keyClicks(line, "dunkel")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert theme.scheme == "dark"
    menu(window).looks.actions()[0].trigger()
    assert theme.scheme == "light"


def test_the_button_at_the_foot_of_the_rail_opens_the_menu(window: MainWindow) -> None:
    press(button(window, "project-menu"))
    assert menu(window).isVisible()
    menu(window).close()


def test_a_copy_is_written(
    window: MainWindow, qtbot: QtBot, save_as: Callable[[Path], None], tmp_path: Path, ui_surroundings: Surroundings
) -> None:
    save_as(tmp_path / "kopie")
    rename(window)
    command(window, "Kopie speichern unter …").trigger()
    qtbot.waitUntil(lambda: said(window) == "Die Kopie „kopie.kizdesk“ ist geschrieben.", timeout=10_000)
    with OpenProject.open(tmp_path / "kopie.kizdesk", ui_surroundings, read_only=True) as copy:
        assert copy.settings.title == TITLE


def test_a_copy_is_proposed_under_a_name_that_says_so(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, project_path: Path
) -> None:
    proposed: list[str] = []

    def ask(_window: QWidget, _title: str, path: str, _kinds: str) -> tuple[str, str]:
        proposed.append(path)
        return "", ""

    monkeypatch.setattr("kizdesk.ui.shell.file_work.QFileDialog.getSaveFileName", ask)
    project_path.with_name(f"{project_path.stem} Kopie.kizdesk").touch()
    command(window, "Kopie speichern unter …").trigger()
    assert Path(proposed[0]).name.startswith(f"{project_path.stem} Kopie ")


def test_a_copy_that_is_written_settles_one_that_was_refused(
    window: MainWindow, qtbot: QtBot, save_as: Callable[[Path], None], tmp_path: Path, project_path: Path
) -> None:
    save_as(project_path)
    command(window, "Kopie speichern unter …").trigger()
    qtbot.waitUntil(lambda: "ist das Projekt selbst" in said(window), timeout=10_000)
    save_as(tmp_path / "kopie")
    command(window, "Kopie speichern unter …").trigger()
    qtbot.waitUntil(lambda: said(window) == "Die Kopie „kopie.kizdesk“ ist geschrieben.", timeout=10_000)
    shown = [bar for bar in shell(window).said.findChildren(MessageBar) if bar.isVisible()]
    assert len(shown) == 1


def test_the_file_is_checked(window: MainWindow, qtbot: QtBot) -> None:
    command(window, "Datei prüfen").trigger()
    qtbot.waitUntil(lambda: said(window) == "Die Datei ist in Ordnung.", timeout=10_000)


def test_a_backup_is_put_back_and_the_present_file_kept(
    window: MainWindow, qtbot: QtBot, project_path: Path, ui_surroundings: Surroundings
) -> None:
    project = shell(window).session.project
    before = project.settings.title
    project.keep_backup()
    rename(window)
    assert saved(window)
    command(window, "Sicherungen …").trigger()
    back = button(window, "restore-backup")
    qtbot.waitUntil(back.isEnabled, timeout=5_000)
    press(back)
    assert project.settings.title == before
    assert said(window).startswith("Zurückgeholt ist die Sicherung vom ")
    (aside,) = project_path.parent.glob("*vor Wiederherstellung*.kizdesk")
    with OpenProject.open(aside, ui_surroundings, read_only=True) as kept:
        assert kept.settings.title == TITLE


def test_work_goes_on_after_a_backup_was_put_back(window: MainWindow, qtbot: QtBot) -> None:
    project = shell(window).session.project
    project.keep_backup()
    command(window, "Sicherungen …").trigger()
    back = button(window, "restore-backup")
    qtbot.waitUntil(back.isEnabled, timeout=5_000)
    press(back)
    rename(window)
    assert saved(window)


def test_another_name_stands_with_the_next_change(window: MainWindow, qtbot: QtBot) -> None:
    command(window, "Ihr Name …").trigger()
    line = next(made for made in window.findChildren(QLineEdit) if made.objectName() == "user-name")
    assert line.text() == "Erika Muster"
    line.clear()
    QTest.keyClicks(line, "Max Beispiel")
    with qtbot.waitSignal(window.name_taken):
        QTest.keyClick(line, Qt.Key.Key_Return)
    rename(window)
    assert logged_steps(shell(window).session.project)[0].who == "Max Beispiel"


def test_colours_and_size_of_type_are_chosen_and_remembered(window: MainWindow, theme: Theme, tmp_path: Path) -> None:
    for group, value in ((menu(window).looks, "dark"), (menu(window).scales, "1.15")):
        next(action for action in group.actions() if action.data() == value).trigger()
    seen = (theme.scheme, theme.scale)
    theme.choose("light", 1.0)
    assert seen == ("dark", 1.15)
    memory = Memory(tmp_path / "memory.ini")
    assert (memory.scheme, memory.scale) == ("dark", 1.15)


def test_projects_opened_before_are_offered_but_not_the_open_one(
    window: MainWindow, project_path: Path, qtbot: QtBot
) -> None:
    memory = shell(window).session.memory
    memory.remember_recent(Recent(project_path, "Dieses"))
    memory.remember_recent(Recent(project_path.with_name("b.kizdesk"), "Anderes"))
    menu(window).aboutToShow.emit()
    recent = next(made for made in menu(window).findChildren(QMenu) if made.title() == "Zuletzt geöffnet")
    assert [action.text() for action in recent.actions()] == ["Anderes"]
    with qtbot.waitSignal(window.recent_wanted) as wanted:
        recent.actions()[0].trigger()
    assert wanted.args == [project_path.with_name("b.kizdesk")]


def test_about_names_licences_and_sources(window: MainWindow) -> None:
    command(window, "Über kizdesk").trigger()
    words = " ".join(made.text() for made in window.about_panel.findChildren(QLabel))
    assert all(name in words for name in ("EUPL", "LGPL", "OFL", "GeoBasis", "Destatis"))
    QTest.keyClick(window.about_panel, Qt.Key.Key_Escape)
    assert window.about_panel.isHidden()


def test_new_and_open_ask_for_it(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.new_wanted):
        QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    with qtbot.waitSignal(window.open_wanted):
        QTest.keyClick(window, Qt.Key.Key_O, CTRL)


def test_the_page_shown_last_is_shown_again_even_beside_a_project_of_the_same_name(
    window: MainWindow, project_path: Path, ui_surroundings: Surroundings, tmp_path: Path
) -> None:
    shell(window).navigator.show("fields.fields")
    assert window.close_project()
    folder = tmp_path / "anderswo"
    folder.mkdir()
    other = Path(shutil.copy(project_path, folder / project_path.name))
    window.show_project(OpenProject.open(other, ui_surroundings, behind=True))
    assert key_shown(window) == "basics.project"
    window.show_project(OpenProject.open(project_path, ui_surroundings, behind=True))
    assert key_shown(window) == "fields.fields"


def test_the_window_stands_where_it_stood(window: MainWindow, theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    window.resize(760, 600)
    size = window.size()
    window.close()
    again = MainWindow(Memory(tmp_path / "memory.ini"), theme, QLabel("Start"), ENTRIES)
    qtbot.addWidget(again)
    assert again.size() == size


def test_idle_moments_make_the_backup_that_is_due(window: MainWindow, qtbot: QtBot, project_path: Path) -> None:
    care = shell(window).care
    rename(window)
    assert saved(window)
    care.look_after()
    qtbot.waitUntil(lambda: not shell(window).session.jobs.is_busy, timeout=10_000)
    folder = project_path.with_name(f"{project_path.stem}-Sicherungen")
    assert not shell(window).session.project.backup_due
    assert not folder.exists() or list(folder.iterdir())


def test_whoever_types_does_not_rest(window: MainWindow, qtbot: QtBot) -> None:
    rest = next(timer for timer in shell(window).care.findChildren(QTimer) if not timer.isSingleShot())
    rest.setTimerType(Qt.TimerType.PreciseTimer)
    rest.start()
    qtbot.wait(50)
    left = rest.remainingTime()
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_Shift)

    assert rest.remainingTime() > left


def test_idle_moments_find_out_that_the_file_is_gone(window: MainWindow, qtbot: QtBot, project_path: Path) -> None:
    assert saved(window)
    project_path.rename(project_path.with_name("weg.kizdesk"))
    shell(window).care.look_after()
    qtbot.waitUntil(button(window, "retry-saving").isVisible, timeout=5_000)
    project_path.with_name("weg.kizdesk").rename(project_path)


def _named(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_every_control_of_the_window_has_a_name(window: MainWindow) -> None:
    kinds: Sequence[type[QWidget]] = (QAbstractButton, QLineEdit)
    controls = [made for kind in kinds for made in shell(window).findChildren(kind) if made.isVisible()]
    assert not [made.objectName() for made in controls if not _named(made)]


def test_the_keyboard_goes_through_the_window_in_the_order_of_reading(window: MainWindow) -> None:
    found = [stop.objectName() for stop in stops(window, button(window, f"step-{Step.BASICS.value}"))]
    places = [found.index(name) for name in ("project-menu", "open-search", "go-on")]
    assert places == sorted(places)
