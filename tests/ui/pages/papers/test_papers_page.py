"""Edit papers by clicks and keys, bring proposals back, and save them as Word."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton, QTextBrowser, QWidget, QWidgetItem
from pytestqt.qtbot import QtBot

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.papers import Paper, PaperEntry, PaperKind, PaperQuestion, PaperStop
from kizdesk.domain.people import Body, Consultation
from kizdesk.project.opened import OpenProject
from kizdesk.project.papers.editing import add_question, choose_layout, set_date, write_field
from kizdesk.project.papers.reading import unanswered
from kizdesk.project.papers.writing import write_paper
from kizdesk.project.records import add, set_value
from kizdesk.ui.forms.editor import Editor
from kizdesk.ui.pages.papers.page import PapersPage
from kizdesk.ui.session import Session
from tests.project.forms.back import silent
from tests.ui.forms.hands import press, strike
from tests.ui.pages.papers.conftest import Open, button, choose, table, words

_LOW = 200
"""Height that is left to both in a window of 700."""


@pytest.fixture
def page(open_page: Open, example_session: Session) -> PapersPage:
    return open_page(example_session)


def editor(page: PapersPage, key: str) -> Editor:
    found = [made for made in page.findChildren(Editor, f"papers.{key}") if made.isVisible()]
    assert len(found) == 1
    return found[0]


def entry(session: Session, key: str) -> PaperEntry | None:
    return next((item for item in session.project.snapshot.all(PaperEntry) if item.field == key), None)


def seen_buttons(page: PapersPage) -> list[str]:
    return [made.text() for made in page.findChildren(QPushButton) if made.isVisible()]


def test_it_begins_with_the_proposed_resolution(page: PapersPage) -> None:
    assert "Der Kreistag beschließt das dieser Vorlage" in editor(page, "beschluss").value()
    assert "Vorschlag aus den Daten." in words(page)


def test_typing_makes_the_text_ones_own_and_shows_the_proposal_beside_it(
    page: PapersPage, example_session: Session
) -> None:
    editor(page, "beschluss").setFocus()
    press("Neu. ")
    example_session.leaving.emit()
    written = entry(example_session, "beschluss")
    assert written is not None
    assert written.value.startswith("Neu. ")
    assert "Eigener Text." in words(page)
    proposal = page.findChild(QTextBrowser, "papers.proposal.beschluss")
    assert isinstance(proposal, QTextBrowser)
    assert proposal.isVisible()
    assert "Der Kreistag beschließt" in proposal.toPlainText()


def test_the_preview_shows_a_line_below_a_list_as_it_is_printed(page: PapersPage, example_session: Session) -> None:
    write_field(example_session.project, PaperKind.COUNCIL, "beschluss", "1. Eins.\n2. Zwei.\nDanach.")
    made = editor(page, "beschluss")
    next(it for it in made.findChildren(QPushButton) if it.text() == "Vorschau").click()
    assert made.findChildren(QTextBrowser)[0].toPlainText().splitlines() == ["Eins.", "Zwei.", "Danach."]


def star_sizes(page: PapersPage) -> list[float]:
    area = editor(page, "begruendung").findChildren(QPlainTextEdit)[0]
    block = next(it for it in blocks_of(area) if "**" in it.text())
    at = block.text().index("**")
    found = [it.format.fontPointSize() for it in block.layout().formats() if it.start <= at < it.start + it.length]
    return found[-1:]


def blocks_of(area: QPlainTextEdit) -> Iterator[QTextBlock]:
    block = area.document().firstBlock()
    while block.isValid():
        yield block
        block = block.next()


def test_a_proposal_shows_no_stars_until_somebody_writes_in_it(
    page: PapersPage, example_session: Session, qtbot: QtBot
) -> None:
    choose(page, "begruendung")
    assert star_sizes(page) == [1.0]
    editor(page, "begruendung").setFocus()
    qtbot.waitUntil(lambda: star_sizes(page) != [1.0])
    table(page, "papers.list").setFocus()
    qtbot.waitUntil(lambda: star_sizes(page) == [1.0])
    assert entry(example_session, "begruendung") is None


def test_an_own_text_and_its_proposal_claim_little_of_a_low_window(page: PapersPage, example_session: Session) -> None:
    write_field(example_session.project, PaperKind.COUNCIL, "beschluss", "Eigenes")
    proposal = page.findChildren(QTextBrowser, "papers.proposal.beschluss")[0]
    item = QWidgetItem(proposal)
    assert proposal.isVisible()
    assert item.minimumSize().height() + editor(page, "beschluss").minimumSizeHint().height() < _LOW


def test_what_comes_in_stands_beside_what_goes_out(page: PapersPage, example_session: Session) -> None:
    choose_layout(example_session.project, PaperKind.COUNCIL, "rheine")
    choose(page, "betraege")
    keys = ("ertraege", "aufwendungen", "einzahlungen", "auszahlungen")
    lines = [editor(page, key).mapTo(page, QPoint(0, 0)).y() for key in keys]
    assert lines[0] == lines[1] < lines[2] == lines[3]


def test_undo_brings_the_proposal_back(page: PapersPage, example_session: Session) -> None:
    editor(page, "beschluss").setFocus()
    press("Neu. ")
    example_session.undo()
    assert entry(example_session, "beschluss") is None
    assert editor(page, "beschluss").value().startswith("1. Der Kreistag beschließt")


def test_the_button_takes_the_proposal_again(page: PapersPage, example_session: Session) -> None:
    write_field(example_session.project, PaperKind.COUNCIL, "beschluss", "Eigenes")
    assert editor(page, "beschluss").value() == "Eigenes"
    button(page, "papers.adopt.beschluss").click()
    assert entry(example_session, "beschluss") is None
    assert editor(page, "beschluss").value() != "Eigenes"


def test_an_unedited_field_follows_the_data(page: PapersPage, example_session: Session) -> None:
    choose(page, "nummer")
    assert editor(page, "nummer").value() == "50/2403/XV/2013"
    set_value(example_session.project, Consultation, "schritt-11-kreistag", "paper", "51/1/XV/2013")
    assert editor(page, "nummer").value() == "51/1/XV/2013"


def test_another_layout_is_chosen_and_what_was_written_stays(page: PapersPage, example_session: Session) -> None:
    box = page.findChild(QComboBox, "papers.layout.sitzungsvorlage")
    assert isinstance(box, QComboBox)
    place = box.findText("Beispiel: Stadt Rheine")
    box.setCurrentIndex(place)
    box.activated.emit(place)
    assert example_session.project.snapshot.get(Paper, "vorlage").layout == "rheine"
    choose(page, "amt")
    assert editor(page, "amt").value() == "50 – Sozialamt"
    choose(page, "mittelstand")
    assert "Noch leer." in words(page)


def test_fields_of_other_layouts_are_named_with_the_way_there(page: PapersPage, example_session: Session) -> None:
    choose(page, "andere")
    assert "Behördenleitung, Status, Finanzielle Auswirkungen, Unterschrift" in words(page)
    button(page, "papers.layout.to.allgemein").click()
    assert example_session.project.snapshot.get(Paper, "vorlage").layout == "allgemein"
    choose(page, "auswirkungen")
    assert editor(page, "auswirkungen").isVisible()
    assert "Finanzielle Auswirkungen" in words(page).splitlines()


def test_what_a_layout_does_not_print_of_a_meeting_is_said_beside_the_field(page: PapersPage) -> None:
    choose(page, "beratungsfolge")
    button(page, "papers.stops.begin").click()
    assert words(page).count("Dieser Aufbau druckt das nicht.") == 3
    page.findChildren(QComboBox, "papers.layout.sitzungsvorlage")[0].activated.emit(0)
    choose(page, "beratungsfolge")
    assert "Dieser Aufbau druckt das nicht." not in words(page)


def test_an_option_is_chosen_and_amounts_have_a_line_each(page: PapersPage, example_session: Session) -> None:
    box = page.findChild(QComboBox, "papers.layout.sitzungsvorlage")
    assert isinstance(box, QComboBox)
    box.activated.emit(box.findText("Beispiel: Stadt Rheine"))
    choose(page, "gesichert")
    choice = editor(page, "gesichert").findChild(QComboBox)
    assert isinstance(choice, QComboBox)
    choice.setCurrentIndex(choice.findText("Ja"))
    choice.activated.emit(choice.currentIndex())
    chosen = entry(example_session, "gesichert")
    assert chosen is not None
    assert chosen.value == "ja"
    choose(page, "betraege")
    assert editor(page, "ertraege").value() == "bis zu 170.000 Euro im Jahr"
    assert editor(page, "auszahlungen").value() == ""


def test_a_date_is_given_and_taken_back(page: PapersPage, example_session: Session) -> None:
    choose(page, "datum")
    assert "Eigene Angabe." in words(page)
    button(page, "papers.adopt.datum").click()
    assert example_session.project.snapshot.get(Paper, "vorlage").dated is None
    assert "trägt das Schriftstück den Tag" in words(page)


def test_the_beratungsfolge_is_put_together_by_buttons(page: PapersPage, example_session: Session) -> None:
    choose(page, "beratungsfolge")
    button(page, "papers.stops.begin").click()
    stops = example_session.project.snapshot.all(PaperStop)
    assert [stop.consultation_id for stop in stops] == ["schritt-11-kreistag"]
    desk = table(page, "papers.stops.sitzungsvorlage.own.list")
    desk.setFocus()
    strike(Qt.Key.Key_Insert)
    assert len(example_session.project.snapshot.all(PaperStop)) == 2
    assert [desk.model().index(row, 1).data() for row in range(2)] == ["31.01.2013", "06.03.2013"]


def test_meetings_of_one_body_without_a_day_are_told_apart(page: PapersPage) -> None:
    choose(page, "beratungsfolge")
    button(page, "papers.stops.begin").click()
    box = page.findChild(QWidget, "paper_stop.consultation_id")
    assert box is not None
    found = box.findChildren(QComboBox)[0]
    names = [found.itemText(place) for place in range(found.count())]
    assert len(names) == len(set(names))


def test_a_meeting_before_the_date_of_the_paper_is_remarked(page: PapersPage, example_session: Session) -> None:
    choose(page, "beratungsfolge")
    button(page, "papers.stops.begin").click()
    assert "liegt vor dem Datum" not in words(page)
    set_date(example_session.project, PaperKind.COUNCIL, date(2013, 4, 1))
    assert "Die Sitzung am 06.03.2013 (Kreistag des Rhein-Kreises Neuss) liegt vor dem Datum" in words(page)


def test_a_paper_older_than_its_version_is_remarked(page: PapersPage, example_session: Session) -> None:
    choose(page, "datum")
    assert "die Fassung 1 erst den 19.02.2013" in words(page)
    set_date(example_session.project, PaperKind.COUNCIL, date(2013, 2, 19))
    assert "die Fassung 1 erst" not in words(page)


def test_from_the_beratungsfolge_one_comes_to_the_meetings(page: PapersPage, example_session: Session) -> None:
    choose(page, "beratungsfolge")
    button(page, "papers.stops.begin").click()
    ways: list[object] = []
    example_session.going.connect(ways.append)
    button(page, "papers.stops.more").click()
    assert len(ways) == 1


def test_the_rapporteur_is_typed(page: PapersPage, example_session: Session) -> None:
    choose(page, "beratungsfolge")
    button(page, "papers.stops.begin").click()
    line = page.findChild(QWidget, "paper_stop.rapporteur")
    assert line is not None
    line.setFocus()
    press("Herr Linke")
    example_session.leaving.emit()
    assert example_session.project.snapshot.all(PaperStop)[0].rapporteur == "Herr Linke"


def test_an_empty_project_teaches_and_leads_to_the_meetings(open_page: Open, empty_session: Session) -> None:
    page = open_page(empty_session)
    assert "Ohne festgeschriebene Fassung schlägt die Vorlage vor" in words(page)
    choose(page, "beratungsfolge")
    assert "noch ist keine geplant" in words(page)
    ways: list[object] = []
    empty_session.going.connect(ways.append)
    button(page, "papers.stops.plan").click()
    assert len(ways) == 1


def test_a_planned_meeting_appears_in_the_beratungsfolge(open_page: Open, empty_session: Session) -> None:
    page = open_page(empty_session)
    choose(page, "beratungsfolge")
    add(empty_session.project, Body(id="kt", name="Kreistag", adopts=True))
    add(empty_session.project, Consultation(id="k", title="Beschluss", body_id="kt", planned=True))
    assert table(page, "papers.stops.shown").rows.rowCount() == 1


def test_the_first_question_is_added_by_a_button(open_page: Open, empty_session: Session) -> None:
    page = open_page(empty_session)
    choose(page, "fragen", "sachstandsbericht")
    button(page, "papers.questions.first").click()
    press("Was kostet das?")
    empty_session.leaving.emit()
    assert [item.question for item in empty_session.project.snapshot.all(PaperQuestion)] == ["Was kostet das?"]


def test_what_the_data_tell_is_taken_into_the_answer(page: PapersPage, example_session: Session) -> None:
    choose(page, "fragen", "sachstandsbericht")
    proposal = page.findChild(QTextBrowser, "papers.answer.proposal")
    assert isinstance(proposal, QTextBrowser)
    assert "324.850 Euro" in proposal.toPlainText()
    button(page, "papers.answer.adopt").click()
    assert "324.850 Euro" in example_session.project.snapshot.get(PaperQuestion, "frage-kosten").answer


def test_targets_lead_to_their_field(page: PapersPage) -> None:
    assert page.reveal(Target(Step.OUTPUT, "paper_entry", "vorlage-amt"))
    assert editor(page, "amt").isVisible()
    assert page.reveal(Target(Step.OUTPUT, "paper_question", "frage-anbindung"))
    assert "Sachstand" in words(page)
    assert not page.reveal(Target(Step.OUTPUT, "paper_entry", "unbekannt"))


def test_the_chosen_paper_is_saved_by_key(page: PapersPage, example_session: Session, qtbot: QtBot) -> None:
    target = example_session.project.path.parent / "Ausgabe" / "Sitzungsvorlage.docx"
    strike(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(target.is_file)
    qtbot.waitUntil(lambda: "„Sitzungsvorlage.docx“ ist fertig" in words(page))
    assert {"Öffnen", "Im Ordner zeigen"} <= set(seen_buttons(page))


def test_a_file_that_is_there_is_named_before_and_after_it_is_replaced(
    page: PapersPage, example_session: Session, qtbot: QtBot
) -> None:
    write_paper(example_session.project, PaperKind.COUNCIL, example_session.project.path.parent / "Ausgabe", silent)
    choose(page, "fragen", "sachstandsbericht")
    choose(page, "beschluss")
    qtbot.waitUntil(lambda: "Die vorhandene „Sitzungsvorlage.docx“ wird ersetzt" in words(page))
    page.actions_shown()[0].trigger()
    qtbot.waitUntil(lambda: "„Sitzungsvorlage.docx“ ist ersetzt" in words(page))


def test_what_is_typed_goes_into_the_file(page: PapersPage, example_session: Session, qtbot: QtBot) -> None:
    editor(page, "beschluss").setFocus()
    press("Zuerst. ")
    page.actions_shown()[0].trigger()
    qtbot.waitUntil(lambda: not example_session.jobs.is_busy)
    written = entry(example_session, "beschluss")
    assert written is not None
    assert written.value.startswith("Zuerst. ")


def test_a_target_that_cannot_be_written_is_told_on_the_page(
    page: PapersPage, example_session: Session, qtbot: QtBot
) -> None:
    blocked = Path(example_session.project.path.parent / "Ausgabe")
    blocked.write_text("kein Ordner", encoding="utf-8")
    page.actions_shown()[0].trigger()
    qtbot.waitUntil(lambda: "Noch einmal" in seen_buttons(page))
    assert not (blocked / "Sitzungsvorlage.docx").exists()


def test_a_project_that_is_only_read_accepts_nothing(open_page: Open, read_only_session: Session) -> None:
    page = open_page(read_only_session)
    assert not page.findChildren(QComboBox, "papers.layout.sitzungsvorlage")[0].isEnabled()
    choose(page, "beratungsfolge")
    assert not button(page, "papers.stops.begin").isEnabled()


def test_adding_a_question_elsewhere_is_seen(page: PapersPage, example_session: Session) -> None:
    choose(page, "fragen", "sachstandsbericht")
    add_question(example_session.project, "Wann regnet es?")
    assert "davon 1 noch ohne Antwort" in words(page)


def test_painting_the_questions_asks_the_data_once_for_a_change(
    page: PapersPage, example_session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def counting(project: OpenProject) -> frozenset[str]:
        asked.append(1)
        return unanswered(project)

    monkeypatch.setattr("kizdesk.ui.pages.papers.questions_pane.unanswered", counting)
    choose(page, "fragen", "sachstandsbericht")
    for number in range(5):
        add_question(example_session.project, f"Was kostet Nummer {number}?")
    page.grab()

    assert 0 < len(asked) <= 6
