"""Note how long each section was talked about, beside what can be undone."""

from __future__ import annotations

import pytest

from kizdesk.domain.interviews import Answer, Interview, InterviewStatus
from kizdesk.project.change_log import logged_steps
from kizdesk.project.interviews.edit import add_interview, put_answer
from kizdesk.project.interviews.minutes import changed_since_release
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import set_values
from kizdesk.project.runner.timing import add_times, duration_words, section_seconds, times_line


@pytest.fixture
def interview(project: OpenProject) -> Interview:
    return add_interview(project, "05162008")


def _now(project: OpenProject, interview: Interview) -> Interview:
    return project.snapshot.get(Interview, interview.id)


def _answer(project: OpenProject, interview: Interview, text: str) -> None:
    put_answer(project, Answer(id="", interview_id=interview.id, question_id="b01", text=text))


def test_times_of_a_section_add_up(project: OpenProject, interview: Interview) -> None:
    add_times(project, interview.id, {("b", ""): 100, ("g", "sprache"): 30})
    add_times(project, interview.id, {("b", ""): 20})
    held = _now(project, interview)
    assert section_seconds(held, "b") == 120
    assert section_seconds(held, "g", "sprache") == 30
    assert section_seconds(held, "g", "schule") == 0


def test_undo_takes_back_what_was_done_before_and_leaves_the_time(project: OpenProject, interview: Interview) -> None:
    _answer(project, interview, "Amt 50")
    add_times(project, interview.id, {("b", ""): 100})
    assert project.undo_label == "Frage B.1 beantworten"
    project.undo()
    assert not project.snapshot.all(Answer)
    assert section_seconds(_now(project, interview), "b") == 100


def test_what_was_undone_can_be_done_again_behind_a_note(project: OpenProject, interview: Interview) -> None:
    _answer(project, interview, "Amt 50")
    project.undo()
    add_times(project, interview.id, {("b", ""): 100})
    assert project.redo() == "Frage B.1 beantworten"
    assert project.snapshot.all(Answer)[0].text == "Amt 50"


def test_notes_that_follow_each_other_are_one_entry_of_the_record(project: OpenProject, interview: Interview) -> None:
    before = len(logged_steps(project))
    for _ in range(3):
        add_times(project, interview.id, {("b", ""): 10})
    assert len(logged_steps(project)) == before + 1
    _answer(project, interview, "Amt 50")
    add_times(project, interview.id, {("b", ""): 10})
    assert [step.what for step in logged_steps(project)[:2]] == ["Gesprächszeit festhalten", "Frage B.1 beantworten"]


def test_a_note_is_kept_in_the_file_where_saving_goes_on_behind(project: OpenProject, interview: Interview) -> None:
    add_times(project, interview.id, {("b", ""): 100})
    assert project.flush()
    assert project.verify() == []


def test_time_is_no_change_of_what_was_released(project: OpenProject, interview: Interview) -> None:
    _answer(project, interview, "Amt 50")
    released = {"status": InterviewStatus.RELEASED, "released_on": project.now().date()}
    set_values(project, Interview, interview.id, released)
    add_times(project, interview.id, {("b", ""): 100})
    assert changed_since_release(project, interview.id) == ()


def test_the_line_names_the_longest_sections(project: OpenProject, interview: Interview) -> None:
    assert times_line(project, interview) == ""
    add_times(project, interview.id, {("b", ""): 720, ("a", ""): 60, ("c", ""): 2700, ("g", "sprache"): 0})
    told = "58 min, davon 45 min Gremien, 12 min Strukturen, 1 min Ausgangslage"
    assert times_line(project, _now(project, interview)) == told


@pytest.mark.parametrize(("seconds", "words"), [(20, ""), (60, "1 min"), (3600, "1 h"), (3900, "1 h 5 min")])
def test_a_stretch_of_time_is_told_in_minutes(seconds: int, words: str) -> None:
    assert duration_words(seconds) == words
