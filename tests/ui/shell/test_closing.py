from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Event

from pytestqt.qtbot import QtBot

from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from kizdesk.ui.jobs import Progress
from kizdesk.ui.shell.window import MainWindow
from tests.ui.shell.small import TITLE, Answer, button, click, rename, said, saved, shell


def title_in(path: Path, surroundings: Surroundings) -> str:
    with OpenProject.open(path, surroundings, read_only=True) as project:
        return project.settings.title


def lose(window: MainWindow, qtbot: QtBot, path: Path) -> Path:
    """Take the file away, and change something that cannot be saved now."""
    assert saved(window)
    away = path.with_name("weg.kizdesk")
    path.rename(away)
    rename(window)
    qtbot.waitUntil(button(window, "retry-saving").isVisible, timeout=5_000)
    return away


def test_closing_leads_back_to_the_start(window: MainWindow) -> None:
    assert window.close_project()
    assert window.shell is None


def test_a_fault_stands_in_the_status_line_until_saving_again_works(
    window: MainWindow, qtbot: QtBot, project_path: Path
) -> None:
    away = lose(window, qtbot, project_path)
    assert project_path.name in shell(window).status.text
    away.rename(project_path)
    click(button(window, "retry-saving"))
    qtbot.waitUntil(lambda: shell(window).status.text.startswith("Gespeichert um"), timeout=5_000)
    assert not button(window, "rescue").isVisible()


def test_a_vanished_file_is_saved_under_another_name(
    window: MainWindow, qtbot: QtBot, project_path: Path, save_as: Callable[[Path], None], tmp_path: Path
) -> None:
    lose(window, qtbot, project_path)
    save_as(tmp_path / "neu")
    click(button(window, "rescue"))
    qtbot.waitUntil(lambda: "neu.kizdesk" in said(window), timeout=5_000)
    project = shell(window).session.project
    assert (project.path, project.settings.title) == (tmp_path / "neu.kizdesk", TITLE)


def test_what_cannot_be_saved_keeps_the_project_open_and_working(
    window: MainWindow, qtbot: QtBot, project_path: Path, ui_surroundings: Surroundings
) -> None:
    away = lose(window, qtbot, project_path)
    answer = Answer(window, "Weiterarbeiten")
    assert not window.close_project()
    assert answer.asked.startswith("Ein Schritt ist noch nicht gespeichert.")
    with qtbot.waitSignal(shell(window).care.states_came, timeout=10_000):
        rename(window, "Noch ein Titel")
    away.rename(project_path)
    assert window.close_project()
    assert title_in(project_path, ui_surroundings) == "Noch ein Titel"


def test_closing_offers_another_name_for_what_cannot_be_saved(
    window: MainWindow,
    qtbot: QtBot,
    project_path: Path,
    save_as: Callable[[Path], None],
    tmp_path: Path,
    ui_surroundings: Surroundings,
) -> None:
    lose(window, qtbot, project_path)
    save_as(tmp_path / "neu.kizdesk")
    Answer(window, "Unter anderem Namen speichern …")
    assert window.close_project()
    assert title_in(tmp_path / "neu.kizdesk", ui_surroundings) == TITLE


def test_closing_offers_to_give_up_what_cannot_be_saved(
    window: MainWindow, qtbot: QtBot, project_path: Path, ui_surroundings: Surroundings
) -> None:
    away = lose(window, qtbot, project_path)
    Answer(window, "Ohne Speichern schließen")
    assert window.close_project()
    assert title_in(away, ui_surroundings) != TITLE


class Waits:
    """Be work that goes on until it is told to end, or cancelled."""

    def __init__(self) -> None:
        self.end = Event()

    def __call__(self, progress: Progress) -> None:
        """Work."""
        while not self.end.wait(0.01):
            progress("", 0.5)


def ignore(_: None) -> None:
    """Need no result."""


def test_work_longer_than_a_moment_shows_itself_and_can_be_cancelled(window: MainWindow, qtbot: QtBot) -> None:
    line = shell(window).job_line
    job = shell(window).session.jobs.run(Waits(), ignore, label="Konzept wird ausgegeben")
    assert not line.isVisible()
    qtbot.waitUntil(line.isVisible, timeout=2_000)
    with qtbot.waitSignal(job.ended, timeout=2_000):
        click(button(line, "cancel"))
    assert not line.isVisible()


def test_closing_asks_about_running_work_by_its_own_name(window: MainWindow, qtbot: QtBot) -> None:
    work = Waits()
    jobs = shell(window).session.jobs
    jobs.run(work, ignore, label="Konzept wird ausgegeben")
    answer = Answer(window, "Abwarten")
    assert not window.close_project()
    assert answer.asked.startswith("„Konzept wird ausgegeben“ ist noch nicht fertig.")
    assert jobs.shown
    work.end.set()
    qtbot.waitUntil(lambda: not jobs.shown, timeout=2_000)


def test_closing_cancels_running_work_if_it_shall(window: MainWindow) -> None:
    shell(window).session.jobs.run(Waits(), ignore, label="Konzept wird ausgegeben")
    Answer(window, "Abbrechen und schließen")
    assert window.close_project()


def test_a_project_that_is_only_read_says_so_and_closes(
    empty_window: MainWindow, project_path: Path, ui_surroundings: Surroundings
) -> None:
    empty_window.show_project(OpenProject.open(project_path, ui_surroundings, read_only=True))
    assert shell(empty_window).status.text.startswith("Nur zum Lesen geöffnet")
    assert empty_window.close_project()


def test_another_project_takes_the_place_of_the_open_one(
    window: MainWindow, project_path: Path, ui_surroundings: Surroundings
) -> None:
    other = Path(shutil.copy(project_path, project_path.with_name("zweites.kizdesk")))
    window.show_project(OpenProject.open(other, ui_surroundings, behind=True))
    assert shell(window).session.project.path == other
