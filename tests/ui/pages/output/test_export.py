"""Write the Word file from the page by keys and clicks."""

import json
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from kizdesk.project import output
from kizdesk.ui.jobs import Job
from kizdesk.ui.pages.output.export import ExportPage
from kizdesk.ui.pages.output.result_card import ResultCard
from kizdesk.ui.session import Session
from kizdesk.ui.widgets.messages import MessageBar


@pytest.fixture
def page(qtbot: QtBot, empty_session: Session, monkeypatch: pytest.MonkeyPatch) -> Iterator[ExportPage]:
    monkeypatch.setattr(output, "find_office", tuple)
    made = ExportPage(empty_session)
    qtbot.addWidget(made)
    made.resize(1000, 620)
    made.show()
    yield made
    qtbot.waitUntil(lambda: not empty_session.jobs.is_busy)
    made.hide()


def folder_line(page: ExportPage) -> QLineEdit:
    found = page.findChild(QLineEdit, "export-folder")
    assert isinstance(found, QLineEdit)
    return found


def give(page: ExportPage, folder: Path) -> None:
    folder_line(page).setFocus()
    folder_line(page).selectAll()
    QTest.keyClicks(folder_line(page), str(folder))
    QTest.keyClick(folder_line(page), Qt.Key.Key_Return)


def fault(page: ExportPage) -> MessageBar:
    found = page.findChild(MessageBar)
    assert isinstance(found, MessageBar)
    return found


def test_a_folder_beside_the_project_is_proposed(page: ExportPage, empty_session: Session) -> None:
    assert Path(folder_line(page).text()) == empty_session.project.path.parent / "Ausgabe"


def test_enter_writes_the_concept_and_shows_where_it_is(page: ExportPage, tmp_path: Path, qtbot: QtBot) -> None:
    give(page, tmp_path / "Kreistag")

    card = page.findChild(ResultCard)
    assert isinstance(card, ResultCard)
    qtbot.waitUntil(card.isVisible, timeout=20_000)
    written = tmp_path / "Kreistag" / "Integrationskonzept.docx"
    assert "Rhein-Kreis Neuss" in "\n".join(line.text for line in docx.Document(str(written)).paragraphs)
    copy = page.findChild(QPushButton, "copy-path")
    assert isinstance(copy, QPushButton)
    with qtbot.waitSignal(page.session.said):
        QTest.mouseClick(copy, Qt.MouseButton.LeftButton)


def test_a_folder_that_is_a_file_is_refused_in_a_sentence(page: ExportPage, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "datei").write_text("keine", encoding="utf-8")
    give(page, tmp_path / "datei")

    qtbot.waitUntil(lambda: "kein Ordner" in fault(page).text)


def test_without_a_folder_the_page_asks_for_one(page: ExportPage) -> None:
    folder_line(page).clear()
    QTest.keyClick(folder_line(page), Qt.Key.Key_Return)

    assert fault(page).text == "Bitte einen Ordner angeben, in dem die Datei liegen soll."


def test_a_cancelled_export_leaves_what_stood_there(page: ExportPage, tmp_path: Path, qtbot: QtBot) -> None:
    target = tmp_path / "Integrationskonzept.docx"
    target.write_bytes(b"wie vorher")

    def cancel(job: Job) -> None:
        job.cancel()

    page.session.jobs.started.connect(cancel)
    give(page, tmp_path)

    qtbot.waitUntil(lambda: "abgebrochen" in fault(page).text)
    assert target.read_bytes() == b"wie vorher"


def test_the_exchange_file_holds_what_the_project_holds(page: ExportPage, tmp_path: Path, qtbot: QtBot) -> None:
    folder_line(page).setText(str(tmp_path / "Archiv"))
    made = page.findChild(QPushButton, "export-exchange")
    assert isinstance(made, QPushButton)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)

    written = tmp_path / "Archiv" / "neuss.json"
    qtbot.waitUntil(written.exists, timeout=20_000)
    assert json.loads(written.read_text(encoding="utf-8"))["records"]["district"][0]["name"] == "Rhein-Kreis Neuss"
