"""What stands beside the question: what is open in its section, what is left out, and nothing that jumps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.ui.pages.interview.lists import JumpList, ListLine
from kizdesk.ui.session import Destination
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.labels import WrapLabel
from tests.ui.pages.interview.hands import Hands

_CALM = 12
"""So many looks at the page must show the same before it counts as done."""


def lines(hands: Hands) -> dict[str, str]:
    found = hands.page.findChild(JumpList, "open-here")
    assert isinstance(found, JumpList)
    return {line.text: line.detail for line in found.lines} if found.isVisible() else {}


def open_count(hands: Hands) -> int:
    missing = hands.page.missing()
    assert missing is not None
    return int("".join(filter(str.isdigit, missing[0])))


def section_texts(hands: Hands) -> dict[str, str]:
    found = hands.page.findChild(JumpList, "sections")
    assert isinstance(found, JumpList)
    return {line.text: line.detail for line in found.lines}


def test_the_list_of_what_is_open_marks_the_question_shown(hands: Hands) -> None:
    hands.walk_to("c02")
    assert [detail for text, detail in lines(hands).items() if text.startswith("• C.2 ")] == ["diese Frage"]


@pytest.mark.parametrize("section", ["a", "b", "c", "x"])
def test_a_section_lists_as_many_open_questions_as_its_number_lacks(hands: Hands, section: str) -> None:
    hands.walk_to(f"{section}01")
    name = {"a": "A  Ausgangslage", "b": "B  Strukturen", "c": "C  Gremien", "x": "Datenschutz"}[section]
    done, asked = section_texts(hands)[name].split("/")
    counted = [text for text, detail in lines(hands).items() if detail != "später"]
    assert len(counted) == int(asked) - int(done)


def test_the_list_is_as_high_as_its_lines_whichever_is_marked(hands: Hands, qtbot: QtBot) -> None:
    hands.page.resize(1040, 600)
    hands.walk_to("b01")
    found = hands.page.findChild(JumpList, "open-here")
    assert isinstance(found, JumpList)
    for question_id in ("b02", "b03", "b05", "b06", "b07"):
        hands.walk_to(question_id)
        qtbot.waitUntil(lambda: found.verticalScrollBar().maximum() == 0)
        last = found.visualRect(found.model().index(found.model().rowCount() - 1, 0))
        assert last.bottom() <= found.viewport().height()


def test_a_question_just_answered_leaves_the_list_and_the_number(hands: Hands) -> None:
    hands.walk_to("c02")
    before = open_count(hands)
    hands.type("Sozialausschuss")
    hands.go_on()
    assert not any(text.startswith("• C.2 ") for text in lines(hands))
    assert open_count(hands) == before - 1


def test_the_release_is_named_but_not_counted(hands: Hands) -> None:
    hands.walk_to("x06")
    assert [detail for text, detail in lines(hands).items() if text.startswith("• 0.7 ")] == ["später"]
    hands.go_on()
    assert hands.reads("where").endswith("Frage 0.7 (nach dem Gespräch)")
    assert "gibt es frei" in hands.reads("hint")
    assert "stehen schon vorher im Entwurf" in hands.reads("hint")


def test_the_register_is_open_until_something_is_recorded(hands: Hands) -> None:
    hands.alt("g")
    hands.type("projekte")
    hands.press(Qt.Key.Key_Return)
    assert lines(hands) == {"• E  Projekte und Angebote": "diese Frage"}
    before = open_count(hands)
    hands.alt("a")
    assert lines(hands) == {}
    hands.type("Sprachcafé")
    hands.press(Qt.Key.Key_Return)
    assert hands.page.go_back()
    assert lines(hands) == {}
    assert open_count(hands) == before - 1


def test_the_choice_of_fields_does_not_say_that_nothing_is_open(hands: Hands) -> None:
    hands.alt("g")
    hands.type("handlungsfelder")
    hands.press(Qt.Key.Key_Return)
    assert hands.reads("nothing-open") == "Gefragt wird hier, sobald ein Handlungsfeld gewählt ist."


def test_a_jump_in_the_numbers_is_explained(hands: Hands) -> None:
    hands.walk_to("b01")
    assert hands.reads("asleep") == "B.4 wird nur gefragt, wenn B.3 beantwortet ist."
    hands.walk_to("b05")
    assert "Frage B.5 (4 von 6, B.4 entfällt)" in hands.reads("where")


@pytest.mark.parametrize("name", ["do-later", "do-declined"])
def test_putting_a_question_off_moves_nothing(hands: Hands, qtbot: QtBot, name: str) -> None:
    hands.walk_to("c02")
    button = hands.page.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton)
    before = _at_rest(button, hands.page, qtbot)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: hands.reads("put-off").strip() != "")
    assert _at_rest(button, hands.page, qtbot) == before


def test_the_way_back_leads_to_the_interview_just_left(hands: Hands) -> None:
    heard: list[object] = []
    hands.session.going.connect(heard.append)
    assert hands.page.go_back()
    found = heard[0]
    assert isinstance(found, Destination)
    assert (found.page, found.argument) == ("stocktaking.interviews", hands.interview_id)


def _at_rest(widget: QWidget, page: QWidget, qtbot: QtBot) -> QPoint:
    """Return where a widget stands on the page, once the layouts are done."""
    seen: list[QPoint] = []

    def is_calm() -> bool:
        seen.append(widget.mapTo(page, QPoint()))
        return len(seen) > _CALM and len({point.toTuple() for point in seen[-_CALM:]}) == 1

    qtbot.waitUntil(is_calm)
    return seen[-1]


def test_the_sentence_that_a_question_is_put_off_stands_below_the_button_for_it(hands: Hands) -> None:
    hands.walk_to("c02")
    button = hands.page.findChild(QAbstractButton, "do-later")
    sentence = hands.page.findChild(WrapLabel, "put-off")
    assert isinstance(button, QAbstractButton)
    assert isinstance(sentence, WrapLabel)
    assert not sentence.isVisible()
    hands.alt("r")
    assert sentence.isVisible()
    assert sentence.mapTo(hands.page, QPoint()).y() > button.mapTo(hands.page, QPoint()).y()


def test_a_question_that_was_put_off_says_so_above_the_answer_when_it_comes_up(hands: Hands) -> None:
    hands.walk_to("c02")
    hands.alt("r")
    hands.go_on()
    hands.go_back()
    assert hands.reads("state") == "Die Antwort wird nachgereicht."
    assert hands.reads("put-off") == ""


@pytest.mark.parametrize("name", ["do-later", "do-declined"])
def test_taking_back_what_was_put_off_before_moves_nothing(hands: Hands, qtbot: QtBot, name: str) -> None:
    hands.walk_to("c02")
    hands.alt("r")
    hands.go_on()
    hands.go_back()
    button = hands.page.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton)
    before = _at_rest(button, hands.page, qtbot)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: hands.reads("state") != "Die Antwort wird nachgereicht.")
    assert _at_rest(button, hands.page, qtbot) == before


def test_a_long_name_of_a_question_is_read_whole_in_a_narrow_list(theme: Theme, qtbot: QtBot) -> None:
    found = JumpList(theme, "Offen", whole=True)
    qtbot.addWidget(found)
    found.show_lines([ListLine("i01", "• I.1 Teilnahmen an interkulturellen Fortbildungen", "nachreichen")])
    found.show()
    found.resize(found.fontMetrics().averageCharWidth() * 30, 200)
    letters = found.fontMetrics().height()
    qtbot.waitUntil(lambda: found.sizeHintForRow(0) > 3 * letters)
