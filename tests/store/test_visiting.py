from __future__ import annotations

import hashlib
import os
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kizdesk.domain.changes import Create, Delete, Stamp
from kizdesk.domain.errors import EnvironmentFault
from kizdesk.domain.people import Person
from kizdesk.store import ProjectFile
from kizdesk.store.engine import Place, connect
from kizdesk.store.visiting import VisitedFile

NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
DATA = Path(__file__).parent / "data"


def stamp(label: str) -> Stamp:
    return Stamp("Erika Muster", NOW, label)


def visit(path: Path, passphrase: str | None = None) -> VisitedFile:
    return VisitedFile(path, passphrase=passphrase, now=NOW, heard=lambda _share: None)


def made(path: Path, passphrase: str | None = None) -> Path:
    with ProjectFile.create(path, who="Erika Muster", now=NOW, passphrase=passphrase) as file:
        file.commit([Create(Person(id="p", name="Łukasz"))], stamp("Person hinzufügen"))
        file.put_blob(b"Satzung")
    return path


def seen(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return every file of a folder with its bytes and the moment of its last change."""
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}


def test_a_visited_file_stays_as_it_is(tmp_path: Path) -> None:
    path = made(tmp_path / "anders.kizdesk")
    before = seen(tmp_path)
    with visit(path) as file:
        assert [person.name for person in file.snapshot.all(Person)] == ["Łukasz"]
    assert seen(tmp_path) == before


def test_what_a_crash_left_in_the_log_is_read_and_stays_there(tmp_path: Path) -> None:
    source = made(tmp_path / "quelle.kizdesk")
    folder = tmp_path / "stick"
    folder.mkdir()
    with ProjectFile.open(source, who="Erika Muster", now=NOW) as file:
        file.commit([Create(Person(id="q", name="Ørsted"))], stamp("Person hinzufügen"))
        for name in (source.name, f"{source.name}-wal"):
            shutil.copy(tmp_path / name, folder / name)
    before = seen(folder)
    assert before[f"{source.name}-wal"][0]
    with visit(folder / source.name) as visited:
        assert {person.id for person in visited.snapshot.all(Person)} == {"p", "q"}
    assert seen(folder) == before


@pytest.mark.parametrize("version", ["version-1", "version-2", "version-3", "version-4"])
def test_an_older_file_is_read_and_not_migrated(version: str, tmp_path: Path) -> None:
    path = Path(shutil.copy(DATA / f"{version}.kizdesk", tmp_path))
    before = seen(tmp_path)
    with visit(path) as file:
        assert file.snapshot.all(Person)
    assert seen(tmp_path) == before


def test_a_protected_file_is_read_with_its_own_passphrase(tmp_path: Path) -> None:
    path = made(tmp_path / "anders.kizdesk", "Föhn am Rhein")
    with visit(path, "Föhn am Rhein") as file:
        assert file.snapshot.all(Person)
    with pytest.raises(EnvironmentFault, match="mit diesem Kennwort nicht öffnen"):
        visit(path, "falsch")
    with pytest.raises(EnvironmentFault, match="mit einem Kennwort geschützt"):
        visit(path)


def test_bytes_are_given_only_if_they_are_what_their_name_says(tmp_path: Path) -> None:
    path = made(tmp_path / "anders.kizdesk")
    with ProjectFile.open(path, who="", now=NOW, read_only=True) as file:
        (name,) = file.blobs()
    with visit(path) as visited:
        assert visited.blob(name) == b"Satzung"
        assert visited.blob("0" * 64) is None
    connection = dbapi2.connect(str(path))
    connection.execute("UPDATE blob SET data = ?", (b"Satzunk",))
    connection.commit()
    connection.close()
    with visit(path) as visited:
        assert visited.blob(name) is None


def test_a_file_that_somebody_edits_is_refused_with_the_name(tmp_path: Path) -> None:
    path = made(tmp_path / "anders.kizdesk")
    with (
        ProjectFile.open(path, who="Fatma Şahin", now=NOW),
        pytest.raises(EnvironmentFault, match="von Fatma Şahin auf .* geöffnet. Bitte sie dort zuerst schließen"),
    ):
        visit(path)


def test_a_newer_file_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "anders.kizdesk")
    connection = dbapi2.connect(str(path))
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.execute(f"PRAGMA user_version = {version + 1}")
    connection.close()
    with pytest.raises(EnvironmentFault, match="neueren Programmfassung"):
        visit(path)


@pytest.mark.parametrize("damage", ["text", "empty", "torn", "bare"])
def test_what_is_no_sound_project_is_refused(damage: str, tmp_path: Path) -> None:
    path = made(tmp_path / "anders.kizdesk")
    if damage == "bare":
        connection = dbapi2.connect(str(path))
        connection.execute("DROP TABLE person")
        connection.close()
    else:
        whole = path.read_bytes()
        torn = whole[:8192] + os.urandom(len(whole) - 8192)
        path.write_bytes({"text": b"Sehr geehrte Damen und Herren", "empty": b"", "torn": torn}[damage])
    before = seen(tmp_path)
    with pytest.raises(EnvironmentFault, match="beschädigt"):
        visit(path)
    assert seen(tmp_path) == before


@pytest.mark.parametrize("edit", ["phone = x'00ff'", "roles = '[5]'", "roles = '[{}]'"])
def test_what_never_stands_in_a_column_is_damage(edit: str, tmp_path: Path) -> None:
    path = made(tmp_path / "anders.kizdesk")
    connection = dbapi2.connect(str(path))
    connection.execute(" ".join(("UPDATE person SET", edit)))
    connection.commit()
    connection.close()
    with pytest.raises(EnvironmentFault, match="beschädigt"):
        visit(path)


def test_what_somebody_deleted_is_known_and_what_undo_took_away_is_not(tmp_path: Path) -> None:
    path = made(tmp_path / "anders.kizdesk")
    with ProjectFile.open(path, who="", now=NOW) as file:
        file.commit([Delete(Person, "p")], stamp("Person löschen"))
        file.commit([Create(Person(id="q"))], stamp("Person hinzufügen"))
        file.undo("", NOW)
        lineage = file.lineage()
    assert lineage.removed == {("person", "p")}
    with visit(path) as visited:
        assert visited.lineage == lineage


def test_copies_share_their_birth(tmp_path: Path) -> None:
    path = made(tmp_path / "eins.kizdesk")
    copy = Path(shutil.copy(path, tmp_path / "zwei.kizdesk"))
    with visit(path) as one, visit(copy) as two:
        assert one.lineage.birth == two.lineage.birth


def test_stopping_leaves_no_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "tmp"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))

    def stop(_share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        VisitedFile(made(tmp_path / "anders.kizdesk"), passphrase=None, now=NOW, heard=stop)
    assert not list(place.iterdir())


def test_what_a_crash_left_behind_goes_with_the_next_visit_after_a_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "tmp"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    old, young, foreign = place / "kizdesk-kopie-alt", place / "kizdesk-kopie-jung", place / "anderes"
    for folder in (old, young, foreign):
        folder.mkdir()
        (folder / "laptop.kizdesk").write_bytes(b"Namen")
    for folder in (old, foreign):
        os.utime(folder, (0, 0))
    with visit(made(tmp_path / "anders.kizdesk")):
        assert not old.exists()
        assert young.exists()
        assert foreign.exists()


def test_closing_waits_for_an_attachment_that_is_being_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made(tmp_path / "anders.kizdesk")
    reading, go_on = threading.Event(), threading.Event()

    def slow(place: Place, mode: str = "rw") -> dbapi2.Connection:
        connection = connect(place, mode)
        reading.set()
        go_on.wait(10)
        return connection

    file = visit(path)
    monkeypatch.setattr("kizdesk.store.visiting.connect", slow)
    with ThreadPoolExecutor() as pool:
        read = pool.submit(file.blob, hashlib.sha256(b"Satzung").hexdigest())
        reading.wait(10)
        closed = pool.submit(file.close)
        assert not closed.done()
        go_on.set()
        assert read.result() == b"Satzung"
        closed.result()
    monkeypatch.undo()
    assert file.blob(hashlib.sha256(b"Satzung").hexdigest()) is None
