"""A form that comes back goes into the interview that waits for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kizdesk.domain.interviews import Interview, InterviewForm
from kizdesk.project.forms.awaited import ANEW, choices_of
from kizdesk.project.forms.reading import compare, receive
from kizdesk.project.forms.returned import Incoming, Reading
from kizdesk.project.forms.taking import take, whole
from kizdesk.project.forms.wish import FormWish
from kizdesk.project.interviews.edit import add_interview
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import guide_in_force
from kizdesk.project.records import edits
from tests.project.forms.back import REQUIRED, fill, one_back, sent, silent

NEUSS = "05162024"


@pytest.fixture
def form(project: OpenProject, tmp_path: Path) -> bytes:
    """Return the form that was sent to Neuss."""
    wish = FormWish(municipality_ids=(NEUSS,), field_ids=("sprache",), offering_blocks=1)
    return sent(project, tmp_path / "out", wish)["Neuss"]


def back_into(project: OpenProject, form: bytes, interview_id: str) -> Reading:
    """Read a form for which somebody chose an interview."""
    (received,) = receive([Incoming("Formular.pdf", fill(form, REQUIRED))], silent)
    return compare(project, [replace(received, into=interview_id)])[0]


def test_a_form_goes_into_the_conversation_that_is_planned(project: OpenProject, form: bytes) -> None:
    planned = add_interview(project, NEUSS)
    take(project, [whole(one_back(project, form, REQUIRED))])
    (held,) = project.snapshot.all(Interview)
    assert (held.id, held.form) == (planned.id, InterviewForm.FORM)


def test_a_form_that_is_awaited_goes_before_a_conversation(project: OpenProject, form: bytes) -> None:
    add_interview(project, NEUSS)
    awaited = add_interview(project, NEUSS, InterviewForm.FORM)
    reading = one_back(project, form, REQUIRED)
    assert reading.interview_id == awaited.id
    assert any("mehrere Gespräche geplant" in remark for remark in reading.remarks)


def test_a_conversation_with_a_day_stays_planned_beside_the_form(project: OpenProject, form: bytes) -> None:
    planned = add_interview(project, NEUSS, InterviewForm.ON_SITE)
    project.commit("Termin", *edits(planned, replace(planned, held_on=date(2026, 12, 1))))
    reading = one_back(project, form, REQUIRED)
    assert reading.interview_id != planned.id
    assert [place.interview_id for place in reading.places] == [ANEW, planned.id]


def test_somebody_chooses_the_interview_of_a_form(project: OpenProject, form: bytes) -> None:
    first, second = add_interview(project, NEUSS), add_interview(project, NEUSS)
    assert back_into(project, form, second.id).interview_id == second.id
    assert back_into(project, form, ANEW).interview_id not in (first.id, second.id)
    take(project, [whole(back_into(project, form, second.id))])
    assert project.snapshot.get(Interview, second.id).form is InterviewForm.FORM
    assert project.snapshot.get(Interview, first.id) == first


def test_interviews_that_read_the_same_are_told_apart(project: OpenProject) -> None:
    add_interview(project, NEUSS)
    add_interview(project, NEUSS)
    words = [place.words for place in choices_of(project, NEUSS, guide_in_force(project).id)]
    assert len(set(words)) == len(words)
