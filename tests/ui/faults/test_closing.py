"""Close in the midst of things: of a wrong entry, of opening, of reading a file, of work that rings later."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from kizdesk.domain.places import District
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from kizdesk.ui.pages.stocktaking.files_card import FilesCard
from tests.ui.faults.program import Program
from tests.ui.shell.small import Answer

WRONG = "sehr viele"


def population(program: Program) -> QLineEdit:
    page = program.show("basics.project")
    editor = page.findChild(QWidget, "district.population")
    assert isinstance(editor, QWidget)
    return editor.findChildren(QLineEdit)[0]


def type_wrong(program: Program) -> QLineEdit:
    line = population(program)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, WRONG)
    return line


def test_what_is_refused_stays_in_its_field_when_the_page_goes(example: Program) -> None:
    line = type_wrong(example)
    example.show("fields.fields")
    assert "keine Zahl" in example.said
    example.show("basics.project")
    assert line.text() == WRONG


def test_closing_asks_about_what_is_refused(example: Program) -> None:
    line = type_wrong(example)
    answer = Answer(example.window, "Zurück zur Eingabe")
    assert not example.window.close_project()
    assert WRONG in answer.asked
    assert line.text() == WRONG
    Answer(example.window, "Ohne diese Eingabe schließen")
    assert example.window.close_project()


def test_what_is_put_right_closes_without_a_question(
    example: Program, project_path: Path, ui_surroundings: Surroundings
) -> None:
    line = type_wrong(example)
    example.session.leaving.emit()
    line.selectAll()
    QTest.keyClicks(line, "450000")
    assert example.window.close_project()
    with OpenProject.open(project_path, ui_surroundings, read_only=True) as again:
        assert again.snapshot.all(District)[0].population == 450_000


def test_what_rings_after_closing_does_nothing(example: Program) -> None:
    for key in ("basics.project", "focus.focus", "output.check", "evaluation.comparison"):
        example.session.open(key)
    jobs = example.session.jobs
    assert example.window.close_project()
    job = jobs.run(lambda _: None, print)
    assert job.is_cancelled
    QTest.qWait(700)
    assert example.bugs == []


def test_closing_while_a_project_is_opened_leaves_it_closed(
    program: Program, project_path: Path, ui_surroundings: Surroundings
) -> None:
    program.parts.starter.open(project_path)
    program.window.close()
    program.parts.starter.close()
    program.parts.jobs.close()
    OpenProject.open(project_path, ui_surroundings).close()
    assert sorted(left.name for left in project_path.parent.glob("*.kizdesk*")) == [project_path.name]


def test_closing_while_a_file_is_read_asks_and_keeps_nothing_half(
    example: Program, tmp_path: Path, project_path: Path, ui_surroundings: Surroundings
) -> None:
    page = example.show("stocktaking.interviews")
    card = page.findChildren(FilesCard)[0]
    large = tmp_path / "gross.pdf"
    large.write_bytes(b"x" * 45 * 1024 * 1024)
    card.attach(large)
    Answer(example.window, "Abbrechen und schließen")
    assert example.window.close_project()
    with OpenProject.open(project_path, ui_surroundings) as again:
        assert again.verify() == []


def test_no_thread_is_left_behind(example: Program, project_path: Path, ui_surroundings: Surroundings) -> None:
    for number in range(3):
        assert example.window.close_project()
        other = Path(shutil.copy(project_path, project_path.with_name(f"{number}.kizdesk")))
        example.window.show_project(OpenProject.open(other, ui_surroundings, behind=True))
        example.settle()
    assert example.window.close_project()
    example.parts.jobs.close()
    left = [thread.name for thread in threading.enumerate() if thread.name.startswith("kizdesk")]
    assert left == []
