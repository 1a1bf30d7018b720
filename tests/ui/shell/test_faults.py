from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kizdesk.ui.jobs import Progress
from kizdesk.ui.shell.faults import FaultWindow
from kizdesk.ui.shell.window import MainWindow
from tests.ui.shell.small import button, click, rename, shell


class Bug(Exception):
    """Be what no code expects."""


def break_down(_: object = None) -> None:
    raise Bug("im Faden")


def work_badly(progress: Progress) -> None:
    progress("", 0.1)
    raise Bug("im Auftrag")


@pytest.fixture
def catching(window: MainWindow, caplog: pytest.LogCaptureFixture) -> Iterator[MainWindow]:
    end = window.faults.install()
    with caplog.at_level(logging.CRITICAL + 1):
        yield window
    end()
    for shown in fault_windows(window):
        shown.close()


def fault_windows(window: MainWindow) -> list[FaultWindow]:
    return [shown for shown in window.findChildren(FaultWindow) if shown.isVisible()]


def told(window: MainWindow, qtbot: QtBot) -> str:
    """Return the details, once the window stands; it must be a single one."""
    qtbot.waitUntil(lambda: bool(fault_windows(window)), timeout=5_000)
    (shown,) = fault_windows(window)
    return shown.findChildren(QPlainTextEdit)[0].toPlainText()


def test_a_bug_in_a_slot_is_shown_once(catching: MainWindow, qtbot: QtBot) -> None:
    sys.excepthook(Bug, Bug("im Slot"), None)
    assert told(catching, qtbot).count("im Slot") == 1


def test_a_bug_in_a_thread_is_shown_once(catching: MainWindow, qtbot: QtBot) -> None:
    thread = threading.Thread(target=break_down)
    thread.start()
    thread.join()
    assert told(catching, qtbot).count("Bug: im Faden") == 1


def test_a_bug_in_a_job_is_shown_once(catching: MainWindow, qtbot: QtBot) -> None:
    shell(catching).session.jobs.run(work_badly, break_down)
    assert told(catching, qtbot).count("Bug: im Auftrag") == 1


def test_a_bug_in_the_thread_that_saves_is_shown_once_and_closing_offers_what_can_be_done(
    catching: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kizdesk.store.writing.commit", break_down_with)
    rename(catching)
    assert told(catching, qtbot).count("Bug: im Speichern") == 1
    monkeypatch.undo()
    click(button(fault_windows(catching)[0], "close-project"))
    qtbot.waitUntil(lambda: catching.shell is None, timeout=5_000)


def break_down_with(*_: object) -> None:
    raise Bug("im Speichern")


def test_a_second_bug_is_added_to_the_first(catching: MainWindow, qtbot: QtBot) -> None:
    catching.faults.tell(Bug("eins"))
    catching.faults.tell(Bug("zwei"))
    qtbot.waitUntil(lambda: "zwei" in told(catching, qtbot), timeout=2_000)
    assert "eins" in told(catching, qtbot)


def test_details_are_copied_and_work_goes_on(catching: MainWindow, qtbot: QtBot) -> None:
    catching.faults.tell(Bug("eins"))
    told(catching, qtbot)
    (shown,) = fault_windows(catching)
    click(button(shown, "copy-details"))
    assert "Bug: eins" in QApplication.clipboard().text()
    click(button(shown, "work-on"))
    assert not fault_windows(catching)
    assert catching.shell is not None


def test_what_qt_says_is_kept_and_never_shown(window: MainWindow, caplog: pytest.LogCaptureFixture) -> None:
    end = window.faults.install()
    qWarning("etwas von Qt")
    end()
    assert "etwas von Qt" in caplog.text
    assert not fault_windows(window)
