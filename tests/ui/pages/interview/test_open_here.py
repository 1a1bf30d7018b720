"""What stands beside the question: what is open in its section, what is left out, and nothing that jumps."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.ui.pages.interview.aside import Aside
from kizdesk.ui.pages.interview.lists import JumpList, ListLine
from kizdesk.ui.session import Destination, Message
from kizdesk.ui.theme import Theme
from kizdesk.ui.widgets.labels import WrapLabel
from tests.ui.pages.interview.hands import Hands

_CALM = 12
"""So many looks at the page must show the same before it counts as done."""


def shown(hands: Hands) -> tuple[ListLine, ...]:
    found = hands.page.findChild(JumpList, "open-here")
    assert isinstance(found, JumpList)
    return found.lines if found.isVisible() else ()


def lines(hands: Hands) -> dict[str, str]:
    """Return what is open, with its detail."""
    return {line.text: line.detail for line in shown(hands) if line.sign == "•" and "nicht gefragt" not in line.spoken}


def line_of(hands: Hands, number: str) -> ListLine:
    return next(line for line in shown(hands) if line.text.startswith(f"{number} "))


def row_place(hands: Hands, number: str) -> QPoint:
    found = hands.page.findChild(JumpList, "open-here")
    assert isinstance(found, JumpList)
    row = [line.text.split()[0] for line in found.lines].index(number)
    return found.visualRect(found.model().index(row, 0)).topLeft()


def open_count(hands: Hands) -> int:
    missing = hands.page.missing()
    assert missing is not None
    return int(re.findall(r"noch (\d+) Fragen", missing[0])[0])


def section_texts(hands: Hands) -> dict[str, str]:
    found = hands.page.findChild(JumpList, "sections")
    assert isinstance(found, JumpList)
    return {line.text: line.detail for line in found.lines}


def test_the_list_of_what_is_open_marks_the_question_shown(hands: Hands) -> None:
    hands.walk_to("c02")
    found = hands.page.findChild(JumpList, "open-here")
    assert isinstance(found, JumpList)
    assert found.key == hands.place.key
    assert "diese Frage" in line_of(hands, "C.2").spoken
    assert line_of(hands, "C.2").detail == ""


@pytest.mark.parametrize("section", ["a", "b", "c", "x"])
def test_a_section_lists_as_many_open_questions_as_its_number_lacks(hands: Hands, section: str) -> None:
    hands.walk_to(f"{section}01")
    name = {"a": "A  Ausgangslage", "b": "B  Strukturen", "c": "C  Gremien", "x": "Gesprächsdaten"}[section]
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


def test_a_question_just_answered_is_ticked_and_leaves_the_number(hands: Hands) -> None:
    hands.walk_to("c02")
    before = open_count(hands)
    hands.type("Sozialausschuss")
    hands.go_on()
    assert (line_of(hands, "C.2").sign, line_of(hands, "C.2").faint) == ("✓", True)
    assert open_count(hands) == before - 1


def test_the_release_is_named_but_not_counted(hands: Hands) -> None:
    hands.walk_to("x06")
    assert line_of(hands, "0.7").detail == "später"
    hands.go_on()
    assert hands.reads("where").endswith("Frage 0.7 (nach dem Gespräch)")
    assert "gibt es frei" in hands.reads("hint")
    assert "stehen schon vorher im Entwurf" in hands.reads("hint")


def test_the_register_is_open_until_something_is_recorded(hands: Hands) -> None:
    hands.alt("g")
    hands.type("projekte")
    hands.press(Qt.Key.Key_Return)
    assert lines(hands) == {"E  Projekte und Angebote": ""}
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


def test_what_stands_below_the_buttons_stays_when_a_question_is_put_off(hands: Hands, qtbot: QtBot) -> None:
    hands.walk_to("c02")
    hands.page.resize(500, hands.page.height())
    cards = hands.page.findChild(Aside)
    assert isinstance(cards, Aside)
    qtbot.waitUntil(lambda: cards.mapTo(hands.page, QPoint()).x() < 100)
    before = _at_rest(cards, hands.page, qtbot)
    hands.alt("r")
    assert hands.reads("put-off") == "Die Antwort wird nachgereicht."
    assert _at_rest(cards, hands.page, qtbot) == before


def test_where_the_buttons_are_out_of_sight_the_bar_says_what_became_of_the_question(
    hands: Hands, qtbot: QtBot
) -> None:
    said: list[Message] = []
    hands.session.said.connect(said.append)
    hands.walk_to("a01")
    hands.page.resize(hands.page.width(), 300)
    button = hands.page.findChild(QAbstractButton, "do-later")
    assert isinstance(button, QAbstractButton)
    qtbot.waitUntil(lambda: button.visibleRegion().isEmpty())
    answer = hands.focused
    before = _at_rest(answer, hands.page, qtbot)
    hands.alt("r")
    hands.alt("r")
    assert [message.text for message in said] == ["Die Antwort wird nachgereicht.", "Der Vermerk ist zurückgenommen."]
    assert _at_rest(answer, hands.page, qtbot) == before


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
    assert not sentence.text().strip()
    hands.alt("r")
    assert sentence.text() == "Die Antwort wird nachgereicht."
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
    found.show_lines([ListLine("i01", "I.1 Teilnahmen an interkulturellen Fortbildungen", "nachreichen")])
    found.show()
    found.resize(found.fontMetrics().averageCharWidth() * 30, 200)
    letters = found.fontMetrics().height()
    qtbot.waitUntil(lambda: found.sizeHintForRow(0) > 3 * letters)


def test_the_rows_stay_in_their_place_while_questions_are_answered(hands: Hands) -> None:
    hands.walk_to("b03")
    before = [row_place(hands, number) for number in ("B.1", "B.5", "B.7")]
    hands.type("13")
    hands.go_on()
    hands.type("in einer Runde")
    hands.go_on()
    assert [row_place(hands, number) for number in ("B.1", "B.5", "B.7")] == before
    assert [line_of(hands, number).sign for number in ("B.3", "B.4", "B.5")] == ["✓", "✓", "•"]


def test_a_row_is_as_high_while_it_is_the_question_shown(theme: Theme, qtbot: QtBot) -> None:
    found = JumpList(theme, "Fragen", whole=True)
    qtbot.addWidget(found)
    rows = [ListLine(str(number), "B.4 Zusammenarbeit der Fachbereiche", sign="•") for number in range(2)]
    found.show_lines(rows, "0")
    found.show()
    for letters in range(12, 40):
        found.resize(found.fontMetrics().averageCharWidth() * letters, 200)
        assert found.sizeHintForRow(0) == found.sizeHintForRow(1)


def test_an_answered_question_is_reached_from_the_list_of_its_section(hands: Hands) -> None:
    hands.walk_to("c01")
    hands.type("1")
    hands.go_on()
    hands.go_on()
    found = hands.page.findChild(JumpList, "open-here")
    assert isinstance(found, JumpList)
    at = row_place(hands, "C.1") + QPoint(4, 4)
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert hands.place.question_id == "c01"


def test_a_question_that_is_not_asked_says_why_when_it_is_clicked(hands: Hands) -> None:
    heard: list[object] = []
    hands.session.said.connect(heard.append)
    hands.walk_to("b01")
    found = hands.page.findChild(JumpList, "open-here")
    assert isinstance(found, JumpList)
    assert line_of(hands, "B.4").detail == "entfällt"
    QTest.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=row_place(hands, "B.4") + QPoint(4, 4))
    assert hands.place.question_id == "b01"
    assert [it.text for it in heard if isinstance(it, Message)] == ["B.4 wird nur gefragt, wenn B.3 beantwortet ist."]


def test_a_required_question_is_marked_at_itself_in_the_lists_and_in_the_line_below(hands: Hands) -> None:
    hands.walk_to("b05")
    assert hands.reads("duty") == "Pflichtangabe"
    assert line_of(hands, "B.5").detail == "Pflicht"
    assert "Pflichtangabe" in line_of(hands, "B.5").spoken
    missing = hands.page.missing()
    assert missing is not None
    assert "darunter 9 Pflichtangaben" in missing[0]
    hands.go_on()
    assert hands.reads("duty") == ""


def test_a_hint_ends_with_a_full_stop_before_the_sentence_behind_it(hands: Hands) -> None:
    hands.walk_to("b03")
    hands.type("13")
    hands.go_on()
    assert hands.reads("hint").endswith("aus besonderem Anlass. Diese Frage folgt aus der Antwort auf B.3.")


def test_the_list_of_sections_tells_how_many_required_questions_are_open(hands: Hands) -> None:
    hands.walk_to("b05")
    assert _told_of(hands, "B  Strukturen") == "B  Strukturen, 0 von 6 Fragen erledigt, 2 Pflichtangaben offen"
    hands.type("1")
    hands.go_on()
    assert _told_of(hands, "B  Strukturen") == "B  Strukturen, 1 von 6 Fragen erledigt, eine Pflichtangabe offen"
    assert _told_of(hands, "C  Gremien") == "C  Gremien, 0 von 5 Fragen erledigt"


def _told_of(hands: Hands, name: str) -> str:
    found = hands.page.findChild(JumpList, "sections")
    assert isinstance(found, JumpList)
    row = [line.text for line in found.lines].index(name)
    return str(found.model().index(row, 0).data(Qt.ItemDataRole.ToolTipRole))


def test_what_is_filled_in_beforehand_or_later_is_said_not_to_count(hands: Hands) -> None:
    assert line_of(hands, "0.1").detail == "vorab"
    assert "Was vorab oder später eingetragen wird, zählt links nicht mit." in hands.reads("asleep")
    hands.walk_to("a01")
    assert "zählt links nicht mit" not in hands.reads("asleep")


def test_a_table_says_how_many_of_its_usual_rows_are_answered(hands: Hands) -> None:
    hands.walk_to("a01")
    hands.type("37000")
    hands.go_on()
    assert line_of(hands, "A.1").detail == "1 von 3"
    assert "1 von 3" in line_of(hands, "A.1").spoken
