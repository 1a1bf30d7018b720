"""Start the program as app.py does, with a person in front of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kizdesk.ui.app import Start, Ways, assemble
from kizdesk.ui.collector import Collector
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.start.page import StartPage
from tests.ui.journey.hands import Hands


@pytest.fixture
def hands(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Hands]:
    """Return the hands of who sits before the start page of a fresh program."""
    parts = assemble(qapp, Start(tmp_path / "memory.ini", tmp_path, "Erika Muster"))
    collector = Collector(parts.application)
    page = StartPage(parts.starter)
    window = MainWindow(parts.memory, parts.theme, page, choice=parts.starter.scheme)
    bugs: list[object] = []
    window.faults.caught.connect(bugs.append)
    parts.jobs.broken.connect(bugs.append)
    ways = Ways(window, page, parts.starter)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    page.show_home()
    yield Hands(window, qtbot)
    if window.shell is not None:
        window.shell.session.jobs.cancel_all()
    window.close()
    ways.deleteLater()
    parts.jobs.close()
    collector.end()
    assert bugs == []
