from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.domain.fields import Principle
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add, set_value
from kizdesk.project.surroundings import Surroundings
from tests.project.behind import LONG, fill_disk, saving_of

GONE = "nicht mehr an ihrem Platz"


@pytest.fixture
def path(_new: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(_new, tmp_path / "neuss.kizdesk"))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "gerettet.kizdesk"


@pytest.fixture
def behind(path: Path, surroundings: Surroundings) -> Iterator[OpenProject]:
    project = OpenProject.open(path, surroundings, behind=True)
    add(project, Principle(id="l1", title="Vorher"))
    assert project.flush(10)
    try:
        yield project
    finally:
        project.close(discard=True)


def titles(path: Path, surroundings: Surroundings, passphrase: str | None = None) -> list[str]:
    with OpenProject.open(path, surroundings, passphrase=passphrase) as again:
        assert again.verify() == []
        return [principle.title for principle in again.snapshot.all(Principle)]


def settle(project: OpenProject) -> None:
    """Wait until the thread that writes has looked."""
    saving_of(project)._writer.call_at_once(int)


if sys.platform != "win32":

    def test_a_deleted_file_is_noticed_before_the_next_write(behind: OpenProject, path: Path) -> None:
        path.unlink()
        add(behind, Principle(id="l2", title="Danach"))
        assert not behind.flush(10)
        assert GONE in behind.save_state.fault
        assert behind.snapshot.get(Principle, "l2").title == "Danach"

    def test_a_deleted_file_is_noticed_in_idle_moments(behind: OpenProject, path: Path) -> None:
        faults: list[str] = []
        behind.on_saved(lambda state: faults.append(state.fault))
        path.unlink()
        behind.watch()
        settle(behind)
        assert GONE in faults[-1]

    def test_a_replaced_file_is_noticed_and_not_touched(behind: OpenProject, path: Path, tmp_path: Path) -> None:
        other = tmp_path / "anders"
        other.write_bytes(b"etwas anderes")
        other.replace(path)
        add(behind, Principle(id="l2", title="Danach"))
        assert not behind.flush(10)
        assert GONE in behind.save_state.fault
        assert path.read_bytes() == b"etwas anderes"

    def test_a_file_put_back_takes_what_waited(
        behind: OpenProject, path: Path, tmp_path: Path, surroundings: Surroundings
    ) -> None:
        path.rename(tmp_path / "fort")
        add(behind, Principle(id="l2", title="Danach"))
        assert not behind.flush(10)
        (tmp_path / "fort").rename(path)
        behind.watch()
        assert behind.flush(10)
        settle(behind)
        assert behind.save_state.fault == ""
        behind.close()
        assert titles(path, surroundings)[-1] == "Danach"

    def test_a_file_put_back_is_no_fault_any_more_once_a_step_is_taken_back(
        behind: OpenProject, path: Path, tmp_path: Path
    ) -> None:
        path.rename(tmp_path / "fort")
        behind.watch()
        settle(behind)
        assert GONE in behind.save_state.fault
        (tmp_path / "fort").rename(path)
        behind.undo()
        assert behind.save_state.fault == ""

    def test_closing_a_project_whose_file_is_gone_is_refused(behind: OpenProject, path: Path) -> None:
        path.unlink()
        with pytest.raises(EnvironmentFault, match=GONE):
            behind.close()
        assert behind.snapshot.find(Principle, "l1") is not None

    def test_undo_is_refused_where_the_file_is_gone(behind: OpenProject, path: Path) -> None:
        path.unlink()
        with pytest.raises(EnvironmentFault, match=GONE):
            behind.undo()
        assert behind.snapshot.find(Principle, "l1") is not None

    def test_a_rescue_holds_what_was_saved_and_what_was_not(
        behind: OpenProject, path: Path, target: Path, surroundings: Surroundings
    ) -> None:
        path.unlink()
        add(behind, Principle(id="l2", title="Danach"))
        behind.flush(10)
        behind.rescue(target)
        assert behind.path == target
        assert (behind.save_state.fault, behind.save_state.pending) == ("", 0)
        set_value(behind, Principle, "l2", "title", "Weiter")
        assert behind.undo() is not None
        behind.close()
        assert titles(target, surroundings)[-2:] == ["Vorher", "Danach"]
        assert [left.name for left in target.parent.iterdir()] == [target.name]

    def test_a_rescue_works_when_the_whole_folder_is_gone(
        tmp_path: Path, target: Path, surroundings: Surroundings
    ) -> None:
        folder = tmp_path / "Ordner"
        folder.mkdir()
        with OpenProject.create(folder / "x.kizdesk", surroundings, behind=True) as project:
            add(project, Principle(id="l1", title="Vorher"))
            assert project.flush(10)
            shutil.rmtree(folder)
            add(project, Principle(id="l2", title="Danach"))
            project.rescue(target)
        assert titles(target, surroundings)[-2:] == ["Vorher", "Danach"]
        assert not folder.exists()

    def test_a_file_moved_away_holds_all_that_was_saved(
        behind: OpenProject, path: Path, tmp_path: Path, surroundings: Surroundings
    ) -> None:
        moved = tmp_path / "verschoben.kizdesk"
        path.rename(moved)
        behind.close(discard=True)
        assert titles(moved, surroundings)[-1] == "Vorher"

    def test_a_protected_project_is_rescued_with_its_passphrase(
        tmp_path: Path, target: Path, surroundings: Surroundings
    ) -> None:
        path = tmp_path / "geheim.kizdesk"
        with OpenProject.create(path, surroundings, passphrase="geheim und lang", behind=True) as project:
            add(project, Principle(id="l1", title="Teilhabe"))
            assert project.flush(10)
            path.unlink()
            add(project, Principle(id="l2", title="Danach"))
            project.rescue(target)
        assert titles(target, surroundings, "geheim und lang") == ["Teilhabe", "Danach"]
        assert OpenProject.is_protected(target)


def test_a_rescue_from_a_full_disk_leaves_the_old_file_whole(
    behind: OpenProject, path: Path, target: Path, surroundings: Surroundings
) -> None:
    fill_disk(behind)
    add(behind, Principle(id="l2", title="Danach", text=LONG))
    assert not behind.flush(10)
    behind.rescue(target)
    assert behind.flush(10)
    assert titles(path, surroundings)[-1] == "Vorher"
    behind.close()
    assert titles(target, surroundings)[-1] == "Danach"


def test_the_lock_goes_along_with_a_rescue(
    behind: OpenProject, path: Path, target: Path, surroundings: Surroundings
) -> None:
    behind.rescue(target)
    with pytest.raises(EnvironmentFault, match="Erika Muster"):
        OpenProject.open(target, surroundings)
    OpenProject.open(path, surroundings).close()


def test_a_rescue_overwrites_nothing(behind: OpenProject, target: Path) -> None:
    target.write_text("wichtig", encoding="utf-8")
    with pytest.raises(UserError, match="gibt es schon"):
        behind.rescue(target)
    assert target.read_text(encoding="utf-8") == "wichtig"
    assert behind.save_state.fault == ""


def test_a_rescue_that_fails_leaves_nothing_behind_and_loses_nothing(behind: OpenProject, target: Path) -> None:
    with pytest.raises(EnvironmentFault, match="Ordner"):
        behind.rescue(target.parent / "fehlt" / "x.kizdesk")
    add(behind, Principle(id="l2", title="Danach"))
    assert behind.flush(10)


def test_a_project_saved_directly_needs_no_rescue(project: OpenProject, target: Path) -> None:
    with pytest.raises(UserError, match="Sicherung"):
        project.rescue(target)
