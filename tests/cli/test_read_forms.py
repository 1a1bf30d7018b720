from __future__ import annotations

import json
from pathlib import Path

import pytest

from kizdesk.domain.interviews import Answer, Attachment, Interview
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import of_this_machine
from tests.cli.conftest import Run
from tests.project.forms.back import REQUIRED, fill, flattened

NEUSS = "Formular Neuss.pdf"


@pytest.fixture
def forms(kizdesk: Run, neuss: Path, tmp_path: Path) -> Path:
    """Return a folder with the forms of Neuss and Kaarst, as they came back."""
    out = tmp_path / "Formulare"
    wished = ("--no-letters", "--municipality", "Neuss", "--municipality", "Kaarst")
    assert kizdesk("forms", neuss, "--out", out, *wished).code == 0
    for path in out.iterdir():
        path.write_bytes(fill(path.read_bytes(), REQUIRED))
    return out


def counted(project: Path) -> tuple[int, int]:
    """Return how many interviews and attachments a project has."""
    with OpenProject.open(project, of_this_machine(), read_only=True) as opened:
        return len(opened.snapshot.all(Interview)), len(opened.snapshot.all(Attachment))


def test_without_apply_the_forms_are_only_reported(kizdesk: Run, neuss: Path, forms: Path) -> None:
    before = neuss.read_bytes()
    outcome = kizdesk("read-forms", neuss, *sorted(forms.iterdir()))
    assert outcome.code == 0
    assert "Formular Neuss.pdf, Neuss: neu" in outcome.out
    assert "9 Angaben können übernommen werden" in outcome.out
    assert "Mit --apply" in outcome.out
    assert "Formular 1 von 2 wird gelesen" in outcome.err
    assert neuss.read_bytes() == before


def test_apply_takes_new_forms_over(kizdesk: Run, neuss: Path, forms: Path) -> None:
    outcome = kizdesk("read-forms", neuss, *sorted(forms.iterdir()), "--apply")
    assert outcome.code == 0
    assert "Formular Kaarst.pdf, Kaarst: übernommen" in outcome.out
    assert "2 Formulare sind übernommen." in outcome.out
    assert counted(neuss) == (2, 2)
    again = kizdesk("read-forms", neuss, *sorted(forms.iterdir()), "--apply")
    assert again.code == 0
    assert again.out.count("doppelt") == 2
    assert counted(neuss) == (2, 2)


def test_one_bad_file_never_stops_the_others(kizdesk: Run, neuss: Path, forms: Path) -> None:
    (forms / "Gedruckt.pdf").write_bytes(flattened((forms / NEUSS).read_bytes()))
    (forms / "Brief.pdf").write_text("Sehr geehrte Damen und Herren")
    outcome = kizdesk("read-forms", neuss, forms / "fehlt.pdf", *sorted(forms.iterdir()), "--apply")
    assert outcome.code == 1
    assert outcome.out.count("nicht lesbar") == 2
    assert outcome.out.count("nur als Scan") == 1
    assert "kein PDF" in outcome.out
    assert counted(neuss) == (2, 2)


def test_what_differs_is_told_and_taken_over_only_with_apply_all(kizdesk: Run, neuss: Path, forms: Path) -> None:
    path = forms / NEUSS
    assert kizdesk("read-forms", neuss, path, "--apply").code == 0
    path.write_bytes(fill(path.read_bytes(), {"b01": "Jugendamt", "i01": "etwa 20"}))
    outcome = kizdesk("read-forms", neuss, path, "--apply")
    assert outcome.code == 1
    assert "bisher (in diesem Gespräch): Amt für Soziales" in outcome.out
    assert "Formular: Jugendamt" in outcome.out
    assert "Nicht verstanden: „etwa 20“" in outcome.out
    assert "--apply-all übernimmt sie alle" in outcome.out
    assert kizdesk("read-forms", neuss, path, "--apply-all").code == 0
    with OpenProject.open(neuss, of_this_machine(), read_only=True) as opened:
        (answer,) = [it for it in opened.snapshot.all(Answer) if it.question_id == "b01"]
    assert answer.text == "Jugendamt"


def test_json_tells_each_file(kizdesk: Run, neuss: Path, forms: Path) -> None:
    outcome = kizdesk("read-forms", neuss, forms / NEUSS, forms / "fehlt.pdf", "--apply", "--json")
    told = json.loads(outcome.out)
    assert outcome.code == 1
    assert [(file["name"], file["state"], file["taken"]) for file in told["files"]] == [
        (NEUSS, "neu", True),
        ("fehlt.pdf", "abgelehnt", False),
    ]
    assert told["counts"] == {"neu": 1, "abgelehnt": 1}
    assert {entry["key"] for entry in told["files"][0]["entries"]} == set(REQUIRED)


def test_a_project_that_is_missing_is_a_fault(kizdesk: Run, forms: Path, tmp_path: Path) -> None:
    assert kizdesk("read-forms", tmp_path / "fehlt.kizdesk", forms / NEUSS).code == 3
