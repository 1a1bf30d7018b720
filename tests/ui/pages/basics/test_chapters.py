"""Write chapters, bring proposals back, and see what is still open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.places import Occasion, Project
from kizdesk.domain.versions import ChapterText
from kizdesk.project.basics.begin import write_chapter
from kizdesk.project.opened import PROJECT_ID
from kizdesk.project.output.outline import leave_out
from kizdesk.project.records import set_value
from kizdesk.ui.forms import Line, Prose
from kizdesk.ui.pages.basics.chapters import ChaptersPage
from kizdesk.ui.session import Session
from kizdesk.ui.tables import TableView
from kizdesk.ui.widgets.choices import SegmentedChoice
from kizdesk.ui.widgets.messages import MessageBar
from tests.ui.forms.hands import press, strike
from tests.ui.pages.basics.conftest import Show


@pytest.fixture
def page(show: Show, empty_session: Session) -> ChaptersPage:
    made = show(ChaptersPage, empty_session)
    assert isinstance(made, ChaptersPage)
    return made


def text_of(session: Session, chapter: str) -> ChapterText:
    return next(text for text in session.project.snapshot.all(ChapterText) if text.chapter == chapter)


def prose(page: ChaptersPage) -> Prose:
    found = page.findChild(Prose, "chapter.text")
    assert isinstance(found, Prose)
    return found


def words(page: ChaptersPage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_the_first_chapter_stands_there_as_a_proposal(page: ChaptersPage, empty_session: Session) -> None:
    assert prose(page).value() == text_of(empty_session, "vorwort").text
    assert "Vorwort – Vorschlag" in words(page)


def test_the_state_of_a_chapter_that_is_left_out_later_is_not_cut(page: ChaptersPage, empty_session: Session) -> None:
    leave_out(empty_session.project, "begriffe", left_out=True)
    page.refresh(())
    table = page.findChild(TableView)
    assert isinstance(table, TableView)
    assert table.columnWidth(1) >= table.sizeHintForColumn(1)


def test_typing_makes_the_text_ones_own(page: ChaptersPage, empty_session: Session) -> None:
    prose(page).setFocus()
    press("Neu. ")
    empty_session.leaving.emit()
    text = text_of(empty_session, "vorwort")
    assert text.edited
    assert text.text.startswith("Neu. ")
    assert "Vorwort – bearbeitet" in words(page)


def test_the_head_counts_what_is_edited(page: ChaptersPage, empty_session: Session) -> None:
    assert page.heading().subtitle.endswith("Kapitel mit Text · noch keines bearbeitet")
    write_chapter(empty_session.project, "vorwort", "Mein Text")
    assert page.heading().subtitle.endswith("Kapitel mit Text · 1 bearbeitet")


def test_a_narrow_list_keeps_the_names_and_spares_the_counts(page: ChaptersPage) -> None:
    table = page.findChild(TableView)
    assert isinstance(table, TableView)
    page.resize(1200, 640)
    assert not table.isColumnHidden(2)
    page.resize(900, 640)
    assert [table.isColumnHidden(number) for number in range(3)] == [False, False, True]


def test_the_proposal_is_brought_back_and_that_is_undone(page: ChaptersPage, empty_session: Session) -> None:
    write_chapter(empty_session.project, "vorwort", "Mein Text")
    page.actions_shown()[0].trigger()
    assert not text_of(empty_session, "vorwort").edited
    empty_session.undo()
    assert text_of(empty_session, "vorwort").text == "Mein Text"
    assert prose(page).value() == "Mein Text"


def test_open_places_are_named(page: ChaptersPage, empty_session: Session) -> None:
    write_chapter(empty_session.project, "vorwort", "Der Landrat {name} dankt [bitte ergänzen].")
    assert "Noch auszufüllen: {name}, [bitte ergänzen]" in words(page)


def test_a_chapter_gets_a_title_of_its_own(page: ChaptersPage, empty_session: Session) -> None:
    line = page.findChild(Line, "chapter.title")
    assert isinstance(line, Line)
    line.setFocus()
    press("Grußwort")
    strike(Qt.Key.Key_Return)
    assert text_of(empty_session, "vorwort").title == "Grußwort"
    assert not text_of(empty_session, "vorwort").edited


def test_an_empty_chapter_is_missing_and_shown(page: ChaptersPage, empty_session: Session) -> None:
    write_chapter(empty_session.project, "begriffe", "")
    told = page.missing()
    assert told is not None
    assert told[0] == "Im Kapitel „Begriffe“ fehlt der Text."
    assert told[1] is not None
    assert page.reveal(told[1])
    assert prose(page).has_focus()
    assert prose(page).value() == ""


def test_a_chapter_is_found_by_the_id_of_its_text(page: ChaptersPage, empty_session: Session) -> None:
    assert page.reveal(Target(Step.BASICS, "chapter_text", text_of(empty_session, "begriffe").id))


def test_proposals_of_another_occasion_are_renewed_in_one_step(page: ChaptersPage, empty_session: Session) -> None:
    set_value(empty_session.project, Project, PROJECT_ID, "occasion", Occasion.FIRST)
    bar = page.findChild(MessageBar)
    assert isinstance(bar, MessageBar)
    assert bar.isVisible()
    before = text_of(empty_session, "vorwort").text
    bar.acted.emit()
    assert bar.isHidden()
    assert text_of(empty_session, "vorwort").text != before
    empty_session.undo()
    assert text_of(empty_session, "vorwort").text == before


def choice(page: ChaptersPage) -> SegmentedChoice:
    found = page.findChild(SegmentedChoice)
    assert isinstance(found, SegmentedChoice)
    return found


def press_button(page: ChaptersPage, name: str) -> None:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    assert found.isVisible()
    found.click()


def test_a_text_after_what_is_generated_is_a_text_of_its_own(page: ChaptersPage, empty_session: Session) -> None:
    before = text_of(empty_session, "kosten").text
    assert page.reveal(Target(Step.BASICS, "chapter_text", "kosten", "after"))
    assert prose(page).value() == ""
    assert "0 Wörter" in words(page)
    press("Danach.")
    empty_session.leaving.emit()
    written = {text.closes: text.text for text in texts_of(empty_session, "kosten")}
    assert written == {False: before, True: "Danach."}


def texts_of(session: Session, chapter: str) -> list[ChapterText]:
    return [text for text in session.project.snapshot.all(ChapterText) if text.chapter == chapter]


def test_what_is_typed_goes_where_it_was_typed(page: ChaptersPage, empty_session: Session) -> None:
    assert page.reveal(Target(Step.BASICS, "chapter_text", "kosten"))
    press("Neu. ")
    press_button(page, "choice-after")
    assert text_of(empty_session, "kosten").text.startswith("Neu. ")
    assert len(texts_of(empty_session, "kosten")) == 1


def test_a_text_is_put_to_its_other_place_and_back_by_undo(page: ChaptersPage, empty_session: Session) -> None:
    assert page.reveal(Target(Step.BASICS, "chapter_text", "kosten"))
    shown = prose(page).value()
    press_button(page, "turn-texts")
    assert [text.closes for text in texts_of(empty_session, "kosten")] == [True]
    assert choice(page).value == "after"
    assert prose(page).value() == shown
    empty_session.undo()
    assert [text.closes for text in texts_of(empty_session, "kosten")] == [False]


def test_a_chapter_without_data_has_one_place_only(page: ChaptersPage) -> None:
    assert page.reveal(Target(Step.BASICS, "chapter_text", "vorwort"))
    assert choice(page).isHidden()


def test_the_proposal_comes_back_to_its_place(page: ChaptersPage, empty_session: Session) -> None:
    write_chapter(empty_session.project, "kosten", "Meins")
    assert page.reveal(Target(Step.BASICS, "chapter_text", "kosten", "after"))
    page.actions_shown()[0].trigger()
    assert choice(page).value == "before"
    assert not text_of(empty_session, "kosten").edited


def test_a_chapter_that_is_left_out_needs_no_text(page: ChaptersPage, empty_session: Session) -> None:
    write_chapter(empty_session.project, "begriffe", "")
    leave_out(empty_session.project, "begriffe", left_out=True)
    assert page.missing() is None
    assert page.reveal(Target(Step.BASICS, "chapter_text", "begriffe"))
    assert "Begriffe – weggelassen" in words(page)
