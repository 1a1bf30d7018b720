"""Answer, put off, refuse, take back: what a single question can do."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kizdesk.domain.interviews import Answer, AnswerState
from kizdesk.project.runner.choosing import choose_fields
from kizdesk.project.runner.course import Course, course
from kizdesk.project.runner.places import Place
from kizdesk.ui.pages.interview.lists import JumpList
from kizdesk.ui.widgets.labels import ElidedLabel
from tests.ui.pages.interview.hands import ALT, CTRL, Hands


def _listed(hands: Hands) -> list[tuple[str, str]]:
    found = hands.page.findChild(JumpList, "open-here")
    assert isinstance(found, JumpList)
    return [(line.text, line.detail) for line in found.lines]


def _course(hands: Hands) -> Course:
    return course(hands.session.project, hands.interview_id)


def test_a_question_hidden_by_its_condition_is_left_out_and_its_answer_is_kept(hands: Hands) -> None:
    hands.walk_to("b03")
    hands.type("1")
    hands.go_on()
    assert hands.place.question_id == "b04"
    hands.type("in einer Steuerungsgruppe")
    hands.go_back()
    hands.type("1")
    hands.go_on()
    assert hands.place.question_id == "b05"
    assert hands.answer("b04").text == "in einer Steuerungsgruppe"
    assert ("B.4  Zusammenarbeit der Fachbereiche", "entfällt") in _listed(hands)


def test_digits_are_text_in_a_remark_and_choices_after_esc(hands: Hands) -> None:
    hands.walk_to("b03")
    while hands.focused.objectName() != "remark":
        hands.tab()
    hands.type("2 Stellen")
    hands.press(Qt.Key.Key_Escape)
    hands.type("2")
    hands.go_on()
    assert (hands.answer("b03").text, hands.answer("b03").choices) == ("2 Stellen", ("jugend",))


def test_the_frame_goes_with_the_digit_that_chooses(hands: Hands) -> None:
    hands.walk_to("b05")
    hands.type("3")
    assert hands.focused.objectName() == "option-3"


def test_the_words_of_an_option_stay_in_their_place_when_it_is_chosen(hands: Hands, qtbot: QtBot) -> None:
    hands.walk_to("b05")
    first = hands.focused
    words = first.findChild(ElidedLabel)
    assert words is not None
    before = words.mapTo(hands.page, QPoint())
    hands.type("1")
    tick = next(label for label in first.findChildren(QLabel) if label.text() == "✓")
    qtbot.waitUntil(tick.isVisible)
    assert words.mapTo(hands.page, QPoint()) == before


def test_enter_in_a_one_line_answer_goes_on(hands: Hands) -> None:
    hands.walk_to("b01")
    hands.type("Fachbereich Soziales")
    hands.press(Qt.Key.Key_Return)
    assert hands.place.question_id == "b02"
    assert hands.answer("b01").text == "Fachbereich Soziales"


def test_more_than_may_be_chosen_is_not_ticked_and_the_bar_says_why(hands: Hands, qtbot: QtBot) -> None:
    hands.walk_to("m04")
    hands.type("123")
    with qtbot.waitSignal(hands.session.said) as said:
        hands.type("4")
    assert said.args[0].text.startswith("Es sind schon drei angekreuzt")
    hands.go_on()
    assert hands.place.question_id == "n01"
    assert len(hands.answer("m04").choices) == 3


def test_fewer_than_the_question_asks_for_is_not_answered_and_said(hands: Hands) -> None:
    hands.walk_to("m04")
    hands.type("12")
    shown = [made.text() for made in hands.page.findChildren(QLabel) if made.isVisible()]
    assert "Bitte genau drei ankreuzen, bisher sind es erst zwei." in shown
    hands.go_on()
    assert hands.place.question_id == "n01"
    assert Place("m", "m04") in _course(hands).open_places()
    hands.go_back()
    hands.type("3")
    hands.go_on()
    assert Place("m", "m04") not in _course(hands).open_places()


def test_none_of_them_and_one_of_them_exclude_each_other(hands: Hands) -> None:
    hands.walk_to("b05")
    names = [option.id for option in _course(hands).question(hands.place).options]
    none = "123456789abcdefghijklmnop"[names.index("keine")]
    hands.type(f"12{none}")
    hands.go_on()
    assert hands.answer("b05").choices == ("keine",)
    hands.go_back()
    hands.type("1")
    hands.go_on()
    assert hands.answer("b05").choices == (names[0],)


def test_the_strand_stands_beside_each_field(hands: Hands) -> None:
    hands.walk_to("m04")
    shown = [made.text() for made in hands.focused.findChildren(QLabel) if made.isVisible()]
    assert shown[-1] in ("Bildung", "Querschnittsaufgabe")


def test_what_a_refused_answer_keeps_from_being_done_is_not_kept_silent(hands: Hands, qtbot: QtBot) -> None:
    hands.walk_to("i01")
    hands.type("zwölf")
    for letter in "rol":  # put off, go to what is open, list it
        with qtbot.waitSignal(hands.session.said) as said:
            hands.alt(letter)
        assert said.args[0].text.startswith("Frage I.1: ")


def test_the_way_out_of_a_refused_answer_stands_in_the_bar(hands: Hands, qtbot: QtBot) -> None:
    hands.walk_to("i01")
    hands.type("zwölf")
    with qtbot.waitSignal(hands.session.said) as said:
        hands.go_on()
    message = said.args[0]
    assert message.text.startswith("Frage I.1: ")
    assert message.action == "Eingabe verwerfen"
    message.act()
    hands.go_on()
    assert hands.place.question_id == "i02"


@pytest.mark.parametrize(("question", "typed", "word"), [("i01", "zwölf", "keine Zahl"), ("i02", "120", "100 Prozent")])
def test_what_is_no_number_is_refused_below_the_answer_and_stays(
    hands: Hands, question: str, typed: str, word: str
) -> None:
    hands.walk_to(question)
    hands.type(typed)
    hands.go_on()
    assert hands.place.question_id == question
    assert word in hands.reads("refusal")
    assert hands.focused.property("text") == typed


def test_a_question_is_put_off_declined_and_answered_after_all(hands: Hands) -> None:
    hands.walk_to("b01")
    hands.alt("r")
    assert hands.answer("b01").state is AnswerState.LATER
    missing = hands.page.missing()
    assert missing is not None
    assert "eine ist nachzureichen" in missing[0]
    hands.alt("k")
    assert hands.answer("b01").state is AnswerState.DECLINED
    hands.type("Sozialamt")
    hands.go_on()
    assert hands.answer("b01").state is AnswerState.GIVEN


def test_the_mark_of_putting_off_is_taken_back_by_the_same_key(hands: Hands) -> None:
    hands.walk_to("b01")
    hands.alt("r")
    hands.alt("r")
    assert hands.answer("b01").state is AnswerState.GIVEN


def test_altgr_is_for_letters_and_puts_nothing_off(hands: Hands) -> None:
    hands.walk_to("b01")
    hands.press(Qt.Key.Key_R, CTRL | ALT)
    assert not hands.session.project.snapshot.all(Answer)


def test_undo_takes_back_the_whole_answer(hands: Hands) -> None:
    hands.walk_to("a03")
    hands.type("Im Norden")
    hands.go_on()
    hands.session.undo()
    assert not hands.session.project.snapshot.all(Answer)


def test_undo_while_typing_takes_back_the_field_and_shows_it(hands: Hands) -> None:
    hands.walk_to("a03")
    hands.type("Im Norden")
    hands.press(Qt.Key.Key_Z, CTRL)
    assert not hands.session.project.snapshot.all(Answer)
    area = hands.focused
    assert isinstance(area, QPlainTextEdit)
    assert area.toPlainText() == ""


def test_an_answer_is_written_half_a_second_after_the_last_key(hands: Hands, qtbot: QtBot) -> None:
    hands.walk_to("a03")
    hands.type("Im Norden")
    assert not hands.session.project.snapshot.all(Answer)
    qtbot.waitUntil(lambda: bool(hands.session.project.snapshot.all(Answer)), timeout=2000)
    assert hands.answer("a03").text == "Im Norden"


def test_a_note_stands_beside_the_answer(hands: Hands) -> None:
    hands.walk_to("b05")
    hands.type("1")
    hands.alt("n")
    hands.type("Jugendamt seit 1994")
    hands.go_on()
    answer = hands.answer("b05")
    assert (answer.choices, answer.note) == (("jugendamt",), "Jugendamt seit 1994")


def test_a_quotation_is_added_as_a_line_with_who_spoke(hands: Hands) -> None:
    hands.walk_to("x03")
    hands.tab()
    hands.type("Integrationsbeauftragte")
    hands.walk_to("a03")
    hands.type("Im Norden.")
    hands.alt("z")
    hands.type("Wir brauchen Räume")
    hands.press(Qt.Key.Key_Return)
    hands.go_on()
    assert hands.answer("a03").text == "Im Norden.\n„Wir brauchen Räume“ (Integrationsbeauftragte)"


def test_a_hundred_thousand_characters_are_pasted_whole_and_quickly(hands: Hands) -> None:
    text = ("Großer Bedarf in der Südstadt. " * 3300)[:100_000]
    hands.walk_to("a03")
    QGuiApplication.clipboard().setText(text)
    began = time.perf_counter()
    hands.press(Qt.Key.Key_V, CTRL)
    hands.go_on()
    assert time.perf_counter() - began < 3
    assert hands.answer("a03").text == text


def test_rows_of_a_spreadsheet_are_pasted_into_the_cells(hands: Hands) -> None:
    hands.walk_to("a02")
    QGuiApplication.clipboard().setText("Syrien\t412\tgestiegen\nTürkei\t388\tgleich\n")
    hands.press(Qt.Key.Key_V, CTRL)
    hands.go_on()
    assert hands.answer("a02").rows == (("Syrien", "412", "gestiegen"), ("Türkei", "388", "gleich"))


def test_a_row_of_a_table_is_taken_away_by_keys(hands: Hands) -> None:
    hands.walk_to("a02")
    hands.type("Syrien")
    hands.press(Qt.Key.Key_Return)
    hands.type("Polen")
    hands.press(Qt.Key.Key_Delete, CTRL)
    hands.go_on()
    assert hands.answer("a02").rows == (("Syrien", "", ""),)


def test_a_screen_reader_is_told_the_question_and_where_it_stands(hands: Hands) -> None:
    hands.walk_to("a03")
    assert hands.focused.accessibleName() == "In welchen Ortsteilen oder Quartieren besteht besonderer Handlungsbedarf?"
    assert "(3 von 4)" in hands.focused.accessibleDescription()


def test_a_quotation_beside_a_table_can_be_edited_again(hands: Hands) -> None:
    hands.walk_to("a02")
    hands.type("Syrien")
    hands.alt("z")
    hands.type("Das wird mehr")
    hands.press(Qt.Key.Key_Return)
    answer = hands.answer("a02")
    assert (answer.text, answer.rows) == ("„Das wird mehr“", (("Syrien", "", ""),))
    while hands.focused.objectName() != "remark":
        hands.tab()
    hands.press(Qt.Key.Key_A, CTRL)
    hands.press(Qt.Key.Key_Delete)
    hands.go_on()
    assert hands.answer("a02").text == ""


def test_a_quotation_beside_grades_leaves_the_grades_alone(hands: Hands) -> None:
    hands.walk_to("f02")
    hands.type("45")
    hands.alt("z")
    hands.type("Mit den Schulen geht es gut")
    hands.press(Qt.Key.Key_Return)
    answer = hands.answer("f02")
    assert answer.text == "„Mit den Schulen geht es gut“"
    assert [row[1] for row in answer.rows] == ["4", "5"]


def test_a_quotation_being_typed_is_kept_when_one_goes_on_without_inserting_it(hands: Hands) -> None:
    hands.walk_to("b01")
    hands.alt("z")
    hands.type("Wir brauchen Zeit")
    hands.go_on()
    assert hands.place.question_id == "b02"
    hands.go_back()
    assert "Wir brauchen Zeit" in hands.answer("b01").text


def test_remark_and_note_say_what_becomes_of_them(hands: Hands) -> None:
    hands.walk_to("b03")
    hints = {found.placeholderText() for found in hands.page.findChildren(QPlainTextEdit) if found.isVisible()}
    assert hints == {
        "Gehört zur Antwort und steht im Protokoll",
        "Nur für die Arbeit; steht weder im Protokoll noch im Konzept",
    }


def test_one_writes_on_behind_a_quotation_and_takes_back_only_what_was_written_since(hands: Hands) -> None:
    hands.walk_to("a03")
    hands.type("In der Südstadt.")
    hands.alt("z")
    hands.type("Wir schaffen das")
    hands.press(Qt.Key.Key_Return)
    quoted = hands.answer("a03").text
    hands.type(" Ein Satz.")
    hands.press(Qt.Key.Key_S, CTRL)
    hands.session.leaving.emit()
    assert hands.answer("a03").text == f"{quoted} Ein Satz."

    hands.press(Qt.Key.Key_Z, CTRL)
    assert hands.answer("a03").text == quoted
    hands.press(Qt.Key.Key_Z, CTRL)
    assert hands.answer("a03").text == "In der Südstadt."


def test_that_a_change_was_taken_back_is_not_told_as_if_the_answer_was(hands: Hands, qtbot: QtBot) -> None:
    hands.walk_to("a03")
    hands.type("In der Südstadt.")
    hands.go_on()
    hands.go_back()
    hands.type("Und im Norden. ")
    with qtbot.waitSignal(hands.session.undone) as undone:
        hands.press(Qt.Key.Key_Z, CTRL)
    assert undone.args[0] == "Antwort auf A.3 geändert (Grevenbroich)"


def test_the_choice_of_fields_stays_in_the_list_of_sections(hands: Hands, fields: tuple[str, ...]) -> None:
    choose_fields(hands.session.project, hands.interview_id, fields[:2])
    hands.walk_to("g01", fields[0])
    sections = hands.page.findChild(JumpList, "sections")
    assert isinstance(sections, JumpList)
    lines = [(line.text, line.detail) for line in sections.lines]
    assert ("G  Felder", "2 gewählt") in lines

    sections.setCurrentIndex(sections.model().index(lines.index(("G  Felder", "2 gewählt")), 0))
    sections.setFocus()
    hands.press(Qt.Key.Key_Return)
    assert hands.place == Place("g")
    assert sections.key == Place("g").key
