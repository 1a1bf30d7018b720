"""See at the Einvernehmen, and before freezing, that what was agreed to has changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.versions import ConceptVersion
from kizdesk.domain.votes import VoteResult
from kizdesk.project.basics.begin import write_chapter
from kizdesk.project.participation.consent_entry import ConsentWish, record_consent
from kizdesk.project.versions.freezing import VersionWish, freeze
from kizdesk.ui.pages.participation.consents import ConsentsPage
from kizdesk.ui.pages.participation.versions import VersionsPage
from kizdesk.ui.session import Destination, Session

P = TypeVar("P", bound=QWidget)
KAARST = "05162016"
LOST = "Zustimmungen zur Fassung 1 gelten nicht für Fassung 2: Danach haben 0 von 8 Kommunen zugestimmt."


@pytest.fixture
def version(empty_session: Session) -> ConceptVersion:
    """Return a version to which Kaarst has agreed."""
    project = empty_session.project
    write_chapter(project, "vorwort", "Wir wollen das.")
    first = freeze(project, VersionWish("Erste"))
    agreed = ConsentWish(version_id=first.id, body_name="Rat der Stadt Kaarst", result=VoteResult.AGREED, proof="TOP 4")
    record_consent(project, KAARST, agreed)
    return first


@pytest.fixture
def consents(empty_session: Session, version: ConceptVersion, qtbot: QtBot) -> Iterator[ConsentsPage]:
    made = ConsentsPage(empty_session)
    made.open(version.id)
    yield from shown(made, qtbot)


@pytest.fixture
def versions(empty_session: Session, version: ConceptVersion, qtbot: QtBot) -> Iterator[VersionsPage]:
    made = VersionsPage(empty_session)
    made.open(version.id)
    yield from shown(made, qtbot)


def shown(made: P, qtbot: QtBot) -> Iterator[P]:
    qtbot.addWidget(made)
    made.resize(1024, 540)
    made.show()
    yield made
    made.hide()


def words(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_a_change_since_the_version_is_said_where_the_consents_stand_and_leads_to_the_comparison(
    consents: ConsentsPage, empty_session: Session, version: ConceptVersion, qtbot: QtBot
) -> None:
    going: list[Destination] = []
    empty_session.going.connect(going.append)
    assert "geändert" not in words(consents)

    write_chapter(empty_session.project, "vorwort", "Wir wollen dies.")
    qtbot.waitUntil(lambda: "Seit Fassung 1 geändert: " in words(consents))
    assert "Das betrifft alle Kommunen." in words(consents)

    link = consents.findChildren(QPushButton, "consents-since-differences")[0]
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert (going[0].page, going[0].argument) == ("participation.versions", version.id)


def test_nothing_is_said_any_more_once_the_change_is_taken_back(
    consents: ConsentsPage, empty_session: Session, qtbot: QtBot
) -> None:
    write_chapter(empty_session.project, "vorwort", "Wir wollen dies.")
    qtbot.waitUntil(lambda: "Seit Fassung 1 geändert: " in words(consents))
    empty_session.project.undo()
    qtbot.waitUntil(lambda: "Seit Fassung 1 geändert: " not in words(consents))


def test_who_freezes_is_told_that_consents_to_the_version_before_do_not_count(
    versions: VersionsPage, empty_session: Session, qtbot: QtBot
) -> None:
    write_chapter(empty_session.project, "vorwort", "Wir wollen dies.")
    versions.open("freeze")

    qtbot.waitUntil(lambda: LOST in words(versions))
    assert "als redaktionell erklärt" in words(versions)


def test_who_comes_for_a_version_sees_what_changed_since(
    versions: VersionsPage, empty_session: Session, version: ConceptVersion, qtbot: QtBot
) -> None:
    write_chapter(empty_session.project, "vorwort", "Wir wollen dies.")
    versions.open("freeze")
    versions.open(version.id)

    qtbot.waitUntil(lambda: "Wir wollen" in words(versions))


def test_who_comes_to_the_page_by_keys_goes_on_in_the_register(consents: ConsentsPage) -> None:
    place = consents.place_to_go_on()

    assert place is not None
    assert place.objectName() == "consents-table"
    assert place.isVisible()
