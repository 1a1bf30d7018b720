from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlcipher3 import dbapi2

from kizdesk.domain.changes import Create
from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.domain.interviews import Answer
from kizdesk.domain.people import Person
from kizdesk.store import ProjectFile
from kizdesk.store.engine import Place, connect
from kizdesk.store.faults import told_as_faults
from kizdesk.store.lock import lock_path
from tests.store.support import NOW, stamp

NOBODY = 65534


def fault_of_opening(path: Path, *, read_only: bool = False) -> str:
    with pytest.raises(EnvironmentFault) as raised:
        ProjectFile.open(path, who="Frau X", now=NOW, read_only=read_only)
    return str(raised.value)


@contextmanager
def without_privileges() -> Iterator[None]:
    """Be somebody whom the rights of a folder concern: the super-user may write anywhere."""
    if sys.platform == "win32" or os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Be a folder that everybody may look into."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@pytest.fixture
def closed(path: Path) -> Path:
    return written(path)


def written(path: Path) -> Path:
    with ProjectFile.create(path, who="Frau X", now=NOW) as project:
        answers = (Answer(id=f"a{n}", interview_id="i", question_id="b01", text="Wort " * 40) for n in range(300))
        project.commit([Create(Person(id="p1")), *map(Create, answers)], stamp())
    return path


def test_a_file_that_does_not_exist_is_told(tmp_path: Path) -> None:
    assert "„fehlt.kizdesk“ gibt es nicht" in fault_of_opening(tmp_path / "fehlt.kizdesk")


def test_a_folder_is_told(tmp_path: Path) -> None:
    assert "ist ein Ordner" in fault_of_opening(tmp_path)


@pytest.mark.parametrize("content", [b"", b"kurz", b"%PDF-1.7 " * 1000, b"PK\x03\x04" + bytes(4092 * 2)])
def test_another_kind_of_file_is_told_and_left_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert "Bitte" in fault_of_opening(path)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_a_database_of_another_program_is_told(path: Path) -> None:
    connection = connect(Place(path), "rwc")
    connection.execute("CREATE TABLE photos (id)")
    connection.close()
    assert "keine kizdesk-Datei" in fault_of_opening(path)


@pytest.mark.parametrize("read_only", [True, False])
@pytest.mark.parametrize("kept", [50, 4096, 4096 * 10, 4096 * 60])
def test_a_truncated_file_is_told_and_left_as_it_is(closed: Path, kept: int, *, read_only: bool) -> None:
    half = closed.read_bytes()[:kept]
    closed.write_bytes(half)
    message = fault_of_opening(closed, read_only=read_only)
    assert "beschädigt" in message
    assert "Sicherung" in message
    assert closed.read_bytes() == half


def test_a_file_with_overwritten_pages_is_told(closed: Path) -> None:
    content = bytearray(closed.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    closed.write_bytes(content)
    assert "beschädigt" in fault_of_opening(closed)
    assert closed.read_bytes() == content


def test_a_value_that_no_field_can_hold_is_told_as_damage(closed: Path) -> None:
    connection = connect(Place(closed))
    connection.execute("UPDATE answer SET state = 'quer' WHERE id = 'a7'")
    connection.close()
    assert "beschädigt" in fault_of_opening(closed)


def test_letters_that_are_none_are_told_as_damage(closed: Path) -> None:
    connection = connect(Place(closed))
    connection.execute("UPDATE answer SET text = CAST(x'ff' AS TEXT) WHERE id = 'a7'")
    connection.close()
    assert "beschädigt" in fault_of_opening(closed)


def test_a_failed_opening_lets_others_open(closed: Path) -> None:
    whole = closed.read_bytes()
    closed.write_bytes(whole[: 4096 * 10])
    fault_of_opening(closed)
    closed.write_bytes(whole)
    ProjectFile.open(closed, who="Frau X", now=NOW).close()


def test_creating_does_not_touch_a_file_that_is_there(path: Path) -> None:
    path.write_bytes(b"wichtig")
    with pytest.raises(UserError, match="gibt es schon"):
        ProjectFile.create(path, who="Frau X", now=NOW)
    assert path.read_bytes() == b"wichtig"


def test_creating_in_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match=r"Ordner .*nirgends.* gibt es nicht"):
        ProjectFile.create(tmp_path / "nirgends" / "Kreis.kizdesk", who="Frau X", now=NOW)


