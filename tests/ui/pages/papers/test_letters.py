"""Edit letters, tick municipalities, save the files, and note what follows, by clicks and keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from kizdesk.domain.changes import Update
from kizdesk.domain.checks import Step, Target
from kizdesk.domain.interviews import Interview, InterviewForm
from kizdesk.domain.papers import PaperEntry, PaperKind
from kizdesk.domain.places import District, DistrictKind
from kizdesk.domain.requests import ConsentRequest
from kizdesk.domain.versions import ChapterText
from kizdesk.project.letters.fields import write_letter
from kizdesk.project.records import add, set_value
from kizdesk.project.stocktaking.planning import plan
from kizdesk.project.versions.freezing import VersionWish, freeze
from kizdesk.ui.forms.editor import Editor
from kizdesk.ui.page import Page
from kizdesk.ui.pages.papers.page import PapersPage
from kizdesk.ui.pages.participation.consents import ConsentsPage
from kizdesk.ui.pages.participation.consents_panel import ConsentPanel
from kizdesk.ui.pages.stocktaking.interview_pane import InterviewPane
from kizdesk.ui.session import Destination, Session
from kizdesk.ui.tables import TableView
from tests.ui.forms.hands import press, strike
from tests.ui.pages.papers.conftest import Open, button, table, words
from tests.ui.walk.looking import cut, nameless, overlapping, stops

DORMAGEN, JUECHEN = "05162004", "05162012"


@pytest.fixture
def session(empty_session: Session) -> Session:
    """Return a new project with a version, and an interview without a day."""
    project = empty_session.project
    add(project, ChapterText(id="neu", chapter="vorwort", text="Wir beginnen im Jahr 2014 mit der Arbeit."))
    freeze(project, VersionWish("Entwurf"))
    add(project, Interview(id="i", municipality_id=DORMAGEN, guide_id="g", guide_version="1"))
    return empty_session


@pytest.fixture
def page(open_page: Open, session: Session) -> PapersPage:
    return open_page(session)


def show(page: PapersPage, kind: str) -> TableView[object]:
    """Choose a letter, and return its list of municipalities."""
    assert table(page, "papers.list").reveal(kind)
    return table(page, f"letters.places.{kind}")


def editor(page: PapersPage, name: str) -> Editor:
    found = page.findChild(Editor, name)
    assert isinstance(found, Editor)
    return found


def folder(session: Session) -> Path:
    return session.project.path.parent / "Ausgabe" / "Briefe"


def save(page: PapersPage, session: Session, qtbot: QtBot) -> list[str]:
    page.actions_shown()[0].trigger()
    qtbot.waitUntil(lambda: not session.jobs.is_busy)
    return sorted(path.name for path in folder(session).iterdir()) if folder(session).is_dir() else []


def test_whom_it_fits_is_ticked_and_one_file_each_is_written(page: PapersPage, session: Session, qtbot: QtBot) -> None:
    show(page, "einladung")
    assert "An eine Kommune" in words(page)
    assert save(page, session, qtbot) == ["Einladung Dormagen.docx"]
    assert "Datenschutz" in "\n".join(line for line in words(page).splitlines())


def test_the_space_bar_ticks_and_takes_the_tick_away(page: PapersPage) -> None:
    places = show(page, "einladung")
    places.reveal(JUECHEN)
    places.setFocus()
    strike(Qt.Key.Key_Space)
    assert "An 2 Kommunen" in words(page)
    strike(Qt.Key.Key_Space)
    assert "An eine Kommune" in words(page)


def test_all_and_only_those_due_are_ticked_by_buttons(page: PapersPage) -> None:
    show(page, "einladung")
    button(page, "letters.all.einladung").click()
    assert "An 8 Kommunen" in words(page)
    button(page, "letters.due.einladung").click()
    assert "An eine Kommune" in words(page)


def test_all_letters_go_into_one_file(page: PapersPage, session: Session, qtbot: QtBot) -> None:
    show(page, "anfrage")
    files = editor(page, "letters.files.anfrage")
    next(made for made in files.findChildren(QPushButton) if made.text() == "eine Datei für alle").click()
    next(iter(editor(page, "letters.forms.anfrage").findChildren(QCheckBox))).click()
    assert save(page, session, qtbot) == ["Bitten um Einvernehmen.docx"]


def test_after_writing_requests_one_click_notes_them_and_undo_takes_that_back(
    page: PapersPage, session: Session, qtbot: QtBot
) -> None:
    show(page, "anfrage")
    assert len(save(page, session, qtbot)) == 16
    assert not session.project.snapshot.all(ConsentRequest)
    offer = next(
        made for made in page.findChildren(QPushButton) if made.isVisible() and made.text() == "8 Anfragen festhalten"
    )
    offer.click()
    assert len(session.project.snapshot.all(ConsentRequest)) == 8
    assert "Anfragen festhalten" not in words(page)
    session.undo()
    assert not session.project.snapshot.all(ConsentRequest)


def test_who_has_nobody_to_remind_cannot_save_and_reads_why(page: PapersPage, session: Session, qtbot: QtBot) -> None:
    show(page, "erinnerung")
    assert "Zu erinnern ist niemand" in words(page)
    assert not page.actions_shown()[0].isEnabled()
    assert save(page, session, qtbot) == []


def test_without_a_tick_it_says_what_to_do(page: PapersPage) -> None:
    places = show(page, "einladung")
    places.reveal(DORMAGEN)
    places.setFocus()
    strike(Qt.Key.Key_Space)
    assert "An keine Kommune" in words(page)
    assert "wird links angekreuzt" in words(page)
    assert not page.actions_shown()[0].isEnabled()
    strike(Qt.Key.Key_Space)
    assert page.actions_shown()[0].isEnabled()


def test_what_is_said_of_a_letter_moves_no_list_and_stays_with_it(
    page: PapersPage, session: Session, qtbot: QtBot
) -> None:
    places = show(page, "einladung")
    before = [made.mapTo(page, QPoint()) for made in (table(page, "papers.list"), places)], places.height()
    save(page, session, qtbot)
    qtbot.waitUntil(lambda: "bitte legen Sie sie bei" in words(page))
    assert ([made.mapTo(page, QPoint()) for made in (table(page, "papers.list"), places)], places.height()) == before
    show(page, "anfrage")
    assert "bitte legen Sie sie bei" not in words(page)
    show(page, "einladung")
    assert "bitte legen Sie sie bei" in words(page)


def test_letters_in_files_of_their_own_are_told_as_a_folder(page: PapersPage, session: Session, qtbot: QtBot) -> None:
    show(page, "anfrage")
    save(page, session, qtbot)
    qtbot.waitUntil(lambda: "Die Schreiben liegen im Ordner „Briefe“" in words(page))
    assert not button(page, "papers.open").isVisible()
    assert button(page, "papers.show").isVisible()


def test_what_was_said_is_gone_when_the_page_is_left(page: PapersPage, session: Session, qtbot: QtBot) -> None:
    show(page, "einladung")
    save(page, session, qtbot)
    page.hide()
    page.show()
    assert "bitte legen Sie sie bei" not in words(page)


def test_an_own_subject_is_written_and_the_proposal_brought_back(page: PapersPage, session: Session) -> None:
    show(page, "anfrage")
    line = editor(page, "letters.anfrage.betreff").findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    press("Ihr Einvernehmen, {Kommune}")
    session.leaving.emit()
    assert [entry.value for entry in session.project.snapshot.all(PaperEntry)] == ["Ihr Einvernehmen, {Kommune}"]
    assert "Eigener Text" in words(page)
    button(page, "letters.adopt.anfrage.betreff").click()
    assert not session.project.snapshot.all(PaperEntry)
    assert editor(page, "letters.anfrage.betreff").value().startswith("Bitte um Einvernehmen")


def test_an_unknown_word_in_braces_is_said_and_what_was_typed_stays(page: PapersPage, session: Session) -> None:
    show(page, "anfrage")
    line = editor(page, "letters.anfrage.betreff").findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    press("An {Komune}")
    session.leaving.emit()
    assert "„{Komune}“ ist kein Platzhalter dieses Schreibens." in words(page)
    assert line.text() == "An {Komune}"
    assert not session.project.snapshot.all(PaperEntry)


def test_a_link_ticks_one_municipality(page: PapersPage, session: Session, qtbot: QtBot) -> None:
    page.open(f"anfrage#{JUECHEN}")
    assert "An eine Kommune" in words(page)
    assert save(page, session, qtbot) == ["Bitte um Einvernehmen Jüchen.docx", "Einvernehmen Jüchen – Fassung 1.pdf"]


def test_a_target_shows_the_field(page: PapersPage, session: Session) -> None:
    write_letter(session.project, PaperKind.REMINDER, "schluss", "Danke.")
    entry = session.project.snapshot.all(PaperEntry)[0]
    assert page.reveal(Target(Step.OUTPUT, "paper_entry", entry.id))
    assert page.heading().subtitle.startswith("Erinnerung")


def test_an_independent_city_reads_why_there_is_none(page: PapersPage, session: Session) -> None:
    session.project.commit("Art ändern", Update(District, "05162", "kind", DistrictKind.INDEPENDENT_CITY))
    page.refresh(())
    show(page, "einladung")
    assert "Eine kreisfreie Stadt hat keine kreisangehörigen Kommunen" in words(page)


def test_how_it_is_written_is_asked_only_where_somebody_can_get_the_letter(
    open_page: Open, empty_session: Session
) -> None:
    page = open_page(empty_session)
    asked = {}
    for kind in ("einladung", "anfrage"):
        show(page, kind)
        asked[kind] = editor(page, f"letters.files.{kind}").isVisible()
    assert asked == {"einladung": True, "anfrage": False}


def test_nothing_is_edited_or_noted_in_a_project_that_is_only_read(
    open_page: Open, read_only_session: Session, qtbot: QtBot
) -> None:
    page = open_page(read_only_session)
    show(page, "anfrage")
    line = editor(page, "letters.anfrage.betreff").findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    assert line.isReadOnly()
    button(page, "letters.all.anfrage").click()
    assert len(save(page, read_only_session, qtbot)) == 16
    assert "festhalten?" not in words(page)


def test_the_register_of_consents_leads_to_the_letter(session: Session, qtbot: QtBot) -> None:
    page: Page = ConsentsPage(session)
    qtbot.addWidget(page)
    page.refresh(())
    page.reveal(Target(Step.PARTICIPATION, "municipality", JUECHEN))
    went: list[Destination] = []
    session.going.connect(went.append)
    panel = page.findChild(ConsentPanel)
    assert isinstance(panel, ConsentPanel)
    letter = panel.findChild(QPushButton, "consent-letter")
    assert isinstance(letter, QPushButton)
    assert not letter.isHidden()
    letter.click()
    assert [(goal.page, goal.argument) for goal in went] == [("output.papers", f"anfrage#{JUECHEN}")]
    qtbot.waitUntil(lambda: not session.jobs.is_busy)


@pytest.mark.parametrize("kind", ["einladung", "anfrage", "erinnerung"])
def test_every_control_has_a_name_nothing_is_cut_and_the_tab_key_goes_from_top_to_bottom(
    page: PapersPage, kind: str
) -> None:
    places = show(page, kind)
    assert nameless(page) == []
    assert cut(page) == []
    assert overlapping(page) == []
    reached = stops(page, places)
    subject = editor(page, f"letters.{kind}.betreff").findChild(QLineEdit)
    row = (subject, button(page, "papers.folder"), table(page, "papers.list"))
    assert tuple(widget for widget in reached if widget in row) == row


def test_a_planned_interview_leads_to_the_invitation(empty_session: Session, qtbot: QtBot) -> None:
    session = empty_session
    (planned,) = plan(session.project, [JUECHEN])
    pane = InterviewPane(session)
    qtbot.addWidget(pane)
    pane.show_interview(planned.id)
    went: list[Destination] = []
    session.going.connect(went.append)
    invite = pane.findChild(QPushButton, "interview-invite")
    assert isinstance(invite, QPushButton)
    assert not invite.isHidden()
    invite.click()
    assert [(goal.page, goal.argument) for goal in went] == [("output.papers", f"einladung#{JUECHEN}")]
    set_value(session.project, Interview, planned.id, "form", InterviewForm.FORM)
    pane.refresh(())
    assert invite.isHidden()
