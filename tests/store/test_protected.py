from __future__ import annotations

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kizdesk.domain.changes import Create
from kizdesk.domain.errors import EnvironmentFault
from kizdesk.domain.people import Person
from kizdesk.store import ProjectFile
from tests.store.support import NOW, stamp

WORDS = "Grüße aus Köln"


@pytest.fixture
def protected(path: Path) -> Path:
    with ProjectFile.create(path, who="Frau X", now=NOW, passphrase=WORDS) as project:
        project.commit([Create(Person(id="p1", name="Wladislawa"))], stamp())
    return path


def test_a_protected_file_opens_with_its_passphrase(protected: Path) -> None:
    with ProjectFile.open(protected, who="Frau X", now=NOW, passphrase=WORDS) as project:
        assert project.search("ladislawa")
        assert project.verify() == []


def test_a_passphrase_may_be_typed_with_combining_letters(protected: Path) -> None:
    typed = "Gru\u0308ße aus Ko\u0308ln"
    ProjectFile.open(protected, who="Frau X", now=NOW, passphrase=typed, read_only=True).close()


def test_a_protected_file_shows_nothing_of_its_contents(protected: Path) -> None:
    content = protected.read_bytes()
    assert b"ladislawa" not in content
    assert b"SQLite" not in content
    assert b"CREATE TABLE" not in content


def test_a_wrong_passphrase_is_told(protected: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(EnvironmentFault, match="mit diesem Kennwort nicht öffnen"):
        ProjectFile.open(protected, who="Frau X", now=NOW, passphrase=WORDS.lower())
    assert capfd.readouterr().err == ""


def test_a_missing_passphrase_is_told(protected: Path) -> None:
    with pytest.raises(EnvironmentFault, match="mit einem Kennwort geschützt"):
        ProjectFile.open(protected, who="Frau X", now=NOW)


def test_it_is_told_which_files_need_a_passphrase(protected: Path, tmp_path: Path) -> None:
    plain = tmp_path / "offen.kizdesk"
    ProjectFile.create(plain, who="Frau X", now=NOW).close()
    assert ProjectFile.is_protected(protected)
    assert not ProjectFile.is_protected(plain)
    assert not ProjectFile.is_protected(tmp_path / "fehlt.kizdesk")


def test_a_backup_of_a_protected_file_is_protected(protected: Path, tmp_path: Path) -> None:
    copy = tmp_path / "Kopie.kizdesk"
    with ProjectFile.open(protected, who="Frau X", now=NOW, passphrase=WORDS) as project:
        project.backup(copy)
    assert b"ladislawa" not in copy.read_bytes()
    with ProjectFile.open(copy, who="Frau X", now=NOW, passphrase=WORDS, read_only=True) as project:
        assert len(project.snapshot().all(Person)) == 1


def test_the_write_ahead_log_of_a_protected_file_is_protected(protected: Path) -> None:
    with ProjectFile.open(protected, who="Frau X", now=NOW, passphrase=WORDS) as project:
        project.commit([Create(Person(id="p2", name="Zbigniewa"))], stamp())
        assert all(b"bigniewa" not in path.read_bytes() for path in protected.parent.iterdir())


def test_the_key_is_the_one_that_other_sqlcipher_programs_derive(protected: Path) -> None:
    connection = dbapi2.connect(str(protected))
    connection.execute(f"PRAGMA key = '{WORDS}'")
    assert connection.execute("SELECT name FROM person").fetchone() == ("Wladislawa",)
    connection.close()


def test_a_truncated_protected_file_is_told(protected: Path) -> None:
    protected.write_bytes(protected.read_bytes()[: 4096 * 3])
    with pytest.raises(EnvironmentFault, match="beschädigt"):
        ProjectFile.open(protected, who="Frau X", now=NOW, passphrase=WORDS)
