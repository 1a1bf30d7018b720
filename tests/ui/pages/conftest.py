"""Show pages in a window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kizdesk.ui.page import Page
from tests.ui.pages.showing import Show


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    shown: list[Page] = []

    def put(page: Page) -> None:
        qtbot.addWidget(page)
        page.resize(1024, 600)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        shown.append(page)

    yield put
    for page in shown:
        page.hide()
