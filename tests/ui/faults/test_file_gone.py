"""Take the file away under an open window, by name, by place and by what stands there, and go on typing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from kizdesk.domain.fields import Principle
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add
from kizdesk.project.surroundings import Surroundings
from kizdesk.ui.forms.line import Line
from tests.project.behind import LONG, fill_disk, make_room
from tests.ui.faults.program import Program, click
from tests.ui.shell.small import Answer

GONE = "nicht mehr an ihrem Platz"
FULL = "kein Platz mehr"


def delete(path: Path) -> None:
    path.unlink()


def rename(path: Path) -> None:
    path.rename(path.with_name("umbenannt.kizdesk"))


def replace(path: Path) -> None:
    other = path.with_name("anderes")
    other.write_bytes(b"etwas anderes")
    other.replace(path)


def take_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


LOSSES = (delete, rename, replace)


@pytest.fixture
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("neu") / "gerettet.kizdesk"


@pytest.fixture
def save_as(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    def choose(path: Path) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))

    return choose


def title_line(program: Program) -> QLineEdit:
    editor = program.show("basics.project").findChild(Line, "project.title")
    assert isinstance(editor, Line)
    return editor.findChildren(QLineEdit)[0]


def type_title(program: Program, text: str) -> None:
    """Type a title as a person does, and leave the field."""
    line = title_line(program)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    program.session.leaving.emit()


def wait_for_fault(program: Program, words: str) -> None:
    program.wait(lambda: words in program.shell.status.text)


def title_in(path: Path, surroundings: Surroundings) -> str:
    with OpenProject.open(path, surroundings, read_only=True) as project:
        assert project.verify() == []
        return project.settings.title


@pytest.mark.parametrize("lose", LOSSES)
def test_typing_goes_on_and_all_is_rescued(
    example: Program,
    project_path: Path,
    target: Path,
    save_as: Callable[[Path], None],
    ui_surroundings: Surroundings,
    lose: Callable[[Path], None],
) -> None:
    type_title(example, "Vorher getippt")
    assert example.project.flush(10)
    lose(project_path)
    type_title(example, "Nachher getippt")
    wait_for_fault(example, GONE)
    type_title(example, "Zuletzt getippt")
    save_as(target)
    click(example.window, "rescue")
    example.wait(lambda: example.project.path == target)
    type_title(example, "Am neuen Ort getippt")
    assert example.project.flush(10)
    example.wait(lambda: example.shell.status.text.startswith("Gespeichert um"))
    example.session.undo()
    assert example.project.settings.title == "Zuletzt getippt"
    assert example.window.close_project()
    assert title_in(target, ui_surroundings) == "Zuletzt getippt"


def test_the_palette_menu_and_log_work_while_the_file_is_gone(example: Program, project_path: Path) -> None:
    assert example.project.flush(10)
    delete(project_path)
    type_title(example, "Nachher getippt")
    wait_for_fault(example, GONE)
    for name in ("save", "undo", "redo", "verify", "backups", "log", "search"):
        example.window._do(name)
        example.settle()
    example.show("record.log")
    assert GONE in example.said
    assert example.project.settings.title == "Nachher getippt"


def test_a_folder_that_goes_with_the_file_is_rescued_when_closing(
    example: Program,
    tmp_path: Path,
    target: Path,
    save_as: Callable[[Path], None],
    ui_surroundings: Surroundings,
) -> None:
    folder = tmp_path / "Ordner"
    folder.mkdir()
    save_as(folder / "x.kizdesk")
    example.shell.files.rescue()
    shutil.rmtree(folder)
    type_title(example, "Nachher getippt")
    wait_for_fault(example, GONE)
    save_as(target)
    answer = Answer(example.window, "Unter anderem Namen speichern …")
    assert example.window.close_project()
    assert GONE in answer.asked
    assert title_in(target, ui_surroundings) == "Nachher getippt"


def test_a_rescue_to_a_place_that_is_none_says_so_and_loses_nothing(
    example: Program, project_path: Path, save_as: Callable[[Path], None], tmp_path: Path
) -> None:
    delete(project_path)
    type_title(example, "Nachher getippt")
    wait_for_fault(example, GONE)
    save_as(tmp_path / "fehlt" / "x.kizdesk")
    click(example.window, "rescue")
    assert "Ordner" in example.said
    assert example.project.settings.title == "Nachher getippt"


def test_a_full_disk_lets_typing_go_on_and_everything_is_saved_later(
    example: Program, ui_surroundings: Surroundings, project_path: Path
) -> None:
    fill_disk(example.project)
    add(example.project, Principle(id="lang", title="Lang", text=LONG))
    wait_for_fault(example, FULL)
    type_title(example, "Bei voller Platte getippt")
    example.show("fields.principles")
    example.window._do("undo")
    assert FULL in example.said
    make_room(example.project)
    click(example.window, "retry-saving")
    example.wait(lambda: example.shell.status.text.startswith("Gespeichert um"))
    assert example.window.close_project()
    assert title_in(project_path, ui_surroundings) == "Bei voller Platte getippt"


def test_closing_on_a_full_disk_offers_another_disk(
    example: Program, target: Path, save_as: Callable[[Path], None], ui_surroundings: Surroundings
) -> None:
    fill_disk(example.project)
    add(example.project, Principle(id="lang", title="Lang", text=LONG))
    type_title(example, "Bei voller Platte getippt")
    wait_for_fault(example, FULL)
    stay = Answer(example.window, "Weiterarbeiten")
    assert not example.window.close()
    assert FULL in stay.asked
    save_as(target)
    Answer(example.window, "Unter anderem Namen speichern …")
    assert example.window.close()
    assert title_in(target, ui_surroundings) == "Bei voller Platte getippt"
