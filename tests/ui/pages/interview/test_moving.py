"""Find the way through an interview, begin it, end it, lose it."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.interviews import Answer, Interview, InterviewForm, InterviewStatus, Offering
from kizdesk.project.interviews.edit import add_interview, put_answer
from kizdesk.project.records import delete, set_value
from kizdesk.ui.pages.interview.runner import RunnerPage
from kizdesk.ui.session import Destination, Message, Session
from tests.ui.pages.interview.hands import ALT, CTRL, Hands

GREVENBROICH = "05162008"


def test_opening_a_planned_interview_begins_it_and_that_can_be_undone(hands: Hands) -> None:
    begun = hands.interview
    assert (begun.status, begun.held_on) == (InterviewStatus.RUNNING, date(2026, 1, 5))
    assert begun.started is not None
    hands.session.undo()
    taken_back = hands.interview
    assert (taken_back.status, taken_back.held_on) == (InterviewStatus.PLANNED, None)


def test_a_form_that_came_back_has_no_hours(page: RunnerPage, empty_session: Session) -> None:
    made = add_interview(empty_session.project, GREVENBROICH, InterviewForm.FORM)
    page.open(made.id)
    assert empty_session.project.snapshot.get(Interview, made.id).started is None


def test_the_head_says_where_when_and_with_whom(hands: Hands) -> None:
    assert hands.page.heading().title == "Gespräch mit Grevenbroich"
    expected = "05.01.2026, vor Ort · niemand beteiligt · Leitfaden 2026-1"
    assert hands.page.heading().subtitle == expected


def test_an_interview_goes_on_where_it_was_left(hands: Hands, empty_session: Session, qtbot: QtBot) -> None:
    hands.walk_to("b05")
    again = RunnerPage(empty_session)
    qtbot.addWidget(again)
    again.open(hands.interview_id)
    assert again.place is not None
    assert again.place.question_id == "b05"


def test_ending_says_what_is_open_and_can_be_undone(hands: Hands, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hands.session.said) as said:
        hands.page.actions_shown()[1].trigger()
    message = said.args[0] if said.args else None
    assert isinstance(message, Message)
    assert message.text.startswith("Das Gespräch ist beendet. In diesem Gespräch sind noch")
    ended = hands.interview
    assert ended.status is InterviewStatus.DONE
    assert ended.ended is not None
    hands.session.undo()
    taken_back = hands.interview
    assert taken_back.status is InterviewStatus.RUNNING


def test_an_ended_interview_shows_what_is_open_and_offers_other_buttons(hands: Hands) -> None:
    hands.walk_to("a01")
    hands.page.actions_shown()[1].trigger()
    texts = [action.text() for action in hands.page.actions_shown()]
    assert texts[:3] == ["Offene Fragen", "Protokoll schreiben", "Wieder aufnehmen"]
    assert texts[3:] == ["Vorlage daneben zeigen", "Zur Übersicht"]
    assert hands.page.heading().subtitle.startswith("Beendet · ")
    hands.type("O.3")
    hands.press(Qt.Key.Key_Return)
    assert hands.place.question_id == "o03"
    hands.page.actions_shown()[2].trigger()
    assert hands.interview.status is InterviewStatus.RUNNING
    assert [action.text() for action in hands.page.actions_shown()][1] == "Gespräch beenden"


def test_undo_shows_the_question_at_which_something_was_undone(hands: Hands) -> None:
    hands.walk_to("a03")
    hands.type("Bahnhof")
    hands.go_on()
    hands.go_on()
    hands.session.undo()
    assert hands.place.question_id == "a03"
    hands.go_on()
    hands.session.redo()
    assert hands.place.question_id == "a03"


def test_the_line_below_counts_what_the_list_of_open_questions_shows(hands: Hands) -> None:
    missing = hands.page.missing()
    assert missing is not None
    before = _opened(missing[0])
    hands.walk_to("x05")
    hands.type("j")
    hands.go_on()
    missing = hands.page.missing()
    assert missing is not None
    assert _opened(missing[0]) == before - 1


def test_a_question_that_an_answer_brings_says_so_and_is_counted(hands: Hands) -> None:
    hands.walk_to("b03")
    assert "Frage B.3 (3 von 6)" in hands.reads("where")
    hands.type("13")
    hands.go_on()
    assert "Frage B.4 (4 von 7)" in hands.reads("where")
    assert hands.reads("hint").endswith("Diese Frage folgt aus der Antwort auf B.3.")


def test_an_interview_that_is_gone_leads_to_the_overview_with_a_sentence(hands: Hands) -> None:
    heard: list[object] = []
    hands.session.said.connect(heard.append)
    hands.session.going.connect(heard.append)
    delete(hands.session.project, Interview, hands.interview_id)
    assert any(isinstance(it, Message) and "gibt es nicht mehr" in it.text for it in heard)
    assert any(isinstance(it, Destination) and it.page == "stocktaking.interviews" for it in heard)


def test_what_is_known_is_taken_over_by_one_key(hands: Hands) -> None:
    project = hands.session.project
    earlier = add_interview(project, GREVENBROICH, InterviewForm.FORM)
    put_answer(project, Answer(id="", interview_id=earlier.id, question_id="b05", choices=("jugendamt",)))
    hands.walk_to("b05")
    hands.press(Qt.Key.Key_Udiaeresis, ALT)
    assert hands.answer("b05").choices == ("jugendamt",)


def test_a_section_is_reached_by_typing_its_name(hands: Hands) -> None:
    hands.alt("g")
    hands.type("bewertung")
    hands.press(Qt.Key.Key_Return)
    assert hands.place.question_id == "m01"


def test_sections_are_walked_with_alt_and_the_arrows(hands: Hands) -> None:
    hands.press(Qt.Key.Key_Down, ALT, times=2)
    assert hands.place.question_id == "b01"
    hands.press(Qt.Key.Key_Up, ALT)
    assert hands.place.question_id == "a01"


def test_a_question_is_found_by_its_words(hands: Hands) -> None:
    hands.press(Qt.Key.Key_F, CTRL)
    hands.type("diskriminierung")
    hands.press(Qt.Key.Key_Return)
    assert hands.place.question_id == "i04"


def test_a_question_is_found_by_the_words_of_its_answer(hands: Hands) -> None:
    hands.walk_to("a03")
    hands.type("Runder Tisch Südstadt")
    hands.walk_to("b01")
    hands.press(Qt.Key.Key_F, CTRL)
    hands.type("sudstadt")
    hands.press(Qt.Key.Key_Return)
    assert hands.place.question_id == "a03"


def test_the_guide_is_searched_on_a_narrow_page_too(hands: Hands, page: RunnerPage) -> None:
    page.resize(420, 600)
    hands.press(Qt.Key.Key_F, CTRL)
    hands.type("diskriminierung")
    hands.press(Qt.Key.Key_Return)
    assert hands.place.question_id == "i04"


def test_esc_leaves_the_search_where_it_began(hands: Hands) -> None:
    hands.walk_to("a03")
    hands.press(Qt.Key.Key_F, CTRL)
    hands.type("polizei")
    hands.press(Qt.Key.Key_Escape, times=2)
    assert hands.place.question_id == "a03"
    assert hands.focused.objectName() == "words"


def test_the_next_open_question_is_one_key_away(hands: Hands) -> None:
    hands.walk_to("a01")
    hands.alt("r")
    hands.alt("o")
    assert hands.place.question_id == "a02"


def test_the_list_of_open_questions_leads_to_one(hands: Hands) -> None:
    hands.alt("l")
    hands.type("O.3")
    hands.press(Qt.Key.Key_Return)
    assert hands.place.question_id == "o03"


def test_the_missing_line_leads_to_the_first_open_question(hands: Hands) -> None:
    hands.walk_to("b01")
    missing = hands.page.missing()
    assert missing is not None
    assert missing[1] is not None
    assert hands.page.reveal(missing[1])
    assert hands.place.question_id.startswith("x")


def test_a_target_of_another_interview_opens_that_one(hands: Hands) -> None:
    project = hands.session.project
    other = add_interview(project, GREVENBROICH)
    answer = put_answer(project, Answer(id="", interview_id=other.id, question_id="c02", text="Sozialausschuss"))
    assert hands.page.reveal(Target(Step.STOCK_TAKING, "answer", answer.id))
    assert hands.place.question_id == "c02"


def test_an_offering_that_is_deleted_comes_back_by_undo(hands: Hands) -> None:
    hands.alt("a")
    hands.type("Sprachcafé")
    hands.press(Qt.Key.Key_Return)
    assert hands.page.go_back()
    hands.press(Qt.Key.Key_Delete)
    assert not hands.session.project.snapshot.all(Offering)
    hands.session.undo()
    assert [it.title for it in hands.session.project.snapshot.all(Offering)] == ["Sprachcafé"]


def test_an_offering_without_any_answer_is_not_added(hands: Hands) -> None:
    hands.alt("a")
    assert hands.page.go_back()
    assert not hands.session.project.snapshot.all(Offering)


def test_a_field_that_is_left_out_keeps_its_answers(hands: Hands, fields: tuple[str, ...]) -> None:
    set_value(hands.session.project, Interview, hands.interview_id, "field_ids", (fields[0],))
    hands.walk_to("g01", fields[0])
    hands.type("Gute Lage")
    hands.go_back()
    hands.type("1")
    hands.go_on()
    assert hands.place.question_id == "h01"
    assert hands.answer("g01", fields[0]).text == "Gute Lage"


def test_a_narrow_window_keeps_the_question_and_folds_the_rest(hands: Hands, page: RunnerPage) -> None:
    hands.walk_to("b05")
    page.resize(480, 600)
    hands.type("1")
    hands.go_on()
    assert hands.answer("b05").choices == ("jugendamt",)


def _opened(sentence: str) -> int:
    return int(re.findall(r"noch (\d+) Fragen", sentence)[0])
