from __future__ import annotations

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kizdesk.domain.changes import Update
from kizdesk.domain.places import Project
from kizdesk.project.change_log import LoggedStep
from kizdesk.project.opened import PROJECT_ID
from kizdesk.ui.pages.record.log import LogPage
from kizdesk.ui.session import Session
from kizdesk.ui.tables import TableView
from kizdesk.ui.widgets.search import SearchField


def test_the_record_follows_a_change_and_finds_it_by_words(empty_session: Session, qtbot: QtBot) -> None:
    page = LogPage(empty_session)
    qtbot.addWidget(page)
    page.show()
    empty_session.project.commit("Titel ändern", Update(Project, PROJECT_ID, "title", "Neu"))
    qtbot.waitUntil(lambda: page.heading().subtitle == "2 Schritte, der neueste zuerst", timeout=5_000)
    table: TableView[LoggedStep] = page.findChildren(TableView)[0]
    QTest.keyClicks(page.findChildren(SearchField)[0], "Titel")
    qtbot.waitUntil(lambda: table.model().rowCount() == 1, timeout=2_000)


def test_one_step_is_said_without_an_order(empty_session: Session, qtbot: QtBot) -> None:
    page = LogPage(empty_session)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.heading().subtitle == "Ein Schritt", timeout=5_000)


def test_the_record_misses_nothing_whatever_the_step_beside_it_misses(empty_session: Session, qtbot: QtBot) -> None:
    page = LogPage(empty_session)
    qtbot.addWidget(page)
    assert page.missing() == ("", None)


def test_remarks_have_a_column_once_there_is_one(empty_session: Session, qtbot: QtBot) -> None:
    page = LogPage(empty_session)
    qtbot.addWidget(page)
    page.show()
    table: TableView[LoggedStep] = page.findChildren(TableView)[0]
    remark = len(table.rows.columns) - 1
    qtbot.waitUntil(lambda: table.model().rowCount() == 1, timeout=5_000)
    assert table.isColumnHidden(remark)
    empty_session.project.commit("Titel ändern", Update(Project, PROJECT_ID, "title", "Neu"))
    empty_session.project.undo()
    qtbot.waitUntil(lambda: table.model().rowCount() == 3, timeout=5_000)
    assert not table.isColumnHidden(remark)
