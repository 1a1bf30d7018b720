"""Go the way to a concept that a municipality agreed to without touching the mouse."""

from __future__ import annotations

from pathlib import Path

from kizdesk.domain.fields import FieldOfAction, Goal, Measure
from kizdesk.domain.versions import ConceptVersion
from kizdesk.domain.votes import Vote
from kizdesk.project.opened import OpenProject
from kizdesk.project.surroundings import Surroundings
from tests.ui.journey.hands import ALT, CTRL, KEY, Hands

TITLE = "Konzept ohne Maus"
GOAL = "Alle lernen Deutsch"
MEASURE = "Kurse am Abend"
VERSION = "Erster Entwurf"
PROOF = "Schreiben vom 2. Mai"


def begin_project(hands: Hands) -> None:
    hands.press(KEY.Key_N, CTRL)
    hands.wait(lambda: hands.focused.accessibleName() == "Kreis oder kreisfreie Stadt", "no district is asked for")
    hands.write("Warendorf")
    hands.wait(lambda: "Kreis Warendorf" in hands.cells("districts"), "the district is not offered")
    hands.press(KEY.Key_Return)
    hands.wait_to_read("13 Kommunen")
    hands.tab_to("Titel des Konzepts")
    hands.press(KEY.Key_A, CTRL)
    hands.write(TITLE)
    hands.press(KEY.Key_Return, CTRL)
    hands.find("step-grundlagen")


def write_fields(hands: Hands) -> None:
    hands.press(KEY.Key_4, ALT)
    hands.tab_to("Handlungsfelder, Ziele und Maßnahmen")
    hands.press(KEY.Key_Home)
    hands.press(KEY.Key_Down)
    hands.press(KEY.Key_Plus)
    hands.press(KEY.Key_Insert)
    hands.write(GOAL)
    hands.press(KEY.Key_Return)
    hands.tab_to("Neuer Eintrag: Maßnahme", back=True)
    hands.press(KEY.Key_Space)
    hands.tab_to("fields.quick")
    hands.write(MEASURE)
    hands.press(KEY.Key_Return)


def freeze_version(hands: Hands) -> None:
    command(hands, "Fassungen")
    hands.tab_to("Fassung festschreiben")
    hands.press(KEY.Key_Space)
    hands.find("Name der Fassung")
    hands.tab_to("Name der Fassung")
    hands.write(VERSION)
    hands.press(KEY.Key_Return, CTRL)
    hands.wait_to_read("Fassung 1 ist ")


def record_consent(hands: Hands) -> None:
    command(hands, "Einvernehmen")
    hands.find("Register des Einvernehmens")
    hands.tab_to("Register des Einvernehmens")
    hands.press(KEY.Key_Home)
    hands.press(KEY.Key_Return)
    hands.tab_to("Nachweis")
    hands.write(PROOF)
    hands.press(KEY.Key_Return, CTRL)
    hands.wait_to_read("ist eingetragen")


def export_word(hands: Hands, folder: Path) -> None:
    hands.press(KEY.Key_P, CTRL)
    hands.tab_to("Ordner")
    hands.press(KEY.Key_A, CTRL)
    hands.write(str(folder))
    hands.press(KEY.Key_Tab)
    command(hands, "Word-Datei erstellen")
    hands.find("Im Ordner zeigen")


def command(hands: Hands, words: str) -> None:
    """Run a command, or go to a page, by Strg+K."""
    hands.press(KEY.Key_K, CTRL)
    hands.write(words)
    hands.wait(lambda: words in hands.cells("palette-list"), f"{words!r} is not offered")
    hands.press(KEY.Key_Return)


def test_a_concept_comes_to_word_by_keyboard_alone(hands: Hands, tmp_path: Path, ui_surroundings: Surroundings) -> None:
    begin_project(hands)
    write_fields(hands)
    freeze_version(hands)
    record_consent(hands)
    export_word(hands, tmp_path)
    hands.press(KEY.Key_Q, CTRL)
    with OpenProject.open(next(tmp_path.glob("*.kizdesk")), ui_surroundings) as project:
        held = project.snapshot
    assert len(list(tmp_path.glob("Integrationskonzept * – Fassung 1.docx"))) == 1
    assert [goal.title for goal in held.all(Goal)] == [GOAL]
    assert [measure.title for measure in held.all(Measure)] == [MEASURE]
    assert held.get(FieldOfAction, held.all(Goal)[0].field_id).title
    assert [version.name for version in held.all(ConceptVersion)] == [VERSION]
    assert [vote.proof for vote in held.all(Vote)] == [PROOF]
