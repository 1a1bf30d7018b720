from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, current_thread

import pytest

from kizdesk.domain.changes import Create, Update
from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.domain.fields import Principle
from kizdesk.domain.interviews import Attachment
from kizdesk.project.interviews.edit import attach
from kizdesk.project.opened import OpenProject, SaveState
from kizdesk.project.records import add, set_value
from kizdesk.project.surroundings import Surroundings
from kizdesk.store import backup
from tests.project.behind import LONG, fill_disk, held_up, make_room, saving_of

FULL = "kein Platz mehr"


@pytest.fixture
def path(_new: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(_new, tmp_path / "neuss.kizdesk"))


@pytest.fixture(params=[None, "geheim und lang"], ids=["plain", "protected"])
def behind(
    request: pytest.FixtureRequest, path: Path, tmp_path: Path, surroundings: Surroundings
) -> Iterator[OpenProject]:
    """Return a project that saves behind, once without and once with a passphrase."""
    if request.param is None:
        project = OpenProject.open(path, surroundings, behind=True)
    else:
        target = tmp_path / "geschuetzt.kizdesk"
        project = OpenProject.create(target, surroundings, passphrase=request.param, behind=True)
    try:
        yield project
    finally:
        project.close(discard=True)


@pytest.fixture
def plain(path: Path, surroundings: Surroundings) -> Iterator[OpenProject]:
    """Return a project that saves behind."""
    with OpenProject.open(path, surroundings, behind=True) as project:
        yield project


def fail(*_: object) -> None:
    raise IndexError("a bug")


def titles(project: OpenProject) -> list[str]:
    return [principle.title for principle in project.snapshot.all(Principle)]


def reopened(project: OpenProject, surroundings: Surroundings) -> list[str]:
    with OpenProject.open(project.path, surroundings, read_only=True) as again:
        return titles(again)


def long_step(project: OpenProject) -> Principle:
    return add(project, Principle(id="lang", title="Lang", text=LONG))


def test_a_change_is_there_before_it_is_saved(behind: OpenProject) -> None:
    with held_up(behind):
        add(behind, Principle(id="l1", title="Teilhabe"))
        assert titles(behind)[-1] == "Teilhabe"
        assert behind.save_state.pending == 1
    assert behind.flush(10)
    assert behind.save_state.pending == 0


def test_what_does_not_fit_is_refused_at_once(plain: OpenProject) -> None:
    with held_up(plain), pytest.raises(UserError):
        set_value(plain, Principle, "fehlt", "title", "x")
    assert plain.save_state.pending == 0


def test_a_field_that_cannot_be_changed_is_refused_at_once(plain: OpenProject) -> None:
    add(plain, Principle(id="l1", title="x"))
    with held_up(plain), pytest.raises(ValueError, match="cannot be changed"):
        plain.commit("x", Update(Principle, "l1", "id", "l2"))


def test_changes_are_saved_in_their_order(plain: OpenProject, path: Path, surroundings: Surroundings) -> None:
    with held_up(plain):
        add(plain, Principle(id="l1", title="0"))
        for number in range(1, 30):
            set_value(plain, Principle, "l1", "title", str(number))
    entries = [entry.new for entry in plain.log() if entry.id == "l1" and entry.field == "title"]
    assert entries == [str(number) for number in range(1, 30)]
    plain.close()
    with OpenProject.open(path, surroundings) as again:
        assert titles(again)[-1] == "29"
        assert again.verify() == []


def test_closing_saves_what_waits(plain: OpenProject, path: Path, surroundings: Surroundings) -> None:
    add(plain, Principle(id="l1", title="Teilhabe"))
    plain.close()
    assert reopened(plain, surroundings)[-1] == "Teilhabe"
    assert not list(path.parent.glob("*-wal"))


def test_the_state_tells_when_was_saved_and_what_can_be_undone(plain: OpenProject) -> None:
    assert plain.save_state.saved_at is None
    add(plain, Principle(id="l1", title="x"), "Leitlinie hinzufügen")
    assert plain.flush(10)
    state = plain.save_state
    assert state.saved_at is not None
    assert (state.undo_label, state.redo_label, state.fault) == ("Leitlinie hinzufügen", None, "")


def test_while_a_step_waits_it_is_what_can_be_undone(plain: OpenProject) -> None:
    add(plain, Principle(id="l1", title="x"), "Leitlinie hinzufügen")
    plain.undo()
    assert plain.redo_label == "Leitlinie hinzufügen"
    with held_up(plain):
        add(plain, Principle(id="l2", title="y"), "Andere hinzufügen")
        state = plain.save_state
        assert (state.undo_label, state.redo_label) == ("Andere hinzufügen", None)


