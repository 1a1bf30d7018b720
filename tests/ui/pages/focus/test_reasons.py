"""Try the reasons of the chosen fields by keys."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.focus import Focus, FocusPeriod
from kizdesk.project.fields.edit import adopt_field
from kizdesk.project.focus.edit import begin_period, choose_focus, focuses_of, move_focus
from kizdesk.project.records import set_value
from kizdesk.ui.pages.focus.focus import FocusPage
from kizdesk.ui.session import Session


def test_the_tab_key_goes_through_the_reasons_as_they_stand_after_one_was_moved(
    empty_session: Session, qtbot: QtBot
) -> None:
    project = empty_session.project
    for field_id in ("schule", "sprache", "arbeit"):
        adopt_field(project, field_id)
    period = begin_period(project)
    page = FocusPage(empty_session)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    choose_focus(project, period.id, "schule", "sprache", "arbeit")
    page.refresh(())
    move_focus(project, focuses_of(project.snapshot, period.id)[0].id, 1)
    page.refresh(())
    QApplication.processEvents()

    areas = [area for area in page.findChildren(QPlainTextEdit) if area.accessibleName().startswith("Begründung: ")]
    areas.sort(key=lambda area: area.mapTo(page, QPoint()).y())
    assert len(areas) == 3
    areas[0].setFocus()
    for before, after in pairwise(areas):
        QTest.keyClick(before, Qt.Key.Key_Tab)
        assert page.focusWidget() is after


def test_the_tab_key_goes_on_behind_the_last_reason_when_nothing_is_missing(
    empty_session: Session, qtbot: QtBot
) -> None:
    project = empty_session.project
    for field_id in ("schule", "arbeit"):
        adopt_field(project, field_id)
    period = begin_period(project)
    window = QWidget()
    column = QVBoxLayout(window)
    page, on = FocusPage(empty_session), QPushButton("Weiter")
    column.addWidget(page)
    column.addWidget(on)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    choose_focus(project, period.id, "schule", "arbeit")
    for focus in focuses_of(project.snapshot, period.id):
        set_value(project, Focus, focus.id, "reason", "Weil es drängt.")
    set_value(project, FocusPeriod, period.id, "self_commitment", "Wir tun es alle zwei Jahre.")
    page.refresh(())
    QApplication.processEvents()

    areas = [area for area in page.findChildren(QPlainTextEdit) if area.accessibleName().startswith("Begründung: ")]
    last = max(areas, key=lambda area: area.mapTo(page, QPoint()).y())
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Tab)
    assert window.focusWidget() is on
