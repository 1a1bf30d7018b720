"""Test the start page by clicks and keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.project.basics.begin import NewProject, create
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import of_this_machine
from kizdesk.ui.jobs import Jobs
from kizdesk.ui.memory import Memory, Recent
from kizdesk.ui.scheme import SchemeChoice
from kizdesk.ui.start.page import StartPage
from kizdesk.ui.start.starter import Starter
from kizdesk.ui.theme import Theme, apply
from kizdesk.ui.widgets.scroll import ScrollPage

MOMENT = datetime(2026, 1, 17, 14, 3, tzinfo=UTC)
PATIENCE = 10_000
Opened = list[OpenProject]


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return apply(qapp)


@pytest.fixture
def starter(theme: Theme, qapp: QApplication, tmp_path: Path) -> Iterator[Starter]:
    memory = Memory(tmp_path / "kizdesk.ini")
    jobs = Jobs()
    scheme = SchemeChoice(theme, memory, qapp.styleHints())
    yield Starter(jobs, memory, theme, scheme, tmp_path, "Andrea Meier", lambda: MOMENT)
    jobs.close()


@pytest.fixture
def opened(starter: Starter) -> Iterator[Opened]:
    projects: Opened = []
    starter.opened.connect(projects.append)
    yield projects
    for project in projects:
        project.close()


@pytest.fixture
def show(starter: Starter, qtbot: QtBot) -> Iterator[Callable[[], StartPage]]:
    pages: list[StartPage] = []

    def shown() -> StartPage:
        page = StartPage(starter)
        pages.append(page)
        qtbot.addWidget(page)
        page.show()
        page.show_home()
        return page

    yield shown
    starter.jobs.close()


def made(path: Path, passphrase: str | None = None) -> Path:
    create(path, NewProject("05162"), of_this_machine("x"), passphrase=passphrase)
    return path


def press(page: QWidget, name: str) -> None:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def line(page: QWidget, name: str) -> QLineEdit:
    found = page.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def new_page(show: Callable[[], StartPage], qtbot: QtBot) -> tuple[StartPage, QListView]:
    page = show()
    press(page, "new-project")
    districts = page.findChild(QListView, "districts")
    assert isinstance(districts, QListView)
    qtbot.waitUntil(lambda: districts.model().rowCount() == 53, timeout=PATIENCE)
    return page, districts


def seen(page: QWidget) -> str:
    return "\n".join(shown.text() for shown in page.findChildren(QLabel) if shown.isVisible())


def test_an_empty_page_says_what_a_project_is(show: Callable[[], StartPage]) -> None:
    assert "Ein Projekt ist eine Datei" in seen(show())


def test_f1_explains_the_start_page_and_esc_takes_the_help_away(show: Callable[[], StartPage], qtbot: QtBot) -> None:
    page = show()
    qtbot.waitUntil(page.isActiveWindow)
    QTest.keyClick(page, Qt.Key.Key_F1)
    assert page.help_panel.isVisible()
    assert "Ein Projekt ist eine Datei" in seen(page.help_panel)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert page.help_panel.isHidden()


def test_the_help_on_the_start_page_speaks_of_the_new_project(show: Callable[[], StartPage], qtbot: QtBot) -> None:
    page, _ = new_page(show, qtbot)
    press(page, "show-help")
    assert "Strg+Eingabe" in seen(page.help_panel)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.help_panel.isHidden()
    assert line(page, "district").isVisible()


def test_enter_opens_the_project_opened_last(
    starter: Starter, show: Callable[[], StartPage], opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    starter.memory.remember_recent(Recent(made(tmp_path / "a.kizdesk"), "A"))
    page = show()
    recent = page.findChild(QListView, "recent")
    assert isinstance(recent, QListView)
    QTest.keyClick(recent, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(opened), timeout=PATIENCE)
    assert starter.memory.recent[0].title == "Integrationskonzept für den Rhein-Kreis Neuss"


def test_entf_takes_a_project_off_the_list(starter: Starter, show: Callable[[], StartPage], tmp_path: Path) -> None:
    starter.memory.remember_recent(Recent(tmp_path / "fehlt.kizdesk", "A"))
    page = show()
    recent = page.findChild(QListView, "recent")
    assert isinstance(recent, QListView)
    QTest.keyClick(recent, Qt.Key.Key_Delete)
    assert starter.memory.recent == ()


def test_a_project_whose_ending_is_in_capitals_is_opened_when_it_is_dropped(
    show: Callable[[], StartPage], opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    page = show()
    page.take_files([made(tmp_path / "A.KIZDESK")])
    qtbot.waitUntil(lambda: bool(opened), timeout=PATIENCE)


def test_another_file_that_is_dropped_gets_a_sentence(show: Callable[[], StartPage], tmp_path: Path) -> None:
    page = show()
    page.take_files([tmp_path / "brief.docx"])
    assert "„brief.docx“ ist kein Projekt" in seen(page)


def test_a_protected_project_asks_on_the_page_until_the_passphrase_fits(
    starter: Starter, show: Callable[[], StartPage], opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    page = show()
    starter.open(made(tmp_path / "a.kizdesk", "Geheim"))
    field = line(page, "passphrase")
    qtbot.waitUntil(field.isVisible, timeout=PATIENCE)
    QTest.keyClicks(field, "falsch")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "mit diesem Kennwort nicht öffnen" in seen(page), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not starter.is_busy, timeout=PATIENCE)
    QTest.keyClicks(field, "Geheim")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(opened), timeout=PATIENCE)


def test_capitals_without_the_shift_key_are_noticed(
    starter: Starter, show: Callable[[], StartPage], qtbot: QtBot, tmp_path: Path
) -> None:
    page = show()
    starter.open(made(tmp_path / "a.kizdesk", "Geheim"))
    field = line(page, "passphrase")
    qtbot.waitUntil(field.isVisible, timeout=PATIENCE)
    typed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_G, Qt.KeyboardModifier.NoModifier, "G")
    QApplication.sendEvent(field, typed)
    assert "Feststelltaste" in seen(page)


def test_a_project_open_elsewhere_can_be_read(
    starter: Starter, show: Callable[[], StartPage], opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    page = show()
    path = made(tmp_path / "a.kizdesk")
    with OpenProject.open(path, of_this_machine("Berta")):
        starter.open(path)
        qtbot.waitUntil(lambda: "Berta" in seen(page) and not starter.is_busy, timeout=PATIENCE)
        press(page, "open-read-only")
        qtbot.waitUntil(lambda: bool(opened), timeout=PATIENCE)
        assert opened[0].read_only


def test_a_missing_file_is_told(starter: Starter, show: Callable[[], StartPage], qtbot: QtBot, tmp_path: Path) -> None:
    page = show()
    starter.open(tmp_path / "fehlt.kizdesk")
    qtbot.waitUntil(lambda: "„fehlt.kizdesk“ gibt es nicht" in seen(page), timeout=PATIENCE)


def test_a_damaged_project_is_brought_back_from_its_backup(
    starter: Starter, show: Callable[[], StartPage], opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    path = made(tmp_path / "a.kizdesk")
    folder = tmp_path / "a-Sicherungen"
    folder.mkdir()
    (folder / "a 2026-01-17 14-03-00.kizdesk").write_bytes(path.read_bytes())
    path.write_bytes(path.read_bytes()[:100] + bytes(9000))
    page = show()
    starter.open(path)
    qtbot.waitUntil(lambda: "beschädigt" in seen(page) and not starter.is_busy, timeout=PATIENCE)
    press(page, "show-backups")
    press(page, "backup-1")
    qtbot.waitUntil(lambda: bool(opened), timeout=PATIENCE)
    assert "Die Sicherung ist zurückgeholt." in seen(page)


def test_a_new_project_needs_only_its_district(
    show: Callable[[], StartPage], opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    page = show()
    press(page, "new-project")
    districts = page.findChild(QListView, "districts")
    assert isinstance(districts, QListView)
    qtbot.waitUntil(lambda: districts.model().rowCount() == 53, timeout=PATIENCE)
    QTest.keyClicks(line(page, "district"), "munster")
    QTest.keyClick(line(page, "district"), Qt.Key.Key_Return)
    assert "Stadt Münster: kreisfreie Stadt ohne Kommunen, 322.904 Einwohner" in seen(page)
    press(page, "create-project")
    qtbot.waitUntil(lambda: bool(opened), timeout=PATIENCE)
    assert opened[0].path == tmp_path / "Stadt Münster.kizdesk"
    assert opened[0].settings.title == "Integrationskonzept für die Stadt Münster"
    assert opened[0].who == "Andrea Meier"


def test_the_only_district_that_fits_is_chosen_and_marked_in_the_list(
    show: Callable[[], StartPage], qtbot: QtBot
) -> None:
    page, districts = new_page(show, qtbot)
    assert "Noch kein Kreis" in seen(page)
    QTest.keyClicks(line(page, "district"), "warendorf")

    assert districts.currentIndex().data() == "Kreis Warendorf  ·  05570"
    assert "Kreis Warendorf: 13 Kommunen, 283.295 Einwohner" in seen(page)
    assert line(page, "new-title").text() == "Integrationskonzept für den Kreis Warendorf"

    line(page, "district").clear()
    assert districts.currentIndex().data() == "Kreis Warendorf  ·  05570"


def test_the_districts_keep_their_place_when_one_is_chosen_or_none_fits(
    show: Callable[[], StartPage], qtbot: QtBot
) -> None:
    page, districts = new_page(show, qtbot)
    qtbot.wait(50)  # until the layout has settled
    before = districts.mapTo(page, QPoint())
    spot = districts.visualRect(districts.model().index(2, 0)).center()
    QTest.mouseClick(districts.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    qtbot.wait(50)
    assert "Noch kein Kreis" not in seen(page)
    assert districts.mapTo(page, QPoint()) == before

    QTest.keyClicks(line(page, "district"), "xyz")
    qtbot.wait(50)
    assert "heißt so" in seen(page)
    assert districts.mapTo(page, QPoint()) == before


def test_nothing_that_is_pasted_is_cut(show: Callable[[], StartPage]) -> None:
    page = show()
    press(page, "new-project")
    for name in ("new-name", "new-title", "new-place", "new-passphrase", "new-passphrase-again", "passphrase"):
        line(page, name).setText("x" * 40_000)
        assert len(line(page, name).text()) == 40_000


def test_what_is_missing_is_said_beside_its_field(show: Callable[[], StartPage]) -> None:
    page = show()
    press(page, "new-project")
    QTest.keyClicks(line(page, "new-passphrase"), "eins")
    press(page, "create-project")
    assert "Bitte den Kreis wählen." in seen(page)
    assert "Die beiden Kennwörter sind verschieden." in seen(page)


def test_esc_leads_back_from_a_new_project(show: Callable[[], StartPage]) -> None:
    page = show()
    press(page, "new-project")
    QTest.keyClick(line(page, "new-title"), Qt.Key.Key_Escape)
    assert "Ein Projekt ist eine Datei" in seen(page)


def test_the_example_is_written_and_opened(
    show: Callable[[], StartPage], opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    press(show(), "example-project")
    qtbot.waitUntil(lambda: bool(opened), timeout=PATIENCE)
    assert opened[0].path == tmp_path / "Beispiel Rhein-Kreis Neuss.kizdesk"


def test_a_new_project_needs_no_scrolling_with_larger_type(
    show: Callable[[], StartPage], theme: Theme, qtbot: QtBot
) -> None:
    theme.choose(scale=1.15)
    page = show()
    page.resize(1366, 768)
    page.show_new()
    area = page.findChild(ScrollPage)
    assert isinstance(area, ScrollPage)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    theme.choose(scale=1.0)
