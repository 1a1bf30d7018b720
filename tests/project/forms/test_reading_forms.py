from __future__ import annotations

from pathlib import Path

from kizdesk.domain.interviews import Attachment, Interview, InterviewForm, InterviewStatus
from kizdesk.domain.places import Municipality
from kizdesk.paperwork.writing import write_sheet
from kizdesk.project.forms.returned import State
from kizdesk.project.forms.taking import take, whole
from kizdesk.project.opened import OpenProject
from tests.paperwork.forms import guide_sheet
from tests.project.forms.back import REQUIRED, back, fill, flattened, sent


def test_eleven_files_end_with_eight_municipalities_and_three_reports(project: OpenProject, tmp_path: Path) -> None:
    forms = sent(project, tmp_path)
    files = {f"Formular {name}.pdf": fill(pdf, REQUIRED) for name, pdf in forms.items()}
    files["Gedruckt.pdf"] = flattened(forms["Neuss"])
    files["Fremd.pdf"] = fill(write_sheet(guide_sheet()), REQUIRED)
    files["Abgebrochen.pdf"] = files["Formular Kaarst.pdf"][:20_000]
    readings = back(project, files)
    states = [reading.state for reading in readings]
    assert states == [State.NEW] * 8 + [State.REFUSED, State.OTHER_PROJECT, State.REFUSED]
    taken = take(project, map(whole, readings))
    assert len(taken.readings) == 8
    snapshot = project.snapshot
    interviews = snapshot.all(Interview)
    assert {held.municipality_id for held in interviews} == set(snapshot.by_id(Municipality))
    assert {(held.form, held.status) for held in interviews} == {(InterviewForm.FORM, InterviewStatus.DONE)}
    assert all(project.blob(kept.sha256) == files[kept.name] for kept in snapshot.all(Attachment))
    assert len(snapshot.all(Attachment)) == 8
    assert project.verify() == []
    assert all(reading.sentence.endswith(".") for reading in readings)
