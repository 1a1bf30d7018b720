"""Tell in the check which released minutes say something else by now, in either process."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kizdesk.domain.interviews import Answer, Interview, InterviewStatus
from kizdesk.project.apart.elsewhere import Elsewhere
from kizdesk.project.apart.here import Plain
from kizdesk.project.checking.findings import Finding, check
from kizdesk.project.interviews.edit import add_interview, put_answer
from kizdesk.project.interviews.minutes_changes import changed_counts
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import set_values


def silent(_text: str, _share: float) -> None:
    """Hear of progress and go on."""


def _put(project: OpenProject, interview: Interview, question_id: str, text: str) -> None:
    put_answer(project, Answer(id="", interview_id=interview.id, question_id=question_id, text=text))


def _release(project: OpenProject, interview: Interview, day: date) -> None:
    set_values(project, Interview, interview.id, {"status": InterviewStatus.RELEASED, "released_on": day})


@pytest.fixture
def released(project: OpenProject) -> Interview:
    made = add_interview(project, "05162004")
    _put(project, made, "b01", "Amt 50")
    _release(project, made, project.now().date())
    return made


def _named(findings: list[Finding]) -> list[str]:
    return [finding.message for finding in findings if finding.rule == "interview_changed"]


def test_released_minutes_that_nobody_touched_are_no_finding(project: OpenProject, released: Interview) -> None:
    assert changed_counts(project) == {}
    assert _named(check(project)) == []
    assert released.id


def test_each_changed_place_counts(project: OpenProject, released: Interview) -> None:
    _put(project, released, "b01", "Amt 51")
    assert _named(check(project)) == [
        "Das Protokoll des Gesprächs mit Dormagen ist seit der Freigabe am 05.01.2026 an einer Stelle geändert."
    ]
    _put(project, released, "b06", "Der Rat")
    assert changed_counts(project) == {released.id: 2}


def test_what_was_changed_back_is_no_finding(project: OpenProject, released: Interview) -> None:
    _put(project, released, "b01", "Amt 51")
    _put(project, released, "b01", "Amt 50")
    assert changed_counts(project) == {}


def test_another_interview_is_left_alone(project: OpenProject, released: Interview) -> None:
    other = add_interview(project, "05162016")
    _put(project, other, "b01", "Amt 50")
    _release(project, other, project.now().date() + timedelta(days=1))
    _put(project, other, "b01", "Amt 51")
    assert changed_counts(project) == {}
    assert released.id


def test_a_new_release_settles_it(project: OpenProject, released: Interview) -> None:
    _put(project, released, "b01", "Amt 51")
    _release(project, released, project.now().date() + timedelta(days=1))
    assert changed_counts(project) == {}


def test_the_second_process_finds_the_same(project: OpenProject, released: Interview) -> None:
    _put(project, released, "b01", "Amt 51")
    apart = Elsewhere()
    try:
        found = apart.run(Plain(changed_counts), project.pinned(), silent)
    finally:
        apart.close()
    assert found == {released.id: 1}


def test_where_nothing_is_released_the_record_is_not_read(
    project: OpenProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(project, "wished", None)
    _put(project, add_interview(project, "05162004"), "b01", "Amt 50")
    assert changed_counts(project) == {}
