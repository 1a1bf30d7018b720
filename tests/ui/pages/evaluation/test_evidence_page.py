"""Test how evidence is looked through, and how answers are read one after the other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.interviews import Answer, Evidence
from kizdesk.project.evaluation.passages import TO_READ
from kizdesk.project.records import set_value
from kizdesk.ui.pages.evaluation.evidence import TASKS, EvidencePage
from kizdesk.ui.pages.evaluation.evidence_lists import silent
from kizdesk.ui.session import Destination, Session
from tests.ui.pages.evaluation.conftest import Ears, shown

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(qtbot: QtBot, example_session: Session) -> EvidencePage:
    made = EvidencePage(example_session)
    shown(qtbot, made)
    qtbot.waitUntil(lambda: made.passages.rows.rowCount() > 0)
    return made


def pick(page: EvidencePage, name: str, value: str) -> None:
    box = getattr(page.filters, name)
    box.pick(value)
    box.activated.emit(box.currentIndex())


def test_all_evidence_is_counted(page: EvidencePage, example_session: Session) -> None:
    assert page.passages.rows.rowCount() == len(example_session.project.snapshot.all(Evidence))
    assert "Antworten ohne Beleg" in page.heading().subtitle


def test_filters_narrow_the_list(page: EvidencePage, example_session: Session) -> None:
    pick(page, "field", "bildung")
    pick(page, "kind", "idee")

    wanted = [
        item
        for item in example_session.project.snapshot.all(Evidence)
        if item.field_id == "bildung" and item.kind.value == "idee"
    ]
    assert page.passages.rows.rowCount() == len(wanted) > 0
    QTest.mouseClick(page.filters.reset, Qt.MouseButton.LeftButton)
    assert page.passages.rows.rowCount() > len(wanted)


def test_a_passage_stands_in_its_answer_beside(page: EvidencePage) -> None:
    page.passages.setFocus()
    QTest.keyClick(page.passages, Qt.Key.Key_Down)
    row = page.passages.current_row

    assert row is not None
    assert page.reader.answer_id == row.answer_id
    assert page.reader.marks.mark is not None
    assert page.reader.marks.mark.id == row.id


def test_a_passage_leads_to_the_measures_that_use_it(page: EvidencePage, ears: Ears) -> None:
    row = page.passages.current_row
    assert row is not None
    assert row.measures
    button = page.findChild(QPushButton, "mark-measures")
    assert button is not None
    button.menu().actions()[0].trigger()

    assert ears.went == [Destination(target=Target(Step.FIELDS, "measure", row.measures[0].measure_id))]


def test_a_field_leads_to_its_evidence(page: EvidencePage) -> None:
    page.show_view("felder")
    page.fields.setFocus()
    page.fields.reveal("sprache")
    QTest.keyClick(page.fields, Qt.Key.Key_Return)

    assert page.passages.isVisible()
    assert page.filters.field.value == "sprache"


def test_changed_answers_are_listed_to_be_marked_anew(
    qtbot: QtBot, page: EvidencePage, example_session: Session
) -> None:
    row = page.passages.current_row
    assert row is not None
    set_value(example_session.project, Answer, row.answer_id, "text", "Ganz anders als bisher gesagt.")
    pick(page, "kind", "neu_zu_markieren")

    qtbot.waitUntil(lambda: page.passages.rows.rowCount() == 1)
    assert "1 neu zu markieren" in page.heading().subtitle
    example_session.undo()


def test_answers_are_read_one_after_the_other_by_keys(
    qtbot: QtBot, page: EvidencePage, example_session: Session
) -> None:
    page.passages.setFocus()
    QTest.keyClick(page.passages, Qt.Key.Key_PageDown, ALT)
    first = page.reader.answer_id
    assert page.tasks.isVisible()
    assert page.reader.view.hasFocus()

    for _ in range(5):
        QTest.keyClick(page.reader.view, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(page.reader.view, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: any(task.done for task in page._tasks.values()))
    assert page.reader.answer_id == first

    QTest.keyClick(page.reader.view, Qt.Key.Key_PageDown, ALT)
    assert page.reader.answer_id not in ("", first)
    example_session.undo()


def test_a_jump_shows_the_very_passage(page: EvidencePage, example_session: Session) -> None:
    wanted = example_session.project.snapshot.all(Evidence)[-1]
    pick(page, "kind", "neu_zu_markieren")
    assert page.reveal(Target(Step.EVALUATION, "evidence", wanted.id))

    assert page.passages.current_row is not None
    assert page.passages.current_row.id == wanted.id
    assert not page.reveal(Target(Step.EVALUATION, "evidence", "weg"))


def test_nothing_can_be_marked_in_a_project_that_is_only_read(qtbot: QtBot, read_only_session: Session) -> None:
    page = EvidencePage(read_only_session)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: page.passages.rows.rowCount() > 0)
    before = len(read_only_session.project.snapshot.all(Evidence))
    page.reader.view.setFocus()
    QTest.keyClick(page.reader.view, Qt.Key.Key_Delete)

    assert len(read_only_session.project.snapshot.all(Evidence)) == before


def test_an_empty_project_leads_to_the_interviews(qtbot: QtBot, empty_session: Session) -> None:
    went: list[Destination] = []
    empty_session.going.connect(went.append)
    page = EvidencePage(empty_session)
    shown(qtbot, page)
    page._empty.begun.emit()

    assert page._empty.isVisible()
    assert went == [Destination(page="stocktaking.interviews")]


def test_the_answers_still_open_begin_with_the_first_of_them(page: EvidencePage) -> None:
    page.show_view("offen")
    first = page.tasks.rows.row_at(0)

    assert page.tasks.current_row == first
    assert page.reader.answer_id == first.answer.answer_id


def test_the_first_open_answer_is_not_passed_over(page: EvidencePage) -> None:
    page._next.trigger()
    assert page.reader.answer_id == page.tasks.rows.row_at(0).answer.answer_id
    page._next.trigger()
    assert page.reader.answer_id == page.tasks.rows.row_at(1).answer.answer_id


def test_a_state_that_all_evidence_has_needs_no_column(page: EvidencePage) -> None:
    rows = page._found.passages if page._found is not None else ()
    assert silent(rows) == ("Stand", "Notiz")
    changed = (replace(next(iter(rows)), stale=True, note="nachfragen"), *rows)
    assert silent(changed) == ()


def test_the_measures_that_rest_on_a_passage_are_told_in_words(page: EvidencePage) -> None:
    button = page.findChild(QPushButton, "mark-measures")

    assert button is not None
    assert button.text() == "In einer Maßnahme"


def test_the_line_of_what_is_missing_leads_to_the_answers_to_be_read(page: EvidencePage, qtbot: QtBot) -> None:
    assert page.reveal(Target(Step.EVALUATION, "evidence", "", TO_READ))
    assert page.view.value == TASKS
    qtbot.waitUntil(lambda: page.tasks.rows.rowCount() > 0)
