"""Write letters by the command line."""

from __future__ import annotations

from pathlib import Path

from kizdesk.domain.interviews import Interview
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add
from kizdesk.project.surroundings import of_this_machine
from tests.cli.conftest import Run


def test_letters_that_are_due_are_written_into_a_folder(kizdesk: Run, neuss: Path, tmp_path: Path) -> None:
    with OpenProject.open(neuss, of_this_machine()) as project:
        add(project, Interview(id="i", municipality_id="05162004", guide_id="g", guide_version="1"))
    outcome = kizdesk("export", neuss, "--out", tmp_path / "aus", "--only", "letters")
    assert outcome.code == 0
    assert (tmp_path / "aus" / "Briefe" / "Einladung Dormagen.docx").is_file()


def test_it_says_that_no_letter_is_due(kizdesk: Run, neuss: Path, tmp_path: Path) -> None:
    outcome = kizdesk("export", neuss, "--out", tmp_path, "--only", "letters")
    assert outcome.code == 0
    assert "Zurzeit ist kein Schreiben fällig" in outcome.out
    assert not (tmp_path / "Briefe").exists()
