"""Show a page of the first step as the window does."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from kizdesk.ui.page import Page
from kizdesk.ui.session import Session

Show = Callable[[type[Page], Session], Page]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Return what shows a page of a session."""
    shown: list[Page] = []

    def made(page_type: type[Page], session: Session) -> Page:
        page = page_type(session)
        qtbot.addWidget(page)
        page.resize(1050, 640)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        shown.append(page)
        return page

    yield made
    for page in shown:
        page.close()
