from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from kizdesk.domain.errors import EnvironmentFault
from kizdesk.domain.people import Person
from kizdesk.store import ProjectFile
from kizdesk.store.lock import lock_path
from tests.store.support import NOW

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def closed(path: Path) -> Path:
    ProjectFile.create(path, who="Frau X", now=NOW).close()
    return path


@contextmanager
def held_by_another_process(path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.store.holder", str(path), NOW.isoformat()]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "bereit\n"
        try:
            yield process
        finally:
            process.kill()


def test_a_second_process_is_told_who_has_the_file_since_when(closed: Path) -> None:
    with (
        held_by_another_process(closed),
        pytest.raises(EnvironmentFault) as refused,
    ):
        ProjectFile.open(closed, who="Herr Y", now=NOW + timedelta(hours=1))
    assert str(refused.value) == (
        f"Die Datei „Kreis.kizdesk“ ist seit 14:03 Uhr von Frau X auf {socket.gethostname()} geöffnet. "
        "Bitte dort schließen oder hier nur zum Lesen öffnen."
    )


def test_on_another_day_the_date_is_told_too(closed: Path) -> None:
    with (
        held_by_another_process(closed),
        pytest.raises(EnvironmentFault, match=r"seit 21\.11\.2026, 14:03 Uhr"),
    ):
        ProjectFile.open(closed, who="Herr Y", now=NOW + timedelta(days=2))


def test_a_file_that_is_being_edited_can_be_read(closed: Path) -> None:
    with (
        held_by_another_process(closed),
        ProjectFile.open(closed, who="Herr Y", now=NOW, read_only=True) as reader,
    ):
        assert [person.name for person in reader.snapshot().all(Person)] == ["Gehalten"]


def test_a_lock_left_by_a_crash_heals(closed: Path) -> None:
    with held_by_another_process(closed) as process:
        process.kill()
        process.wait()
        assert lock_path(closed).exists()
        with ProjectFile.open(closed, who="Herr Y", now=NOW) as project:
            assert [person.name for person in project.snapshot().all(Person)] == ["Gehalten"]


def test_what_a_crash_left_can_be_read_without_the_right_to_write(closed: Path) -> None:
    with held_by_another_process(closed) as process:
        process.kill()
        process.wait()
        with ProjectFile.open(closed, who="Herr Y", now=NOW, read_only=True) as reader:
            assert [person.name for person in reader.snapshot().all(Person)] == ["Gehalten"]


def test_a_copy_made_while_the_file_is_open_opens(closed: Path, tmp_path: Path) -> None:
    copy = tmp_path / "Kopie.kizdesk"
    with held_by_another_process(closed):
        copy.write_bytes(closed.read_bytes())
    with ProjectFile.open(copy, who="Herr Y", now=NOW, read_only=True) as project:
        assert project.verify() == []
    with ProjectFile.open(copy, who="Herr Y", now=NOW) as project:
        assert project.verify() == []


def test_the_same_process_cannot_open_a_file_twice_for_writing(closed: Path) -> None:
    with (
        ProjectFile.open(closed, who="Frau X", now=NOW),
        pytest.raises(EnvironmentFault, match="von Frau X"),
    ):
        ProjectFile.open(closed, who="Frau X", now=NOW)


def test_an_unreadable_note_of_the_holder_is_no_obstacle(closed: Path) -> None:
    with ProjectFile.open(closed, who="Frau X", now=NOW):
        lock_path(closed).write_text("{", encoding="utf-8")
        with pytest.raises(EnvironmentFault, match="von jemand anderem"):
            ProjectFile.open(closed, who="Herr Y", now=NOW)


def test_nothing_is_left_beside_a_closed_file(closed: Path) -> None:
    assert [path.name for path in closed.parent.iterdir()] == ["Kreis.kizdesk"]


def test_nothing_is_left_when_a_reader_closes_after_the_writer(closed: Path) -> None:
    writer = ProjectFile.open(closed, who="Frau X", now=NOW)
    reader = ProjectFile.open(closed, who="Herr Y", now=NOW, read_only=True)
    reader.snapshot()
    writer.close()
    reader.close()
    assert [path.name for path in closed.parent.iterdir()] == ["Kreis.kizdesk"]


def test_another_name_of_the_same_file_is_locked_as_well(closed: Path, tmp_path: Path) -> None:
    other = tmp_path / "Verknüpfung.kizdesk"
    other.symlink_to(closed)
    with (
        ProjectFile.open(closed, who="Frau X", now=NOW),
        pytest.raises(EnvironmentFault, match="von Frau X"),
    ):
        ProjectFile.open(other, who="Herr Y", now=NOW)
