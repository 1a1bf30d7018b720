"""What German hands type with AltGr comes into the text, and Alt with an arrow opens a choice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox

from kizdesk.ui.pages.interview.runner import RunnerPage
from tests.ui.pages.interview.hands import ALT, CTRL, Hands

ALTGR = {
    "@": Qt.Key.Key_Q, "€": Qt.Key.Key_E, "{": Qt.Key.Key_7, "[": Qt.Key.Key_8, "]": Qt.Key.Key_9,
    "}": Qt.Key.Key_0, "~": Qt.Key.Key_Plus, "µ": Qt.Key.Key_M, "²": Qt.Key.Key_2,
}  # fmt: skip


@pytest.mark.parametrize("letter", ALTGR)
def test_what_altgr_types_stands_in_the_text_and_does_nothing_else(hands: Hands, letter: str) -> None:
    hands.walk_to("a03")
    before = hands.place
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(hands.focused, QKeyEvent(kind, ALTGR[letter], CTRL | ALT, letter))
    assert hands.place == before
    hands.go_on()
    assert hands.answer("a03").text == letter


def test_alt_with_an_arrow_opens_the_choice_of_who_spoke(hands: Hands, page: RunnerPage) -> None:
    hands.walk_to("a03")
    hands.alt("z")
    hands.type("Wir schaffen das")
    hands.tab()
    speaker = page.findChild(QComboBox, "quote-speaker")
    assert speaker is not None
    assert hands.focused is speaker
    hands.press(Qt.Key.Key_Down, ALT)
    assert speaker.view().isVisible()
    speaker.hidePopup()
    assert hands.place.question_id == "a03"


def test_enter_at_who_spoke_inserts_the_quotation(hands: Hands) -> None:
    hands.walk_to("a03")
    hands.alt("z")
    hands.type("Wir schaffen das")
    hands.tab()
    hands.press(Qt.Key.Key_Return)
    assert hands.answer("a03").text.startswith("„Wir schaffen das“")
    assert hands.place.question_id == "a03"


def test_esc_in_the_note_leaves_a_quotation_half_typed_where_it_is(hands: Hands) -> None:
    hands.walk_to("a03")
    hands.alt("z")
    hands.type("Wir schaffen das")
    hands.alt("n")
    hands.press(Qt.Key.Key_Escape)
    hands.go_on()
    assert hands.answer("a03").text == "„Wir schaffen das“"


def test_esc_leads_from_the_note_back_to_the_answer(hands: Hands) -> None:
    hands.walk_to("b01")
    hands.alt("n")
    hands.press(Qt.Key.Key_Escape)
    assert hands.focused.objectName() == "line-0"
