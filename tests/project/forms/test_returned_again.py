"""What came back can be compared again when the project changed, and what was left out can be taken over later."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Answer, Attachment, Interview, InterviewForm
from kizdesk.project.apart.elsewhere import Elsewhere
from kizdesk.project.apart.here import Plain
from kizdesk.project.forms.comparing import Standing
from kizdesk.project.forms.reading import compare, receive
from kizdesk.project.forms.returned import THE_FILE, Incoming, Reading, State
from kizdesk.project.forms.taking import Chosen, carry_out, prepare, take, whole
from kizdesk.project.forms.wish import FormWish
from kizdesk.project.interviews.edit import add_interview, put_answer
from kizdesk.project.opened import OpenProject
from tests.project.forms.back import REQUIRED, back, fill, one_back, renamed_field, sent, silent

NEUSS = "05162024"


@pytest.fixture
def form(project: OpenProject, tmp_path: Path) -> bytes:
    """Return the form that was sent to Neuss."""
    wish = FormWish(municipality_ids=(NEUSS,), field_ids=("sprache",), offering_blocks=1)
    return sent(project, tmp_path / "out", wish)["Neuss"]


def test_what_was_received_is_compared_with_the_project_of_the_moment(project: OpenProject, form: bytes) -> None:
    received = receive([Incoming("Formular.pdf", fill(form, {"b01": "Sozialamt"}))], silent)
    assert compare(project, received)[0].state is State.NEW
    held = add_interview(project, NEUSS, InterviewForm.ON_SITE)
    put_answer(project, Answer(id="", interview_id=held.id, question_id="b01", text="Jugendamt"))
    (reading,) = compare(project, received)
    assert reading.state is State.DIFFERENT
    assert reading.entries[0].old == ("Jugendamt",)


def test_a_second_file_is_compared_with_what_is_chosen_of_the_first(project: OpenProject, form: bytes) -> None:
    files = [Incoming("A.pdf", fill(form, {"b01": "Erst"})), Incoming("B.pdf", fill(form, {"b01": "Dann"}))]
    received = receive(files, silent)
    assert [reading.state for reading in compare(project, received)] == [State.NEW, State.DIFFERENT]
    assert [reading.state for reading in compare(project, received, [frozenset()])] == [State.NEW, State.NEW]


def test_what_was_left_out_of_a_file_can_be_taken_over_later(project: OpenProject, form: bytes) -> None:
    reading = one_back(project, form, REQUIRED)
    take(project, [Chosen(reading, reading.all_keys - {"m01"})])
    again = back(project, {"Formular.pdf": reading.content})[0]
    assert again.state is State.DOUBLE
    assert again.sentence.startswith("Diese Datei ist schon übernommen. Eine Angabe daraus steht anders")
    assert again.open_keys == {"m01"}
    assert again.proposed_at_first == frozenset()
    take(project, [Chosen(again, again.open_keys)])
    assert {it.question_id for it in project.snapshot.all(Answer)} == set(REQUIRED)
    assert len(project.snapshot.all(Attachment)) == len(project.snapshot.all(Interview)) == 1


def test_a_file_of_which_all_is_there_has_nothing_to_take_over(project: OpenProject, form: bytes) -> None:
    reading = one_back(project, form, REQUIRED)
    take(project, [whole(reading)])
    assert not back(project, {"Formular.pdf": reading.content})[0].takeable


def test_a_file_that_only_says_what_has_no_place_is_chosen_as_a_whole(project: OpenProject, form: bytes) -> None:
    changed = renamed_field(fill(form, {"h01": "Kitas"}), "h01", "z99")
    reading = back(project, {"Formular.pdf": changed})[0]
    assert not reading.entries
    assert reading.all_keys == {THE_FILE}
    assert take(project, [Chosen(reading, frozenset())]).readings == ()
    assert len(take(project, [whole(reading)]).readings) == 1


def test_what_was_prepared_is_written_only_into_the_project_it_was_prepared_for(
    project: OpenProject, form: bytes
) -> None:
    reading, moment = one_back(project, form, REQUIRED), project.snapshot
    contents = {reading.sha256: reading.content}
    prepared = prepare(project.pinned(), [whole(reading)])
    add_interview(project, NEUSS)
    before = project.snapshot
    with pytest.raises(UserError, match="noch einmal übernehmen"):
        carry_out(project, prepared, contents, moment)
    assert project.snapshot is before
    assert carry_out(project, prepare(project, [whole(reading)]), contents, before).readings


def test_comparing_and_preparing_can_be_done_by_a_second_process(project: OpenProject, form: bytes) -> None:
    (received,) = receive([Incoming("Formular.pdf", fill(form, REQUIRED))], silent)
    apart = Elsewhere()
    try:
        (reading,) = apart.run(Plain(compare, ((received.light,), ())), project.pinned(), silent)
        assert (reading.content, reading.size) == (b"", len(received.content))
        prepared = apart.run(Plain(prepare, ((whole(reading),),)), project.pinned(), silent)
    finally:
        apart.close()
    carry_out(project, prepared, {reading.sha256: received.content}, project.snapshot)
    (kept,) = project.snapshot.all(Attachment)
    assert (kept.size, project.blob(kept.sha256)) == (len(received.content), received.content)


def test_a_reading_says_what_the_project_does_not_hold_yet(project: OpenProject, form: bytes) -> None:
    reading: Reading = one_back(project, form, {"b01": "Sozialamt", "m01": "Kurze Wege"})
    first = replace(reading.entries[0], standing=Standing.EQUAL)
    assert replace(reading, entries=(first, *reading.entries[1:])).open_keys == {"m01"}


def test_a_file_beside_another_of_the_go_does_not_claim_to_have_come_before(project: OpenProject, form: bytes) -> None:
    files = [Incoming("A.pdf", fill(form, {"b01": "Erst"})), Incoming("B.pdf", fill(form, {"b01": "Dann"}))]
    received = receive(files, silent)
    second = compare(project, received)[1]
    assert second.behind == "A.pdf"
    assert second.sentence.startswith("Von derselben Kommune ist auch die Datei „A.pdf“ angekreuzt, noch aber nicht")
    take(project, [whole(compare(project, received)[0])])
    assert compare(project, received, [frozenset(), None])[1].sentence.startswith("Dieses Formular kam schon einmal")
