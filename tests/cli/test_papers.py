"""Write the council papers by the command line."""

from pathlib import Path

import docx

from kizdesk.project.opened import OpenProject
from kizdesk.project.papers.editing import add_question
from kizdesk.project.surroundings import of_this_machine
from tests.cli.conftest import Run


def test_a_new_project_brings_a_sitzungsvorlage_only(kizdesk: Run, neuss: Path, tmp_path: Path) -> None:
    outcome = kizdesk("export", neuss, "--out", tmp_path / "aus", "--only", "paper")

    assert outcome.code == 0
    assert [path.name for path in (tmp_path / "aus").iterdir()] == ["Sitzungsvorlage.docx"]
    assert "Sitzungsvorlage.docx (" in outcome.out


def test_a_question_brings_a_sachstandsbericht_and_its_open_answer_is_told(
    kizdesk: Run, neuss: Path, tmp_path: Path
) -> None:
    with OpenProject.open(neuss, of_this_machine()) as project:
        add_question(project, "Wann regnet es?")
    outcome = kizdesk("export", neuss, "--out", tmp_path, "--only", "paper")

    assert (tmp_path / "Sachstandsbericht.docx").is_file()
    assert "Eine Frage ist noch nicht beantwortet." in outcome.out


def test_a_paper_that_somebody_worked_on_is_kept(kizdesk: Run, neuss: Path, tmp_path: Path) -> None:
    kizdesk("export", neuss, "--out", tmp_path, "--only", "paper")
    path = tmp_path / "Sitzungsvorlage.docx"
    edited = docx.Document(str(path))
    edited.add_paragraph("Von Hand ergänzt.")
    edited.core_properties.last_modified_by = "Sozialamt"
    edited.save(str(path))
    outcome = kizdesk("export", neuss, "--out", tmp_path, "--only", "paper")

    assert "wurde bearbeitet und bleibt erhalten" in outcome.out
    assert len(list(tmp_path.glob("Sitzungsvorlage*.docx"))) == 2
