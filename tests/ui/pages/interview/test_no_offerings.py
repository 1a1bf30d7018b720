"""Say that a municipality has no offerings, where they are asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from kizdesk.domain.places import Municipality
from kizdesk.ui.pages.interview.runner import RunnerPage
from kizdesk.ui.session import Session
from tests.ui.pages.interview.hands import Hands

GREVENBROICH = "05162008"


def _said(session: Session) -> bool:
    return session.project.snapshot.get(Municipality, GREVENBROICH).no_offerings


def _tick(page: RunnerPage) -> QCheckBox:
    found = page.findChild(QCheckBox, "no-offerings")
    assert found is not None
    return found


def test_the_key_for_no_answer_says_that_there_are_no_offerings(hands: Hands, page: RunnerPage) -> None:
    hands.alt("g")
    hands.type("angebote")
    hands.press(Qt.Key.Key_Return)
    hands.alt("k")
    assert _said(hands.session)
    assert _tick(page).isChecked()
    hands.alt("k")
    assert not _said(hands.session)
    assert not _tick(page).isChecked()


def test_the_tick_is_reached_by_tab_and_gone_with_the_first_offering(hands: Hands, page: RunnerPage) -> None:
    hands.alt("g")
    hands.type("angebote")
    hands.press(Qt.Key.Key_Return)
    hands.tab()
    assert hands.focused is _tick(page)
    hands.press(Qt.Key.Key_Space)
    assert _said(hands.session)
    hands.alt("a")
    hands.type("Sprachcafé")
    hands.go_on()
    assert not _said(hands.session)
    hands.page.go_back()
    assert _tick(page).isHidden()


def test_undo_takes_the_tick_back(hands: Hands, page: RunnerPage) -> None:
    hands.alt("g")
    hands.type("angebote")
    hands.press(Qt.Key.Key_Return)
    hands.alt("k")
    hands.session.undo()
    assert not _said(hands.session)
    assert not _tick(page).isChecked()
