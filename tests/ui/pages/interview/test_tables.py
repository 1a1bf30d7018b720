"""Check that a table says at every row what belongs where, and proposes the rows that are usual."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from kizdesk.domain.interviews import Answer
from kizdesk.domain.people import Person
from kizdesk.project.interviews.edit import add_interview
from kizdesk.project.stocktaking import AnswerPlace
from tests.ui.pages.interview.hands import CTRL, Hands


def seen(hands: Hands, words: str) -> list[QLabel]:
    return [name for name in hands.page.findChildren(QLabel) if name.isVisible() and name.text() == words]


def line(hands: Hands, row: int, column: int) -> QLineEdit:
    found = [cell for cell in hands.page.findChildren(QLineEdit, f"cell-{row}-{column}") if cell.isVisible()]
    assert len(found) == 1
    return found[0]


def test_every_person_has_the_names_of_the_fields_beside_them(hands: Hands) -> None:
    hands.walk_to("x03")
    hands.type("Herta Brömmel")
    hands.press(Qt.Key.Key_Return)
    hands.type("Anton Grüter")
    for words in ("Funktion", "Organisationseinheit", "Telefon", "E-Mail"):
        assert len(seen(hands, words)) == 2, words
    assert len(seen(hands, "Name")) == 3
    assert line(hands, 3, 1).placeholderText() == "Weitere Person"


def test_a_long_function_stands_whole_in_its_field(hands: Hands) -> None:
    hands.walk_to("x03")
    hands.tab()
    hands.type("Leiterin der Stabsstelle Integration und Zuwanderung")
    field = line(hands, 1, 2)
    needed = field.fontMetrics().horizontalAdvance(field.text())
    assert field.contentsRect().width() - field.textMargins().left() - field.textMargins().right() > needed


def test_the_empty_person_at_the_end_unfolds_when_tab_goes_through_it(hands: Hands) -> None:
    hands.walk_to("x03")
    hands.type("Herta Brömmel")
    hands.press(Qt.Key.Key_Return)
    assert len(seen(hands, "Funktion")) == 1
    hands.tab()
    hands.type("Fachbereichsleitung")
    hands.go_on()
    people = [hands.session.project.snapshot.get(Person, key) for key in hands.interview.person_ids]
    assert [(one.name, one.function) for one in people] == [("Herta Brömmel", ""), ("", "Fachbereichsleitung")]


def test_the_arrow_goes_down_through_the_fields_of_a_person_and_on_to_the_next(hands: Hands) -> None:
    hands.walk_to("x03")
    hands.type("Herta Brömmel")
    for _ in range(4):
        hands.press(Qt.Key.Key_Down)
    hands.type("h@ahlen.example")
    hands.press(Qt.Key.Key_Down)
    assert hands.focused is line(hands, 2, 1)
    hands.press(Qt.Key.Key_Up)
    assert hands.focused is line(hands, 1, 5)


def test_usual_rows_are_proposed_and_the_cursor_stands_beside_the_first(hands: Hands) -> None:
    hands.walk_to("a01")
    assert [line(hands, row, 1).text() for row in (1, 2, 3, 4)] == [
        "Einwohnerinnen und Einwohner",
        "mit ausländischer Staatsangehörigkeit",
        "mit Einwanderungsgeschichte",
        "",
    ]
    assert hands.focused is line(hands, 1, 2)


def test_a_proposed_row_counts_only_with_something_beside_it(hands: Hands) -> None:
    hands.walk_to("a01")
    hands.press(Qt.Key.Key_Return)
    assert hands.focused is line(hands, 2, 2)
    hands.type("4.700")
    hands.go_on()
    assert hands.answer("a01").rows == (("mit ausländischer Staatsangehörigkeit", "4.700", "", ""),)


def test_tab_goes_from_one_proposed_row_to_what_is_to_be_filled_in_the_next(hands: Hands) -> None:
    hands.walk_to("a01")
    hands.tab(3)
    assert hands.focused is line(hands, 2, 2)
    hands.type("5.120")
    hands.go_on()
    assert hands.answer("a01").rows == (("mit ausländischer Staatsangehörigkeit", "5.120", "", ""),)


def test_tab_passes_by_a_proposed_name_whose_row_is_filled_already(hands: Hands) -> None:
    hands.walk_to("a01")
    hands.press(Qt.Key.Key_Return)
    hands.type("5.120")
    line(hands, 1, 4).setFocus()
    hands.tab()
    assert hands.focused is line(hands, 2, 2)
    hands.press(Qt.Key.Key_Backtab)
    assert hands.focused is line(hands, 2, 1)
    assert not line(hands, 2, 1).hasSelectedText()


def test_proposals_alone_leave_the_question_open(hands: Hands) -> None:
    hands.walk_to("a01")
    hands.go_on()
    assert not [answer for answer in hands.session.project.snapshot.all(Answer) if answer.question_id == "a01"]


def test_the_proposals_left_stand_behind_the_answer_when_one_comes_back(hands: Hands) -> None:
    hands.walk_to("l01")
    hands.press(Qt.Key.Key_Return)
    hands.type("20.000")
    hands.go_on()
    hands.go_back()
    assert [line(hands, row, 1).text() for row in (1, 2, 3, 4)] == ["Sachmittel", "Personal", "Projekte", ""]


def test_who_answers_in_other_rows_gets_no_proposals_again(hands: Hands) -> None:
    hands.walk_to("l01")
    for _ in range(3):
        line(hands, 1, 1).setFocus()
        hands.press(Qt.Key.Key_Delete, CTRL)
    hands.type("Haushalt 05.313")
    hands.tab()
    hands.type("9.000")
    hands.go_on()
    hands.go_back()
    assert [line(hands, row, 1).text() for row in (1, 2)] == ["Haushalt 05.313", ""]


def test_what_is_proposed_begins_anew_in_the_next_interview(hands: Hands) -> None:
    hands.walk_to("a01")
    for _ in range(3):
        line(hands, 1, 1).setFocus()
        hands.press(Qt.Key.Key_Delete, CTRL)
    other = add_interview(hands.session.project, "05162004")
    assert hands.page.reveal(AnswerPlace(other.id, "a01").target)
    assert line(hands, 1, 1).text() == "Einwohnerinnen und Einwohner"


def test_a_number_or_a_date_leaves_its_room_to_the_words_beside_it(hands: Hands) -> None:
    hands.walk_to("a01")
    found = {made.objectName(): made for made in hands.page.findChildren(QLineEdit) if made.isVisible()}
    day, source = found["cell-1-3"], found["cell-1-4"]
    assert day.placeholderText() == "TT.MM.JJJJ"
    assert source.placeholderText() == ""
    assert source.width() > day.width()
