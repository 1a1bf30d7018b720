"""A form that came back on paper is kept with an interview, to be typed off."""

from __future__ import annotations

from pathlib import Path

import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Attachment, Interview, InterviewForm, InterviewStatus
from kizdesk.project.files import FileRead, sha256_of
from kizdesk.project.forms.register import FormRow, FormState, form_rows
from kizdesk.project.forms.returned import Reading, State
from kizdesk.project.forms.scans import keep_scan, note_back, proposed_municipality, scan_places
from kizdesk.project.forms.wish import FormWish
from kizdesk.project.interviews.edit import add_interview
from kizdesk.project.opened import OpenProject
from kizdesk.project.runner.head import begin
from kizdesk.project.stocktaking.matrix import matrix
from tests.project.forms.back import REQUIRED, back, fill, flattened, sent

NEUSS, JUECHEN = "05162024", "05162012"


@pytest.fixture
def printed(project: OpenProject, tmp_path: Path) -> bytes:
    """Return the form of Neuss as it came back printed."""
    wish = FormWish(municipality_ids=(NEUSS,), offering_blocks=1)
    return flattened(fill(sent(project, tmp_path / "out", wish)["Neuss"], REQUIRED))


def scan(data: bytes, name: str = "Gedruckt.pdf") -> FileRead:
    """Return a file as it was read."""
    return FileRead(name, "application/pdf", data, sha256_of(data))


def said(project: OpenProject, data: bytes, name: str = "Gedruckt.pdf") -> Reading:
    """Return what the project says to a file."""
    return back(project, {name: data})[0]


def test_a_printed_form_may_be_kept(project: OpenProject, printed: bytes) -> None:
    reading = said(project, printed)
    assert (reading.state, reading.may_be_scan) == (State.REFUSED, True)


@pytest.mark.parametrize(
    ("name", "data", "kept"),
    [("Foto.JPG", b"\xff\xd8\xff\xe0", True), ("Brief.pdf", b"Guten Tag", False), ("leer.png", b"", False)],
)
def test_a_photo_may_be_kept_and_what_shows_nothing_may_not(
    project: OpenProject, name: str, data: bytes, *, kept: bool
) -> None:
    assert said(project, data, name).may_be_scan is kept


def test_a_scan_is_kept_with_a_new_interview_in_one_step(project: OpenProject, printed: bytes) -> None:
    interview_id = keep_scan(project, scan(printed), NEUSS)
    (held,), (kept,) = project.snapshot.all(Interview), project.snapshot.all(Attachment)
    assert (held.id, held.municipality_id, held.form) == (interview_id, NEUSS, InterviewForm.FORM)
    assert (held.status, held.held_on) == (InterviewStatus.PLANNED, project.now().date())
    assert (kept.interview_id, kept.name) == (interview_id, "Gedruckt.pdf")
    assert project.blob(kept.sha256) == printed
    project.undo()
    assert not project.snapshot.all(Interview)
    assert not project.snapshot.all(Attachment)


def test_a_scan_is_kept_with_an_interview_that_is_there(project: OpenProject, printed: bytes) -> None:
    held = add_interview(project, NEUSS)
    assert keep_scan(project, scan(printed), NEUSS, held.id) == held.id
    (kept,) = project.snapshot.all(Interview)
    assert (kept.id, kept.form, kept.held_on) == (held.id, InterviewForm.FORM, project.now().date())


def test_a_scan_that_is_kept_is_a_form_that_came_back_on_paper(project: OpenProject, printed: bytes) -> None:
    add_interview(project, NEUSS)
    assert said_of(project).stands == "unterwegs"
    held = keep_scan(project, scan(printed), NEUSS, project.snapshot.all(Interview)[0].id)
    assert (said_of(project).state, said_of(project).stands) == (FormState.BACK, "zurück (auf Papier)")
    assert (said_of(project).back_on, said_of(project).interview_id) == (project.now().date(), held)
    table = matrix(project)
    assert (table.forms.count, table.forms.total) == (1, 1)
    assert next(row.next_step for row in table.rows if row.municipality_id == NEUSS) == "Scan abtippen"
    begin(project, held)
    assert next(row.next_step for row in matrix(project).rows if row.municipality_id == NEUSS) == "Scan abtippen"


@pytest.mark.parametrize(
    ("form", "state"), [(None, FormState.BACK), (InterviewForm.ON_SITE, FormState.OUT)], ids=["nobody-said", "a-talk"]
)
def test_a_scan_kept_with_what_is_begun_is_back_unless_that_is_a_talk(
    project: OpenProject, printed: bytes, form: InterviewForm | None, state: FormState
) -> None:
    held = add_interview(project, NEUSS, form)
    begin(project, held.id)
    keep_scan(project, scan(printed), NEUSS, held.id)
    assert said_of(project).state is state


def test_a_form_that_came_otherwise_is_noted_as_back_in_one_step(project: OpenProject, tmp_path: Path) -> None:
    sent(project, tmp_path / "out", FormWish(municipality_ids=(NEUSS, JUECHEN), offering_blocks=1))
    planned = add_interview(project, NEUSS)
    back_ids = note_back(project, (NEUSS, JUECHEN))
    assert back_ids[0] == planned.id
    assert [row.state for row in form_rows(project) if row.sent_on] == [FormState.BACK, FormState.BACK]
    project.undo()
    assert project.snapshot.all(Interview) == (planned,)


def said_of(project: OpenProject) -> FormRow:
    """Return what is known of the form of Neuss."""
    return next(row for row in form_rows(project) if row.municipality_id == NEUSS)


def test_a_scan_that_is_kept_is_known_again(project: OpenProject, printed: bytes) -> None:
    interview_id = keep_scan(project, scan(printed), NEUSS)
    reading = said(project, printed, "Noch einmal.pdf")
    assert (reading.state, reading.municipality, reading.interview_id) == (State.KEPT, "Neuss", interview_id)
    assert not reading.may_be_scan
    assert keep_scan(project, scan(printed), NEUSS) == interview_id
    assert len(project.snapshot.all(Attachment)) == 1


def test_a_scan_for_an_interview_that_is_gone_is_refused(project: OpenProject, printed: bytes) -> None:
    with pytest.raises(UserError, match="nicht mehr vorhanden"):
        keep_scan(project, scan(printed), NEUSS, "weg")


@pytest.mark.parametrize(
    ("name", "municipality_id"),
    [("Scan Juechen.pdf", JUECHEN), ("scan0001.pdf", ""), ("Jüchen und Kaarst.pdf", ""), ("Rhein-Kreis Neuss.pdf", "")],
)
def test_the_name_of_a_file_proposes_its_municipality(project: OpenProject, name: str, municipality_id: str) -> None:
    assert proposed_municipality(project, said(project, b"%PDF-1.7 leer", name)) == municipality_id


def test_an_awaited_form_comes_first_among_the_places_of_a_scan(project: OpenProject) -> None:
    assert [place.interview_id for place in scan_places(project, NEUSS)] == [""]
    spoken = add_interview(project, NEUSS, InterviewForm.ON_SITE)
    awaited = add_interview(project, NEUSS, InterviewForm.FORM)
    places = scan_places(project, NEUSS)
    assert [place.interview_id for place in places] == [awaited.id, "", spoken.id]
    assert places[2].words == "Gespräch ohne Datum, geplant"
