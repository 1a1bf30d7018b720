from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.fields import Principle
from kizdesk.domain.interviews import Answer, InterviewForm
from kizdesk.domain.places import Project
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.basics.begin import write_chapter
from kizdesk.project.checking.findings import check
from kizdesk.project.checking.points import points
from kizdesk.project.concept import draft_document
from kizdesk.project.interviews.edit import add_interview, put_answer
from kizdesk.project.opened import PROJECT_ID
from kizdesk.project.output.writing import export_version_word
from kizdesk.project.overview import step_states
from kizdesk.project.records import add, set_value
from kizdesk.project.versions.freezing import VersionWish, changes_since, freeze, version_document
from kizdesk.ui.pages.participation.versions import VersionsPage
from kizdesk.ui.session import Destination, Message, Session
from kizdesk.ui.tables import TableView

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def page(empty_session: Session, qtbot: QtBot) -> Iterator[VersionsPage]:
    made = VersionsPage(empty_session)
    qtbot.addWidget(made)
    made.resize(1024, 540)
    made.show()
    yield made
    made.hide()


def click(page: QWidget, name: str) -> None:
    found = [made for made in page.findChildren(QPushButton, name) if made.isVisible()]
    assert len(found) == 1, name
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def inner(page: QWidget, name: str, kind: type[W]) -> W:
    holder = page.findChild(QWidget, name)
    assert isinstance(holder, QWidget)
    found = holder.findChild(kind)
    assert isinstance(found, kind)
    return found


def box_of(page: QWidget, name: str) -> QComboBox:
    found = page.findChild(QComboBox, name)
    assert isinstance(found, QComboBox)
    return found


