from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import func, select

from kizdesk.domain.changes import Change, Create, Delete, Update
from kizdesk.domain.codec import plain
from kizdesk.domain.errors import ShapeError, UserError
from kizdesk.domain.interviews import Answer
from kizdesk.domain.people import Person
from kizdesk.store import ProjectFile
from kizdesk.store.tables import CHANGE_GROUP
from tests.store.support import NOW, stamp

MEYER = Person(id="p1", name="Meyer")
KAYA = Person(id="p2", name="Kaya")


def names(project: ProjectFile) -> Sequence[str]:
    return [person.name for person in project.snapshot().all(Person)]


def test_a_change_is_in_the_snapshot_that_commit_returns(project: ProjectFile) -> None:
    assert project.commit([Create(MEYER)], stamp()).all(Person) == (MEYER,)


def test_the_log_tells_who_changed_what_from_what_to_what(project: ProjectFile) -> None:
    project.commit([Create(MEYER)], stamp("Person anlegen"))
    project.commit([Update(Person, "p1", "name", "Meier")], stamp("Name ändern", who="Herr Y"))
    entry = project.log(after=1)[0]
    assert (entry.kind, entry.id, entry.field, entry.old, entry.new) == ("person", "p1", "name", "Meyer", "Meier")
    assert (entry.label, entry.who, entry.at) == ("Name ändern", "Herr Y", NOW)


def test_the_log_keeps_a_deleted_record_whole(project: ProjectFile) -> None:
    project.commit([Create(MEYER)], stamp())
    project.commit([Delete(Person, "p1")], stamp())
    old = project.log()[-1].old
    assert isinstance(old, dict)
    assert old["name"] == "Meyer"


def test_one_change_that_does_not_fit_leaves_all_undone(project: ProjectFile) -> None:
    with pytest.raises(UserError):
        project.commit([Create(MEYER), Delete(Person, "nobody")], stamp())
    assert names(project) == []
    assert project.log() == []


def test_a_value_of_the_wrong_type_is_refused(project: ProjectFile) -> None:
    project.commit([Create(MEYER)], stamp())
    with pytest.raises(ShapeError):
        project.commit([Update(Person, "p1", "name", 7)], stamp())


def test_the_id_of_a_record_cannot_be_changed(project: ProjectFile) -> None:
    project.commit([Create(MEYER)], stamp())
    with pytest.raises(ValueError, match="id"):
        project.commit([Update(Person, "p1", "id", "p9")], stamp())


def test_a_change_to_the_same_value_is_not_recorded(project: ProjectFile) -> None:
    project.commit([Create(MEYER)], stamp())
    project.commit([Update(Person, "p1", "name", "Meyer")], stamp())
    assert len(project.log()) == 1


def test_typing_in_one_field_within_one_stay_is_one_record(project: ProjectFile) -> None:
    project.commit([Create(MEYER)], stamp())
    for name in ("Me", "Mei", "Meier"):
        project.commit([Update(Person, "p1", "name", name)], stamp(stay="s1"))
    entries = project.log(after=1)
    assert [(entry.old, entry.new) for entry in entries] == [("Meyer", "Meier")]


def test_undo_takes_back_all_that_was_typed_in_one_stay(project: ProjectFile) -> None:
    project.commit([Create(MEYER)], stamp())
    for name in ("Me", "Mei", "Meier"):
        project.commit([Update(Person, "p1", "name", name)], stamp(stay="s1"))
    project.undo("Frau X", NOW)
    assert names(project) == ["Meyer"]


def test_what_is_typed_into_a_new_record_within_its_stay_belongs_to_its_creation(project: ProjectFile) -> None:
    project.commit([Create(Person(id="p1", name="M"))], stamp(stay="s1"))
    project.commit([Update(Person, "p1", "name", "Meier")], stamp(stay="s1"))
    project.commit([Update(Person, "p1", "phone", "02131")], stamp(stay="s1"))

    (entry,) = project.log()
    whole = Person(id="p1", name="Meier", phone="02131")
    assert entry.new == plain(whole)
    project.undo("Frau X", NOW)
    assert project.snapshot().all(Person) == ()
    project.redo("Frau X", NOW)
    assert project.snapshot().all(Person) == (whole,)


@pytest.mark.parametrize("other", ["s2", ""])
def test_typing_in_another_stay_is_a_record_of_its_own(project: ProjectFile, other: str) -> None:
    project.commit([Create(MEYER)], stamp())
    project.commit([Update(Person, "p1", "name", "Mei")], stamp(stay="s1"))
    project.commit([Update(Person, "p1", "name", "Meier")], stamp(stay=other))
    assert len(project.log(after=1)) == 2


def test_a_change_in_between_ends_the_stay(project: ProjectFile) -> None:
    project.commit([Create(MEYER)], stamp())
    project.commit([Update(Person, "p1", "name", "Mei")], stamp(stay="s1"))
    project.commit([Update(Person, "p1", "phone", "02131")], stamp(stay="s1"))
    project.commit([Update(Person, "p1", "name", "Meier")], stamp(stay="s1"))
    assert len(project.log(after=1)) == 3


def test_what_was_undone_is_not_amended(project: ProjectFile) -> None:
    project.commit([Create(MEYER)], stamp())
    project.commit([Update(Person, "p1", "name", "Mei")], stamp(stay="s1"))
    project.undo("Frau X", NOW)
    project.commit([Update(Person, "p1", "name", "Maier")], stamp(stay="s1"))
    project.undo("Frau X", NOW)
    assert names(project) == ["Meyer"]


