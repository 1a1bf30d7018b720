"""Write the Word file from the page by keys and clicks."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from kizdesk.project.basics.begin import write_chapter
from kizdesk.project.opened import OpenProject
from kizdesk.project.output import writing as output
from kizdesk.project.surroundings import Surroundings
from kizdesk.project.versions.freezing import VersionWish, freeze
from kizdesk.ui.jobs import Job, Jobs
from kizdesk.ui.pages.output.export import ExportPage
from kizdesk.ui.pages.output.result_card import ResultCard
from kizdesk.ui.pages.output.wish_card import WishCard
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


def test_nothing_is_said_of_folder_and_name_before_they_are_proposed(qtbot: QtBot, empty_session: Session) -> None:
    card = WishCard(empty_session)
    qtbot.addWidget(card)
    said = [found.text() for found in card.findChildren(QLabel)]
    card.look_again()
    pause = card.findChild(QTimer)
    assert pause is not None
    with qtbot.waitSignal(pause.timeout):
        pass

    assert [found.text() for found in card.findChildren(QLabel)] == said


def folder_line(page: ExportPage) -> QLineEdit:
    found = page.findChild(QLineEdit, "export-folder")
    assert isinstance(found, QLineEdit)
    return found


def give(page: ExportPage, folder: Path) -> None:
    folder_line(page).setFocus()
    folder_line(page).selectAll()
    QTest.keyClicks(folder_line(page), str(folder))
    QTest.keyClick(folder_line(page), Qt.Key.Key_Return)


def name_line(page: ExportPage) -> QLineEdit:
    found = page.findChild(QLineEdit, "export-name")
    assert isinstance(found, QLineEdit)
    return found


def choice_of(page: ExportPage) -> QComboBox:
    found = page.findChild(QComboBox, "export-content")
    assert isinstance(found, QComboBox)
    return found


def words(page: ExportPage) -> str:
    return "\n".join(line.text() for line in page.findChildren(QLabel) if not line.isHidden())


def fault(page: ExportPage) -> MessageBar:
    found = page.findChild(MessageBar)
    assert isinstance(found, MessageBar)
    return found


def test_a_folder_beside_the_project_is_proposed(page: ExportPage, empty_session: Session) -> None:
    assert Path(folder_line(page).text()) == empty_session.project.path.parent / "Ausgabe"


def test_a_project_of_the_same_name_is_proposed_a_folder_of_its_own(
    page: ExportPage, empty_session: Session, ui_surroundings: Surroundings, tmp_path: Path, qtbot: QtBot
) -> None:
    give(page, tmp_path / "Kreistag")
    qtbot.waitUntil(lambda: not empty_session.jobs.is_busy, timeout=20_000)
    path = tmp_path / "anderer Kreis" / empty_session.project.path.name
    path.parent.mkdir()
    shutil.copy(empty_session.project.path, path)
    with OpenProject.open(path, ui_surroundings) as project:
        session = Session(project, empty_session.labels, Jobs(), empty_session.memory, empty_session.theme)
        other = ExportPage(session)
        qtbot.addWidget(other)
        other.show()
        assert Path(folder_line(other).text()) == path.parent / "Ausgabe"
        session.end()
        session.jobs.close()


def test_enter_writes_the_concept_and_shows_where_it_is(page: ExportPage, tmp_path: Path, qtbot: QtBot) -> None:
    give(page, tmp_path / "Kreistag")

    card = page.findChild(ResultCard)
    assert isinstance(card, ResultCard)
    qtbot.waitUntil(card.isVisible, timeout=20_000)
    (written,) = (tmp_path / "Kreistag").glob("*.docx")
    assert written.name.startswith("Integrationskonzept Rhein-Kreis Neuss – Entwurf 2026-")
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
    target = tmp_path / "Konzept.docx"
    target.write_bytes(b"wie vorher")
    name_line(page).setText("Konzept")

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


def test_the_draft_is_proposed_by_district_and_day_where_there_is_no_version(page: ExportPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: name_line(page).text() != "")

    assert name_line(page).text() == "Integrationskonzept Rhein-Kreis Neuss – Entwurf 2026-01-05.docx"
    assert choice_of(page).isHidden()
    assert "Noch ist keine Fassung festgeschrieben" in words(page)


def test_the_version_chosen_is_the_one_written(
    page: ExportPage, empty_session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    freeze(empty_session.project, VersionWish("Für die Kommunen"))
    write_chapter(empty_session.project, "vorwort", "Erst nach der Fassung geschrieben.")
    page.refresh(())
    qtbot.waitUntil(lambda: choice_of(page).count() == 2)
    assert choice_of(page).currentText() == "Entwurf: heutiger Stand, anders als Fassung 1"

    choice_of(page).setFocus()
    QTest.keyClick(choice_of(page), Qt.Key.Key_Down)
    assert name_line(page).text() == "Integrationskonzept Rhein-Kreis Neuss – Fassung 1.docx"
    give(page, tmp_path / "aus")

    written = tmp_path / "aus" / "Integrationskonzept Rhein-Kreis Neuss – Fassung 1.docx"
    qtbot.waitUntil(written.exists, timeout=20_000)
    qtbot.waitUntil(lambda: not empty_session.jobs.is_busy)
    assert "Erst nach der Fassung" not in "\n".join(line.text for line in docx.Document(str(written)).paragraphs)


def test_a_name_of_ones_own_stays_when_another_content_is_chosen(
    page: ExportPage, empty_session: Session, qtbot: QtBot
) -> None:
    freeze(empty_session.project, VersionWish("Für die Kommunen"))
    write_chapter(empty_session.project, "vorwort", "Erst nach der Fassung geschrieben.")
    page.refresh(())
    qtbot.waitUntil(lambda: choice_of(page).count() == 2)
    name_line(page).selectAll()
    QTest.keyClicks(name_line(page), "Anlage 1")
    QTest.keyClick(choice_of(page), Qt.Key.Key_Down)

    assert name_line(page).text() == "Anlage 1"


def test_the_page_says_whether_a_file_of_that_name_is_there(page: ExportPage, tmp_path: Path, qtbot: QtBot) -> None:
    folder_line(page).setText(str(tmp_path))
    name_line(page).setText("Konzept")
    qtbot.waitUntil(lambda: "gibt es dort noch nicht" in words(page))

    give(page, tmp_path)
    qtbot.waitUntil(lambda: "Eine weitere Ausgabe ersetzt sie; hat jemand sie in Word" in words(page), timeout=20_000)

    (tmp_path / "Konzept.docx").write_bytes(b"von jemand anderem")
    name_line(page).setText("Konzept.docx")
    qtbot.waitUntil(lambda: "jemand hat sie bearbeitet: Sie bleibt" in words(page))


def test_a_name_that_windows_does_not_take_is_refused_in_a_sentence(page: ExportPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: name_line(page).text() != "")
    name_line(page).setText("Konzept: Fassung 1")
    QTest.keyClick(name_line(page), Qt.Key.Key_Return)

    assert fault(page).text == "In einem Dateinamen dürfen diese Zeichen nicht stehen: :"


def test_the_finished_file_has_the_focus(page: ExportPage, tmp_path: Path, qtbot: QtBot) -> None:
    give(page, tmp_path / "Kreistag")

    made = page.findChild(QPushButton, "open-file")
    assert isinstance(made, QPushButton)
    qtbot.waitUntil(made.hasFocus, timeout=20_000)


def test_what_was_written_before_a_change_is_no_longer_called_finished(
    page: ExportPage, empty_session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    freeze(empty_session.project, VersionWish("Für die Kommunen"))
    page.refresh(())
    qtbot.waitUntil(lambda: name_line(page).text().endswith("Fassung 1.docx"))
    give(page, tmp_path / "aus")
    qtbot.waitUntil(lambda: "ist fertig" in words(page), timeout=20_000)
    assert "Diese Kapitel haben noch keinen Inhalt und fehlen in der Datei: „" in words(page)

    write_chapter(empty_session.project, "vorwort", "Erst nach der Fassung geschrieben.")
    page.refresh(())
    qtbot.waitUntil(lambda: "seitdem ist der Inhalt geändert" in words(page))
    assert "ist fertig" not in words(page)


def test_what_was_changed_a_moment_ago_is_not_written_under_the_name_of_a_version(
    page: ExportPage, empty_session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    freeze(empty_session.project, VersionWish("Für die Kommunen"))
    page.refresh(())
    qtbot.waitUntil(lambda: name_line(page).text().endswith("Fassung 1.docx"))

    write_chapter(empty_session.project, "vorwort", "Erst nach der Fassung geschrieben.")
    page.refresh(())
    give(page, tmp_path / "aus")

    qtbot.waitUntil(lambda: bool(list((tmp_path / "aus").glob("*.docx"))), timeout=20_000)
    qtbot.waitUntil(lambda: not empty_session.jobs.is_busy)
    assert [path.name for path in (tmp_path / "aus").iterdir()] == [
        "Integrationskonzept Rhein-Kreis Neuss – Entwurf 2026-01-05.docx"
    ]


def test_once_more_writes_what_is_there_now_under_the_name_it_has_now(
    page: ExportPage, empty_session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    freeze(empty_session.project, VersionWish("Für die Kommunen"))
    page.refresh(())
    qtbot.waitUntil(lambda: name_line(page).text().endswith("Fassung 1.docx"))

    def cancel(job: Job) -> None:
        job.cancel()

    page.session.jobs.started.connect(cancel)
    give(page, tmp_path / "aus")
    qtbot.waitUntil(lambda: "abgebrochen" in fault(page).text)
    page.session.jobs.started.disconnect(cancel)
    write_chapter(empty_session.project, "vorwort", "Erst nach der Fassung geschrieben.")
    page.refresh(())

    again = page.findChild(QPushButton, "message-action")
    assert isinstance(again, QPushButton)
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: bool(list((tmp_path / "aus").glob("*.docx"))), timeout=20_000)
    qtbot.waitUntil(lambda: not empty_session.jobs.is_busy)
    assert [path.name for path in (tmp_path / "aus").iterdir()] == [
        "Integrationskonzept Rhein-Kreis Neuss – Entwurf 2026-01-05.docx"
    ]


def review_box(page: ExportPage) -> QCheckBox:
    found = page.findChild(QCheckBox, "export-review")
    assert isinstance(found, QCheckBox)
    return found


def tick(box: QCheckBox) -> None:
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))


def test_a_review_copy_has_a_name_of_its_own_and_comments(page: ExportPage, tmp_path: Path, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(name_line(page).text()))
    plain = name_line(page).text()

    tick(review_box(page))
    assert name_line(page).text() == plain.replace("Integrationskonzept", "Integrationskonzept-Prüffassung", 1)
    give(page, tmp_path / "Kreistag")

    card = page.findChild(ResultCard)
    assert isinstance(card, ResultCard)
    qtbot.waitUntil(card.isVisible, timeout=20_000)
    (written,) = (tmp_path / "Kreistag").glob("Integrationskonzept-Prüffassung*.docx")
    assert list(docx.Document(str(written)).comments)


def test_a_clean_copy_keeps_its_name_when_the_review_is_taken_back(page: ExportPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(name_line(page).text()))
    plain = name_line(page).text()

    tick(review_box(page))
    tick(review_box(page))

    assert name_line(page).text() == plain


def test_the_kurzfassung_is_written_under_a_name_of_its_own(page: ExportPage, tmp_path: Path, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(name_line(page).text()))
    brief = page.findChild(QPushButton, "choice-brief")
    assert isinstance(brief, QPushButton)
    QTest.mouseClick(brief, Qt.MouseButton.LeftButton)
    assert name_line(page).text().startswith("Integrationskonzept-Kurzfassung Rhein-Kreis Neuss – Entwurf")

    give(page, tmp_path / "Kreistag")

    card = page.findChild(ResultCard)
    assert isinstance(card, ResultCard)
    qtbot.waitUntil(card.isVisible, timeout=20_000)
    (written,) = (tmp_path / "Kreistag").glob("*.docx")
    assert "– Kurzfassung" in docx.Document(str(written)).core_properties.title


def box(page: ExportPage, name: str) -> QCheckBox:
    found = page.findChild(QCheckBox, name)
    assert isinstance(found, QCheckBox)
    return found


def test_word_file_and_pdf_are_written_together_and_offered_to_be_opened(
    page: ExportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    tick(box(page, "export-as-pdf"))
    assert page.main_action() is not None
    assert page.actions_shown()[0].text() == "Word-Datei und PDF erstellen"
    give(page, tmp_path / "Kreistag")

    card = page.findChild(ResultCard)
    assert isinstance(card, ResultCard)
    qtbot.waitUntil(card.isVisible, timeout=30_000)
    assert sorted(path.suffix for path in (tmp_path / "Kreistag").iterdir()) == [".docx", ".pdf"]
    pdf = page.findChild(QPushButton, "open-pdf")
    assert isinstance(pdf, QPushButton)
    assert pdf.isVisible()


def test_a_pdf_alone_has_its_own_ending_and_nothing_of_word_is_asked(
    page: ExportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: bool(name_line(page).text()))
    tick(box(page, "export-as-pdf"))
    tick(box(page, "export-as-word"))
    assert name_line(page).text().endswith(".pdf")
    assert not review_box(page).isVisible()
    give(page, tmp_path / "Kreistag")

    card = page.findChild(ResultCard)
    assert isinstance(card, ResultCard)
    qtbot.waitUntil(card.isVisible, timeout=30_000)
    (written,) = (tmp_path / "Kreistag").iterdir()
    assert written.read_bytes().startswith(b"%PDF-1.7")
    assert "(typst) geprüft" in words(page)


def test_there_is_always_something_to_write(page: ExportPage) -> None:
    tick(box(page, "export-as-word"))

    assert box(page, "export-as-pdf").isChecked()
    assert page.actions_shown()[0].text() == "PDF erstellen"


def test_the_kinds_chosen_are_remembered(
    page: ExportPage, empty_session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    tick(box(page, "export-as-pdf"))
    tick(box(page, "export-lines"))
    give(page, tmp_path / "Kreistag")
    qtbot.waitUntil(lambda: not empty_session.jobs.is_busy, timeout=30_000)

    again = ExportPage(empty_session)
    qtbot.addWidget(again)
    again.show()

    assert box(again, "export-as-pdf").isChecked()
    assert box(again, "export-lines").isChecked()
