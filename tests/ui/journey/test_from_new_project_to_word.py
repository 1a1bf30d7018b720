"""Go the whole way of a clerk by clicks and keys: from a new project to the concept in Word."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import docx
from docx.oxml.ns import qn

from kizdesk.domain.cost import CostItem, Post
from kizdesk.domain.fields import Measure
from kizdesk.domain.focus import Focus, FocusPeriod
from kizdesk.domain.interviews import (
    Answer,
    AnswerState,
    Evidence,
    EvidenceKind,
    Interview,
    InterviewStatus,
    Offering,
)
from kizdesk.domain.organisation import OrganisationVariant
from kizdesk.domain.people import Consultation, Person
from kizdesk.domain.versions import ConceptVersion
from kizdesk.domain.votes import Statement, Vote, VoteKind
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from tests.ui.journey.hands import ALT, CTRL, KEY, SHIFT, Hands

TITLE = "Integrationskonzept des Kreises Warendorf 2026"
PERSON = "Frau Dr. Zoë Łukasiewicz"
MEETING = "Auftakt der Steuerungsgruppe"
GUEST = "Aylin Yıldız"
ANSWER = "Rund um den Bahnhof fehlen Plätze in Sprachkursen für Mütter mit kleinen Kindern."
OFFERING = "Rucksack am Westen der Stadt"
GUIDING_GOAL = "Alle Menschen im Kreis verstehen einander"
GOAL = "Sprachkurse erreichen auch Mütter mit kleinen Kindern"
MEASURES = {
    "Kurse mit Kinderbetreuung": "Volkshochschule Beckum",
    "Lotsen am Bahnhof": "Kommunales Integrationszentrum",
}
REASONS = {"Sprache": "Ohne Sprache gelingt wenig.", "Arbeit und Wirtschaft": "Die Betriebe suchen Menschen."}
VARIANT = "Stabsstelle beim Landrat"
ITEM = "Miete der Räume in Ahlen"
VERSION = "Entwurf für die Bürgermeisterkonferenz"
PROOF = "Schreiben des Bürgermeisters vom 2. Mai"
SUGGESTION = "Das Zentrum soll auch abends erreichbar sein."
CONSIDERATION = "Die Sprechzeiten werden ausgeweitet."
CHAPTER = "Der Kreis Warendorf lebt von Zuwanderung"


PRINTED = (
    *(TITLE, CHAPTER, ANSWER, OFFERING, GUIDING_GOAL, GOAL, VARIANT, ITEM, PROOF, SUGGESTION, CONSIDERATION),
    *MEASURES,
    *MEASURES.values(),
    *REASONS.values(),
)


def begin_project(hands: Hands) -> None:
    hands.click("Neues Projekt")
    hands.write("Warend")
    hands.pick("districts", "Kreis Warendorf")
    hands.wait_to_read("13 Kommunen")
    hands.fill("Titel des Konzepts", TITLE)
    hands.fill("Ihr Name", "Erika Muster")
    hands.click("Projekt anlegen")
    hands.find("step-grundlagen")
    hands.wait_to_read("Kreis Warendorf")


def fill_basics(hands: Hands) -> None:
    hands.go_to_tab("Personen")
    hands.click("Neue Person")
    hands.write(PERSON)
    hands.press(KEY.Key_Tab)
    hands.write("Leiterin des Sozialamts")
    hands.press(KEY.Key_Tab)
    hands.fill("E-Mail", "z.lukasiewicz@kreis.example")
    hands.go_to_tab("Gremien und Akteure")
    hands.click("Übliche Gremien anlegen")
    hands.wait_to_read("Kreistag")
    hands.go_to_tab("Termine")
    hands.click("Neuer Termin")
    hands.write(MEETING)
    hands.press(KEY.Key_Tab)
    hands.fill("Datum oder erster Tag", "12.03.2026")
    hands.go_to_tab("Kapitel")
    write_chapter(hands)


def write_chapter(hands: Hands) -> None:
    hands.pick("Kapitel", "Vorwort")
    hands.into("Text")
    hands.press(KEY.Key_A, CTRL)
    hands.write(CHAPTER + " und ")
    hands.click("Text: Fett")
    hands.write("Zusammenhalt")


def hold_interview(hands: Hands) -> None:
    hands.go_to_step("Bestandsaufnahme")
    hands.click("Gespräche mit allen 13 Kommunen planen")
    hands.wait_to_read("13 Gespräche sind geplant")
    hands.pick("Kommunen und Abschnitte", "Beckum")
    hands.click("Gespräch beginnen")
    go_on_to(hands, "Wer nimmt für die Kommune am Gespräch teil?")
    hands.write(GUEST)
    hands.press(KEY.Key_Tab)
    hands.write("Integrationsbeauftragte")
    go_on_to(hands, "Wurde allen Teilnehmenden die Information")
    hands.write("j")
    go_on_to(hands, "In welchen Ortsteilen oder Quartieren")
    hands.write(ANSWER)
    go_on_to(hands, "Welche Organisationseinheit")
    hands.write("Der Fachdienst Soziales und Wohnen")
    go_on_to(hands, "Welche weiteren Fachbereiche")
    hands.write("13")
    go_on_to(hands, "Wie arbeiten diese Fachbereiche zusammen?")
    hands.press(KEY.Key_R, ALT)
    assert hands.is_ticked("Nachreichen   Alt+R")
    hands.press(KEY.Key_A, ALT)
    hands.write(OFFERING)
    hands.press(KEY.Key_Return)
    hands.write("Caritasverband Beckum")
    hands.press(KEY.Key_Tab)
    hands.click("Gespräch beenden")
    hands.wait_to_read("beendet")


def go_on_to(hands: Hands, question: str) -> None:
    """Go on in the interview, by Strg+Eingabe, until a question comes up."""
    for _ in range(40):
        if hands.reads(question):
            return
        hands.press(KEY.Key_Return, CTRL)
    raise AssertionError(f"{question!r} does not come up")


def mark_a_need(hands: Hands) -> None:
    hands.go_to_step("Auswertung")
    hands.into("Frage")
    hands.press(KEY.Key_A, CTRL)
    hands.write("Ortsteilen")
    hands.press(KEY.Key_Return)
    hands.pick("Antworten der Kommunen", "Beckum")
    hands.click("passage")
    hands.press(KEY.Key_Home, CTRL)
    hands.press(KEY.Key_End, CTRL | SHIFT)
    hands.choose("Handlungsfeld für den nächsten Beleg", "Sprache")
    hands.click("2 Bedarf")
    hands.wait_to_read("Bedarf")


def write_fields(hands: Hands) -> None:
    hands.go_to_step("Handlungsfelder")
    hands.go_to_tab("Handlungsfelder")
    for field in ("Arbeit und Wirtschaft", "Sprache"):
        hands.pick("Handlungsfelder, Ziele und Maßnahmen", field)
        hands.click("Dieses Handlungsfeld aufnehmen")
    hands.wait(lambda: "fehlen Plätze" in hands.cells("Belege dieses Handlungsfelds"), "the evidence is not shown")
    hands.fill("Leitziel", GUIDING_GOAL)
    hands.click("Ziel hinzufügen")
    hands.write(GOAL)
    hands.press(KEY.Key_Return)
    for measure in MEASURES:
        hands.click("Neuer Eintrag: Maßnahme")
        hands.click("fields.quick")
        hands.write(measure)
        hands.press(KEY.Key_Return)
    for measure, lead in MEASURES.items():
        hands.pick("Handlungsfelder, Ziele und Maßnahmen", measure)
        hands.fill("Federführung", lead)
        hands.fill("Beginn", "01.04.2026")
        hands.fill("Ende", "31.12.2027")


def set_focus(hands: Hands) -> None:
    hands.go_to_step("Schwerpunkte")
    hands.click("Zeitraum festlegen")
    hands.fill("Erster Tag", "01.07.2026")
    hands.wait_to_read("30.06.2028")
    for field, reason in REASONS.items():
        hands.click(field)
        hands.fill(f"Begründung: {field}", reason)


def reckon_cost(hands: Hands) -> None:
    hands.go_to_step("Organisation und Kosten")
    hands.click("Erste Variante eintragen")
    hands.fill("Variante", VARIANT)
    hands.click(f"{VARIANT} wählen")
    hands.wait_to_read(f"Gewählt: {VARIANT}")
    hands.go_to_tab("Kosten")
    hands.click("Stellen aus der Förderrichtlinie übernehmen")
    hands.click("Ansicht: Weitere Beträge")
    hands.click("Neuer Betrag")
    hands.fill("Gegenstand", ITEM)
    hands.fill("Betrag", "12.345,60")


def take_part(hands: Hands) -> None:
    hands.go_to_step("Beteiligung und Einvernehmen")
    hands.go_to_tab("Fassungen")
    hands.click("Fassung festschreiben")
    hands.fill("Name der Fassung", VERSION)
    hands.click("freeze-submit")
    hands.wait_to_read("Fassung 1 ist ")
    hands.go_to_tab("Einvernehmen")
    hands.pick("Register des Einvernehmens", "Beckum")
    hands.press(KEY.Key_Return)
    hands.click("Einvernehmen: erteilt")
    hands.click("Form: Schreiben")
    hands.fill("Nachweis", PROOF)
    hands.click("Zustimmung eintragen")
    hands.wait_to_read("Die Antwort von Beckum ist eingetragen")
    hands.go_to_tab("Anregungen und Vorbehalte")
    hands.click("Neue Stellungnahme")
    hands.write(SUGGESTION)
    hands.choose("Abwägung", "Übernommen")
    hands.fill("Begründung", CONSIDERATION)


def check_all(hands: Hands) -> None:
    hands.go_to_step("Prüfen und Ausgeben")
    hands.pick("Offene Punkte", "Einvernehmen")
    hands.click("Punkt anzeigen")
    register = hands.find("Register des Einvernehmens")
    hands.wait(lambda: hands.focused is register, "the place of the finding does not get the focus")
    hands.go_to_step("Prüfen und Ausgeben")
    hands.find("Offene Punkte")


def export_word(hands: Hands, folder: Path) -> None:
    hands.go_to_tab("Ausgeben")
    hands.fill("Ordner", str(folder))
    hands.click("Word-Datei erstellen")
    hands.wait(lambda: hands.has("Öffnen") or hands.has("Im Ordner zeigen"), "Word is not written")


def test_the_whole_way_from_a_new_project_to_word(hands: Hands, tmp_path: Path, ui_surroundings: Surroundings) -> None:
    begin_project(hands)
    fill_basics(hands)
    hold_interview(hands)
    mark_a_need(hands)
    write_fields(hands)
    set_focus(hands)
    reckon_cost(hands)
    take_part(hands)
    check_all(hands)
    export_word(hands, tmp_path)
    hands.window.close()
    words = _words_of(next(tmp_path.glob("Integrationskonzept*.docx")))
    assert [text for text in PRINTED if text not in words] == []
    _check_file(next(tmp_path.glob("*.kizdesk")), ui_surroundings)


def _words_of(path: Path) -> str:
    document = docx.Document(str(path))
    written = "".join(str(element.text or "") for element in document.element.iter(qn("w:t")))
    return written.replace("\N{NO-BREAK SPACE}", " ")


def _check_file(path: Path, surroundings: Surroundings) -> None:
    """Find every record in the file as it lies on the disk."""
    with OpenProject.open(path, surroundings) as project:
        held = project.snapshot
    assert {person.name for person in held.all(Person)} == {PERSON, GUEST}
    assert [one.title for one in held.all(Consultation)] == [MEETING]
    (interview,) = (one for one in held.all(Interview) if one.status is InterviewStatus.DONE)
    states = [answer.state for answer in held.all(Answer) if answer.interview_id == interview.id]
    assert states.count(AnswerState.LATER) == 1
    (evidence,) = held.all(Evidence)
    assert (evidence.wording, evidence.kind) == (ANSWER, EvidenceKind.NEED)
    assert [one.title for one in held.all(Offering)] == [OFFERING]
    assert {one.title: one.lead for one in held.all(Measure)} == MEASURES
    assert {one.starts for one in held.all(Measure)} == {date(2026, 4, 1)}
    assert [one.starts for one in held.all(FocusPeriod)] == [date(2026, 7, 1)]
    assert {one.reason for one in held.all(Focus)} == set(REASONS.values())
    assert [(one.title, one.chosen) for one in held.all(OrganisationVariant)] == [(VARIANT, True)]
    assert len(held.all(Post)) > 1
    assert [(one.title, one.amount) for one in held.all(CostItem)] == [(ITEM, Decimal("12345.60"))]
    assert [one.name for one in held.all(ConceptVersion)] == [VERSION]
    assert [(one.kind, one.proof) for one in held.all(Vote)] == [(VoteKind.IN_WRITING, PROOF)]
    assert [(one.text, one.consideration) for one in held.all(Statement)] == [(SUGGESTION, CONSIDERATION)]
