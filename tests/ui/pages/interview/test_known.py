"""Take over what is known already, by one key or by choice."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from kizdesk.domain.interviews import Answer, Interview, InterviewForm
from kizdesk.project.interviews.edit import add_interview, put_answer
from kizdesk.project.records import set_value
from kizdesk.ui.pages.interview.runner import RunnerPage
from kizdesk.ui.session import Session
from tests.ui.pages.interview.hands import ALT, Hands

GREVENBROICH = "05162008"


@pytest.fixture(autouse=True)
def _earlier(empty_session: Session) -> None:
    for day, form, text in (
        (date(2024, 5, 4), InterviewForm.ON_SITE, "Sozialamt"),
        (date(2025, 3, 12), InterviewForm.FORM, "Amt für Migration"),
    ):
        other = add_interview(empty_session.project, GREVENBROICH, form)
        set_value(empty_session.project, Interview, other.id, "held_on", day)
        put_answer(empty_session.project, Answer(id="", interview_id=other.id, question_id="b01", text=text))


def _button(page: RunnerPage, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert found is not None
    return found


def test_one_key_takes_over_what_was_said_last_and_says_where_it_is_from(hands: Hands, page: RunnerPage) -> None:
    hands.walk_to("b01")
    QTest.keyClick(hands.focused, Qt.Key.Key_Udiaeresis, ALT)
    assert hands.answer("b01").text == "Amt für Migration"
    assert hands.reads("origin") == "Übernommen aus den schriftlichen Angaben vom 12.03.2025."
    assert _button(page, "take-over").isHidden()
    assert hands.reads("known-state-1") == "Das steht auch hier als Antwort."


def test_an_older_answer_is_taken_over_by_its_own_button(hands: Hands, page: RunnerPage) -> None:
    hands.walk_to("b01")
    _button(page, "take-over-2").setFocus()
    hands.press(Qt.Key.Key_Space)
    assert hands.answer("b01").text == "Sozialamt"
    assert hands.focused.objectName() == "line-0"


def test_typing_over_it_makes_it_an_answer_of_this_conversation(hands: Hands) -> None:
    hands.walk_to("b01")
    QTest.keyClick(hands.focused, Qt.Key.Key_Udiaeresis, ALT)
    hands.press(Qt.Key.Key_End)
    hands.type(" und Teilhabe")
    hands.go_on()
    hands.go_back()
    assert hands.answer("b01").taken_from == ""
    assert hands.reads("origin") == ""


def test_undo_takes_the_answer_back_in_one_step(hands: Hands) -> None:
    hands.walk_to("b01")
    QTest.keyClick(hands.focused, Qt.Key.Key_Udiaeresis, ALT)
    hands.session.undo()
    assert hands.session.project.snapshot.find(Answer, f"{hands.interview_id}/b01") is None


def test_of_a_long_answer_whole_words_are_shown(hands: Hands) -> None:
    project, long = hands.session.project, "Integrationsbeauftragte " * 20
    other = add_interview(project, GREVENBROICH, InterviewForm.ON_SITE)
    set_value(project, Interview, other.id, "held_on", date(2025, 6, 1))
    put_answer(project, Answer(id="", interview_id=other.id, question_id="b01", text=long.strip()))
    hands.walk_to("b01")
    assert set(hands.reads("known-words-1").split()) == {"Integrationsbeauftragte", "…"}
