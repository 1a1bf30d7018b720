"""Attach files, refuse large ones, and leave a project alone that is only read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kizdesk.domain.interviews import Answer, Attachment, Interview, InterviewStatus
from kizdesk.project.interviews.edit import add_interview
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from kizdesk.project.wording.labels import Labels
from kizdesk.ui.jobs import Jobs
from kizdesk.ui.memory import Memory
from kizdesk.ui.pages.interview.replies.files import FilesReply
from kizdesk.ui.pages.interview.runner import RunnerPage
from kizdesk.ui.session import Message, Session
from kizdesk.ui.theme import Theme
from tests.ui.pages.interview.hands import Hands

GREVENBROICH = "05162008"


def _attach(hands: Hands, path: Path) -> None:
    found = hands.page.findChild(FilesReply)
    assert isinstance(found, FilesReply)
    found.attached.emit(str(path))


def test_a_file_is_attached_and_removed_in_one_step_each(hands: Hands, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "konzept.pdf").write_bytes(b"%PDF-1.7 Konzept")
    hands.walk_to("o02")
    with qtbot.waitSignal(hands.session.said):
        _attach(hands, tmp_path / "konzept.pdf")
    project = hands.session.project
    made = project.snapshot.all(Attachment)[0]
    assert hands.answer("o02").attachment_ids == (made.id,)
    assert project.blob(made.sha256) == b"%PDF-1.7 Konzept"
    hands.session.undo()
    assert not project.snapshot.all(Attachment)
    assert not project.snapshot.all(Answer)


def test_a_file_of_80_mb_is_refused_in_a_sentence(hands: Hands, qtbot: QtBot, tmp_path: Path) -> None:
    with (tmp_path / "film.mp4").open("wb") as stream:
        stream.truncate(80 * 1024 * 1024)
    hands.walk_to("o02")
    with qtbot.waitSignal(hands.session.said) as said:
        _attach(hands, tmp_path / "film.mp4")
    message = said.args[0] if said.args else None
    assert isinstance(message, Message)
    assert "„film.mp4“ ist mit 80 MB zu groß" in message.text
    assert not hands.session.project.snapshot.all(Attachment)


@pytest.fixture
def read_session(
    made_empty: Path, ui_surroundings: Surroundings, theme: Theme, tmp_path: Path
) -> Iterator[tuple[Session, str]]:
    path = Path(shutil.copy(made_empty, tmp_path / "lesen.kizdesk"))
    with OpenProject.open(path, ui_surroundings) as project:
        planned = add_interview(project, GREVENBROICH).id
    with OpenProject.open(path, ui_surroundings, read_only=True) as project:
        session = Session(project, Labels(project.library), Jobs(), Memory(tmp_path / "memory.ini"), theme)
        yield session, planned
        session.end()
        session.jobs.close()


def test_an_interview_that_is_only_read_is_walked_through_and_stays_as_it_is(
    read_session: tuple[Session, str], qtbot: QtBot
) -> None:
    session, planned = read_session
    page = RunnerPage(session)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.open(planned)
    hands = Hands(page, session, planned)
    hands.walk_to("b01")
    hands.type("Sozialamt")
    hands.walk_to("b05")
    hands.type("1")
    hands.alt("r")
    hands.walk_to("o03")
    page.hide()
    assert not session.project.snapshot.all(Answer)
    assert session.project.snapshot.get(Interview, planned).status is InterviewStatus.PLANNED


def test_an_interview_that_cannot_be_ended_is_not_said_to_be_ended(
    read_session: tuple[Session, str], qtbot: QtBot
) -> None:
    session, planned = read_session
    page = RunnerPage(session)
    qtbot.addWidget(page)
    page.show()
    page.open(planned)
    heard: list[Message] = []
    session.said.connect(heard.append)
    page.actions_shown()[1].trigger()
    page.hide()
    assert [message.kind for message in heard] == ["problem"]
