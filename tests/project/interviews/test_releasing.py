from datetime import date, timedelta

import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Interview, InterviewStatus
from kizdesk.project.interviews.edit import add_interview
from kizdesk.project.interviews.releasing import put_release, put_status
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import set_values
from kizdesk.project.runner.head import end, resume

DORMAGEN, DAY = "05162004", date(2026, 1, 4)


@pytest.fixture
def held(project: OpenProject) -> str:
    interview = add_interview(project, DORMAGEN)
    set_values(project, Interview, interview.id, {"status": InterviewStatus.DONE})
    return interview.id


def stands(project: OpenProject, interview_id: str) -> tuple[InterviewStatus, date | None]:
    interview = project.snapshot.get(Interview, interview_id)
    return interview.status, interview.released_on


def test_a_day_of_release_releases_and_taking_it_away_takes_the_release_back(project: OpenProject, held: str) -> None:
    put_release(project, held, DAY)
    assert stands(project, held) == (InterviewStatus.RELEASED, DAY)
    put_release(project, held, None)
    assert stands(project, held) == (InterviewStatus.DONE, None)


def test_one_undo_takes_day_and_state_back(project: OpenProject, held: str) -> None:
    put_release(project, held, DAY)
    project.undo()
    assert stands(project, held) == (InterviewStatus.DONE, None)


@pytest.mark.parametrize("status", [InterviewStatus.PLANNED, InterviewStatus.RUNNING])
def test_what_is_not_held_is_not_released_by_a_day(project: OpenProject, held: str, status: InterviewStatus) -> None:
    set_values(project, Interview, held, {"status": status})
    with pytest.raises(UserError, match="noch nicht geführt"):
        put_release(project, held, DAY)
    assert stands(project, held) == (status, None)


def test_a_day_that_is_still_to_come_is_refused(project: OpenProject, held: str) -> None:
    tomorrow = project.now().date() + timedelta(days=1)
    with pytest.raises(UserError, match="liegt noch vor uns"):
        put_release(project, held, tomorrow)
    assert stands(project, held) == (InterviewStatus.DONE, None)


def test_the_state_released_brings_the_day_of_today(project: OpenProject, held: str) -> None:
    put_status(project, held, InterviewStatus.RELEASED)
    assert stands(project, held) == (InterviewStatus.RELEASED, project.now().date())


def test_the_state_held_takes_the_day_of_the_release_away(project: OpenProject, held: str) -> None:
    put_release(project, held, DAY)
    put_status(project, held, InterviewStatus.DONE)
    assert stands(project, held) == (InterviewStatus.DONE, None)


def test_a_released_interview_that_is_taken_up_again_ends_released(project: OpenProject, held: str) -> None:
    put_release(project, held, DAY)
    resume(project, held)
    end(project, held)
    assert stands(project, held) == (InterviewStatus.RELEASED, DAY)
