from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kizdesk.domain.changes import Create, Update
from kizdesk.domain.codec import plain
from kizdesk.domain.errors import EnvironmentFault
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.guide_editions import GuideEdition
from kizdesk.domain.interviews import Answer, Interview
from kizdesk.domain.layout import ChapterChoice
from kizdesk.domain.papers import Paper
from kizdesk.domain.people import Person
from kizdesk.domain.places import Municipality, Project
from kizdesk.domain.registry import TYPE_OF_KIND
from kizdesk.domain.requests import ConsentRequest, EditorialRuling
from kizdesk.domain.versions import ChapterText
from kizdesk.store import ProjectFile
from kizdesk.store.backup import backups_of
from kizdesk.store.engine import Place, connect
from kizdesk.store.migrate import FileVersion, statements
from kizdesk.store.migrations import Step, released_steps
from kizdesk.store.opening import prepare_for_writing
from tests.store.support import NOW, filled, stamp

DATA = Path(__file__).parent / "data"
NEXT = Step(1, 5, "ALTER TABLE person ADD COLUMN pronoun TEXT NOT NULL DEFAULT '';\nUPDATE person SET pronoun = 'sie';")
NEXT_MAJOR = Step(2, 0, "DROP TABLE cost_item;")
FAULTY = Step(1, 5, "ALTER TABLE person ADD COLUMN pronoun TEXT;\nDELETE FROM person;\nINSERT INTO nowhere VALUES (1);")


@pytest.fixture
def version_1(tmp_path: Path) -> Path:
    return Path(shutil.copy(DATA / "version-1.kizdesk", tmp_path))


@pytest.fixture
def version_2(tmp_path: Path) -> Path:
    """Return a file of version 1.1, which added requests and editorial rulings."""
    return Path(shutil.copy(DATA / "version-2.kizdesk", tmp_path))


@pytest.fixture
def version_5(tmp_path: Path) -> Path:
    """Return a file of the present version."""
    return Path(shutil.copy(DATA / "version-5.kizdesk", tmp_path))


def expected(number: int = 1) -> dict[str, list[dict[str, object]]]:
    text = (DATA / f"version-{number}.json").read_text(encoding="utf-8")
    contents: dict[str, list[dict[str, object]]] = json.loads(text)
    return contents


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_a_file_of_every_released_version_opens_and_holds_its_contents(number: int, tmp_path: Path) -> None:
    path = Path(shutil.copy(DATA / f"version-{number}.kizdesk", tmp_path))
    with ProjectFile.open(path, who="Frau X", now=NOW) as project:
        for kind, rows in expected(number).items():
            read = [plain(record) for record in project.snapshot().all(TYPE_OF_KIND[kind])]
            for row, record in zip(rows, read, strict=True):
                assert isinstance(record, dict)
                assert {name: record[name] for name in row} == row


def test_a_file_of_version_1_holds_every_kind_of_record_known_then() -> None:
    assert all(rows for rows in expected().values())
    assert len(expected()) >= 30


def test_a_file_of_version_2_holds_every_kind_of_record_known_then() -> None:
    assert all(rows for rows in expected(2).values())
    assert expected(2).keys() - expected().keys() == {"consent_request", "editorial_ruling"}


def test_a_file_of_version_3_holds_every_kind_of_record_known_then() -> None:
    assert all(rows for rows in expected(3).values())
    assert expected(3).keys() - expected(2).keys() == {"form_issue"}


def test_a_file_of_version_4_holds_every_kind_of_record_known_then() -> None:
    assert all(rows for rows in expected(4).values())
    assert expected(4).keys() - expected(3).keys() == {"guide_edition"}


def test_a_file_of_version_5_holds_every_kind_of_record() -> None:
    assert expected(5).keys() == TYPE_OF_KIND.keys()
    assert all(rows for rows in expected(5).values())


def test_a_file_of_version_4_is_upgraded_and_holds_papers_then(tmp_path: Path) -> None:
    path = Path(shutil.copy(DATA / "version-4.kizdesk", tmp_path))
    with ProjectFile.open(path, who="Frau X", now=NOW) as project:
        assert {text.closes for text in project.snapshot().all(ChapterText)} == {False}
        assert {found.logo_id for found in project.snapshot().all(Project)} == {""}
        project.commit([Create(filled(Paper)), Create(filled(ChapterChoice))], stamp())
    with ProjectFile.open(path, who="Frau X", now=NOW, read_only=True) as project:
        assert project.snapshot().all(Paper) == (filled(Paper),)
        assert project.snapshot().all(ChapterChoice) == (filled(ChapterChoice),)


def test_a_file_of_version_3_is_upgraded_and_knows_the_newer_fields_then(tmp_path: Path) -> None:
    path = Path(shutil.copy(DATA / "version-3.kizdesk", tmp_path))
    with ProjectFile.open(path, who="Frau X", now=NOW) as project:
        snapshot = project.snapshot()
        assert {answer.taken_from for answer in snapshot.all(Answer)} == {""}
        assert {interview.section_times for interview in snapshot.all(Interview)} == {()}
        assert {place.no_offerings for place in snapshot.all(Municipality)} == {False}
        project.commit([Create(filled(GuideEdition))], stamp())
    with ProjectFile.open(path, who="Frau X", now=NOW, read_only=True) as project:
        assert project.snapshot().all(GuideEdition) == (filled(GuideEdition),)


