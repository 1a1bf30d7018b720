"""A form for a municipality with which an interview is begun never makes a second one in silence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kizdesk.domain.interviews import Answer, Interview, InterviewForm, InterviewStatus
from kizdesk.project.forms.awaited import ANEW
from kizdesk.project.forms.reading import compare, receive
from kizdesk.project.forms.returned import Incoming, Reading, State
from kizdesk.project.forms.scans import keep_scan
from kizdesk.project.forms.taking import Chosen, take, whole
from kizdesk.project.forms.wish import FormWish
from kizdesk.project.interviews.edit import add_interview, put_answer
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import guide_in_force
from kizdesk.project.records import edits
from kizdesk.project.runner.head import begin
from tests.project.forms.back import REQUIRED, Filling, fill, one_back, sent, silent
from tests.project.forms.test_scans import scan

NEUSS = "05162024"


@pytest.fixture
def form(project: OpenProject, tmp_path: Path) -> bytes:
    """Return the form that was sent to Neuss."""
    wish = FormWish(municipality_ids=(NEUSS,), field_ids=("sprache",), offering_blocks=1)
    return sent(project, tmp_path / "out", wish)["Neuss"]


@pytest.fixture
def spoken(project: OpenProject) -> Interview:
    """Return a conversation with Neuss that is begun."""
    held = add_interview(project, NEUSS, InterviewForm.ON_SITE)
    begin(project, held.id)
    put_answer(project, Answer(id="", interview_id=held.id, question_id="b01", text="Sozialamt"))
    return project.snapshot.get(Interview, held.id)


def into(
    project: OpenProject, form: bytes, interview_id: str, filling: Filling = REQUIRED, name: str = "Formular.pdf"
) -> Reading:
    """Read a form for which somebody chose an interview."""
    (received,) = receive([Incoming(name, fill(form, filling))], silent)
    return compare(project, [replace(received, into=interview_id)])[0]


def test_a_form_beside_a_conversation_asks_where_it_belongs(
    project: OpenProject, form: bytes, spoken: Interview
) -> None:
    reading = one_back(project, form, REQUIRED)
    assert [place.interview_id for place in reading.places] == [ANEW, spoken.id]
    assert any("Es gibt schon ein Gespräch" in remark for remark in reading.remarks)


def test_a_form_goes_into_the_conversation_somebody_chose(project: OpenProject, form: bytes, spoken: Interview) -> None:
    reading = into(project, form, spoken.id)
    assert (reading.state, reading.interview_id) == (State.DIFFERENT, spoken.id)
    take(project, [whole(reading)])
    (held,) = project.snapshot.all(Interview)
    assert (held.form, held.held_on) == (InterviewForm.ON_SITE, spoken.held_on)
    assert project.snapshot.get(Answer, f"{spoken.id}/b01").text == REQUIRED["b01"]


def test_a_file_that_follows_its_scan_goes_where_the_scan_is_typed_off(project: OpenProject, form: bytes) -> None:
    held = keep_scan(project, scan(b"%PDF gedruckt"), NEUSS)
    begin(project, held)
    put_answer(project, Answer(id="", interview_id=held, question_id="b01", text="Sozialamt"))
    reading = one_back(project, form, REQUIRED)
    assert reading.interview_id == held
    take(project, [whole(reading)])
    assert [it.id for it in project.snapshot.all(Interview)] == [held]


def test_an_interview_made_for_another_form_is_offered_but_not_taken_by_itself(
    project: OpenProject, form: bytes, tmp_path: Path
) -> None:
    take(project, [whole(one_back(project, form, {"b01": "Sozialamt"}))])
    (first,) = project.snapshot.all(Interview)
    assert first.status is InterviewStatus.RUNNING
    second = sent(project, tmp_path / "noch", FormWish(municipality_ids=(NEUSS,), offering_blocks=1))["Neuss"]
    reading = one_back(project, second, {"b01": "Sozialamt", "m01": "Nähe"}, "Neu.pdf")
    assert [place.interview_id for place in reading.places] == [ANEW, first.id]


def test_a_form_of_some_sections_does_not_end_the_interview(project: OpenProject, tmp_path: Path) -> None:
    wish = FormWish(municipality_ids=(NEUSS,), section_ids=("b", "m"))
    part = sent(project, tmp_path / "teil", wish)["Neuss"]
    filling = {key: value for key, value in REQUIRED.items() if key[0] in "bm"}
    done = take(project, [whole(one_back(project, part, filling))])
    (held,) = project.snapshot.all(Interview)
    assert held.status is InterviewStatus.RUNNING
    assert done.told == ("Noch nicht abgeschlossen, weil nicht alle Abschnitte gefragt sind: Neuss.",)


def test_forms_that_asked_everything_together_end_the_interview(project: OpenProject, tmp_path: Path) -> None:
    every = tuple(section.id for section in guide_in_force(project).sections)
    for number, parts in enumerate((("b", "m"), tuple(key for key in every if key not in ("b", "m")))):
        wish = FormWish(municipality_ids=(NEUSS,), section_ids=parts, field_ids=("sprache",), offering_blocks=1)
        form = sent(project, tmp_path / f"teil{number}", wish)["Neuss"]
        filling = {key: value for key, value in REQUIRED.items() if key[0] in parts}
        held = project.snapshot.all(Interview)
        reading = into(project, form, held[0].id if held else "", filling, f"{number}.pdf")
        take(project, [whole(reading)])
    (held_now,) = project.snapshot.all(Interview)
    assert held_now.status is InterviewStatus.DONE


def test_a_form_that_makes_another_interview_says_so(project: OpenProject, form: bytes, spoken: Interview) -> None:
    done = take(project, [whole(one_back(project, form, REQUIRED))])
    assert len(project.snapshot.all(Interview)) == 2
    assert done.told == ("Mit Neuss gibt es damit ein weiteres Gespräch neben dem bisherigen.",)
    assert spoken in project.snapshot.all(Interview)


def test_what_denies_itself_is_kept_as_a_note_beside_its_question(project: OpenProject, form: bytes) -> None:
    reading = one_back(project, form, {"b01": "Sozialamt", "b05": ("jugendamt", "keine")})
    take(project, [Chosen(reading, reading.proposed_at_first)])
    (answer,) = [it for it in project.snapshot.all(Answer) if it.question_id == "b05"]
    assert answer.choices == ()
    assert answer.note == "Widerspricht sich, bitte klären: Jugendamt; Keine davon"


def test_an_enclosed_notice_is_noted_unless_somebody_said_otherwise(project: OpenProject, form: bytes) -> None:
    reading = one_back(project, form, REQUIRED)
    take(project, [replace(whole(reading), is_notice_enclosed=True)])
    (held,) = project.snapshot.all(Interview)
    assert held.privacy_notice_given is True
    project.undo()
    refused = add_interview(project, NEUSS, InterviewForm.FORM)
    project.commit("Hinweis", *edits(refused, replace(refused, privacy_notice_given=False)))
    take(project, [replace(whole(one_back(project, form, REQUIRED)), is_notice_enclosed=True)])
    assert project.snapshot.get(Interview, refused.id).privacy_notice_given is False
