from __future__ import annotations

import pytest

from kizdesk.domain.changes import Create
from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import Goal, Measure
from kizdesk.domain.interviews import Attachment
from kizdesk.domain.people import Person
from kizdesk.domain.votes import Vote, VoteKind, VoteResult, VoteSubject
from kizdesk.store import ProjectFile
from tests.store.support import stamp


def attachment(sha256: str) -> Attachment:
    return Attachment(id="f1", name="Brief.pdf", media_type="application/pdf", size=5, sha256=sha256)


def test_a_sound_project_has_no_findings(project: ProjectFile) -> None:
    sha256 = project.put_blob(b"Brief")
    project.commit([Create(Person(id="p1")), Create(attachment(sha256))], stamp())
    assert project.verify() == []


def test_it_stays_sound_while_it_is_searched_and_changed(project: ProjectFile) -> None:
    for number in range(30):
        project.commit([Create(Person(id=f"p{number}", name=f"Frau {number} Đorđević"))], stamp())
        project.search("dordevic")
    assert project.verify() == []


def test_a_record_that_names_a_missing_one_is_found(project: ProjectFile) -> None:
    project.commit([Create(Goal(id="z1", field_id="nirgends", title="Ziel"))], stamp())
    assert project.verify() == [
        "Ziel „z1“ verweist auf einen Eintrag, den es nicht gibt: Handlungsfeld „nirgends“. Bitte den Eintrag prüfen."
    ]


def test_a_list_of_names_is_checked_one_by_one(project: ProjectFile) -> None:
    goal = Goal(id="z1", field_id="", title="Ziel")
    measure = Measure(id="m1", goal_id="z1", title="Maßnahme", evidence_ids=("b1", "b2"))
    project.commit([Create(goal), Create(measure)], stamp())
    assert len(project.verify()) == 2


def test_the_subject_of_a_vote_is_checked(project: ProjectFile) -> None:
    vote = Vote(
        id="v1",
        subject=VoteSubject.VERSION,
        subject_id="weg",
        body_id="",
        kind=VoteKind.IN_WRITING,
        result=VoteResult.AGREED,
    )
    project.commit([Create(vote)], stamp())
    assert len(project.verify()) == 1


def test_a_missing_attachment_is_found(project: ProjectFile) -> None:
    project.commit([Create(attachment("0" * 64))], stamp())
    assert project.verify() == [
        "Zu „Brief.pdf“ fehlt die Datei selbst. Bitte sie neu hinzufügen oder eine Sicherung öffnen."
    ]


def test_a_changed_attachment_is_found(project: ProjectFile) -> None:
    project.put_blob(b"Brief")
    with project._connections.writing() as connection:
        connection.exec_driver_sql("UPDATE blob SET data = x'00'")
    assert "ist verändert" in project.verify()[0]


def test_a_record_written_past_the_log_is_found(project: ProjectFile) -> None:
    project.commit([Create(Person(id="p1"))], stamp())
    with project._connections.writing() as connection:
        connection.exec_driver_sql("DELETE FROM change")
    assert "Nach dem Protokoll müsste das Projekt 0 Personen enthalten" in project.verify()[0]


def test_an_incomplete_index_is_found(project: ProjectFile) -> None:
    project.commit([Create(Person(id="p1", name="Meyer"))], stamp())
    with project._connections.writing() as connection:
        connection.exec_driver_sql("INSERT INTO search_index (search_index) VALUES ('delete-all')")
    assert any("Verzeichnis der Suche" in finding for finding in project.verify())


def test_bytes_are_stored_once(project: ProjectFile) -> None:
    assert project.put_blob(b"Brief") == project.put_blob(b"Brief")
    assert list(project.blobs()) == [project.put_blob(b"Brief")]


def test_bytes_come_back_as_they_were(project: ProjectFile) -> None:
    assert project.blob(project.put_blob(bytes(range(256)))) == bytes(range(256))


def test_bytes_that_are_not_there_are_told(project: ProjectFile) -> None:
    with pytest.raises(UserError, match="nicht enthalten"):
        project.blob("0" * 64)


def test_bytes_can_be_removed_when_nothing_names_them(project: ProjectFile) -> None:
    project.erase_blob(project.put_blob(b"Brief"))
    assert list(project.blobs()) == []


def test_bytes_of_an_attachment_are_not_removed(project: ProjectFile) -> None:
    sha256 = project.put_blob(b"Brief")
    project.commit([Create(attachment(sha256))], stamp())
    with pytest.raises(UserError, match="zuerst löschen"):
        project.erase_blob(sha256)
