from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kizdesk.domain.interviews import Answer, Interview
from kizdesk.project.interviews.edit import add_interview, put_answer
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import set_values
from kizdesk.project.surroundings import of_this_machine
from tests.cli.conftest import Run


@pytest.fixture
def held(neuss: Path) -> Path:
    """Return a project with an interview in Dormagen and one in Kaarst, and one that is only planned."""
    with OpenProject.open(neuss, of_this_machine()) as project:
        for municipality_id in ("05162004", "05162016", "05162020"):
            interview = add_interview(project, municipality_id)
            set_values(project, Interview, interview.id, {"held_on": date(2026, 11, 5)}, label="Gespräch ändern")
            if municipality_id != "05162020":
                answer = Answer(id="", interview_id=interview.id, question_id="b01", text="Das Sozialamt")
                put_answer(project, answer)
    return neuss


def test_every_interview_with_answers_becomes_a_file(kizdesk: Run, held: Path, tmp_path: Path) -> None:
    outcome = kizdesk("minutes", held, "--out", tmp_path / "aus")

    assert outcome.code == 0
    assert sorted(path.name for path in (tmp_path / "aus").iterdir()) == [
        "Gesprächsprotokoll Dormagen 2026-11-05.docx",
        "Gesprächsprotokoll Kaarst 2026-11-05.docx",
    ]
    assert "Gesprächsprotokoll Kaarst 2026-11-05.docx (" in outcome.out
    assert "[100 %]" in outcome.err


@pytest.mark.parametrize("name", ["Kaarst", "kaarst", "05162016"])
def test_only_the_municipality_that_is_wanted(name: str, kizdesk: Run, held: Path, tmp_path: Path) -> None:
    kizdesk("minutes", held, "--out", tmp_path / "aus", "--municipality", name)

    assert [path.name for path in (tmp_path / "aus").iterdir()] == ["Gesprächsprotokoll Kaarst 2026-11-05.docx"]


@pytest.mark.parametrize(
    ("name", "said"), [("Meerbusch", "noch kein Gespräch erfasst"), ("Beckum", "„Beckum“ hat das Projekt nicht")]
)
def test_a_municipality_without_minutes_is_told(name: str, said: str, kizdesk: Run, held: Path, tmp_path: Path) -> None:
    outcome = kizdesk("minutes", held, "--out", tmp_path / "aus", "--municipality", name)

    assert outcome.code == 1
    assert said in outcome.err
    assert not (tmp_path / "aus").exists()


def test_a_project_without_interviews_is_told(kizdesk: Run, neuss: Path, tmp_path: Path) -> None:
    outcome = kizdesk("minutes", neuss, "--out", tmp_path / "aus")

    assert outcome.code == 1
    assert "noch kein Gespräch erfasst" in outcome.err


def test_it_says_what_was_changed_after_a_release(kizdesk: Run, held: Path, tmp_path: Path) -> None:
    with OpenProject.open(held, of_this_machine()) as project:
        interview = project.snapshot.all(Interview)[0]
        released = date(2026, 1, 1)
        set_values(project, Interview, interview.id, {"released_on": released}, label="Gespräch freigeben")
        answer = project.snapshot.get(Answer, f"{interview.id}/b01")
        put_answer(project, replace(answer, text="Das Jugendamt"))

    outcome = kizdesk("minutes", held, "--out", tmp_path / "aus", "--municipality", "Dormagen")

    assert "Seit der Freigabe am 01.01.2026" in outcome.out
