"""Enter votes by keys and clicks."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.people import Consultation
from kizdesk.domain.votes import Vote, VoteKind, VoteResult, VoteSubject
from kizdesk.project.basics.committees import add_usual_bodies
from kizdesk.project.participation.votes_edit import change_vote
from kizdesk.project.records import add
from kizdesk.project.versions.freezing import VersionWish, freeze
from kizdesk.ui.pages.participation.meetings import MeetingsPage
from kizdesk.ui.session import Session
from kizdesk.ui.tables import TableView


@pytest.fixture
def page(qtbot: QtBot, empty_session: Session) -> Iterator[MeetingsPage]:
    made = MeetingsPage(empty_session)
    qtbot.addWidget(made)
    made.resize(1000, 620)
    made.show()
    yield made
    made.hide()


def votes(session: Session) -> tuple[Vote, ...]:
    return session.project.snapshot.all(Vote)


def new_vote(page: MeetingsPage) -> None:
    action = page.main_action()
    if action is None:
        QTest.mouseClick(page._desk.table.empty_state.findChildren(QPushButton, "begin")[0], Qt.MouseButton.LeftButton)
    else:
        action.trigger()


def test_a_letter_asks_for_no_count_of_votes(page: MeetingsPage) -> None:
    add_usual_bodies(page.session.project)
    new_vote(page)
    vote = votes(page.session)[0]
    assert not page._desk.form.editor("yes").isHidden()
    change_vote(page.session.project, vote.id, {"kind": VoteKind.IN_WRITING})

    assert not page._desk.form.editor("yes").isVisible()
    assert page._desk.form.editor("proof").isVisible()


def test_a_vote_older_than_its_version_is_remarked(page: MeetingsPage) -> None:
    project = page.session.project
    add_usual_bodies(project)
    freeze(project, VersionWish("Entwurf"))
    new_vote(page)
    vote = votes(page.session)[0]

    below = page._desk.form.editor("yes")
    place = below.mapTo(page, QPoint())
    for day, told in ((date(2020, 11, 20), True), (date(2030, 11, 20), False)):
        change_vote(project, vote.id, {"decided_on": day})
        shown = [made.text() for made in page._desk.findChildren(QLabel) if not made.isHidden()]
        assert any("liegt vor Fassung 1 vom " in text for text in shown) is told
        assert below.mapTo(page, QPoint()) == place


def test_without_a_body_the_sentence_says_where_to_make_one(page: MeetingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.session.said) as said:
        new_vote(page)
    assert said.args[0].text == "Ein Votum gehört zu einem Gremium. Bitte zuerst eines anlegen."
    with qtbot.waitSignal(page.session.going) as going:
        said.args[0].act()
    assert going.args[0].target == Target(Step.BASICS, "body")


def test_a_new_vote_is_one_of_the_body_that_adopts_on_the_latest_version(page: MeetingsPage) -> None:
    project = page.session.project
    add_usual_bodies(project)
    version = freeze(project, VersionWish("Entwurf"))

    new_vote(page)

    (vote,) = votes(page.session)
    assert (vote.subject, vote.subject_id) == (VoteSubject.VERSION, version.id)
    assert "Kreistag" in page._desk.table.currentIndex().siblingAtColumn(1).data()


def test_a_consent_with_conditions_may_wait_for_its_conditions(page: MeetingsPage) -> None:
    add_usual_bodies(page.session.project)
    new_vote(page)
    (vote,) = votes(page.session)

    change_vote(page.session.project, vote.id, {"result": VoteResult.WITH_CONDITIONS})

    conditions = page._desk.form.editor("conditions")
    assert not conditions.isHidden()
    assert votes(page.session)[0].result is VoteResult.WITH_CONDITIONS


def test_another_subject_takes_the_latest_version(page: MeetingsPage) -> None:
    project = page.session.project
    add_usual_bodies(project)
    new_vote(page)
    version = freeze(project, VersionWish("Entwurf"))

    change_vote(project, votes(page.session)[0].id, {"subject": VoteSubject.VERSION})

    assert votes(page.session)[0].subject_id == version.id


def test_a_vote_begun_at_a_consultation_takes_its_body_and_day(page: MeetingsPage) -> None:
    project = page.session.project
    add_usual_bodies(project)
    new_vote(page)
    body = votes(page.session)[0].body_id
    project.undo()
    add(project, Consultation(id="beratung", title="Sitzung", body_id=body))
    meetings = page.findChild(QPushButton, "choice-meetings")
    assert isinstance(meetings, QPushButton)
    QTest.mouseClick(meetings, Qt.MouseButton.LeftButton)
    page._meetings.reveal("beratung")

    new_vote(page)

    (vote,) = votes(page.session)
    assert (vote.consultation_id, vote.body_id) == ("beratung", body)


def test_without_consultations_only_the_way_to_the_dates_is_offered(page: MeetingsPage) -> None:
    QTest.mouseClick(page.findChildren(QPushButton, "choice-meetings")[0], Qt.MouseButton.LeftButton)
    assert not page.actions_shown()
    assert page._meetings.empty_state.findChildren(QPushButton, "begin")[0].isVisible()


def test_delete_takes_the_vote_away_and_undo_brings_it_back(page: MeetingsPage) -> None:
    add_usual_bodies(page.session.project)
    new_vote(page)
    table = page._desk.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert votes(page.session) == ()

    page.session.undo()

    assert len(votes(page.session)) == 1


def test_a_finding_leads_to_the_vote(page: MeetingsPage) -> None:
    add_usual_bodies(page.session.project)
    new_vote(page)
    (vote,) = votes(page.session)

    assert page.reveal(Target(Step.PARTICIPATION, "vote", vote.id, "proof"))
    assert isinstance(page._desk.table, TableView)
    assert page._desk.form.record_id == vote.id


def test_votes_without_a_consultation_are_not_said_to_come_from_none(page: MeetingsPage) -> None:
    add_usual_bodies(page.session.project)
    new_vote(page)

    assert page.heading().subtitle == "Ein Votum, keine Beratungen erfasst"


def test_the_button_for_a_new_vote_stands_in_the_head_alone(page: MeetingsPage) -> None:
    add_usual_bodies(page.session.project)
    new_vote(page)

    assert [action.text() for action in page.actions_shown()] == ["Neues Votum"]
    assert not [made for made in page.findChildren(QPushButton) if made.text() == "Neues Votum" and made.isVisible()]


def test_a_stretch_of_time_is_not_told_as_its_first_day(page: MeetingsPage) -> None:
    project = page.session.project
    add(project, Consultation(id="monat", title="Gespräche", held_on=date(2012, 11, 1), until=date(2012, 11, 30)))
    add(project, Consultation(id="tag", title="Sitzung", held_on=date(2012, 12, 10)))
    add(project, Consultation(id="offen", title="Antrag"))

    rows = page._meetings.rows
    assert [rows.index(row, 0).data() for row in range(3)] == ["10.12.2012", "November 2012", "ohne Tag"]