def words(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def line(page: QWidget, name: str) -> QLineEdit:
    return inner(page, name, QLineEdit)


def versions(session: Session) -> tuple[ConceptVersion, ...]:
    return session.project.snapshot.all(ConceptVersion)


def freeze_by_hand(page: VersionsPage, session: Session, qtbot: QtBot) -> None:
    count = len(versions(session))
    click(page, "freeze-submit")
    qtbot.waitUntil(lambda: len(versions(session)) == count + 1)


def test_a_note_that_was_begun_stays_when_the_form_is_left_with_esc(
    page: VersionsPage, empty_session: Session, qtbot: QtBot
) -> None:
    page.open("freeze")
    QTest.keyClicks(inner(page, "freeze.note", QPlainTextEdit), "Zur Sitzung")
    QTest.keyClick(line(page, "freeze.name"), Qt.Key.Key_Escape)
    page.open("freeze")
    assert inner(page, "freeze.note", QPlainTextEdit).toPlainText() == "Zur Sitzung"

    freeze_by_hand(page, empty_session, qtbot)
    page.open("freeze")
    assert inner(page, "freeze.note", QPlainTextEdit).toPlainText() == ""


def test_the_date_of_the_concept_is_proposed_for_the_cover_once(
    page: VersionsPage, empty_session: Session, qtbot: QtBot
) -> None:
    project = empty_session.project
    set_value(project, Project, PROJECT_ID, "concept_date", date(2026, 3, 1))
    page.open("freeze")
    assert line(page, "freeze.day").text() == "01.03.2026"
    assert "vorgeschlagen ist das Datum des Konzepts." in words(page)
    freeze_by_hand(page, empty_session, qtbot)
    assert draft_document(project).dated == version_document(project, versions(empty_session)[0].id).dated

    page.open("freeze")
    assert line(page, "freeze.day").text() == f"{project.now():%d.%m.%Y}"
    assert "denn das Datum des Konzepts (01.03.2026) galt schon für eine frühere Fassung." in words(page)


def test_an_empty_page_leads_to_the_first_version(page: VersionsPage, empty_session: Session, qtbot: QtBot) -> None:
    assert page.main_action() is None
    click(page, "begin")
    name = line(page, "freeze.name")
    assert name.text() == "Fassung für die Kommunen"
    name.selectAll()
    QTest.keyClicks(name, "Entwurf der Konferenz")
    note = inner(page, "freeze.note", QPlainTextEdit)
    QTest.keyClicks(note, "Anlage zur Einladung")
    freeze_by_hand(page, empty_session, qtbot)

    frozen = versions(empty_session)[0]
    assert (frozen.number, frozen.name, frozen.note) == (1, "Entwurf der Konferenz", "Anlage zur Einladung")
    assert page.main_action() is None


def test_freezing_is_the_main_thing_again_once_something_changed(
    page: VersionsPage, empty_session: Session, qtbot: QtBot
) -> None:
    freeze(empty_session.project, VersionWish("Erste"))
    qtbot.waitUntil(lambda: [row.changes for row in page._rows] == [0])
    assert page.main_action() is None

    write_chapter(empty_session.project, "vorwort", "Anders.")
    qtbot.waitUntil(lambda: page.main_action() is not None)


def test_freezing_is_undone_as_one_step(page: VersionsPage, empty_session: Session, qtbot: QtBot) -> None:
    said: list[Message] = []
    empty_session.said.connect(said.append)
    page.open("freeze")
    freeze_by_hand(page, empty_session, qtbot)
    assert (
        said[-1].text == "Fassung 1 ist festgeschrieben. Jetzt können die Kommunen um ihr Einvernehmen gebeten werden."
    )

    empty_session.undo()

    assert versions(empty_session) == ()
    assert "Noch ist keine Fassung festgeschrieben" in words(page)


def test_what_is_typed_while_freezing_belongs_to_the_draft(
    page: VersionsPage, empty_session: Session, qtbot: QtBot
) -> None:
    page.open("freeze")
    click(page, "freeze-submit")
    write_chapter(empty_session.project, "vorwort", "Inzwischen getippt.")
    qtbot.waitUntil(lambda: len(versions(empty_session)) == 1)

    changes = changes_since(empty_session.project, versions(empty_session)[0].id)
    assert [change.after for change in changes] == ["Inzwischen getippt."]


def test_a_version_without_a_name_is_refused_in_the_form(page: VersionsPage, empty_session: Session) -> None:
    page.open("freeze")
    line(page, "freeze.name").clear()
    click(page, "freeze-submit")

    assert "Eine Fassung braucht einen Namen" in words(page)
    assert versions(empty_session) == ()


def test_the_form_says_when_nothing_changed_and_what_the_checker_finds(
    page: VersionsPage, empty_session: Session, qtbot: QtBot
) -> None:
    freeze(empty_session.project, VersionWish("Erste"))
    page.open("freeze")

    qtbot.waitUntil(lambda: "Seit Fassung 1 hat sich nichts geändert" in words(page))
    assert "Noch offen:" in words(page)


def test_the_form_counts_what_is_open_as_the_rail_does_and_says_what_freezing_mends(
    page: VersionsPage, empty_session: Session, qtbot: QtBot
) -> None:
    add(empty_session.project, Principle(id="p", title="Vielfalt"), "Leitlinie anlegen")
    page.open("freeze")

    qtbot.waitUntil(lambda: "Noch offen:" in words(page))
    assert f"Noch offen: {step_states(empty_session.project)[-1].line}" in words(page)
    assert "Das Festschreiben geht trotzdem. Offen ist zum Beispiel:" in words(page)
    then = "neu offen sind dann das Einvernehmen der Kommunen und der Beschluss zu dieser Fassung."
    assert f"Danach fällt der Punkt „noch keine Fassung“ weg; {then}" in words(page)


def test_the_form_names_the_chapters_that_the_version_will_lack(page: VersionsPage, qtbot: QtBot) -> None:
    page.open("freeze")
    qtbot.waitUntil(lambda: "Diese Kapitel haben noch keinen Inhalt und fehlen in der Fassung: „" in words(page))
    assert "„Leitlinien“" in words(page)


def test_the_form_says_whose_answers_are_held_though_they_are_not_released(
    page: VersionsPage, empty_session: Session, qtbot: QtBot
) -> None:
    interview = add_interview(empty_session.project, "05162004", InterviewForm.ON_SITE)
    answer = Answer(id="", interview_id=interview.id, question_id="b01", text="Sozialamt")
    put_answer(empty_session.project, answer)
    page.open("freeze")

    qtbot.waitUntil(lambda: "Noch offen:" in words(page))
    assert "• Das Gespräch mit Dormagen ist noch nicht freigegeben" in words(page)


def test_nobody_reads_that_nothing_changed_before_it_is_counted(
    page: VersionsPage, empty_session: Session, qtbot: QtBot
) -> None:
    freeze(empty_session.project, VersionWish("Erste"))
    page.refresh(())
    qtbot.waitUntil(lambda: since(page) == "nichts")
    write_chapter(empty_session.project, "vorwort", "Wir wollen das.")
    page.refresh(())
    assert since(page) == "wird gezählt …"
    qtbot.waitUntil(lambda: since(page) == "1 Stelle")


def since(page: VersionsPage) -> str:
    """Return what the list says of the changes since the latest version."""
    model = page._table.model()
    return str(model.index(0, model.columnCount() - 1).data())


def test_freezing_takes_away_and_brings_the_points_the_form_speaks_of(empty_session: Session) -> None:
    before = {point.rule for point in points(check(empty_session.project))}
    freeze(empty_session.project, VersionWish("Erste"))
    after = {point.rule for point in points(check(empty_session.project))}

    assert before - after == {"no_version"}
    assert after - before == {"consent_open", "council_resolution_missing"}


def test_what_is_found_while_the_form_is_open_moves_no_field(page: VersionsPage, qtbot: QtBot) -> None:
    page.open("freeze")
    before = line(page, "freeze.name").mapTo(page, QPoint())
    qtbot.waitUntil(lambda: "Noch offen:" in words(page))

    assert line(page, "freeze.name").mapTo(page, QPoint()) == before


def test_the_findings_are_one_click_away(page: VersionsPage, empty_session: Session, qtbot: QtBot) -> None:
    going: list[Destination] = []
    empty_session.going.connect(going.append)
    page.open("freeze")
    qtbot.waitUntil(lambda: "Noch offen:" in words(page))

    click(page, "freeze-findings")

    assert going[0].page == "output.check"


def test_the_list_counts_what_changed_since_each_version(
    page: VersionsPage, empty_session: Session, qtbot: QtBot
) -> None:
    freeze(empty_session.project, VersionWish("Erste"))
    write_chapter(empty_session.project, "vorwort", "Anders.")

    qtbot.waitUntil(lambda: [row.changes for row in page._rows] == [1])
    assert page.heading().subtitle == "Eine Fassung ist festgeschrieben."


def test_differences_to_the_present_lead_to_the_place(page: VersionsPage, empty_session: Session, qtbot: QtBot) -> None:
    freeze(empty_session.project, VersionWish("Erste"))
    write_chapter(empty_session.project, "vorwort", "Ganz anders.")
    going: list[Destination] = []
    empty_session.going.connect(going.append)
    qtbot.waitUntil(lambda: "Ganz anders." in words(page))

    click(page, "version-differences-jump")

    assert going[0].target is not None
    assert (going[0].target.step, going[0].target.kind) == (Step.BASICS, "chapter_text")


def test_two_versions_are_compared_whichever_is_named_first(
    page: VersionsPage, empty_session: Session, qtbot: QtBot
) -> None:
    write_chapter(empty_session.project, "vorwort", "Alt.")
    freeze(empty_session.project, VersionWish("Erste"))
    write_chapter(empty_session.project, "vorwort", "Neu.")
    freeze(empty_session.project, VersionWish("Zweite"))
    box_of(page, "compare-earlier").setCurrentText("Fassung 2")
    later = box_of(page, "compare-later")
    later.setCurrentIndex(later.findText("Fassung 1"))
    later.activated.emit(later.currentIndex())

    qtbot.waitUntil(lambda: "<b>Neu.</b>" in words(page))
    assert "<s>Alt.</s>" in words(page)


def test_a_frozen_version_is_written_as_word(
    page: VersionsPage, empty_session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = partial(export_version_word, estimated=True)
    monkeypatch.setattr("kizdesk.project.output.writing.export_version_word", quick)
    version = freeze(empty_session.project, VersionWish("Erste"))
    with qtbot.waitSignal(empty_session.said, timeout=60_000) as said:
        page.write_word(version.id, tmp_path / "Fassung 1.docx")

    assert said.args is not None
    assert "Die Fassung ist gespeichert: „Fassung 1.docx“." in said.args[0].text
    assert (tmp_path / "Fassung 1.docx").is_file()


def test_a_finding_leads_to_the_version_or_to_the_form(page: VersionsPage, empty_session: Session) -> None:
    assert page.reveal(Target(Step.PARTICIPATION, "concept_version"))
    assert page.go_back()

    version = freeze(empty_session.project, VersionWish("Erste"))

    assert page.reveal(Target(Step.PARTICIPATION, "concept_version", version.id))
    assert page._table.current_row is not None


def test_a_version_is_frozen_once_though_its_form_was_left_and_opened_again(
    page: VersionsPage, empty_session: Session, qtbot: QtBot
) -> None:
    page.open("freeze")
    click(page, "freeze-submit")
    QTest.keyClick(line(page, "freeze.name"), Qt.Key.Key_Escape)
    page.open("freeze")
    submit = page.findChild(QPushButton, "freeze-submit")
    assert isinstance(submit, QPushButton)
    assert not submit.isEnabled()
    qtbot.waitUntil(lambda: len(versions(empty_session)) == 1)


def test_a_narrow_column_begins_with_what_differs(page: VersionsPage, empty_session: Session, qtbot: QtBot) -> None:
    long = " ".join(f"Wort{number}" for number in range(40))
    write_chapter(empty_session.project, "vorwort", f"{long} früher.")
    freeze(empty_session.project, VersionWish("Erste"))
    write_chapter(empty_session.project, "vorwort", f"{long} heute.")
    page.refresh(())
    table = page.findChild(TableView, "version-differences-table")
    assert isinstance(table, TableView)
    qtbot.waitUntil(lambda: table.rows.rowCount() > 0)

    shown = [table.model().index(0, column).data() for column in (3, 4)]
    assert shown == ["… Wort39 früher.", "… Wort39 heute."]
