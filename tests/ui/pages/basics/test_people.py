"""Type people, consents and roles, delete people and remove for good what they left."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.people import Person, PrivacyConsent, PrivacyPurpose
from kizdesk.project.opened import OpenProject
from kizdesk.project.privacy import deleted_people
from kizdesk.project.records import add, delete
from kizdesk.project.surroundings import Surroundings
from kizdesk.ui.forms import Editor
from kizdesk.ui.memory import Memory
from kizdesk.ui.pages.basics.people import PeoplePage
from kizdesk.ui.pages.basics.remains import Remains
from kizdesk.ui.session import Session
from kizdesk.ui.shell.window import MainWindow
from kizdesk.ui.tables import TableView
from kizdesk.ui.theme import Theme
from tests.ui.forms.hands import CTRL, press, strike
from tests.ui.pages.basics.conftest import Show


def people(session: Session) -> tuple[Person, ...]:
    return tuple(session.project.snapshot.all(Person))


def field(page: QWidget, name: str) -> Editor:
    found = page.findChild(Editor, name)
    assert isinstance(found, Editor)
    return found


@pytest.fixture
def page(show: Show, empty_session: Session) -> PeoplePage:
    add(empty_session.project, Person(id="a", name="Ada Ünal", municipality_id="05162004", roles=("Presse",)))
    add(empty_session.project, Person(id="b", name="Bernd Öz", roles=("Steuerungsgruppe",)))
    made = show(PeoplePage, empty_session)
    assert isinstance(made, PeoplePage)
    return made


def test_the_first_person_is_typed_after_one_click(show: Show, empty_session: Session) -> None:
    page = show(PeoplePage, empty_session)
    assert not page.actions_shown()
    begin = next(made for made in page.findChildren(QPushButton, "begin") if made.isVisible())
    QTest.mouseClick(begin, Qt.MouseButton.LeftButton)
    press("Erika Muster")
    strike(Qt.Key.Key_Tab)
    assert [person.name for person in people(empty_session)] == ["Erika Muster"]


def test_an_offered_role_is_ticked(page: PeoplePage, empty_session: Session) -> None:
    roles = field(page, "person.roles")
    box = next(part for part in roles.parts if part.accessibleName().endswith("Ansprechpartner/in"))
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert "Ansprechpartner/in" in empty_session.project.snapshot.get(Person, "a").roles


def _new_person(page: PeoplePage) -> None:
    action = page.main_action()
    assert action is not None
    action.trigger()


def test_a_new_person_is_counted_only_when_something_is_typed(page: PeoplePage) -> None:
    _new_person(page)
    assert page.heading().subtitle == "2 Personen, noch ohne Einwilligung"
    press("Cem Aksoy")
    strike(Qt.Key.Key_Tab)
    assert page.heading().subtitle == "3 Personen, noch ohne Einwilligung"


def test_a_new_person_left_without_a_word_vanishes(page: PeoplePage, empty_session: Session, qtbot: QtBot) -> None:
    _new_person(page)
    assert len(people(empty_session)) == 3
    page.reveal(Target(Step.BASICS, "person", "b"))
    qtbot.waitUntil(lambda: [person.id for person in people(empty_session)] == ["a", "b"])
    assert field(page, "person.name").value() == "Bernd Öz"
    assert deleted_people(empty_session.project) == 0


def test_a_new_person_vanishes_with_the_page_too(page: PeoplePage, empty_session: Session, qtbot: QtBot) -> None:
    _new_person(page)
    page.hide()
    qtbot.waitUntil(lambda: [person.id for person in people(empty_session)] == ["a", "b"])


def test_a_new_person_left_without_a_word_is_not_kept_when_the_project_is_closed(
    qtbot: QtBot, theme: Theme, made_empty: Path, ui_surroundings: Surroundings, tmp_path: Path
) -> None:
    path = Path(shutil.copy(made_empty, tmp_path))
    window = MainWindow(Memory(tmp_path / "memory.ini"), theme, QLabel("Start"))
    qtbot.addWidget(window)
    window.show()
    window.show_project(OpenProject.open(path, ui_surroundings, behind=True))
    assert window.shell is not None
    window.shell.session.open("basics.people")
    page = window.shell.navigator.page
    assert isinstance(page, PeoplePage)
    begin = next(made for made in page.findChildren(QPushButton, "begin") if made.isVisible())
    QTest.mouseClick(begin, Qt.MouseButton.LeftButton)
    assert len(people(page.session)) == 1

    window.close()

    with OpenProject.open(path, ui_surroundings, read_only=True) as again:
        assert not again.snapshot.all(Person)


def test_a_person_with_a_word_stays(page: PeoplePage, empty_session: Session, qtbot: QtBot) -> None:
    _new_person(page)
    press("C")
    page.reveal(Target(Step.BASICS, "person", "b"))
    qtbot.wait(1)
    assert [person.name for person in people(empty_session)] == ["Ada Ünal", "Bernd Öz", "C"]


def test_asking_twice_for_a_new_person_makes_one(page: PeoplePage, empty_session: Session) -> None:
    _new_person(page)
    _new_person(page)
    assert len(people(empty_session)) == 3


def test_the_page_has_one_button_for_a_new_person(page: PeoplePage) -> None:
    assert not [made for made in page.findChildren(QPushButton) if made.text() == "Neue Person" and made.isVisible()]
    assert [action.text() for action in page.actions_shown()] == ["Neue Person"]


def test_a_role_in_an_earlier_spelling_is_shown_and_found_in_the_one_of_today(
    show: Show, empty_session: Session
) -> None:
    add(empty_session.project, Person(id="a", name="Ada Ünal", roles=("Ansprechpartner", "Landrätin")))
    page = show(PeoplePage, empty_session)
    assert field(page, "person.roles").value() == ("Landrat/Landrätin", "Ansprechpartner/in")
    box = page.findChild(QComboBox, "people.role")
    assert isinstance(box, QComboBox)
    assert [box.itemText(number) for number in range(box.count())] == [
        "Alle Rollen",
        "Ansprechpartner/in",
        "Landrat/Landrätin",
    ]
    page.open("Ansprechpartner/in")
    assert [person.id for person in people(empty_session)] == ["a"]


def test_a_free_role_is_typed(page: PeoplePage, empty_session: Session) -> None:
    line = field(page, "person.roles").findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    press("Dolmetscherin")
    strike(Qt.Key.Key_Return)
    assert empty_session.project.snapshot.get(Person, "a").roles == ("Presse", "Dolmetscherin")


def test_half_a_role_is_not_written_while_it_is_typed(page: PeoplePage, empty_session: Session, qtbot: QtBot) -> None:
    line = field(page, "person.roles").findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    press("Dolm")
    qtbot.wait(600)
    assert empty_session.project.snapshot.get(Person, "a").roles == ("Presse",)
    press("etscher")
    field(page, "person.email").setFocus()
    assert empty_session.project.snapshot.get(Person, "a").roles == ("Presse", "Dolmetscher")


def test_the_list_is_narrowed_by_municipality(page: PeoplePage) -> None:
    box = page.findChild(QComboBox, "people.place")
    assert isinstance(box, QComboBox)
    box.setFocus()
    strike(Qt.Key.Key_Down)
    table = page.findChild(QTableView, "person.list")
    assert isinstance(table, QTableView)
    assert table.model().rowCount() == 1


def test_a_consent_is_given_by_its_day(page: PeoplePage, empty_session: Session) -> None:
    field(page, "consent.namensnennung.granted_on").setFocus()
    press("05.01.2026")
    strike(Qt.Key.Key_Return)
    consents = empty_session.project.snapshot.all(PrivacyConsent)
    assert [(item.person_id, item.purpose, item.granted_on) for item in consents] == [
        ("a", PrivacyPurpose.NAME, date(2026, 1, 5))
    ]


def test_a_revocation_without_consent_is_refused_with_a_sentence(page: PeoplePage, empty_session: Session) -> None:
    field(page, "consent.zitat.revoked_on").setFocus()
    press("05.01.2026")
    strike(Qt.Key.Key_Return)
    assert not empty_session.project.snapshot.all(PrivacyConsent)


def test_a_target_of_a_consent_shows_its_person(page: PeoplePage, empty_session: Session) -> None:
    given = PrivacyConsent(id="c", person_id="b", purpose=PrivacyPurpose.PHOTO)
    add(empty_session.project, given)
    assert page.reveal(Target(Step.BASICS, "privacy_consent", "c"))
    assert field(page, "person.name").value() == "Bernd Öz"


def test_what_deleted_people_left_is_removed_for_good(page: PeoplePage, empty_session: Session, qtbot: QtBot) -> None:
    delete(empty_session.project, Person, "b")
    remains = page.findChild(Remains)
    assert isinstance(remains, Remains)
    qtbot.waitUntil(remains.isVisible)
    QTimer.singleShot(0, _agree)
    QTest.mouseClick(_button(remains, "message-action"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(remains.isHidden)
    assert deleted_people(empty_session.project) == 0
    assert "Bernd" not in str(empty_session.project.log())


def test_nothing_is_removed_if_the_question_is_answered_with_escape(
    page: PeoplePage, empty_session: Session, qtbot: QtBot
) -> None:
    delete(empty_session.project, Person, "b")
    remains = page.findChild(Remains)
    assert isinstance(remains, Remains)
    qtbot.waitUntil(remains.isVisible)
    QTimer.singleShot(0, _refuse)
    QTest.mouseClick(_button(remains, "message-action"), Qt.MouseButton.LeftButton)
    assert deleted_people(empty_session.project) == 1


def _button(inside: QWidget, name: str) -> QPushButton:
    found = inside.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def _agree() -> None:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    QTest.mouseClick(_button(box, "erase-people"), Qt.MouseButton.LeftButton)


def _refuse() -> None:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    QTest.keyClick(box, Qt.Key.Key_Escape)


def test_who_heads_the_district_is_begun_with_the_role_and_the_focus_in_the_name(
    page: PeoplePage, empty_session: Session
) -> None:
    page.open("Landrat/Landrätin")
    press("Dr. Olaf Muster")
    strike(Qt.Key.Key_Return)
    made = [person for person in people(empty_session) if "Landrat/Landrätin" in person.roles]
    assert [person.name for person in made] == ["Dr. Olaf Muster"]


def test_who_has_the_role_already_is_shown_and_nobody_is_added(page: PeoplePage, empty_session: Session) -> None:
    before = people(empty_session)
    page.open("Steuerungsgruppe")
    assert people(empty_session) == before
    strike(Qt.Key.Key_A, CTRL)
    press("Berta Öz")
    strike(Qt.Key.Key_Return)
    assert empty_session.project.snapshot.get(Person, "b").name == "Berta Öz"


def test_a_choice_that_nobody_fits_says_so_and_keeps_the_way_to_add_somebody(page: PeoplePage) -> None:
    places = page.findChild(QComboBox, "people.place")
    assert isinstance(places, QComboBox)
    places.setCurrentIndex(1)
    places.activated.emit(1)
    table = page.findChild(TableView)
    assert isinstance(table, TableView)
    assert table.empty_state.sentence.text() == "Niemand passt zu dieser Auswahl."
    assert page.main_action() is not None