def test_creating_in_a_read_only_folder_is_told(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    with without_privileges(), pytest.raises(EnvironmentFault, match="schreibgeschützt"):
        ProjectFile.create(open_folder / "Kreis.kizdesk", who="Frau X", now=NOW)


def test_a_file_in_a_read_only_folder_can_be_read_but_not_edited(open_folder: Path) -> None:
    path = written(open_folder / "Kreis.kizdesk")
    path.chmod(0o644)
    open_folder.chmod(0o555)
    with without_privileges():
        assert "schreibgeschützt" in fault_of_opening(path)
        with ProjectFile.open(path, who="Frau X", now=NOW, read_only=True) as project:
            assert len(project.snapshot().all(Answer)) == 300
            assert project.search("wort")
            assert project.log()


def test_a_read_only_file_can_be_read_but_not_edited(open_folder: Path) -> None:
    path = written(open_folder / "Kreis.kizdesk")
    path.chmod(0o444)
    open_folder.chmod(0o777)
    with without_privileges():
        assert "schreibgeschützt" in fault_of_opening(path)
        with ProjectFile.open(path, who="Frau X", now=NOW, read_only=True) as project:
            assert len(project.snapshot().all(Answer)) == 300


def test_a_file_that_may_not_be_read_is_told(open_folder: Path) -> None:
    path = written(open_folder / "Kreis.kizdesk")
    path.chmod(0o000)
    with without_privileges():
        assert "Bitte" in fault_of_opening(path)


def test_a_folder_that_may_not_be_looked_into_is_told(open_folder: Path) -> None:
    open_folder.chmod(0o000)
    with without_privileges():
        assert "Bitte" in fault_of_opening(open_folder / "Kreis.kizdesk")
        with pytest.raises(EnvironmentFault, match="Bitte"):
            ProjectFile.create(open_folder / "Kreis.kizdesk", who="Frau X", now=NOW)


def test_a_file_left_in_use_by_a_copy_can_be_read_from_a_read_only_folder(open_folder: Path) -> None:
    path = open_folder / "Kreis.kizdesk"
    with ProjectFile.create(path, who="Frau X", now=NOW) as project:
        project.commit([Create(Person(id="p1"))], stamp())
        project.checkpoint()
        copied = path.read_bytes()
    path.write_bytes(copied)
    path.chmod(0o644)
    open_folder.chmod(0o555)
    with without_privileges(), ProjectFile.open(path, who="Frau X", now=NOW, read_only=True) as reader:
        assert len(reader.snapshot().all(Person)) == 1


def test_a_lock_left_by_the_crash_of_another_user_heals(open_folder: Path) -> None:
    path = written(open_folder / "Kreis.kizdesk")
    lock_path(path).write_text("{}", encoding="utf-8")
    lock_path(path).chmod(0o444)
    path.chmod(0o666)
    open_folder.chmod(0o777)
    with without_privileges():
        ProjectFile.open(path, who="Frau X", now=NOW).close()
    assert list(open_folder.iterdir()) == [path]


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (FileNotFoundError(2, "gone"), "gibt es nicht"),
        (PermissionError(13, "denied"), "schreibgeschützt"),
        (OSError(28, "no space"), "kein Platz"),
        (OSError(112, "host is down"), "Netzlaufwerk"),
        (TimeoutError(110, "timed out"), "Netzlaufwerk"),
    ],
)
def test_errors_of_the_system_are_told_in_german(path: Path, error: OSError, told: str) -> None:
    with pytest.raises(EnvironmentFault, match=told), told_as_faults(path):
        raise error


def test_a_bug_is_not_told_as_a_fault(path: Path) -> None:
    with pytest.raises(dbapi2.ProgrammingError), told_as_faults(path):
        raise dbapi2.ProgrammingError("no such table")


def test_a_name_too_long_is_told() -> None:
    with pytest.raises(EnvironmentFault, match="zu lang"):
        ProjectFile.open(Path("n" * 300), who="Frau X", now=NOW)
