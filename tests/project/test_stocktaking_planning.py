"""Test what is done around an interview: planning, inviting, releasing, deleting, and finding the way into it."""

from datetime import date
from pathlib import Path

import pytest

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.domain.interviews import Answer, Attachment, Interview, InterviewStatus
from kizdesk.domain.people import Person
from kizdesk.project.files import FileRead, sha256_of
from kizdesk.project.interviews.edit import add_interview, attach_file
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import set_values
from kizdesk.project.stocktaking import MatrixRow, StockTaking, matrix
from kizdesk.project.stocktaking.entering import entrance, next_row, place_in, reach_text, waits
from kizdesk.project.stocktaking.planning import (
    attachments_of,
    invite,
    plan,
    plan_text,
    release,
    remove,
    save_attachment,
    size_text,
    state_text,
    unplanned,
)

DORMAGEN, KAARST = "05162004", "05162016"
FILE = FileRead("Brief.txt", "text/plain", b"Guten Tag", sha256_of(b"Guten Tag"))


def row(project: OpenProject, municipality_id: str = DORMAGEN) -> MatrixRow:
    return next(row for row in matrix(project).rows if row.municipality_id == municipality_id)


def held(project: OpenProject, **values: object) -> Interview:
    interview = add_interview(project, DORMAGEN)
    set_values(project, Interview, interview.id, {"status": InterviewStatus.DONE, **values})
    return project.snapshot.get(Interview, interview.id)


def test_all_municipalities_are_planned_in_one_step(project: OpenProject) -> None:
    plan(project, [place.id for place in unplanned(project)])
    assert unplanned(project) == ()
    assert project.undo() == "8 Gespräche planen"
    assert len(unplanned(project)) == 8


def test_planning_with_a_municipality_that_is_gone_plans_nothing(project: OpenProject) -> None:
    with pytest.raises(UserError):
        plan(project, [DORMAGEN, "00000000"])
    assert not project.snapshot.all(Interview)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "Gespräch planen"),
        (2, "Gespräche mit beiden Kommunen planen"),
        (8, "Gespräche mit allen acht Kommunen planen"),
        (24, "Gespräche mit allen 24 Kommunen planen"),
    ],
)
def test_the_button_says_with_how_many_it_plans(count: int, words: str) -> None:
    assert plan_text(count) == words


@pytest.mark.parametrize(
    ("reached", "count", "words"),
    [
        (1, 1, "Gespräche in einer Kommune"),
        (8, 8, "Gespräche in allen acht Kommunen"),
        (1, 13, "Mit 1 von 13 Kommunen ist ein Gespräch geplant oder geführt"),
    ],
)
def test_the_head_says_with_how_many_there_is_an_interview(reached: int, count: int, words: str) -> None:
    assert reach_text(reached, count) == words


def test_a_person_invited_belongs_to_the_municipality_and_takes_part(project: OpenProject) -> None:
    interview = add_interview(project, DORMAGEN)
    person = invite(project, interview.id, " Ayşe Yıldız ", "Amtsleitung")
    assert (person.name, person.municipality_id) == ("Ayşe Yıldız", DORMAGEN)
    assert project.snapshot.get(Interview, interview.id).person_ids == (person.id,)
    project.undo()
    assert project.snapshot.find(Person, person.id) is None


def test_nobody_without_name_and_function_is_invited(project: OpenProject) -> None:
    interview = add_interview(project, DORMAGEN)
    with pytest.raises(UserError, match="Namen oder eine Funktion"):
        invite(project, interview.id, " ", "")


def test_a_release_keeps_the_day_that_is_known(project: OpenProject) -> None:
    interview = held(project, released_on=date(2025, 12, 1))
    assert release(project, interview.id)
    after = project.snapshot.get(Interview, interview.id)
    assert (after.status, after.released_on) == (InterviewStatus.RELEASED, date(2025, 12, 1))
    assert not release(project, interview.id)


def test_a_release_without_a_day_is_of_today(project: OpenProject) -> None:
    interview = held(project)
    release(project, interview.id)
    assert project.snapshot.get(Interview, interview.id).released_on == date(2026, 1, 5)


def test_what_was_not_held_is_not_released(project: OpenProject) -> None:
    interview = add_interview(project, DORMAGEN)
    with pytest.raises(UserError, match="noch nicht geführt"):
        release(project, interview.id)


def test_deleting_takes_answers_and_files_along_and_undo_brings_all_back(project: OpenProject) -> None:
    interview = held(project)
    attach_file(project, FILE, interview.id)
    assert remove(project, interview.id) == "1 Anlage"
    assert not project.snapshot.all(Interview)
    assert not project.snapshot.all(Attachment)
    project.undo()
    assert [file.name for file in attachments_of(project, interview.id)] == ["Brief.txt"]


