"""Test how the register of offerings is filtered, counted and edited."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.interviews import Offering
from kizdesk.domain.places import Municipality
from kizdesk.project.records import delete
from kizdesk.ui.forms import Line
from kizdesk.ui.pages.evaluation.offerings import OfferingsPage
from kizdesk.ui.session import Destination, Session
from tests.ui.pages.evaluation.conftest import Ears, shown


@pytest.fixture
def page(qtbot: QtBot, example_session: Session) -> OfferingsPage:
    made = OfferingsPage(example_session)
    shown(qtbot, made)
    return made


def count(page: OfferingsPage) -> int:
    return page.desk.table.rows.rowCount()


def test_filters_narrow_the_list_and_say_so(page: OfferingsPage) -> None:
    everything = count(page)
    page.field.setFocus()
    page.field.pick("sprache")
    page.field.activated.emit(page.field.currentIndex())

    assert 0 < count(page) < everything
    assert page.heading().subtitle == f"{count(page)} von {everything} Angeboten"


def test_words_are_looked_for(page: OfferingsPage) -> None:
    page.words.setFocus()
    QTest.keyClicks(page.words, "rucksack")

    assert 0 < count(page) < 56


def test_what_ends_before_a_day_is_found(page: OfferingsPage) -> None:
    page.ends.show_day(date(2013, 12, 31))
    page.ends.day_changed.emit(page.ends.day)

    assert 0 < count(page) < 56


def test_a_number_of_the_heat_table_leads_to_its_offerings(page: OfferingsPage) -> None:
    page._choose_view("tabelle")
    model = page.heat.model()
    index = model.index(0, 1)
    told = str(model.data(index, Qt.ItemDataRole.AccessibleTextRole))
    shown_count = int(str(model.data(index)))
    QTest.mouseClick(
        page.heat.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        page.heat.visualRect(index).center(),
    )  # fmt: skip

    assert told == f"Bildung und Ausbildung, Dormagen: {shown_count} Angebote"
    assert page.desk.isVisible()
    assert count(page) == shown_count


def test_the_totals_of_the_heat_table_count_each_offering_once(page: OfferingsPage) -> None:
    page._choose_view("tabelle")
    model = page.heat.model()

    assert model.data(model.index(model.rowCount() - 1, model.columnCount() - 1)) == "56"


def test_a_new_offering_belongs_to_what_is_filtered(page: OfferingsPage, example_session: Session) -> None:
    page.place.pick("05162004")
    page.place.activated.emit(page.place.currentIndex())
    page.actions_shown()[0].trigger()
    record = page.desk.record

    assert record is not None
    assert record.municipality_id == "05162004"
    editor = page.desk.form.editor("title")
    assert isinstance(editor, Line)
    assert editor.has_focus()
    example_session.undo()
    assert example_session.project.snapshot.find(Offering, record.id) is None


def test_an_offering_stays_in_sight_while_its_name_is_changed(page: OfferingsPage, example_session: Session) -> None:
    QTest.keyClicks(page.words, "rucksack")
    record = page.desk.record
    assert record is not None
    editor = page.desk.form.editor("title")
    editor.setFocus()
    part = editor.parts[0]
    QTest.keyClick(part, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(part, "Anders")
    page.desk.form.flush()

    assert page.desk.form.record_id == record.id
    assert example_session.project.snapshot.get(Offering, record.id).title == "Anders"
    example_session.undo()


def test_an_offering_is_deleted_and_brought_back(page: OfferingsPage, example_session: Session, ears: Ears) -> None:
    before = count(page)
    page.desk.table.setFocus()
    QTest.keyClick(page.desk.table, Qt.Key.Key_Delete)
    assert count(page) == before - 1
    assert "gelöscht" in ears.said[-1]

    example_session.undo()
    assert count(page) == before


def test_a_jump_shows_an_offering_that_is_filtered_away(page: OfferingsPage, example_session: Session) -> None:
    wanted = example_session.project.snapshot.all(Offering)[5]
    QTest.keyClicks(page.words, "gibt es nicht")
    assert page.reveal(Target(Step.EVALUATION, "offering", wanted.id, "provider"))

    assert page.desk.form.record_id == wanted.id
    assert page.desk.form.editor("provider").has_focus()


def test_an_empty_project_leads_to_the_interviews(qtbot: QtBot, empty_session: Session) -> None:
    went: list[Destination] = []
    empty_session.going.connect(went.append)
    page = OfferingsPage(empty_session)
    shown(qtbot, page)
    page._empty.begun.emit()

    assert page._empty.isVisible()
    assert went == [Destination(page="stocktaking.interviews")]


def test_a_new_offering_is_offered_in_one_place(page: OfferingsPage) -> None:
    assert [action.text() for action in page.actions_shown()] == ["Neues Angebot"]
    assert "Neues Angebot" not in [made.text() for made in page.desk.findChildren(QPushButton) if made.isVisible()]


def test_the_title_of_the_totals_stands_above_their_numbers(page: OfferingsPage) -> None:
    page._choose_view("tabelle")
    model = page.heat.model()
    last, role = model.columnCount() - 1, Qt.ItemDataRole.TextAlignmentRole
    title = model.headerData(last, Qt.Orientation.Horizontal, role)

    assert title & Qt.AlignmentFlag.AlignHCenter
    assert model.data(model.index(0, last), role) & Qt.AlignmentFlag.AlignHCenter


def test_the_head_counts_what_the_heat_table_counts_and_the_hint_explains_the_sums(page: OfferingsPage) -> None:
    page.field.pick("sprache")
    page.field.activated.emit(page.field.currentIndex())
    QTest.mouseClick(page.findChildren(QPushButton, "choice-tabelle")[0], Qt.MouseButton.LeftButton)

    assert page.heading().subtitle == "Alle 56 Angebote, gezählt nach Feldern und Kommunen"
    told = [made.text() for made in page.findChildren(QLabel) if made.isVisible()]
    assert any("Ein Angebot mit mehreren Feldern zählt in jedem davon" in text for text in told)


def test_a_municipality_without_offerings_says_so_where_it_is_filtered(
    page: OfferingsPage, example_session: Session
) -> None:
    assert page.none.isHidden()
    place = example_session.project.snapshot.all(Municipality)[0]
    for offering in example_session.project.snapshot.all(Offering):
        if offering.municipality_id == place.id:
            delete(example_session.project, Offering, offering.id)
    page.place.pick(place.id)
    page.place.activated.emit(page.place.currentIndex())
    assert not page.none.isHidden()
    QTest.mouseClick(page.none, Qt.MouseButton.LeftButton)
    assert example_session.project.snapshot.get(Municipality, place.id).no_offerings
    page.desk.add_new()
    assert not example_session.project.snapshot.get(Municipality, place.id).no_offerings
    assert page.none.isHidden()
