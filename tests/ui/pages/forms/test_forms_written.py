"""Write forms from the page: where they go, what is refused, cancelled or left meanwhile, and what is remembered."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kizdesk.domain.form_issues import FormIssue
from kizdesk.project.apart.here import Here, Progress, Work
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from kizdesk.ui.jobs import Job, Jobs
from kizdesk.ui.pages.forms.sent import FormsPage
from kizdesk.ui.session import Session
from tests.ui.pages.forms.hands import bar, inner, names, press, submit, words, write
from tests.ui.pages.showing import Ears, Show

T = TypeVar("T")


def test_a_folder_that_is_a_file_is_refused_in_a_sentence(page: FormsPage, folder: Path, qtbot: QtBot) -> None:
    folder.write_text("keine", encoding="utf-8")
    press(page, "Formulare ausgeben")
    submit(page, qtbot)
    assert "kein Ordner" in words(page)
    assert page.sheet.submit.isEnabled()


def test_after_cancelling_there_is_no_file_and_the_form_is_still_there(
    page: FormsPage, dated: Session, folder: Path, qtbot: QtBot
) -> None:
    dated.jobs.started.connect(Job.cancel)
    press(page, "Formulare ausgeben")
    submit(page, qtbot)
    assert "abgebrochen" in words(page)
    assert page.sheet.isVisible()
    assert not folder.exists()
    assert dated.project.snapshot.all(FormIssue) == ()


def test_who_cancels_when_all_is_written_finds_no_file_either(
    page: FormsPage, dated: Session, folder: Path, qtbot: QtBot
) -> None:
    class Late(Here):
        def run(self, work: Work[T], project: OpenProject, progress: Progress) -> T:
            result = super().run(work, project, progress)
            dated.jobs.shown[0].cancel()
            return result

    dated.apart = Late()
    press(page, "Formulare ausgeben")
    submit(page, qtbot)
    assert "abgebrochen" in words(page)
    assert not folder.exists()
    assert dated.project.snapshot.all(FormIssue) == ()


def test_folder_and_sender_are_remembered(page: FormsPage, tmp_path: Path, qtbot: QtBot) -> None:
    press(page, "Formulare ausgeben")
    page.sheet.sent_by.set_value(("Der Landrat",))
    write(page, "forms.folder", str(tmp_path / "eigener"))
    submit(page, qtbot)
    page.begin()
    assert page.sheet.folder.value() == tmp_path / "eigener"
    assert page.sheet.sent_by.value() == ("Der Landrat",)


def test_what_is_remembered_belongs_to_the_file_and_not_to_its_name(
    page: FormsPage, dated: Session, show: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    press(page, "Formulare ausgeben")
    page.sheet.sent_by.set_value(("Der Landrat",))
    submit(page, qtbot)
    other = tmp_path / "anderer Kreis" / dated.project.path.name
    other.parent.mkdir()
    copied = Path(shutil.copy(dated.project.path, other))
    with OpenProject.open(copied, Surroundings(dated.project.library, dated.project.now, str, "")) as project:
        session = Session(project, dated.labels, Jobs(), dated.memory, dated.theme)
        second = FormsPage(session)
        show(second)
        second.begin()
        assert second.sheet.folder.value() == other.parent / "Formulare"
        assert second.sheet.sent_by.value() != ("Der Landrat",)
        session.end()
        session.jobs.close()


def test_a_folder_named_without_a_path_lies_beside_the_project(page: FormsPage, dated: Session, qtbot: QtBot) -> None:
    press(page, "Formulare ausgeben")
    write(page, "forms.folder", "Zweite Runde")
    submit(page, qtbot)
    assert len(names(dated.project.path.parent / "Zweite Runde")) == 16


def test_while_forms_are_written_no_others_are_accepted(page: FormsPage, dated: Session, qtbot: QtBot) -> None:
    press(page, "Formulare ausgeben")
    QTest.mouseClick(page.sheet.submit, Qt.MouseButton.LeftButton)
    press(page, "nur Angebote")
    assert not page.sheet.submit.isEnabled()
    qtbot.waitUntil(lambda: not dated.jobs.is_busy, timeout=20_000)
    page.begin()
    assert page.sheet.submit.isEnabled()


def test_what_is_refused_after_the_form_was_left_is_said(
    page: FormsPage, ears: Ears, folder: Path, qtbot: QtBot
) -> None:
    folder.write_text("keine", encoding="utf-8")
    press(page, "Formulare ausgeben")
    QTest.mouseClick(page.sheet.submit, Qt.MouseButton.LeftButton)
    QTest.keyClick(inner(page, "forms.due", QLineEdit), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.session.jobs.is_busy, timeout=20_000)
    assert "kein Ordner" in ears.said[-1]


def test_many_files_that_were_kept_are_told_in_one_sentence(page: FormsPage, folder: Path, qtbot: QtBot) -> None:
    folder.mkdir()
    for place in ("Dormagen", "Grevenbroich", "Jüchen", "Neuss"):
        (folder / f"Formular {place}.pdf").write_bytes(b"ausgefuellt")
    press(page, "Formulare ausgeben")
    submit(page, qtbot)
    assert "4 frühere Dateien wurden vielleicht bearbeitet" in bar(page).text
    assert "„Formular Neuss (2).pdf“" not in bar(page).text