def test_undo_saves_what_waits_before_it_takes_it_back(behind: OpenProject) -> None:
    before = titles(behind)
    for number in range(5):
        add(behind, Principle(id=f"l{number}", title=str(number)), f"Leitlinie {number}")
    assert behind.undo() == "Leitlinie 4"
    assert titles(behind) == [*before, "0", "1", "2", "3"]
    assert behind.redo() == "Leitlinie 4"
    assert titles(behind) == [*before, "0", "1", "2", "3", "4"]
    assert behind.verify() == []


def test_steps_of_one_stay_are_one_step(plain: OpenProject) -> None:
    add(plain, Principle(id="l1", title=""))
    for text in ("T", "Te", "Teil"):
        plain.commit("Leitlinie ändern", Update(Principle, "l1", "title", text), stay="feld")
    plain.undo()
    assert titles(plain)[-1] == ""


def test_a_change_to_what_is_there_already_is_no_step(plain: OpenProject) -> None:
    add(plain, Principle(id="l1", title="x"), "Leitlinie hinzufügen")
    with held_up(plain):
        plain.commit("Nichts", Update(Principle, "l1", "title", "x"))
        assert plain.undo_label == "Leitlinie hinzufügen"


def test_listeners_hear_of_each_write_until_they_end(plain: OpenProject) -> None:
    told: list[SaveState] = []
    end = plain.on_saved(told.append)
    add(plain, Principle(id="l1", title="x"))
    assert plain.undo() is not None
    end()
    add(plain, Principle(id="l2", title="y"))
    assert plain.flush(10)
    assert [state.pending for state in told] == [0, 0]


def test_listeners_are_told_in_the_thread_that_writes(plain: OpenProject) -> None:
    threads: list[str] = []
    plain.on_saved(lambda _: threads.append(current_thread().name))
    add(plain, Principle(id="l1", title="x"))
    plain.log()
    assert threads == ["kizdesk-speichern"]


def test_a_full_disk_keeps_everything_and_work_goes_on_in_memory(behind: OpenProject) -> None:
    fill_disk(behind)
    long_step(behind)
    assert not behind.flush(10)
    add(behind, Principle(id="l2", title="Danach"))
    assert not behind.flush(10)
    assert FULL in behind.save_state.fault
    assert behind.save_state.pending == 2
    assert titles(behind)[-2:] == ["Lang", "Danach"]


def test_with_room_again_all_is_saved_in_order(behind: OpenProject) -> None:
    told: list[SaveState] = []
    behind.on_saved(told.append)
    fill_disk(behind)
    long_step(behind)
    set_value(behind, Principle, "lang", "title", "Kurz")
    behind.flush(10)
    make_room(behind)
    behind.retry_saving()
    assert behind.flush(10)
    assert behind.verify() == []
    assert [entry.new for entry in behind.log()][-1] == "Kurz"
    assert behind.save_state.fault == ""
    assert FULL in told[0].fault
    assert told[-1] == behind.save_state


def test_undo_on_a_full_disk_says_what_to_do_and_takes_nothing_back(plain: OpenProject) -> None:
    fill_disk(plain)
    long_step(plain)
    with pytest.raises(EnvironmentFault, match=FULL):
        plain.undo()
    assert titles(plain)[-1] == "Lang"
    make_room(plain)
    assert plain.undo() is not None
    assert "Lang" not in titles(plain)


def test_closing_on_a_full_disk_says_what_to_do_and_stays_open(plain: OpenProject) -> None:
    fill_disk(plain)
    long_step(plain)
    with pytest.raises(EnvironmentFault, match=f"bleibt geöffnet, ein Schritt ist noch nicht gespeichert.*{FULL}"):
        plain.close()
    make_room(plain)
    plain.close()


def test_what_cannot_be_saved_can_be_given_up(plain: OpenProject, surroundings: Surroundings) -> None:
    add(plain, Principle(id="l1", title="Gespeichert"))
    fill_disk(plain)
    long_step(plain)
    plain.close(discard=True)
    assert reopened(plain, surroundings)[-1] == "Gespeichert"


def test_a_bug_while_writing_is_reported_and_nothing_is_lost(path: Path, surroundings: Surroundings) -> None:
    bugs: list[Exception] = []
    reported = Event()

    def on_bug(bug: Exception) -> None:
        bugs.append(bug)
        reported.set()

    with OpenProject.open(path, surroundings, behind=True, on_bug=on_bug) as project:
        file = saving_of(project)._file
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(file, "commit", fail)
            add(project, Principle(id="l1", title="Teilhabe"))
            assert reported.wait(10)
            assert not project.flush(10)
        assert isinstance(bugs[0], IndexError)
        assert "Fehler" in project.save_state.fault
        with pytest.raises(EnvironmentFault, match="Fehler"):
            project.undo()
        project.retry_saving()
        assert project.flush(10)
    assert len(bugs) == 1
    assert reopened(project, surroundings)[-1] == "Teilhabe"


