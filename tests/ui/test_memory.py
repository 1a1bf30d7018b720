"""Test that what the machine remembers comes back in the next start."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from kizdesk.ui.memory import MOST_RECENT, Memory, Recent

MOMENT = datetime(2026, 1, 17, 14, 3, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "kizdesk.ini"


def kept(file: Path, value: object) -> Memory:
    memory = Memory(file)
    memory.remember("a/b", value)
    memory.flush()
    return Memory(file)


@pytest.mark.parametrize("value", ["Wort, „zwei“", "12", "", 3, 2.5, True, ["a", "b"], ["a"], b"\x00\xff"])
def test_a_value_comes_back_as_it_was(file: Path, value: object) -> None:
    assert kept(file, value).value("a/b", type(value)()) == value


def test_a_value_of_another_type_is_as_good_as_none(file: Path) -> None:
    assert kept(file, 3).value("a/b", "Vorgabe") == "Vorgabe"


def test_the_place_of_the_window_comes_back(file: Path) -> None:
    memory = Memory(file)
    memory.remember_geometry(QByteArray(b"\x01\x02"))
    memory.flush()
    assert Memory(file).geometry == QByteArray(b"\x01\x02")


def test_the_project_opened_last_stands_first_and_only_once(file: Path) -> None:
    memory = Memory(file)
    for name in ("a", "b", "a"):
        memory.remember_recent(Recent(Path(f"/{name}, x.kizdesk"), name, "5 von 8 Gesprächen", MOMENT))
    memory.flush()
    assert [project.title for project in Memory(file).recent] == ["a", "b"]
    assert Memory(file).recent[0] == Recent(Path("/a, x.kizdesk"), "a", "5 von 8 Gesprächen", MOMENT)


def test_only_as_many_projects_are_kept_as_have_a_digit(file: Path) -> None:
    memory = Memory(file)
    for number in range(MOST_RECENT + 3):
        memory.remember_recent(Recent(Path(f"/{number}"), str(number)))
    assert len(memory.recent) == MOST_RECENT


def test_a_forgotten_project_is_off_the_list(file: Path) -> None:
    memory = Memory(file)
    memory.remember_recent(Recent(Path("/a"), "a"))
    memory.forget_recent(Path("/a"))
    assert memory.recent == ()


def test_a_garbled_list_is_passed_over(file: Path) -> None:
    memory = Memory(file)
    memory.remember("projects/recent", ["{", "7", '{"path": "/a"}'])
    assert memory.recent == ()


def test_without_a_file_the_scheme_follows_the_system_and_nobody_is_known(file: Path) -> None:
    assert (Memory(file).scheme, Memory(file).name) == ("system", "")
