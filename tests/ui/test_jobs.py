"""Test that jobs wait for the first page, and that nothing waits for ever."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kizdesk.ui.jobs import Jobs, Progress


@pytest.fixture
def jobs(qapp: QObject) -> Iterator[Jobs]:
    made = Jobs(qapp)
    yield made
    made.close()
    made.deleteLater()


def test_a_job_that_is_held_back_begins_when_it_may(jobs: Jobs, qtbot: QtBot) -> None:
    began: list[str] = []
    results: list[int] = []

    def work(progress: Progress) -> int:
        progress("", 0.1)
        began.append("begun")
        return 7

    jobs.hold_back()
    jobs.run(work, results.append)
    assert jobs.is_busy
    assert not began

    jobs.let_begin()
    qtbot.waitUntil(lambda: results == [7])


def test_closing_does_not_wait_for_jobs_that_are_held_back(jobs: Jobs) -> None:
    began: list[str] = []

    def work(progress: Progress) -> str:
        progress("", 0.1)
        began.append("begun")
        return "done"

    jobs.hold_back()
    jobs.run(work, began.append)
    jobs.close()

    assert not began
