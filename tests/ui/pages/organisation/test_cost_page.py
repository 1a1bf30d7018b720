"""Try the page of the cost by clicks and keys."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QScrollArea, QTableView, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.changes import Update
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.cost import CostItem, Post, StatedTotal
from kizdesk.domain.places import Municipality
from kizdesk.project.records import set_value
from kizdesk.ui.pages.organisation.cost import CostPage
from kizdesk.ui.session import Destination, Session


def shown(session: Session, qtbot: QtBot) -> Iterator[CostPage]:
    made = CostPage(session)
    qtbot.addWidget(made)
    made.resize(1024, 600)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.hide()


@pytest.fixture
def page(empty_session: Session, qtbot: QtBot) -> Iterator[CostPage]:
    yield from shown(empty_session, qtbot)


@pytest.fixture
def example(example_session: Session, qtbot: QtBot) -> Iterator[CostPage]:
    yield from shown(example_session, qtbot)


def press(page: QWidget, name: str) -> None:
    found = next(made for made in page.findChildren(QAbstractButton, name) if made.isVisible())
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def line(page: CostPage, name: str) -> QLineEdit:
    editor = next(iter(page.findChildren(QWidget, name)))
    return next(iter(editor.findChildren(QLineEdit)))


def type_into(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def result(page: CostPage, key: str) -> str:
    return next(label.text() for label in page.findChildren(QLabel, f"cost.result.{key}"))


def posts(page: CostPage) -> tuple[Post, ...]:
    return page.session.project.snapshot.all(Post)


def test_the_empty_page_begins_with_the_posts_of_the_guideline(page: CostPage) -> None:
    assert page.main_action() is None
    press(page, "begin")

    assert len(posts(page)) > 1
    assert all(post.source for post in posts(page))
    assert result(page, "gross") == "nicht beziffert"
    page.session.undo()
    assert posts(page) == ()


def test_the_result_follows_every_key_before_anything_is_written(example: CostPage) -> None:
    assert example.reveal(Target(Step.ORGANISATION, "post", "stelle-verwaltung", "personnel_cost"))
    before = result(example, "gross")
    type_into(line(example, "post.personnel_cost"), "61.000")

    assert example.session.project.snapshot.get(Post, "stelle-verwaltung").personnel_cost == Decimal(51000)
    assert before == "324.850 €"
    assert result(example, "gross") == "336.850 €"
    words = next(iter(example.findChildren(QLabel, "cost.post-words")))
    assert "61.000 € × (1 + 20 %)" in words.text()
    QTest.keyClick(line(example, "post.personnel_cost"), Qt.Key.Key_Return)
    assert example.session.project.snapshot.get(Post, "stelle-verwaltung").personnel_cost == Decimal(61000)
    QTest.keyClick(line(example, "post.personnel_cost"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert result(example, "gross") == "324.850 €"


def test_half_a_number_keeps_the_result_and_is_told_below_the_field(example: CostPage) -> None:
    example.reveal(Target(Step.ORGANISATION, "post", "stelle-verwaltung", "personnel_cost"))
    field = line(example, "post.personnel_cost")
    type_into(field, "5x")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert result(example, "gross") == "324.850 €"
    assert any("ist keine Zahl" in label.text() for label in example.findChildren(QLabel))
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "51.000,00"


def test_what_is_emptied_is_open_and_leads_back_to_its_field(example: CostPage) -> None:
    asked: list[Destination] = []
    example.session.going.connect(asked.append)
    example.reveal(Target(Step.ORGANISATION, "post", "stelle-assistenz", "workplace_cost"))
    field = line(example, "post.workplace_cost")
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert result(example, "deficit") == "nicht beziffert"
    assert "2 Beträge noch nicht beziffert" in example.heading().subtitle
    press(example, "cost.gap.stelle-assistenz.workplace_cost")
    assert asked[-1].target == Target(Step.ORGANISATION, "post", "stelle-assistenz", "workplace_cost")
    example.session.undo()
    assert result(example, "deficit") == "154.850 €"


def test_a_new_post_begins_with_sensible_values_and_its_name(page: CostPage) -> None:
    next(action for action in page.actions_shown() if action.text() == "Neue Stelle").trigger()

    assert (posts(page)[0].fte, posts(page)[0].overhead_rate) == (Decimal(1), Decimal("0.20"))
    assert page.focusWidget() is line(page, "post.title")
    type_into(line(page, "post.workplace_cost"), "9.700")
    type_into(line(page, "post.personnel_cost"), "60000")
    assert result(page, "gross") == "81.700 €"


def test_the_name_of_a_new_post_is_replaced_by_typing_and_stands_whole_below_its_label(
    page: CostPage, qtbot: QtBot
) -> None:
    next(action for action in page.actions_shown() if action.text() == "Neue Stelle").trigger()
    field = line(page, "post.title")
    assert field.selectedText() == "Neue Stelle"
    area = next(area for area in page.findChildren(QScrollArea) if area.isAncestorOf(field))
    seen = area.viewport()
    qtbot.waitUntil(lambda: field.mapTo(seen, QPoint(0, 0)).y() >= field.fontMetrics().height())
    assert field.mapTo(seen, field.rect().bottomRight()).y() <= seen.height()


def test_a_seconded_post_asks_only_for_what_it_has(page: CostPage) -> None:
    next(action for action in page.actions_shown() if action.text() == "Neue Stelle").trigger()
    editor = next(iter(page.findChildren(QWidget, "post.seconded")))
    box = next(iter(editor.findChildren(QAbstractButton)))
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)

    assert posts(page)[0].seconded
    assert not line(page, "post.personnel_cost").isVisible()
    assert line(page, "post.overhead_base").isVisible()


def test_a_further_amount_counts_at_once(example: CostPage) -> None:
    press(example, "choice-cost_item")
    action = example.main_action()
    assert action is not None
    action.trigger()
    type_into(line(example, "cost_item.amount"), "1.000,50")

    assert result(example, "gross") == "325.850,50 €"
    example.session.leaving.emit()
    assert example.session.project.snapshot.all(CostItem)[-1].amount == Decimal("1000.50")
    example.session.undo()
    example.session.undo()
    assert result(example, "gross") == "324.850 €"


def test_a_total_of_a_paper_is_kept_beside_the_reckoning(page: CostPage) -> None:
    assert page.reveal(Target(Step.ORGANISATION, "stated_total"))
    press(page, "begin")
    type_into(line(page, "stated_total.amount"), "80.000")
    page.session.leaving.emit()

    assert page.session.project.snapshot.all(StatedTotal)[0].amount == Decimal(80000)


def test_the_shares_stand_for_every_municipality(example: CostPage) -> None:
    press(example, "choice-shares")
    table = next(iter(example.findChildren(QTableView, "cost.shares")))

    assert table.isVisible()
    assert table.model().rowCount() == 8


def test_without_posts_and_amounts_no_share_is_said_to_be_nothing(page: CostPage) -> None:
    press(page, "choice-shares")
    table = next(iter(page.findChildren(QTableView, "cost.shares")))

    assert table.model().rowCount() == 0
    assert any("Anteile lassen sich erst rechnen" in made.text() for made in table.findChildren(QLabel))
    press(page, "begin")
    assert "Stellen aus der Förderrichtlinie übernehmen" in [
        made.text() for made in page.findChildren(QPushButton, "begin") if made.isVisible()
    ]


def test_shares_without_people_lead_to_the_first_municipality_that_lacks_them(example: CostPage) -> None:
    session = example.session
    place = session.project.snapshot.all(Municipality)[0]
    set_value(session.project, Municipality, place.id, "population", None)
    press(example, "choice-shares")
    example.refresh([Update(Municipality, place.id, "population", None)])
    asked: list[Destination] = []
    session.going.connect(asked.append)
    press(example, "begin")
    assert [goal.target for goal in asked] == [Target(Step.BASICS, "municipality", place.id, "population")]


def test_an_open_amount_is_named_whole_where_there_is_room(example: CostPage, qtbot: QtBot) -> None:
    link = next(made for made in example.findChildren(QPushButton) if made.objectName().startswith("cost.gap."))
    whole = link.accessibleName()
    example.resize(1800, 900)
    qtbot.waitUntil(lambda: link.text() == whole)
    example.resize(900, 600)
    qtbot.waitUntil(lambda: link.text().count("\n") == 1)
    assert link.text().replace("\n", " ") == whole


def test_the_form_gets_the_height_that_the_list_above_it_does_not_need(example: CostPage, qtbot: QtBot) -> None:
    example.resize(1600, 1000)
    table = next(iter(example.findChildren(QTableView, "cost.posts.list")))
    spare = table.verticalHeader().defaultSectionSize()
    qtbot.waitUntil(lambda: table.viewport().height() <= table.verticalHeader().length() + spare)
    assert table.verticalScrollBar().maximum() == 0


def test_a_title_goes_with_its_fields(example: CostPage) -> None:
    table = next(iter(example.findChildren(QTableView, "cost.posts.list")))
    title = next(made for made in example.findChildren(QLabel) if made.text() == "Förderung")
    assert not title.isVisible()
    table.selectRow(1)
    assert title.isVisible()


def test_the_formula_is_explained_on_demand(example: CostPage) -> None:
    words = next(iter(example.findChildren(QLabel, "cost.words")))
    assert not words.isVisible()
    press(example, "cost.explain")

    assert words.isVisible()
    assert "Vollzeitstellen ×" in words.text()


def test_the_chart_comes_to_rest_at_every_height(example: CostPage, qtbot: QtBot) -> None:
    chart = next(iter(example.findChildren(QWidget, "cost.chart")))
    for height in range(600, 820, 11):
        example.resize(1024, height)
        qtbot.wait(1)

    assert chart.height() > 0


@pytest.mark.parametrize(
    ("view", "words"), [("post", "Neue Stelle"), ("cost_item", "Neuer Betrag"), ("stated_total", "Neue Angabe")]
)
def test_the_button_for_a_new_entry_stands_in_the_head_alone(page: CostPage, view: str, words: str) -> None:
    press(page, f"choice-{view}")
    desk = page._desk(view)
    desk.add_new()

    assert [action.text() for action in page.actions_shown()][-1] == words
    assert not [made for made in desk.findChildren(QAbstractButton) if made.text() == words and made.isVisible()]
