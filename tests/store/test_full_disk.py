from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kizdesk.domain.changes import Create, Update
from kizdesk.domain.errors import EnvironmentFault
from kizdesk.domain.interviews import Answer
from kizdesk.domain.people import Person
from kizdesk.store import ProjectFile
from tests.store.support import NOW, stamp

ROOT = Path(__file__).resolve().parents[2]
LONG = "Ein sehr langer Text. " * 5000


@pytest.fixture
def full(project: ProjectFile) -> ProjectFile:
    """Be a project whose file must not grow any more."""
    project.commit([Create(Person(id="p1", name="Meyer"))], stamp())
    with project._connections.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    with project._connections.writing() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
    return project


def fill(project: ProjectFile) -> None:
    project.commit([Create(Answer(id="a1", interview_id="i", question_id="b01", text=LONG))], stamp())


def test_a_full_disk_is_told_with_what_to_do(full: ProjectFile) -> None:
    with pytest.raises(EnvironmentFault, match=r"kein Platz mehr.*Bitte Platz schaffen"):
        fill(full)


def test_after_a_full_disk_the_earlier_state_is_whole(full: ProjectFile, path: Path) -> None:
    with pytest.raises(EnvironmentFault):
        fill(full)
    assert full.snapshot().all(Answer) == ()
    assert full.verify() == []
    full.close()
    with ProjectFile.open(path, who="Frau X", now=NOW) as again:
        assert again.snapshot().all(Person) == (Person(id="p1", name="Meyer"),)


def test_after_a_full_disk_work_goes_on_when_there_is_room(full: ProjectFile) -> None:
    with pytest.raises(EnvironmentFault):
        fill(full)
    with full._connections.writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    fill(full)
    full.commit([Update(Person, "p1", "name", "Meier")], stamp())
    assert len(full.snapshot().all(Answer)) == 1


@pytest.mark.parametrize("limit", [100_000, 500_000, 900_000])
def test_a_disk_that_fills_up_while_editing_loses_nothing_that_was_saved(path: Path, limit: int) -> None:
    ProjectFile.create(path, who="Frau X", now=NOW).close()
    command = [sys.executable, "-m", "tests.store.filler", str(path), str(limit)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    *saved, told = done.stdout.splitlines()
    assert "kein Platz" in told or "nicht lesen oder schreiben" in told
    with ProjectFile.open(path, who="Frau X", now=NOW) as project:
        assert [answer.id for answer in project.snapshot().all(Answer)] == saved
        assert project.verify() == []


def test_creating_on_a_full_disk_leaves_nothing_behind(path: Path) -> None:
    command = [sys.executable, "-m", "tests.store.filler", str(path), "20000"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    assert "Bitte" in done.stdout
    assert list(path.parent.iterdir()) == []
