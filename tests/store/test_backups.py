from __future__ import annotations

import errno
import shutil
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from kizdesk.domain.changes import Create, Update
from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.domain.people import Person
from kizdesk.store import ProjectFile
from kizdesk.store.backup import folder_of
from tests.store.support import NOW, stamp


def typed(project: ProjectFile, minutes: Sequence[float]) -> None:
    if project.snapshot().find(Person, "p1") is None:
        project.commit([Create(Person(id="p1"))], stamp())
    for minute in minutes:
        project.commit([Update(Person, "p1", "name", f"Meyer {minute}")], stamp(at=NOW + timedelta(minutes=minute)))


def name_in(path: Path) -> str:
    with ProjectFile.open(path, who="Frau X", now=NOW, read_only=True) as project:
        return project.snapshot().get(Person, "p1").name


def test_no_backup_is_made_in_the_first_ten_minutes(project: ProjectFile) -> None:
    typed(project, [1, 5, 9.9])
    assert project.backups() == []


def test_a_backup_is_made_at_most_every_ten_minutes_of_change(project: ProjectFile) -> None:
    typed(project, [1, 11, 12, 20.5, 22, 90])
    made = [backup.made.strftime("%H:%M") for backup in project.backups()]
    assert made == ["15:33", "14:25", "14:14"]


def test_a_backup_holds_the_change_that_called_for_it(project: ProjectFile) -> None:
    typed(project, [11])
    assert name_in(project.backups()[0].path) == "Meyer 11"


def test_the_ten_minutes_go_on_after_a_restart(project: ProjectFile, path: Path) -> None:
    typed(project, [11])
    project.close()
    with ProjectFile.open(path, who="Frau X", now=NOW + timedelta(minutes=15)) as again:
        typed(again, [16, 22])
        assert len(again.backups()) == 2


def test_the_last_ten_are_kept(project: ProjectFile) -> None:
    typed(project, [number * 11 for number in range(1, 14)])
    made = [backup.made for backup in project.backups()]
    assert len(made) == 10
    assert made[-1].strftime("%H:%M") == "14:47"


def test_other_files_in_the_folder_of_backups_are_left_alone(project: ProjectFile, path: Path) -> None:
    folder_of(path).mkdir()
    (folder_of(path) / "Meine Kopie.kizdesk").write_bytes(b"")
    typed(project, [number * 11 for number in range(1, 14)])
    assert (folder_of(path) / "Meine Kopie.kizdesk").exists()


def test_a_backup_that_cannot_be_made_does_not_undo_the_change(project: ProjectFile, path: Path) -> None:
    folder_of(path).write_text("keine Mappe", encoding="utf-8")
    typed(project, [11])
    assert project.snapshot().get(Person, "p1").name == "Meyer 11"
    assert "konnte keine Sicherung angelegt werden" in project.backup_fault


def test_restoring_brings_the_earlier_state_back(project: ProjectFile) -> None:
    typed(project, [11, 12])
    project.restore(project.backups()[0].path, NOW)
    assert project.snapshot().get(Person, "p1").name == "Meyer 11"


def test_restoring_sets_the_present_file_aside(project: ProjectFile) -> None:
    typed(project, [11, 12])
    aside = project.restore(project.backups()[0].path, NOW)
    assert aside is not None
    assert aside.name == "Kreis vor Wiederherstellung 2026-11-21 14-03-00.kizdesk"
    assert name_in(aside) == "Meyer 12"


def test_restoring_twice_within_a_second_sets_both_aside(project: ProjectFile) -> None:
    typed(project, [11, 12])
    backup = project.backups()[0].path
    assert project.restore(backup, NOW) != project.restore(backup, NOW)


def test_a_restored_project_can_be_edited_on(project: ProjectFile) -> None:
    typed(project, [11, 12])
    project.restore(project.backups()[0].path, NOW)
    typed(project, [13])
    project.undo("Frau X", NOW)
    assert project.snapshot().get(Person, "p1").name == "Meyer 11"


def test_a_damaged_backup_is_not_restored(project: ProjectFile) -> None:
    typed(project, [11, 12])
    backup = project.backups()[0].path
    backup.write_bytes(backup.read_bytes()[:5000])
    with pytest.raises(EnvironmentFault, match="selbst beschädigt"):
        project.restore(backup, NOW)
    assert project.snapshot().get(Person, "p1").name == "Meyer 12"


def test_a_missing_backup_is_told(project: ProjectFile, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="gibt es nicht mehr"):
        project.restore(tmp_path / "weg.kizdesk", NOW)


def test_a_damaged_file_is_replaced_by_a_backup_and_kept(project: ProjectFile, path: Path) -> None:
    typed(project, [11])
    backup = project.backups()[0].path
    project.close()
    path.write_bytes(path.read_bytes()[:5000])
    aside = ProjectFile.restore_closed(path, backup, who="Frau X", now=NOW)
    assert aside is not None
    assert aside.stat().st_size == 5000
    assert name_in(path) == "Meyer 11"


def test_a_copy_is_whole_while_the_project_is_open(project: ProjectFile, tmp_path: Path) -> None:
    typed(project, [1])
    target = tmp_path / "Kopie.kizdesk"
    project.backup(target)
    assert name_in(target) == "Meyer 1"
    assert sorted(path.name for path in tmp_path.glob("Kopie*")) == ["Kopie.kizdesk"]


def test_a_copy_into_a_folder_that_does_not_exist_is_refused(project: ProjectFile, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault):
        project.backup(tmp_path / "nirgends" / "Kopie.kizdesk")


def test_a_clock_that_went_wrong_for_a_while_stops_no_backup(project: ProjectFile) -> None:
    typed(project, [60 * 24 * 365, 20])
    assert len(project.backups()) == 2


def test_a_copy_is_never_written_over_the_project_itself(project: ProjectFile, path: Path) -> None:
    typed(project, [1])
    with pytest.raises(UserError, match="anderen Namen"):
        project.backup(path.parent / "." / path.name)
    typed(project, [2])
    assert name_in(path) == "Meyer 2"


def test_a_disk_that_fills_up_while_a_backup_is_restored_keeps_no_half_copy(
    project: ProjectFile, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(project, [11])

    def half(_source: Path, target: Path) -> None:
        target.write_bytes(b"halb")
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(shutil, "copyfile", half)
    with pytest.raises(EnvironmentFault, match="kein Platz"):
        project.restore(project.backups()[0].path, NOW)

    assert project.snapshot().get(Person, "p1").name == "Meyer 11"
    assert not list(path.parent.glob("*.neu"))
