from __future__ import annotations

import sys
from pathlib import Path
from threading import Barrier, Thread

import pytest

from kizdesk.domain.changes import Create
from kizdesk.domain.errors import EnvironmentFault
from kizdesk.domain.people import Person
from kizdesk.store import ProjectFile
from tests.store.support import NOW, stamp


def test_a_file_is_in_its_place_after_opening_and_writing(project: ProjectFile) -> None:
    project.commit([Create(Person(id="p1", name="Meyer"))], stamp())
    project.rebuild_search()
    assert project.is_in_place()


def test_a_file_put_back_from_a_backup_is_in_its_place(project: ProjectFile, tmp_path: Path) -> None:
    project.backup(tmp_path / "Kopie.kizdesk")
    project.restore(tmp_path / "Kopie.kizdesk", NOW)
    assert project.is_in_place()


if sys.platform != "win32":

    def test_a_file_moved_away_is_not_in_its_place(project: ProjectFile, path: Path) -> None:
        path.rename(path.with_name("fort"))
        with pytest.raises(EnvironmentFault, match="nicht mehr an ihrem Platz.*unter einem neuen Namen"):
            project.refuse_elsewhere()
        path.with_name("fort").rename(path)
        project.refuse_elsewhere()


def test_four_read_at_once_and_none_waits(project: ProjectFile) -> None:
    met = Barrier(4, timeout=10)
    names: list[list[str]] = []

    def read() -> None:
        with project._connections.reading() as connection:
            met.wait()
            connection.exec_driver_sql("SELECT 1").scalar_one()
        names.append(list(project.blobs()))

    threads = [Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert names == [[], [], [], []]


def test_a_rescue_whose_last_write_fails_leaves_nothing_behind(project: ProjectFile, path: Path) -> None:
    def fail(_: ProjectFile) -> None:
        raise EnvironmentFault("voll")

    with pytest.raises(EnvironmentFault, match="voll"):
        project.rescued(path.with_name("neu.kizdesk"), "Frau X", NOW, [fail])
    assert not list(path.parent.glob("*neu*"))
    assert project.is_in_place()
