"""Test how words of an answer are marked as evidence, by keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kizdesk.domain.interviews import Answer, Evidence, EvidenceKind
from kizdesk.project.records import set_value
from kizdesk.ui.pages.evaluation.offsets import to_chars, to_units
from kizdesk.ui.pages.evaluation.reader import ReadingPane
from kizdesk.ui.session import Session

ANSWER = "gespraech-dormagen/a03"
TEXT = "😀 Gute Kitas. Es fehlen Plätze. Es fehlen Plätze in der Schule."
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def pane(qtbot: QtBot, example_session: Session) -> Iterator[ReadingPane]:
    project = example_session.project
    set_value(project, Answer, ANSWER, "text", TEXT)
    made = ReadingPane(example_session, "test")
    qtbot.addWidget(made)
    made.resize(460, 500)
    made.show_answer(ANSWER)
    made.show()
    made.field.set_value("bildung")
    for mark in marks(example_session):
        made.choose_mark(mark.id)
        made.marks.removal_wanted.emit()
    made.take_focus()
    yield made
    made.close()


def marks(session: Session) -> list[Evidence]:
    return [item for item in session.project.snapshot.all(Evidence) if item.answer_id == ANSWER]


def select(pane: ReadingPane, skip: int, count: int) -> None:
    QTest.keyClick(pane.view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(skip):
        QTest.keyClick(pane.view, Qt.Key.Key_Right)
    for _ in range(count):
        QTest.keyClick(pane.view, Qt.Key.Key_Right, SHIFT)


def button(pane: ReadingPane, name: str) -> QPushButton:
    found = pane.findChild(QPushButton, name)
    assert found is not None
    return found


@pytest.mark.parametrize(("place", "units"), [(0, 0), (1, 2), (2, 3), (6, 7)])
def test_places_behind_an_emoji_are_counted_right(place: int, units: int) -> None:
    assert to_units(TEXT, place) == units
    assert to_chars(TEXT, units) == place


def test_words_are_marked_by_arrows_and_one_key(pane: ReadingPane, example_session: Session) -> None:
    select(pane, 2, len("Gute Kitas."))
    QTest.keyClick(pane.view, Qt.Key.Key_1)

    (made,) = marks(example_session)
    assert (made.wording, made.kind, made.field_id) == ("Gute Kitas.", EvidenceKind.STRENGTH, "bildung")
    assert TEXT[made.start : made.end] == made.wording
    assert pane.marks.table.rows.rowCount() == 1


def test_the_second_of_two_equal_places_is_marked_where_it_stands(pane: ReadingPane, example_session: Session) -> None:
    place = TEXT.rindex("Es fehlen Plätze")
    select(pane, place, len("Es fehlen Plätze"))
    QTest.keyClick(pane.view, Qt.Key.Key_2)

    assert [item.start for item in marks(example_session)] == [place]


def test_a_button_marks_as_well(pane: ReadingPane, example_session: Session) -> None:
    select(pane, 2, 4)
    QTest.mouseClick(button(pane, "mark-idee"), Qt.MouseButton.LeftButton)

    assert [item.kind for item in marks(example_session)] == [EvidenceKind.IDEA]


def test_without_words_the_page_says_what_to_do(pane: ReadingPane, example_session: Session) -> None:
    QTest.keyClick(pane.view, Qt.Key.Key_1)

    assert marks(example_session) == []
    assert "zuerst Wörter" in pane._hint.text()


def test_the_kind_of_a_mark_is_changed_in_its_list(pane: ReadingPane, example_session: Session) -> None:
    select(pane, 2, 4)
    QTest.keyClick(pane.view, Qt.Key.Key_1)
    pane.marks.table.setFocus()
    QTest.keyClick(pane.marks.table, Qt.Key.Key_3)

    assert [item.kind for item in marks(example_session)] == [EvidenceKind.OBSTACLE]


def test_a_mark_is_given_to_another_field(pane: ReadingPane, example_session: Session) -> None:
    select(pane, 2, 4)
    QTest.keyClick(pane.view, Qt.Key.Key_1)
    pane.field.set_value("sprache")
    QTest.mouseClick(button(pane, "mark-assign"), Qt.MouseButton.LeftButton)

    assert [item.field_id for item in marks(example_session)] == ["sprache"]


def test_a_removed_mark_comes_back_by_undo(pane: ReadingPane, example_session: Session) -> None:
    select(pane, 2, 4)
    QTest.keyClick(pane.view, Qt.Key.Key_1)
    QTest.mouseClick(button(pane, "mark-remove"), Qt.MouseButton.LeftButton)
    assert marks(example_session) == []

    example_session.undo()
    assert len(marks(example_session)) == 1


def test_a_note_is_kept(pane: ReadingPane, example_session: Session) -> None:
    select(pane, 2, 4)
    QTest.keyClick(pane.view, Qt.Key.Key_1)
    pane.marks._note.setFocus()
    QTest.keyClicks(pane.marks._note.parts[0], "Nachfragen")
    pane.marks.flush()

    assert [item.note for item in marks(example_session)] == ["Nachfragen"]


def test_a_note_being_typed_stays_with_its_mark_when_another_is_chosen(
    pane: ReadingPane, example_session: Session
) -> None:
    for skip in (2, 10):
        select(pane, skip, 4)
        QTest.keyClick(pane.view, Qt.Key.Key_1)
    first, second = sorted(marks(example_session), key=lambda mark: mark.start)
    pane.choose_mark(first.id)
    QTest.keyClicks(pane.marks._note.parts[0], "Nachfragen")
    pane.choose_mark(second.id)

    notes = {item.id: item.note for item in marks(example_session)}
    assert notes == {first.id: "Nachfragen", second.id: ""}
    assert pane.marks._note.value() == ""


def test_a_mark_whose_answer_changed_is_marked_anew(pane: ReadingPane, example_session: Session) -> None:
    select(pane, 2, 4)
    QTest.keyClick(pane.view, Qt.Key.Key_1)
    set_value(example_session.project, Answer, ANSWER, "text", "Sehr gute Kitas gibt es hier.")
    pane.refresh(())
    pane.choose_mark(marks(example_session)[0].id)
    assert button(pane, "mark-place").isVisible()

    select(pane, 5, 4)
    QTest.mouseClick(button(pane, "mark-place"), Qt.MouseButton.LeftButton)
    assert [item.wording for item in marks(example_session)] == ["gute"]


def test_the_field_used_last_is_offered_again(pane: ReadingPane) -> None:
    pane.field.set_value("gesundheit")
    select(pane, 2, 4)
    QTest.keyClick(pane.view, Qt.Key.Key_2)
    pane.show_answer("gespraech-dormagen/a04")

    assert pane.field.value() == "gesundheit"


def test_the_text_itself_cannot_be_changed(pane: ReadingPane) -> None:
    QTest.keyClicks(pane.view, "xyz")

    assert pane.view.toPlainText() == TEXT
