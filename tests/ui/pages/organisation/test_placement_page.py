"""Try the page of placement, tasks and courses by clicks and keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.organisation import CentreTask, CourseOfAction, OrganisationVariant
from kizdesk.project.records import delete
from kizdesk.ui.pages.organisation.placement import PlacementPage
from kizdesk.ui.session import Session


@pytest.fixture
def page(empty_session: Session, qtbot: QtBot) -> Iterator[PlacementPage]:
    made = PlacementPage(empty_session)
    qtbot.addWidget(made)
    made.resize(1024, 600)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.hide()


def press(page: QWidget, name: str) -> None:
    found = next(made for made in page.findChildren(QAbstractButton, name) if made.isVisible())
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def arrow(page: PlacementPage, way: str, number: int) -> QAbstractButton:
    name = f"variant.{way}.{variants(page)[number].id}"
    return next(iter(page.findChildren(QAbstractButton, name)))


def variants(page: PlacementPage) -> list[OrganisationVariant]:
    found = page.session.project.snapshot.all(OrganisationVariant)
    return sorted(found, key=lambda variant: variant.position)


def add_variants(page: PlacementPage, *titles: str) -> None:
    for title in titles:
        begin(page)
        field = page.focusWidget()
        assert isinstance(field, QLineEdit)
        QTest.keyClicks(field, title)
        page.session.leaving.emit()


def begin(page: PlacementPage) -> None:
    action = page.main_action()
    if action is None:
        press(page, "begin")
    else:
        action.trigger()


def test_variants_are_entered_side_by_side_and_one_is_chosen(page: PlacementPage) -> None:
    add_variants(page, "Sozialamt", "Stabsstelle")
    first, second = variants(page)
    assert [first.title, second.title] == ["Sozialamt", "Stabsstelle"]

    press(page, f"variant.choose.{first.id}")
    press(page, f"variant.choose.{second.id}")
    assert [variant.chosen for variant in variants(page)] == [False, True]
    assert "Gewählt: Stabsstelle" in page.heading().subtitle
    page.session.undo()
    assert [variant.chosen for variant in variants(page)] == [True, False]


def test_a_variant_goes_to_the_left_and_away_and_comes_back(page: PlacementPage) -> None:
    add_variants(page, "Sozialamt", "Stabsstelle")
    press(page, f"variant.left.{variants(page)[1].id}")
    assert [variant.title for variant in variants(page)] == ["Stabsstelle", "Sozialamt"]
    ways = [(way, number) for number in (0, 1) for way in ("left", "right")]
    free = [way for way in ways if arrow(page, *way).isEnabled()]
    assert free == [("right", 0), ("left", 1)]

    press(page, f"variant.drop.{variants(page)[0].id}")
    assert [variant.title for variant in variants(page)] == ["Sozialamt"]
    page.session.undo()
    assert len(variants(page)) == 2


def test_missing_tasks_come_from_the_law_with_their_source(page: PlacementPage) -> None:
    project = page.session.project
    for task in project.snapshot.all(CentreTask):
        delete(project, CentreTask, task.id)
    press(page, "choice-centre_task")
    next(action for action in page.actions_shown() if action.objectName() == "organisation.from-law").trigger()

    tasks = project.snapshot.all(CentreTask)
    assert tasks
    assert all(task.source for task in tasks)
    assert [action.objectName() for action in page.actions_shown() if action.objectName()] == []
    page.session.undo()
    assert project.snapshot.all(CentreTask) == ()


def test_one_course_of_action_is_proposed(page: PlacementPage) -> None:
    press(page, "choice-course_of_action")
    for _ in range(2):
        begin(page)
        editor = next(iter(page.findChildren(QWidget, "course_of_action.chosen")))
        QTest.mouseClick(next(iter(editor.findChildren(QAbstractButton))), Qt.MouseButton.LeftButton)

    assert [course.chosen for course in page.session.project.snapshot.all(CourseOfAction)] == [False, True]


def test_a_finding_leads_to_the_first_variant_or_to_its_beginning(page: PlacementPage) -> None:
    assert page.reveal(Target(Step.ORGANISATION, "organisation_variant"))
    focused = page.focusWidget()
    assert focused is not None
    assert focused.objectName() == "begin"
    add_variants(page, "Sozialamt")
    assert page.reveal(Target(Step.ORGANISATION, "organisation_variant", variants(page)[0].id, "title"))
    assert isinstance(page.focusWidget(), QLineEdit)


@pytest.mark.parametrize(
    ("view", "words"), [("centre_task", "Neue Aufgabe"), ("course_of_action", "Neue Handlungsoption")]
)
def test_the_button_for_a_new_entry_stands_in_the_head_alone(page: PlacementPage, view: str, words: str) -> None:
    press(page, f"choice-{view}")
    begin(page)

    assert [action.text() for action in page.actions_shown()][-1] == words
    assert not [made for made in page.findChildren(QAbstractButton) if made.text() == words and made.isVisible()]
