import sqlite3
from pathlib import Path

from kizdesk.project.durable.verify import verify
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings


def test_a_new_project_is_sound(project: OpenProject) -> None:
    assert verify(project) == []


def test_a_frozen_tree_that_was_tampered_with_is_found(
    example: OpenProject, surroundings: Surroundings, tmp_path: Path
) -> None:
    example.close()
    path = tmp_path / "beispiel.kizdesk"
    database = sqlite3.connect(path)
    with database:
        database.execute("UPDATE blob SET data = x'00'")
    database.close()

    with OpenProject.open(path, surroundings, read_only=True) as again:
        assert verify(again)