def test_undo_and_redo_tell_what_they_would_do(project: ProjectFile) -> None:
    project.commit([Create(MEYER)], stamp("Meyer anlegen"))
    project.commit([Create(KAYA)], stamp("Kaya anlegen"))
    assert (project.undo_label, project.redo_label) == ("Kaya anlegen", None)
    assert project.undo("Frau X", NOW) == "Kaya anlegen"
    assert (project.undo_label, project.redo_label) == ("Meyer anlegen", "Kaya anlegen")


def test_undo_and_redo_do_nothing_in_an_empty_project(project: ProjectFile) -> None:
    assert project.undo("Frau X", NOW) is None
    assert project.redo("Frau X", NOW) is None


def test_undo_and_redo_go_on_after_a_restart(project: ProjectFile, path: Path) -> None:
    project.commit([Create(MEYER)], stamp())
    project.commit([Create(KAYA)], stamp())
    project.undo("Frau X", NOW)
    project.close()
    with ProjectFile.open(path, who="Frau X", now=NOW) as again:
        again.undo("Frau X", NOW)
        assert names(again) == []
        again.redo("Frau X", NOW)
        again.redo("Frau X", NOW)
        assert names(again) == ["Meyer", "Kaya"]


def test_a_new_change_makes_redo_impossible(project: ProjectFile) -> None:
    project.commit([Create(MEYER)], stamp())
    project.undo("Frau X", NOW)
    project.commit([Create(KAYA)], stamp())
    assert project.redo("Frau X", NOW) is None
    assert names(project) == ["Kaya"]


def test_an_undone_deletion_puts_the_record_back_in_its_place(project: ProjectFile, path: Path) -> None:
    project.commit([Create(MEYER), Create(KAYA)], stamp())
    project.commit([Delete(Person, "p1")], stamp())
    project.undo("Frau X", NOW)
    assert names(project) == ["Meyer", "Kaya"]
    project.close()
    with ProjectFile.open(path, who="Frau X", now=NOW, read_only=True) as again:
        assert names(again) == ["Meyer", "Kaya"]


def test_nothing_is_taken_out_of_the_log_by_undo(project: ProjectFile) -> None:
    project.commit([Create(MEYER)], stamp())
    project.undo("Frau X", NOW)
    project.redo("Frau X", NOW)
    assert [entry.reverses for entry in project.log()] == [None, 1, 2]


def test_a_record_can_be_made_changed_and_removed_in_one_group(project: ProjectFile) -> None:
    changes: list[Change] = [Create(MEYER), Update(Person, "p1", "name", "Meier"), Delete(Person, "p1"), Create(KAYA)]
    project.commit(changes, stamp())
    assert names(project) == ["Kaya"]
    project.undo("Frau X", NOW)
    project.redo("Frau X", NOW)
    assert names(project) == ["Kaya"]


@pytest.mark.usefixtures("project")
def test_a_project_opened_for_reading_refuses_changes(path: Path) -> None:
    with (
        ProjectFile.open(path, who="Herr Y", now=NOW, read_only=True) as reader,
        pytest.raises(UserError, match="nur zum Lesen"),
    ):
        reader.commit([Create(MEYER)], stamp())


def test_a_project_opened_for_reading_follows_what_is_written(project: ProjectFile, path: Path) -> None:
    with ProjectFile.open(path, who="Herr Y", now=NOW, read_only=True) as reader:
        assert names(reader) == []
        project.commit([Create(MEYER)], stamp())
        assert names(reader) == ["Meyer"]


def test_erased_values_are_gone_from_every_byte_of_the_file(project: ProjectFile, path: Path) -> None:
    project.commit([Create(Person(id="p1", name="Wladislawa"))], stamp())
    project.commit([Update(Person, "p1", "name", "Wladislawa-Maria")], stamp())
    project.commit([Delete(Person, "p1")], stamp())
    assert project.erase_values("person", "p1") == 3
    project.close()
    assert b"ladislawa" not in path.read_bytes()


def test_erased_values_keep_their_place_in_the_log(project: ProjectFile) -> None:
    project.commit([Create(MEYER)], stamp())
    project.commit([Delete(Person, "p1")], stamp())
    project.erase_values("person", "p1")
    assert [(entry.id, entry.erased, entry.old, entry.new) for entry in project.log()] == [("p1", True, None, None)] * 2


def test_undo_does_not_bring_erased_values_back(project: ProjectFile) -> None:
    project.commit([Create(MEYER)], stamp())
    project.commit([Delete(Person, "p1")], stamp())
    project.commit([Create(KAYA)], stamp())
    project.erase_values("person", "p1")
    assert project.undo("Frau X", NOW) == "Änderung"
    assert project.undo("Frau X", NOW) is None


def test_values_of_a_record_that_is_still_there_are_not_erased(project: ProjectFile) -> None:
    project.commit([Create(MEYER)], stamp())
    with pytest.raises(UserError, match="zuerst löschen"):
        project.erase_values("person", "p1")


def test_many_records_of_one_import_are_one_group(project: ProjectFile) -> None:
    answers = [Answer(id=f"a{number}", interview_id="i", question_id=f"b{number}") for number in range(500)]
    project.commit([Create(answer) for answer in answers], stamp())
    with project._connections.reading() as connection:
        assert connection.execute(select(func.count()).select_from(CHANGE_GROUP)).scalar_one() == 1
