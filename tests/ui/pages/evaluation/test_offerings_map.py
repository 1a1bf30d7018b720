"""Test that the register of offerings shows on the map where they are, and leads from there to the list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kizdesk.ui.pages.evaluation.offerings import OfferingsPage
from kizdesk.ui.session import Session
from tests.ui.pages.evaluation.conftest import shown


@pytest.fixture
def page(qtbot: QtBot, example_session: Session) -> OfferingsPage:
    made = OfferingsPage(example_session)
    shown(qtbot, made)
    made._choose_view("karte")
    qtbot.waitUntil(lambda: bool(made.map.figure.accessibleDescription()))
    return made


def words(page: OfferingsPage) -> str:
    return page.map.figure.accessibleDescription()


def test_the_map_counts_all_offerings_and_says_whose_map_it_is(page: OfferingsPage) -> None:
    assert "Neuss (neun Angebote)" in words(page)
    assert any("GeoBasis" in found.text() and found.isVisible() for found in page.map.findChildren(QLabel))


def test_a_field_has_a_map_of_its_own(page: OfferingsPage, qtbot: QtBot) -> None:
    page.field.pick("sprache")
    page.field.activated.emit(page.field.currentIndex())

    qtbot.waitUntil(lambda: "„Sprachförderung“" in words(page))
    assert "Neuss 5" in words(page)


def test_a_municipality_on_the_map_leads_to_its_offerings(page: OfferingsPage) -> None:
    page.map.figure.setFocus()
    QTest.keyClick(page.map.figure, Qt.Key.Key_Right)
    QTest.keyClick(page.map.figure, Qt.Key.Key_Return)

    assert page.desk.isVisible()
    assert page.place.value
    assert 0 < page.desk.table.rows.rowCount() < 56


def test_a_selection_without_a_map_says_so(page: OfferingsPage, qtbot: QtBot) -> None:
    page.field.pick("senioren")
    page.field.activated.emit(page.field.currentIndex())

    qtbot.waitUntil(lambda: not page.map.figure.isVisible())
    assert any("gibt es keine Karte" in found.text() for found in page.map.findChildren(QLabel) if found.isVisible())
