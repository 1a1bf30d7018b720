"""Say what is said once, correct the municipalities, and see what the law asks for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.people import Person
from kizdesk.domain.places import Municipality
from kizdesk.project.records import add
from kizdesk.ui.forms import Editor
from kizdesk.ui.pages.basics.project import ProjectPage
from kizdesk.ui.session import Destination, Session
from kizdesk.ui.widgets.figure import FigureView
from tests.ui.forms.hands import CTRL, press, strike
from tests.ui.pages.basics.conftest import Show

DORMAGEN = "05162004"


@pytest.fixture
def page(show: Show, empty_session: Session, qtbot: QtBot) -> ProjectPage:
    made = show(ProjectPage, empty_session)
    assert isinstance(made, ProjectPage)
    qtbot.waitUntil(lambda: "Voraussetzungen ist erfüllt" in words(made))
    return made


def words(page: QWidget) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def field(page: QWidget, name: str) -> Editor:
    found = page.findChild(Editor, name)
    assert isinstance(found, Editor)
    return found


def click(page: QWidget, name: str) -> None:
    found = page.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def typed(page: QWidget, name: str, text: str) -> None:
    line = page.findChild(QLineEdit, name)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    press(text)


def test_the_title_is_typed_and_shown_in_the_head(page: ProjectPage, empty_session: Session) -> None:
    field(page, "project.title").setFocus()
    strike(Qt.Key.Key_A, CTRL)
    press("Konzept 2026")
    strike(Qt.Key.Key_Return)
    assert empty_session.project.settings.title == "Konzept 2026"
    assert page.heading().subtitle.startswith("Konzept 2026")


def test_another_law_says_what_changes_and_is_undone(page: ProjectPage, empty_session: Session, qtbot: QtBot) -> None:
    law = field(page, "project.legal_basis_id")
    law.setFocus()
    with qtbot.waitSignal(empty_session.said) as heard:
        strike(Qt.Key.Key_Up)
    assert "§ 7" in heard.args[0].text
    assert empty_session.project.settings.legal_basis_id == "tig-2012"
    assert "Menschen mit Migrationshintergrund" in words(page)
    empty_session.undo()
    assert empty_session.project.settings.legal_basis_id == "tintg-2022"


def test_the_map_chooses_a_municipality(page: ProjectPage, qtbot: QtBot) -> None:
    figure = page.findChild(FigureView)
    assert isinstance(figure, FigureView)
    qtbot.waitUntil(figure.isVisible)
    figure.region_chosen.emit("05162024")
    assert field(page, "municipality.name").value() == "Neuss"


def test_figures_of_a_municipality_are_corrected(page: ProjectPage, empty_session: Session) -> None:
    assert page.reveal(Target(Step.BASICS, "municipality", DORMAGEN, "population"))
    strike(Qt.Key.Key_A, CTRL)
    press("65.000")
    strike(Qt.Key.Key_Return)
    assert empty_session.project.snapshot.get(Municipality, DORMAGEN).population == 65000
    assert "Bitte die Zahlen abgleichen" in words(page)


def test_a_municipality_is_added_after_the_consequences_are_said(page: ProjectPage, empty_session: Session) -> None:
    click(page, "places.add")
    assert "ihr Einvernehmen einzuholen" in words(page)
    typed(page, "places.ags", "05162099")
    typed(page, "places.name", "Neustadt")
    strike(Qt.Key.Key_Return)
    assert empty_session.project.snapshot.get(Municipality, "05162099").name == "Neustadt"


def test_a_key_of_another_district_is_refused(page: ProjectPage, empty_session: Session, qtbot: QtBot) -> None:
    click(page, "places.add")
    typed(page, "places.ags", "05555001")
    typed(page, "places.name", "Fremdstadt")
    with qtbot.waitSignal(empty_session.said) as heard:
        strike(Qt.Key.Key_Return)
    assert "beginnt hier mit 05162" in heard.args[0].text
    assert len(empty_session.project.snapshot.all(Municipality)) == 8


def test_a_municipality_is_removed_and_comes_back(page: ProjectPage, empty_session: Session) -> None:
    click(page, "places.remove")
    assert "Dormagen fällt aus der Übersicht" in words(page)
    click(page, "places.do")
    assert empty_session.project.snapshot.find(Municipality, DORMAGEN) is None
    empty_session.undo()
    assert empty_session.project.snapshot.find(Municipality, DORMAGEN) is not None


def test_a_municipality_with_people_stays(page: ProjectPage, empty_session: Session, qtbot: QtBot) -> None:
    add(empty_session.project, Person(id="p", name="Ada", municipality_id=DORMAGEN))
    with qtbot.waitSignal(empty_session.said) as heard:
        click(page, "places.remove")
    assert "kann nicht gelöscht werden" in heard.args[0].text


def test_an_open_precondition_leads_to_its_place(page: ProjectPage, empty_session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(empty_session.going) as heard:
        click(page, "precondition-freie-traeger")
    assert heard.args == [Destination(target=Target(Step.BASICS, "actor"))]


@pytest.mark.parametrize("name", ["title", "legal_basis_id", "notice"])
def test_a_target_puts_the_focus_into_its_field(page: ProjectPage, name: str) -> None:
    assert page.reveal(Target(Step.BASICS, "project", "project", name))
    assert field(page, f"project.{name}").has_focus()


def test_the_card_of_the_district_asks_for_its_head_and_leads_there(
    page: ProjectPage, empty_session: Session, qtbot: QtBot
) -> None:
    assert "noch nicht eingetragen" in words(page)
    with qtbot.waitSignal(empty_session.going) as gone:
        click(page, "project.head")
    assert gone.args[0] == Destination(page="basics.people", argument="Landrat/Landrätin")


def test_the_card_of_the_district_names_its_head(page: ProjectPage, empty_session: Session) -> None:
    add(empty_session.project, Person(id="l", name="Dr. Olaf Muster", roles=("Landrat/Landrätin",)))
    assert "Dr. Olaf Muster" in words(page)
    assert "noch nicht eingetragen" not in words(page)


def test_the_map_outlines_nothing_until_a_municipality_is_chosen(page: ProjectPage, qtbot: QtBot) -> None:
    figure = page.findChild(FigureView)
    assert isinstance(figure, FigureView)
    qtbot.waitUntil(figure.isVisible)
    assert page.outlined == ""
    figure.region_chosen.emit("05162024")
    assert page.outlined == "05162024"
