"""Returned files are identified and compared; reading them changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from kizdesk.domain.interviews import Answer, Attachment, Interview, InterviewForm, InterviewStatus
from kizdesk.domain.places import Municipality
from kizdesk.paperwork.writing import write_sheet
from kizdesk.project.forms.comparing import Standing
from kizdesk.project.forms.reading import read
from kizdesk.project.forms.returned import Incoming, State
from kizdesk.project.forms.taking import take, whole
from kizdesk.project.forms.wish import FormWish
from kizdesk.project.interviews.edit import add_interview, put_answer
from kizdesk.project.opened import OpenProject
from tests.paperwork.forms import guide_sheet
from tests.project.forms.back import REQUIRED, back, fill, flattened, one_back, renamed, renamed_field, sent, silent

NEUSS, DORMAGEN = "05162024", "05162004"


@pytest.fixture
def form(project: OpenProject, tmp_path: Path) -> bytes:
    """Return the form that was sent to Neuss."""
    wish = FormWish(municipality_ids=(NEUSS,), field_ids=("sprache",), offering_blocks=1)
    return sent(project, tmp_path / "out", wish)["Neuss"]


def spoken(project: OpenProject, question_id: str, text: str) -> None:
    """Hold an interview with Neuss in which one question is answered."""
    interview = add_interview(project, NEUSS, InterviewForm.ON_SITE)
    put_answer(project, Answer(id="", interview_id=interview.id, question_id=question_id, text=text))


def test_eleven_files_end_with_eight_municipalities_and_three_reports(project: OpenProject, tmp_path: Path) -> None:
    forms = sent(project, tmp_path)
    files = {f"Formular {name}.pdf": fill(pdf, REQUIRED) for name, pdf in forms.items()}
    files["Gedruckt.pdf"] = flattened(forms["Neuss"])
    files["Fremd.pdf"] = fill(write_sheet(guide_sheet()), REQUIRED)
    files["Abgebrochen.pdf"] = files["Formular Kaarst.pdf"][:20_000]
    readings = back(project, files)
    states = [reading.state for reading in readings]
    assert states == [State.NEW] * 8 + [State.REFUSED, State.OTHER_PROJECT, State.REFUSED]
    assert "gedruckt" in readings[8].sentence
    assert "anderen Projekt" in readings[9].sentence
    assert "unvollständig" in readings[10].sentence
    taken = take(project, map(whole, readings))
    assert len(taken.readings) == 8
    snapshot = project.snapshot
    interviews = snapshot.all(Interview)
    assert {held.municipality_id for held in interviews} == set(snapshot.by_id(Municipality))
    assert {(held.form, held.status) for held in interviews} == {(InterviewForm.FORM, InterviewStatus.DONE)}
    assert len(snapshot.all(Attachment)) == 8
    assert all(project.blob(kept.sha256) == files[kept.name] for kept in snapshot.all(Attachment))
    assert project.verify() == []


def test_reading_changes_nothing(project: OpenProject, form: bytes) -> None:
    before = len(project.log())
    snapshot = project.snapshot
    assert one_back(project, form, REQUIRED).state is State.NEW
    assert project.snapshot is snapshot
    assert len(project.log()) == before


def test_a_project_that_is_pinned_can_be_read_into(project: OpenProject, form: bytes) -> None:
    assert one_back(project.pinned(), form, REQUIRED).state is State.NEW


def test_a_form_says_whose_it_is_and_when_it_was_sent(project: OpenProject, form: bytes) -> None:
    reading = one_back(project, form, REQUIRED)
    assert (reading.municipality_id, reading.municipality) == (NEUSS, "Neuss")
    assert reading.sent_on == project.now().date()
    assert reading.remarks == ()


def test_a_printed_form_still_says_whose_it_is(project: OpenProject, form: bytes) -> None:
    assert back(project, {"Scan.pdf": flattened(form)})[0].municipality == "Neuss"


def test_an_untouched_form_is_told(project: OpenProject, form: bytes) -> None:
    reading = back(project, {"Formular.pdf": form})[0]
    assert reading.state is State.BLANK
    assert reading.remarks == ("Die Datei ist noch so, wie sie ausgegeben wurde.",)
    assert not reading.takeable


def test_blanks_alone_are_no_answers(project: OpenProject, form: bytes) -> None:
    assert one_back(project, form, {"a03": "  \n ", "h01": ""}).state is State.BLANK


def test_what_the_project_knows_stands_beside_what_differs(project: OpenProject, form: bytes) -> None:
    spoken(project, "b01", "Sozialamt")
    reading = one_back(project, form, REQUIRED)
    assert reading.state is State.DIFFERENT
    differing = [entry for entry in reading.entries if entry.standing is Standing.DIFFERENT]
    assert [(entry.key, entry.old, entry.new) for entry in differing] == [
        ("b01", ("Sozialamt",), ("Amt für Soziales, Stabsstelle Integration",))
    ]
    assert differing[0].source.startswith("aus dem Gespräch")
    assert "Eine Angabe weicht" in reading.sentence


def test_what_the_project_knows_already_is_equal(project: OpenProject, form: bytes) -> None:
    spoken(project, "b01", "Sozialamt")
    assert one_back(project, form, {"b01": " Sozialamt\n"}).state is State.EQUAL


def test_a_form_that_was_taken_over_is_double_whoever_saved_it_again(project: OpenProject, form: bytes) -> None:
    reading = one_back(project, form, REQUIRED)
    take(project, [whole(reading)])
    same = back(project, {"Noch einmal.pdf": reading.content})[0]
    saved_again = back(project, {"Kopie.pdf": reading.content + b"\n"})[0]
    assert (same.state, saved_again.state) == (State.DOUBLE, State.DOUBLE)


def test_a_form_that_comes_back_corrected_is_different(project: OpenProject, form: bytes) -> None:
    take(project, [whole(one_back(project, form, REQUIRED))])
    reading = one_back(project, form, {**REQUIRED, "m01": "Anderes"})
    assert reading.state is State.DIFFERENT
    assert [entry.key for entry in reading.entries if entry.standing is Standing.DIFFERENT] == ["m01"]
    assert "schon einmal" in reading.sentence


def test_a_form_that_comes_twice_in_one_go_is_double_or_different(project: OpenProject, form: bytes) -> None:
    filled = fill(form, REQUIRED)
    files = {"A.pdf": filled, "B.pdf": filled + b"\n", "C.pdf": fill(form, {"b01": "Anders"})}
    assert [reading.state for reading in back(project, files)] == [State.NEW, State.DOUBLE, State.DIFFERENT]


def test_an_older_guide_is_mapped_by_ids(project: OpenProject, form: bytes) -> None:
    older = renamed(fill(form, {"b01": "Sozialamt"}), "2026-1", "2025-1")
    reading = back(project, {"Formular.pdf": older})[0]
    assert reading.state is State.OLDER_GUIDE
    assert "2025-1" in reading.sentence
    assert [entry.key for entry in reading.entries] == ["b01"]


def test_what_has_no_place_is_listed(project: OpenProject, form: bytes) -> None:
    reading = back(project, {"Formular.pdf": renamed_field(fill(form, {"h01": "Kitas"}), "h01", "z99")})[0]
    assert reading.leftovers == ("Feld „z99“: „Kitas“",)
    assert reading.takeable


def test_another_municipality_in_the_name_of_the_file_is_told(project: OpenProject, form: bytes) -> None:
    reading = one_back(project, form, REQUIRED, "Rückmeldung Juechen.pdf")
    assert reading.state is State.OTHER_MUNICIPALITY
    assert "Jüchen" in reading.sentence
    assert "Neuss" in reading.sentence


@pytest.mark.parametrize(
    "name", ["Formular Neuss.pdf", "Rhein-Kreis Neuss.pdf", "scan0001.pdf", "Neuss, CC Kaarst.pdf"]
)
def test_the_name_of_a_file_may_tell_nothing(project: OpenProject, form: bytes, name: str) -> None:
    assert one_back(project, form, REQUIRED, name).state is State.NEW


@pytest.mark.parametrize(("old", "new"), [(NEUSS, "05166004"), ("expertengespraech", "anderer")])
def test_a_form_of_another_project_or_guide_is_told(project: OpenProject, form: bytes, old: str, new: str) -> None:
    assert back(project, {"Formular.pdf": renamed(form, old, new)})[0].state is State.OTHER_PROJECT


def test_a_form_from_another_copy_of_the_project_is_ours(project: OpenProject, form: bytes) -> None:
    project.undo()
    reading = one_back(project, form, REQUIRED)
    assert reading.state is State.NEW
    assert "nicht verzeichnet" in reading.remarks[0]


def test_a_file_that_vanishes_does_not_stop_the_others(project: OpenProject, form: bytes, tmp_path: Path) -> None:
    (tmp_path / "Formular.pdf").write_bytes(fill(form, REQUIRED))
    files = [Incoming.at(tmp_path / name) for name in ("fehlt.pdf", "Formular.pdf")]
    assert [reading.state for reading in read(project, files, silent)] == [State.REFUSED, State.NEW]


def test_progress_is_told_and_can_stop_the_reading(project: OpenProject, form: bytes) -> None:
    told: list[tuple[str, float]] = []
    read(project, [Incoming("a.pdf", form)] * 2, lambda text, share: told.append((text, share)))
    assert told[0] == ("Formular 1 von 2 wird gelesen", 0.0)
    assert told[-1] == ("Formulare sind gelesen", 1.0)
