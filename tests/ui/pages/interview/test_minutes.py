"""Write the minutes of an interview that is ended, and say where they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices
from pytestqt.qtbot import QtBot

from kizdesk.domain.interviews import Answer, Interview, InterviewStatus
from kizdesk.project.interviews.edit import put_answer
from kizdesk.project.output.writing import default_folder
from kizdesk.project.records import set_values
from kizdesk.project.runner.head import end
from kizdesk.ui.session import Message
from tests.ui.pages.interview.hands import Hands


def shown(hands: Hands) -> dict[str, QAction]:
    return {action.objectName(): action for action in hands.page.actions_shown()}


def ended(hands: Hands, interview: Interview, text: str = "Das Sozialamt") -> None:
    if text:
        answer = Answer(id="", interview_id=interview.id, question_id="b01", text=text)
        put_answer(hands.session.project, answer)
    end(hands.session.project, interview.id)


def write(hands: Hands, qtbot: QtBot) -> Message:
    with qtbot.waitSignal(hands.session.said) as said:
        shown(hands)["minutes"].trigger()
    message = said.args[0] if said.args else None
    assert isinstance(message, Message)
    return message


def test_minutes_are_offered_when_the_interview_is_ended(hands: Hands, interview: Interview) -> None:
    assert "minutes" not in shown(hands)
    ended(hands, interview)
    assert "minutes" in shown(hands)


def test_the_minutes_are_written_and_can_be_opened(
    hands: Hands, interview: Interview, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    ended(hands, interview)
    message = write(hands, qtbot)
    path = Path(default_folder(hands.session.project)) / "Gesprächsprotokoll Grevenbroich 2026-01-05.docx"

    assert path.is_file()
    assert message.text == f"„{path.name}“ liegt im Ordner „Ausgabe“."
    assert message.act is not None
    message.act()
    assert opened == [path.as_posix()]


def test_an_interview_without_answers_is_refused_in_a_sentence(
    hands: Hands, interview: Interview, qtbot: QtBot
) -> None:
    ended(hands, interview, "")
    message = write(hands, qtbot)

    assert message.kind == "problem"
    assert "noch nichts erfasst" in message.text


def test_a_change_after_the_release_stands_in_the_head_at_once(
    hands: Hands, interview: Interview, qtbot: QtBot
) -> None:
    project = hands.session.project
    ended(hands, interview)
    values: dict[str, object] = {"status": InterviewStatus.RELEASED, "released_on": project.now().date()}
    set_values(project, Interview, interview.id, values)
    assert "geändert" not in hands.page.heading().subtitle
    answer = Answer(id="", interview_id=interview.id, question_id="b01", text="Das Amt 51")
    put_answer(project, answer)

    told = "Freigegeben, an einer Stelle nach der Freigabe geändert"
    qtbot.waitUntil(lambda: hands.page.heading().subtitle.startswith(told))
