"""What came back is read, compared, ticked and taken over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from kizdesk.domain.errors import EnvironmentFault
from kizdesk.domain.interviews import Answer, Attachment, Interview, InterviewForm
from kizdesk.domain.people import Person
from kizdesk.project.forms.consent_form import ConsentFormWish, send_consent_forms
from kizdesk.project.interviews.edit import add_interview, put_answer
from kizdesk.project.versions.freezing import VersionWish, freeze
from kizdesk.ui.pages.forms.returned_batch import FileRow
from kizdesk.ui.pages.forms.returned_entries import in_short
from tests.project.forms.back import REQUIRED, renamed_field, silent
from tests.ui.pages.returned.conftest import Post
from tests.ui.pages.returned.hands import Hands
from tests.ui.shell.small import button, click

NEUSS, JUECHEN = "05162024", "05162012"
_CONTROL = Qt.KeyboardModifier.ControlModifier


def spoken(hands: Hands, texts: dict[str, str], place: str = JUECHEN) -> Interview:
    """Hold an interview in which some questions are answered."""
    held = add_interview(hands.project, place, InterviewForm.ON_SITE)
    for question_id, text in texts.items():
        put_answer(hands.project, Answer(id="", interview_id=held.id, question_id=question_id, text=text))
    return held


def answered(hands: Hands, interview: Interview | None = None) -> dict[str, str]:
    """Return what was answered, in all interviews but one."""
    other = interview.id if interview is not None else ""
    return {it.question_id: it.text for it in hands.project.snapshot.all(Answer) if it.interview_id != other}


def tabs(hands: Hands) -> list[str]:
    """Return the tabs above the page."""
    bar = hands.shell.tabs
    return [bar.tabText(number) for number in range(bar.count())]


def test_without_files_the_page_teaches_and_asks_for_some(
    hands: Hands, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.shell.navigator.show("forms.returned")
    assert hands.page.main_action() is None
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(post.back("Neuss"))], ""))
    click(button(hands.page, "begin"))
    hands.wait()
    assert hands.states == {"Neuss": "neu"}


def test_more_files_join_those_that_are_there(hands: Hands, post: Post) -> None:
    hands.read([post.back("Neuss")])
    hands.read([post.back("Kaarst")])
    assert hands.states == {"Neuss": "neu", "Kaarst": "neu"}


def test_what_was_taken_over_makes_room_for_what_comes_next(hands: Hands, post: Post) -> None:
    hands.read([post.back("Neuss"), post.broken()])
    hands.take()
    hands.read([post.back("Kaarst")])
    assert hands.states == {"Abgebrochen.pdf": "nicht lesbar", "Kaarst": "neu"}


def test_old_and_new_stand_side_by_side(hands: Hands, post: Post) -> None:
    spoken(hands, {"b01": "Amt für Jugend"})
    hands.read([post.back("Jüchen", {"b01": "Amt für Soziales"})])
    assert hands.states == {"Jüchen": "abweichend"}
    assert "Eine Angabe weicht von dem ab, was im Projekt steht." in hands.words
    assert "Im Projekt (aus dem Gespräch ohne Datum)" in hands.words
    assert "Amt für <s>Jugend</s>" in hands.words
    assert "Amt für <b>Soziales</b>" in hands.words


def test_a_form_that_contradicts_is_taken_over_only_by_choice(hands: Hands, post: Post) -> None:
    held = spoken(hands, {"b01": "Jugendamt", "m01": "Nichts"})
    hands.read([post.back("Jüchen")])
    assert hands.take_text == "Übernehmen"
    assert set(hands.ticks.values()) == {0.0}
    hands.press("choose-new")
    assert [title for title, ticked in hands.ticks.items() if not ticked] == ["B.1 Zuständige Stelle", "M.1 Stärken"]
    hands.tick("M.1 Stärken")
    assert hands.take_text == "Ein Formular übernehmen"
    hands.take()
    assert set(answered(hands, held)) == set(REQUIRED) - {"b01"}
    assert answered(hands, held)["m01"] == REQUIRED["m01"]
    assert hands.states == {"Jüchen": "übernommen"}
    assert "Eine Angabe daraus steht anders oder gar nicht im Projekt" in hands.words


def test_what_was_left_out_is_taken_over_afterwards(hands: Hands, post: Post) -> None:
    hands.read([post.back("Neuss", {"b01": "Sozialamt", "m01": "Kurze Wege"})])
    hands.tick("M.1 Stärken")
    hands.take()
    assert hands.ticks == {"B.1 Zuständige Stelle": None, "M.1 Stärken": 0.0}
    hands.tick("M.1 Stärken")
    hands.take()
    assert answered(hands) == {"b01": "Sozialamt", "m01": "Kurze Wege"}
    assert len(hands.project.snapshot.all(Attachment)) == 1


def test_all_and_nothing_are_one_press_away(hands: Hands, post: Post) -> None:
    hands.read([post.back("Neuss")])
    hands.press("choose-none")
    assert hands.take_text == "Übernehmen"
    hands.press("choose-all")
    assert set(hands.ticks.values()) == {1.0}


def test_the_box_before_a_file_chooses_all_of_it_or_nothing(hands: Hands, post: Post) -> None:
    spoken(hands, {"b01": "Jugendamt"})
    hands.read([post.back("Jüchen"), post.back("Neuss")])
    hands.tick_file("Jüchen")
    assert hands.take_text == "2 Formulare übernehmen"
    hands.tick_file("Jüchen")
    hands.tick_file("Neuss")
    assert hands.take_text == "Übernehmen"


def test_the_keyboard_ticks_and_takes_over(hands: Hands, post: Post) -> None:
    hands.read([post.back("Neuss"), post.back("Kaarst")])
    hands.files.setFocus()
    QTest.keyClick(hands.files, Qt.Key.Key_Space)
    hands.wait()
    assert hands.take_text == "Ein Formular übernehmen"
    QTest.keyClick(hands.files, Qt.Key.Key_Return, _CONTROL)
    hands.wait()
    assert len(hands.project.snapshot.all(Interview)) == 1


def test_a_file_is_taken_off_the_list(hands: Hands, post: Post) -> None:
    hands.read([post.broken(), post.back("Neuss")])
    hands.choose("Abgebrochen.pdf")
    hands.files.setFocus()
    QTest.keyClick(hands.files, Qt.Key.Key_Delete)
    hands.wait()
    assert hands.states == {"Neuss": "neu"}
    hands.press("drop-file")
    assert hands.page.main_action() is None


def test_what_was_not_understood_or_has_no_place_is_listed_first(hands: Hands, post: Post) -> None:
    whole = post.back("Neuss", {**REQUIRED, "i01": "ungefähr 20", "h01": "Kitas"})
    hands.read([post.file(whole.name, renamed_field(whole.read_bytes(), "h01", "z99"))])
    assert hands.states == {"Neuss": "neu, 2 Hinweise"}
    first, second = list(hands.ticks)[:2]
    assert (first.partition(" ")[0], second) == ("I.1", "Feld „z99“: „Kitas“")
    assert "Nicht verstanden: „ungefähr 20“" in hands.words
    hands.take()
    (held,) = hands.project.snapshot.all(Interview)
    assert "Feld „z99“: „Kitas“" in held.note


def test_an_answer_not_understood_is_not_called_new(hands: Hands, post: Post) -> None:
    spoken(hands, {"b01": "Amt für Jugend", "i01": "0"})
    hands.read([post.back("Jüchen", {"b01": "Amt für Soziales", "m01": "Kurze Wege", "i01": "ungefähr 20"})])
    assert hands.standings == {
        "B.1 Zuständige Stelle": "abweichend",
        "I.1 Teilnahmen an interkulturellen Fortbildungen": "als Notiz",
        "M.1 Stärken": "neu",
    }


def test_the_same_form_twice_is_double_until_the_first_is_left_out(hands: Hands, post: Post) -> None:
    first = post.back("Neuss")
    copy = post.file("Formular Neuss (1).pdf", first.read_bytes())
    hands.read([first, copy])
    assert [row.words for row in _rows(hands)] == ["neu", "doppelt"]
    hands.choose("Neuss")
    hands.press("choose-none")
    assert {row.path.name: row.words for row in _rows(hands)} == {first.name: "neu", copy.name: "neu"}


def test_a_form_taken_over_before_is_known_again(hands: Hands, post: Post) -> None:
    hands.read([post.back("Neuss")])
    hands.take()
    hands.read([post.back("Neuss")])
    assert hands.states == {"Neuss": "doppelt"}
    assert "Es ist nichts zu tun." in hands.words
    hands.press("to-interview")
    entry = hands.shell.navigator.entry
    assert entry is not None
    assert entry.key == "interview.runner"


def test_a_corrected_form_shows_what_is_different(hands: Hands, post: Post) -> None:
    hands.read([post.back("Neuss")])
    hands.take()
    hands.read([post.back("Neuss", {**REQUIRED, "m01": "Anderes"})])
    assert "Dieses Formular kam schon einmal zurück. Eine Angabe weicht" in hands.words
    hands.press("choose-all")
    hands.take()
    assert answered(hands)["m01"] == "Anderes"


def test_what_is_typed_meanwhile_on_another_page_is_not_overwritten(hands: Hands, post: Post) -> None:
    hands.read([post.back("Jüchen"), post.back("Neuss")])
    hands.shell.navigator.show("stocktaking.interviews")
    spoken(hands, {"b01": "Jugendamt"})
    hands.shell.navigator.show("forms.returned")
    hands.wait()
    assert hands.states == {"Jüchen": "abweichend", "Neuss": "neu"}
    assert "Im Projekt hat sich etwas geändert. Bei „Formular Jüchen.pdf“ ist neu zu wählen" in hands.words
    assert hands.ticks["B.1 Zuständige Stelle"] == 0.0
    hands.take()
    assert "b01" in answered(hands)
    assert [it.text for it in hands.project.snapshot.all(Answer) if it.question_id == "b01"] == [
        "Jugendamt",
        REQUIRED["b01"],
    ]


def test_what_is_typed_in_the_very_moment_is_kept_beside_what_is_taken_over(hands: Hands, post: Post) -> None:
    hands.read([post.back("Neuss")])
    hands.press_take()
    spoken(hands, {"b01": "Jugendamt"})
    hands.wait()
    assert len(hands.project.snapshot.all(Interview)) == 2
    assert hands.states == {"Neuss": "übernommen"}


def test_what_contradicts_in_the_very_moment_stops_taking_over(hands: Hands, post: Post) -> None:
    hands.read([post.back("Jüchen")])
    hands.press_take()
    held = spoken(hands, {"b01": "Jugendamt"})
    hands.wait()
    assert hands.project.snapshot.all(Interview) == (held,)
    assert hands.states == {"Jüchen": "abweichend"}
    assert "Es wurde nichts übernommen." in hands.words


def test_a_file_taken_off_the_list_in_the_very_moment_is_taken_over_as_it_was_chosen(hands: Hands, post: Post) -> None:
    hands.read([post.back("Neuss"), post.back("Kaarst")])
    hands.press_take()
    hands.files.setFocus()
    QTest.keyClick(hands.files, Qt.Key.Key_Delete)
    hands.wait()
    assert len(hands.project.snapshot.all(Attachment)) == 2


def test_a_file_that_vanishes_after_it_was_read_is_taken_over(hands: Hands, post: Post) -> None:
    file = post.back("Neuss")
    data = file.read_bytes()
    hands.read([file])
    file.unlink()
    hands.take()
    (kept,) = hands.project.snapshot.all(Attachment)
    assert hands.project.blob(kept.sha256) == data


def test_a_file_that_is_another_after_it_was_read_is_taken_over_as_it_was_shown(hands: Hands, post: Post) -> None:
    file = post.back("Neuss", {"b01": "Sozialamt"})
    hands.read([file])
    post.back("Neuss", {"b01": "Jugendamt"})
    hands.take()
    assert answered(hands) == {"b01": "Sozialamt"}


def test_a_file_that_is_gone_before_it_is_read_says_so(hands: Hands, post: Post) -> None:
    hands.read([post.folder / "fehlt.pdf", post.back("Neuss")])
    assert hands.states == {"fehlt.pdf": "nicht lesbar", "Neuss": "neu"}
    assert "lässt sich nicht öffnen" in hands.words


def test_the_file_dropped_again_after_a_correction_is_read_anew(hands: Hands, post: Post) -> None:
    hands.read([post.back("Neuss", {"b01": "Sozialamt"})])
    hands.read([post.back("Neuss", {"b01": "Jugendamt"})])
    hands.take()
    assert answered(hands) == {"b01": "Jugendamt"}


def test_reading_can_be_cancelled_and_begun_again(hands: Hands, post: Post) -> None:
    hands.drop(post.eight())
    (job,) = hands.shell.session.jobs.shown
    job.cancel()
    hands.wait()
    assert set(hands.states.values()) == {"nicht gelesen"}
    assert hands.state == "8 Dateien: 8 nicht gelesen"
    assert "Das Einlesen ist abgebrochen. Am Projekt ist nichts geändert." in hands.words
    click(button(hands.page, "message-action"))
    hands.wait()
    assert set(hands.states.values()) == {"neu"}


def test_a_second_process_that_cannot_be_started_is_told_and_tried_again(
    hands: Hands, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise EnvironmentFault("Die Arbeit wurde abgebrochen. Bitte noch einmal versuchen.")

    with monkeypatch.context() as broken:
        broken.setattr(hands.shell.session.apart, "run", fail)
        hands.read([post.back("Neuss")])
    assert hands.states == {"Formular Neuss.pdf": "nicht gelesen"}
    assert "Die Arbeit wurde abgebrochen." in hands.words
    click(button(hands.page, "message-action"))
    hands.wait()
    assert hands.states == {"Neuss": "neu"}


def test_the_window_can_be_closed_while_forms_are_read(
    hands: Hands, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kizdesk.ui.shell.leaving.Leaving._may_cancel", lambda _: True)
    hands.drop(post.eight())
    assert hands.window.close()
    assert hands.window.shell is None


def test_who_reads_on_another_page_hears_when_it_is_done(hands: Hands, post: Post) -> None:
    hands.drop([post.back("Neuss"), post.back("Kaarst")])
    hands.shell.navigator.show("basics.project")
    hands.wait()
    assert hands.bar == "2 Formulare sind gelesen."
    click(button(hands.shell, "message-action"))
    assert hands.states == {"Neuss": "neu", "Kaarst": "neu"}


def test_files_that_are_left_keep_a_tab_to_come_back_to(hands: Hands, post: Post) -> None:
    hands.shell.navigator.show("stocktaking.forms")
    before = tabs(hands)
    hands.read([post.back("Neuss"), post.broken()])
    assert tabs(hands) == [*before[:3], "Rücklauf", *before[3:]]
    hands.take()
    hands.shell.navigator.show("stocktaking.interviews")
    assert "Rücklauf" in tabs(hands)
    hands.shell.tabs.setCurrentIndex(tabs(hands).index("Rücklauf"))
    hands.wait()
    hands.choose("Abgebrochen.pdf")
    hands.press("drop-file")
    assert "Rücklauf" in tabs(hands)
    hands.shell.navigator.show("stocktaking.interviews")
    assert tabs(hands) == before


def test_a_project_that_is_only_read_shows_forms_and_takes_none(at: Callable[..., Hands], post: Post) -> None:
    hands = at(read_only=True)
    hands.read([post.back("Neuss"), post.printed()])
    assert hands.state.startswith("Das Projekt ist nur zum Lesen geöffnet")
    hands.choose("Neuss")
    assert set(hands.ticks.values()) == {None}
    action = hands.page.main_action()
    assert action is not None
    assert not action.isEnabled()
    hands.choose("Gedruckt.pdf")
    assert not button(hands.page, "keep-scan").isEnabled()


def test_a_folder_that_is_called_like_a_form_is_told(hands: Hands, post: Post) -> None:
    folder = post.folder / "Rücklauf.pdf"
    folder.mkdir()
    hands.read([folder, post.back("Neuss")])
    assert hands.states == {"Rücklauf.pdf": "nicht lesbar", "Neuss": "neu"}


def test_odd_letters_in_the_name_of_a_file_stop_nothing(hands: Hands, post: Post) -> None:
    file = post.back("Neuss")
    odd = file.rename(file.with_name("Rücklauf \u202eNeuß\n<b>%1 {0} 100 %.PDF"))
    hands.read([odd])
    hands.take()
    (kept,) = hands.project.snapshot.all(Attachment)
    assert "Neuß" in kept.name


def test_people_and_offerings_stand_among_what_a_form_says(hands: Hands, post: Post) -> None:
    hands.read([post.back("Neuss", {"x03----1--name": "Eva Neu", "e01--neu1": "Lotsen", "e02--neu1--zeile1": "AWO"})])
    assert list(hands.ticks) == ["Mitgewirkt: Eva Neu", "Angebot „Lotsen“"]
    hands.tick("Mitgewirkt: Eva Neu")
    hands.take()
    assert not hands.project.snapshot.all(Person)


def test_nothing_is_filled_in_says_so(hands: Hands, post: Post) -> None:
    hands.read([post.file("Formular Neuss.pdf", post.blanks["Neuss"])])
    assert hands.states == {"Neuss": "nicht ausgefüllt"}
    assert "Bitte die Kommune um das ausgefüllte Formular bitten." in hands.words
    assert hands.take_text == "Übernehmen"


def test_an_answer_to_a_request_leads_to_the_register(hands: Hands, post: Post) -> None:
    freeze(hands.project, VersionWish("Für den Rat", dated=date(2026, 3, 6)))
    (form,) = send_consent_forms(hands.project, ConsentFormWish((NEUSS,)), post.folder, silent)
    hands.read([form.path])
    assert hands.states == {"Neuss": "Antwort zum Einvernehmen"}
    assert hands.take_text == "Übernehmen"
    hands.press("to-consents")
    entry = hands.shell.navigator.entry
    assert entry is not None
    assert entry.key == "participation.consents"


def _rows(hands: Hands) -> list[FileRow]:
    return [hands.files.rows.row_at(number) for number in range(hands.files.rows.rowCount())]


def test_taking_over_notes_the_enclosed_notice_unless_it_is_unticked(hands: Hands, post: Post) -> None:
    hands.read([post.back("Neuss")])
    hands.take()
    assert [it.privacy_notice_given for it in hands.project.snapshot.all(Interview)] == [True]
    hands.shell.session.undo()
    hands.wait()
    click(button(hands.page, "notice-enclosed"))
    hands.take()
    assert [it.privacy_notice_given for it in hands.project.snapshot.all(Interview)] == [None]


def test_what_is_left_to_ask_is_said_with_what_was_taken_over(hands: Hands, post: Post) -> None:
    hands.read([post.back("Neuss", {"b01": "Sozialamt", "i01": "ungefähr 20"})])
    assert "das bleibt als Notiz bei der Frage." in hands.words
    hands.take()
    assert hands.bar == ("Ein Formular ist übernommen. Noch nicht abgeschlossen, weil Pflichtangaben fehlen: Neuss.")


def test_several_answers_of_one_entry_stand_in_one_line_with_commas() -> None:
    assert in_short(("Soziales", "Schule")) == "Soziales, Schule"
    assert in_short(("Das Amt 50.", "Seit 2020")) == "Das Amt 50. Seit 2020"
