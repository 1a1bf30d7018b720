"""A municipality without offerings says so once: the register is settled, and the concept prints it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kizdesk.domain.checks import Target
from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Answer, Interview, InterviewStatus, Offering
from kizdesk.domain.places import Municipality
from kizdesk.project.checking.findings import check
from kizdesk.project.concept import present_document
from kizdesk.project.forms.taking import take, whole
from kizdesk.project.forms.wish import FormWish
from kizdesk.project.interviews.edit import add_interview, put_answer
from kizdesk.project.interviews.minutes import changed_since_release, minutes_document
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add, delete, set_value, set_values
from kizdesk.project.runner.ask import Reply
from kizdesk.project.runner.asking import write_at
from kizdesk.project.runner.choosing import say_no_offerings
from kizdesk.project.runner.course import course
from kizdesk.project.runner.places import Place
from kizdesk.project.stocktaking import ReplyState, matrix, outline
from tests.project.forms.back import REQUIRED, one_back, sent

DORMAGEN, KAARST = "05162004", "05162016"
SAYS = "Nach Auskunft der Kommune gibt es hier keine Angebote"


@pytest.fixture
def interview(project: OpenProject) -> Interview:
    made = add_interview(project, DORMAGEN)
    set_values(project, Interview, made.id, {"status": InterviewStatus.RUNNING, "held_on": date(2026, 1, 5)})
    put_answer(project, Answer(id="", interview_id=made.id, question_id="b01", text="Amt 50"))
    return project.snapshot.get(Interview, made.id)


def _place(project: OpenProject) -> Municipality:
    return project.snapshot.get(Municipality, DORMAGEN)


def _open_count(project: OpenProject) -> str:
    found = [hit for hit in check(project) if hit.rule == "interview_open_questions"]
    return found[0].values["anzahl"]


def test_saying_so_settles_the_register_in_every_view(project: OpenProject, interview: Interview) -> None:
    before, opened = outline(project, interview.id).progress, int(_open_count(project))
    say_no_offerings(project, DORMAGEN, none=True)
    after = outline(project, interview.id)
    assert (after.progress.asked, after.progress.done) == (before.asked, before.done + 1)
    assert next(section.text for section in after.sections if section.section_id == "e") == "keine"
    assert course(project, interview.id).state(Place("e")) is ReplyState.GIVEN
    row = next(row for row in matrix(project).rows if row.municipality_id == DORMAGEN)
    assert any("Es gibt keine Angebote" in text for text in row.texts)
    assert int(_open_count(project)) == opened - 1


def test_an_offering_takes_it_back_in_the_same_step(project: OpenProject, interview: Interview) -> None:
    say_no_offerings(project, DORMAGEN, none=True)
    write_at(project, interview.id, Place("e", "e01", "neu"), Reply(lines=("Sprachcafé",)), stay="s")
    write_at(project, interview.id, Place("e", "e01", "neu"), Reply(lines=("Sprachcafé Mitte",)), stay="s")
    assert not _place(project).no_offerings
    project.undo()
    assert _place(project).no_offerings
    assert not project.snapshot.all(Offering)


def test_an_offering_that_moves_here_takes_it_back(project: OpenProject) -> None:
    say_no_offerings(project, DORMAGEN, none=True)
    made = add(project, Offering(id="o1", title="Lotsen", municipality_id=KAARST))
    assert _place(project).no_offerings
    set_value(project, Offering, made.id, "municipality_id", DORMAGEN)
    assert not _place(project).no_offerings


def test_deleting_the_last_offering_says_nothing(project: OpenProject) -> None:
    add(project, Offering(id="o1", title="Lotsen", municipality_id=DORMAGEN))
    delete(project, Offering, "o1")
    assert not _place(project).no_offerings


def test_who_has_offerings_cannot_say_so(project: OpenProject) -> None:
    add(project, Offering(id="o1", title="Lotsen", municipality_id=DORMAGEN))
    with pytest.raises(UserError, match="sind Angebote erfasst"):
        say_no_offerings(project, DORMAGEN, none=True)


@pytest.mark.usefixtures("interview")
def test_the_concept_prints_it_in_profile_and_register(project: OpenProject) -> None:
    assert SAYS not in repr(present_document(project))
    say_no_offerings(project, DORMAGEN, none=True)
    blocks: dict[str, Any] = {block.id: block for block in present_document(project).blocks}
    for key in (f"profile/{DORMAGEN}/angebote/keine", f"anlage_angebote/{DORMAGEN}/keine"):
        assert SAYS in repr(blocks[key])


def test_the_minutes_print_it_and_mark_it_behind_a_release(project: OpenProject, interview: Interview) -> None:
    say_no_offerings(project, DORMAGEN, none=True)
    assert "Die Kommune gibt an, dass es keine Angebote gibt." in repr(minutes_document(project, interview.id))
    released = {"status": InterviewStatus.RELEASED, "released_on": project.now().date()}
    set_values(project, Interview, interview.id, released)
    say_no_offerings(project, DORMAGEN, none=False)
    assert [change.name for change in changed_since_release(project, interview.id)] == ["Angebote"]


def test_the_question_is_no_longer_what_the_check_leads_to(project: OpenProject, interview: Interview) -> None:
    say_no_offerings(project, DORMAGEN, none=True)
    way = course(project, interview.id)
    assert Place("e") not in way.open_places()
    assert isinstance(way.target(way.open_places()[0]), Target)


def test_a_form_that_comes_back_without_offerings_does_not_say_that_there_are_none(
    project: OpenProject, tmp_path: Path
) -> None:
    form = sent(project, tmp_path / "out", FormWish(municipality_ids=(DORMAGEN,), offering_blocks=1))["Dormagen"]
    take(project, [whole(one_back(project, form, REQUIRED))])
    assert not _place(project).no_offerings


def test_a_form_that_brings_an_offering_takes_it_back(project: OpenProject, tmp_path: Path) -> None:
    say_no_offerings(project, DORMAGEN, none=True)
    form = sent(project, tmp_path / "out", FormWish(municipality_ids=(DORMAGEN,), offering_blocks=1))["Dormagen"]
    take(project, [whole(one_back(project, form, {**REQUIRED, "e01--neu1": "Lotsen"}))])
    assert not _place(project).no_offerings