def test_a_file_of_version_2_is_upgraded_and_holds_forms_then(version_2: Path) -> None:
    with ProjectFile.open(version_2, who="Frau X", now=NOW) as project:
        project.commit([Create(filled(FormIssue))], stamp())
    with ProjectFile.open(version_2, who="Frau X", now=NOW, read_only=True) as project:
        assert project.snapshot().all(FormIssue) == (filled(FormIssue),)


def test_a_file_of_version_1_is_upgraded_and_holds_requests_and_rulings_then(version_1: Path) -> None:
    with ProjectFile.open(version_1, who="Frau X", now=NOW) as project:
        records = [filled(ConsentRequest), filled(EditorialRuling)]
        project.commit([Create(record) for record in records], stamp())
        assert project.snapshot().get(ConsentRequest, "eins") == records[0]
    with ProjectFile.open(version_1, who="Frau X", now=NOW, read_only=True) as project:
        assert project.snapshot().get(EditorialRuling, "eins") == records[1]


def test_a_file_of_version_1_is_searched_undone_and_edited(version_1: Path) -> None:
    with ProjectFile.open(version_1, who="Frau X", now=NOW) as project:
        assert project.search("dordevic")
        assert project.blob(next(project.blobs())) == b"Anlage"
        assert project.undo("Frau X", NOW) == "Telefon ändern"
        project.commit([Update(Person, "eins", "name", "Meyer")], stamp())
        assert [entry.who for entry in project.log()][-1] == "Frau X"


def prepared(path: Path, *steps: Step) -> None:
    prepare_for_writing(Place(path), NOW, (*released_steps(), *steps))


def test_a_step_changes_the_file_and_its_version(version_1: Path) -> None:
    prepared(version_1, NEXT)
    connection = connect(Place(version_1))
    assert connection.execute("SELECT DISTINCT pronoun FROM person").fetchall() == [("sie",)]
    assert connection.execute("PRAGMA user_version").fetchone() == (NEXT.version,)
    connection.close()


def test_before_a_step_a_backup_is_made(version_1: Path) -> None:
    prepared(version_1, NEXT)
    (backup,) = backups_of(version_1)
    connection = connect(Place(backup.path), "ro")
    assert connection.execute("PRAGMA user_version").fetchone() == (65536,)
    connection.close()


def test_a_file_of_the_present_version_is_not_backed_up_on_opening(version_5: Path) -> None:
    prepared(version_5)
    assert backups_of(version_5) == []


def test_a_step_that_fails_leaves_the_file_as_it_was(version_5: Path) -> None:
    before = version_5.read_bytes()
    with pytest.raises(dbapi2.OperationalError):
        prepared(version_5, FAULTY)
    with ProjectFile.open(version_5, who="Frau X", now=NOW, read_only=True) as project:
        assert len(project.snapshot().all(Person)) == len(expected(4)["person"])
    assert version_5.read_bytes() == before


def test_a_step_that_succeeded_stays_when_the_next_fails(version_1: Path) -> None:
    with pytest.raises(dbapi2.OperationalError):
        prepared(version_1, NEXT, Step(1, 5, FAULTY.sql))
    connection = connect(Place(version_1), "ro")
    assert connection.execute("PRAGMA user_version").fetchone() == (NEXT.version,)
    connection.close()


def test_a_file_of_a_newer_minor_version_can_only_be_read(version_1: Path) -> None:
    prepared(version_1, NEXT)
    with pytest.raises(EnvironmentFault, match=r"Dateiversion 1\.5.*nur lesen"):
        ProjectFile.open(version_1, who="Frau X", now=NOW)
    with ProjectFile.open(version_1, who="Frau X", now=NOW, read_only=True) as project:
        assert len(project.snapshot().all(Person)) == len(expected()["person"])


@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_of_a_newer_major_version_is_refused(version_1: Path, *, read_only: bool) -> None:
    prepared(version_1, NEXT_MAJOR)
    before = version_1.read_bytes()
    with pytest.raises(EnvironmentFault, match=r"neueren Programmfassung \(Dateiversion 2\.0\).*aktualisieren"):
        ProjectFile.open(version_1, who="Frau X", now=NOW, read_only=read_only)
    assert version_1.read_bytes() == before


def test_a_version_is_told_as_major_and_minor() -> None:
    assert str(FileVersion(3 * 65536 + 2)) == "3.2"


def test_a_trigger_is_one_statement() -> None:
    script = "CREATE TABLE a (b);\nCREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM a;\n  DELETE FROM a;\nEND;\n"
    assert len(list(statements(script))) == 2


def test_no_step_is_missing_or_out_of_order() -> None:
    versions = [step.version for step in released_steps()]
    assert versions == sorted(set(versions))
