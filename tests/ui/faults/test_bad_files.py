"""Open what cannot be opened: the start page says why, in sentences, and goes on."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from kizdesk.project.basics.begin import NewProject, create
from kizdesk.project.surroundings import Surroundings
from tests.ui.faults.program import Program


def damaged(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:40960] = os.urandom(36864)
    path.write_bytes(data)


def newer(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {99 * 65536}")
    connection.close()


def other_type(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7 etwas anderes" * 1000)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def gone(path: Path) -> None:
    path.unlink()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def dead_link(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.with_name("nirgends"))


@pytest.mark.parametrize("spoil", [damaged, newer, other_type, emptied, folder, gone, cut, dead_link])
def test_the_start_page_says_why(program: Program, project_path: Path, spoil: Callable[[Path], None]) -> None:
    spoil(project_path)
    program.parts.starter.open(project_path)
    program.settle()
    assert program.window.shell is None
    told = sentence(program)
    assert told.endswith(".")
    assert "Bitte" in told
    assert "Traceback" not in told
    assert "Error" not in told


def sentence(program: Program) -> str:
    return next(line for line in program.seen(program.start).splitlines() if "„" in line or "Bitte" in line)


def test_a_path_that_is_much_too_long_is_a_sentence(program: Program, tmp_path: Path) -> None:
    program.parts.starter.open(tmp_path / ("x" * 400 + ".kizdesk"))
    program.settle()
    assert program.window.shell is None
    assert sentence(program).endswith(".")


def test_a_path_with_umlauts_opens(program: Program, project_path: Path, tmp_path: Path) -> None:
    place = tmp_path / "Ämter & Städte – über „uns“ 中文" / ("Käferle " * 20 + ".kizdesk")
    place.parent.mkdir()
    shutil.copy(project_path, place)
    program.parts.starter.open(place)
    program.settle()
    assert program.project.path == place
    assert program.window.minimumSizeHint().width() <= program.window.width()


def test_a_wrong_passphrase_is_asked_again(program: Program, tmp_path: Path, ui_surroundings: Surroundings) -> None:
    path = tmp_path / "geheim.kizdesk"
    create(path, NewProject("05162"), ui_surroundings, passphrase="richtig und lang")
    program.parts.starter.open(path, passphrase="falsch")
    program.settle()
    assert "Kennwort" in program.seen(program.start)
    program.parts.starter.open(path, passphrase="richtig und lang")
    program.settle()
    assert program.project.path == path