def test_a_bug_of_a_listener_is_reported_and_saving_goes_on(path: Path, surroundings: Surroundings) -> None:
    bugs: list[Exception] = []
    with OpenProject.open(path, surroundings, behind=True, on_bug=bugs.append) as project:
        project.on_saved(fail)
        add(project, Principle(id="l1", title="x"))
        project.log()
        assert project.save_state.fault == ""
    assert [type(bug) for bug in bugs] == [IndexError]


def test_a_bug_that_nobody_wants_goes_to_the_hook_for_threads(plain: OpenProject) -> None:
    bugs: list[type[BaseException] | None] = []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("threading.excepthook", lambda told: bugs.append(told.exc_type))
        plain.on_saved(fail)
        add(plain, Principle(id="l1", title="x"))
        plain.log()
    assert bugs == [IndexError]


def test_a_listener_cannot_make_the_thread_wait_for_itself(path: Path, surroundings: Surroundings) -> None:
    bugs: list[Exception] = []

    def wait(_: SaveState) -> None:
        project.log()

    with OpenProject.open(path, surroundings, behind=True, on_bug=bugs.append) as project:
        project.on_saved(wait)
        add(project, Principle(id="l1", title="x"))
    assert "wait for itself" in str(bugs[0])


def test_what_only_looks_meets_a_closed_project_in_peace(plain: OpenProject) -> None:
    plain.close()
    plain.watch()
    plain.checkpoint()
    with pytest.raises(RuntimeError, match="closed"):
        plain.undo()


def test_only_one_may_edit(plain: OpenProject, path: Path, surroundings: Surroundings) -> None:
    with pytest.raises(EnvironmentFault, match="Erika Muster"):
        OpenProject.open(path, surroundings, behind=True)
    assert plain.save_state.fault == ""


def test_bytes_that_wait_can_be_read_and_are_saved_before_their_record(plain: OpenProject) -> None:
    with held_up(plain):
        attached = attach(plain, "Notiz.txt", "text/plain", b"Inhalt")
        assert plain.blob(attached.sha256) == b"Inhalt"
        assert attached.sha256 in set(plain.blobs())
        assert [bool(item.data) for item in saving_of(plain)._writer.waiting] == [True, False]
    assert plain.verify() == []
    assert plain.blob(plain.snapshot.all(Attachment)[0].sha256) == b"Inhalt"


def test_a_due_backup_waits_until_it_is_made(path: Path, surroundings: Surroundings) -> None:
    later = Surroundings(surroundings.library, lambda: datetime(2027, 1, 1, tzinfo=UTC), surroundings.new_id, "Erika")
    with OpenProject.open(path, later, behind=True) as project:
        project.commit("x", Create(Principle(id="l1", title="x")))
        assert project.flush(10)
        due = project.backup_due
        assert due
        assert backup.backups_of(path) == []
        project.pinned().keep_backup()
        due = project.backup_due
        assert not due
        assert project.backup_fault == ""
    assert len(backup.backups_of(path)) == 1


def test_a_backup_that_fails_is_told(path: Path, surroundings: Surroundings) -> None:
    path.with_name("neuss-Sicherungen").write_text("im Weg", encoding="utf-8")
    with OpenProject.open(path, surroundings, behind=True) as project:
        project.keep_backup()
        assert "keine Sicherung" in project.backup_fault


def test_a_checkpoint_brings_all_into_the_file(plain: OpenProject, path: Path) -> None:
    long_step(plain)
    assert plain.flush(10)
    before = path.stat().st_size
    plain.checkpoint()
    saving_of(plain)._writer.call_at_once(int)
    assert path.stat().st_size > before


def test_a_project_only_read_says_so(path: Path, surroundings: Surroundings) -> None:
    with OpenProject.open(path, surroundings, read_only=True, behind=True) as project:
        assert project.read_only
        assert project.path == path
        with pytest.raises(UserError, match="nur zum Lesen"):
            add(project, Principle(id="l1", title="x"))


def test_direct_saving_tells_its_state_too(project: OpenProject) -> None:
    told: list[SaveState] = []
    project.on_saved(told.append)
    add(project, Principle(id="l1", title="x"), "Leitlinie hinzufügen")
    assert told == [project.save_state]
    assert told[0].undo_label == "Leitlinie hinzufügen"
    assert told[0].saved_at is not None
    assert told[0].saved_at - datetime(2026, 1, 5, tzinfo=UTC) < timedelta(days=1)
    assert project.flush()