def test_deleting_says_how_many_answers_go(example: OpenProject) -> None:
    interview = example.snapshot.all(Interview)[0]
    own = [answer for answer in example.snapshot.all(Answer) if answer.interview_id == interview.id]
    assert f"{len(own)} Antworten" in remove(example, interview.id)


def test_an_attachment_is_saved_where_the_user_wants(project: OpenProject, tmp_path: Path) -> None:
    interview = held(project)
    file = attach_file(project, FILE, interview.id)
    save_attachment(project, file.id, tmp_path / "Kopie.txt")
    assert (tmp_path / "Kopie.txt").read_bytes() == b"Guten Tag"
    with pytest.raises(EnvironmentFault):
        save_attachment(project, file.id, tmp_path / "fehlt" / "Kopie.txt")


def test_sizes_are_german() -> None:
    assert [size_text(size) for size in (1, 2048, 1_572_864)] == ["1 KB", "2 KB", "1,5 MB"]


def test_a_municipality_without_an_interview_has_no_entrance(project: OpenProject) -> None:
    assert entrance(project, row(project)).interview_id == ""


def test_the_interview_under_way_is_entered_before_the_planned_and_the_held_one(project: OpenProject) -> None:
    held(project, held_on=date(2026, 1, 2))
    add_interview(project, DORMAGEN)
    running = add_interview(project, DORMAGEN)
    set_values(project, Interview, running.id, {"status": InterviewStatus.RUNNING})
    found = entrance(project, row(project))
    assert (found.interview_id, found.is_begun, found.is_done) == (running.id, True, False)


def test_of_two_held_interviews_the_later_is_entered(project: OpenProject) -> None:
    held(project, held_on=date(2026, 1, 2))
    later = held(project, held_on=date(2026, 1, 3))
    assert entrance(project, row(project)).interview_id == later.id


def test_a_section_is_entered_at_its_first_open_question(project: OpenProject) -> None:
    interview = add_interview(project, DORMAGEN)
    section = matrix(project).columns[1].section_id
    place = place_in(project, interview.id, section)
    assert place is not None
    assert place.section_id == section
    assert place_in(project, interview.id, "gibt-es-nicht") is None


def test_the_turn_is_with_who_is_under_way_then_planned_then_open(project: OpenProject) -> None:
    first = next_row(matrix(project))
    assert first is not None
    assert first.municipality_id == DORMAGEN
    add_interview(project, KAARST)
    second = next_row(matrix(project))
    assert second is not None
    assert second.name != first.name


def test_a_planned_interview_waits_for_its_day(project: OpenProject) -> None:
    interview = add_interview(project, DORMAGEN)
    assert not waits(project, interview.id)
    set_values(project, Interview, interview.id, {"held_on": date(2026, 2, 1)})
    assert waits(project, interview.id)


def test_the_state_of_all_interviews_is_one_line(project: OpenProject) -> None:
    add_interview(project, KAARST)
    assert state_text(StockTaking(project).interviews()) == "Ein Gespräch, noch nicht begonnen"
    other = held(project, status=InterviewStatus.RUNNING)
    assert state_text(StockTaking(project).interviews()) == "2 Gespräche, eines läuft"
    release(project, held(project).id)
    expected = "3 Gespräche, 1 abgeschlossen, davon 1 freigegeben, eines läuft"
    assert state_text(StockTaking(project).interviews()) == expected
    set_values(project, Interview, other.id, {"status": InterviewStatus.PLANNED})
    assert state_text(StockTaking(project).interviews()) == "3 Gespräche, 1 abgeschlossen, davon 1 freigegeben"


def test_a_single_interview_is_told_by_its_own_state(project: OpenProject) -> None:
    made = held(project, status=InterviewStatus.RUNNING)
    assert state_text(StockTaking(project).interviews()) == "Ein Gespräch, es läuft"
    set_values(project, Interview, made.id, {"status": InterviewStatus.DONE})
    assert state_text(StockTaking(project).interviews()) == "Ein Gespräch, abgeschlossen, noch nicht freigegeben"


def test_what_was_counted_in_a_pinned_project_is_followed_in_the_open_one(project: OpenProject) -> None:
    taking = StockTaking(project.pinned())
    assert taking.interviews() == ()
    taking.turn_to(project)
    add_interview(project, DORMAGEN)
    assert len(taking.interviews()) == 1
