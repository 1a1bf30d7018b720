"""Test what stands in the letter with which a form goes to a municipality."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date

import pytest

from kizdesk.concept.letters import Letter, letter_document
from kizdesk.concept.tree import BlockKind, Layout
from kizdesk.concept.wording import Wording
from kizdesk.domain.people import Person
from kizdesk.domain.places import District, DistrictKind, Municipality, Occasion, Project
from kizdesk.places import resources_dir
from tests.concept.sample import said

WORDING = Wording.of(tomllib.loads((resources_dir() / "concept" / "letters.toml").read_text(encoding="utf-8")))
CONTACT = Person(id="k", name="Đorđe Łukasz", function="Leitung", phone="02181 6010", email="ki@kreis.de")
ANNA = Person(id="a", name="Anna Abel", function="Sozialamt", email="abel@beckum.de", municipality_id="05570008")
LETTER = Letter(
    project=Project(id="project", title="Integrationskonzept", centre_name="Kommunales Integrationszentrum"),
    district=District(id="05570", name="Kreis Warendorf"),
    sender=("Kreis Warendorf", "Kommunales Integrationszentrum"),
    contact=CONTACT,
    return_address=CONTACT.email,
    municipality=Municipality(id="05570008", name="Beckum", kind="Stadt"),
    addressee=ANNA,
    dated=date(2026, 11, 21),
    return_by=date(2026, 12, 18),
    file="Formular Beckum.pdf",
)


def words(letter: Letter) -> str:
    return said(letter_document(letter, WORDING))


def test_it_names_both_sides_the_day_the_file_and_the_last_day() -> None:
    text = words(LETTER)
    for told in ("Kreis Warendorf", "Stadt Beckum", "Anna Abel", "21. November 2026", "„Formular Beckum.pdf“"):
        assert told in text
    assert "bis zum 18. Dezember 2026 per E-Mail an ki@kreis.de zurück" in text
    assert "Fragen beantwortet Ihnen Đorđe Łukasz, Telefon 02181 6010, E-Mail ki@kreis.de." in text


def test_it_says_how_to_fill_the_form_in_and_to_send_it_back() -> None:
    text = words(LETTER)
    assert "PDF-Programm" in text
    assert "Internet ist nicht nötig" in text
    assert "Speichern Sie die Datei und senden Sie sie zurück." in text


@pytest.mark.parametrize(
    ("addressee", "greeting"),
    [
        (ANNA, "Guten Tag Anna Abel,"),
        (None, "Sehr geehrte Damen und Herren,"),
        (replace(ANNA, name=""), "Sehr geehrte Damen und Herren,"),
        (replace(ANNA, function="Bürgermeisterin"), "Sehr geehrte Frau Bürgermeisterin,"),
        (replace(ANNA, function="Bürgermeister"), "Sehr geehrter Herr Bürgermeister,"),
    ],
)
def test_it_greets_as_far_as_the_person_is_known(addressee: Person | None, greeting: str) -> None:
    assert greeting in words(replace(LETTER, addressee=addressee))


def test_nobody_to_write_back_to_leaves_whole_sentences() -> None:
    text = words(replace(LETTER, contact=None, return_address="", return_by=None))
    assert "Bitte senden Sie uns das ausgefüllte Formular zurück." in text
    assert "Bei Fragen sprechen Sie uns bitte an." in text
    assert text.count("Kommunales Integrationszentrum") == 2


@pytest.mark.parametrize(
    ("letter", "content"),
    [
        (LETTER, "die Fragen unseres Leitfadens und Platz für Ihre Angebote"),
        (replace(LETTER, sections=("B Strukturen",)), "aus unserem Leitfaden den Abschnitt „B Strukturen“."),
        (replace(LETTER, sections=("B Strukturen", "C Gremien")), "die Abschnitte „B Strukturen“ und „C Gremien“."),
        (replace(LETTER, sections=("E Angebote",), asks_offerings_only=True), "fragt nach den Angeboten"),
        (replace(LETTER, tells_known=True), "Was Sie uns schon gesagt haben, steht gedruckt darin."),
    ],
)
def test_it_says_what_the_form_holds(letter: Letter, content: str) -> None:
    assert content in words(letter)


def test_it_says_why_it_asks_in_the_words_of_the_district_and_the_occasion() -> None:
    region = District(id="05334", name="Städteregion Aachen", kind=DistrictKind.CITY_REGION)
    first = replace(LETTER, district=region)
    update = replace(LETTER, project=replace(LETTER.project, occasion=Occasion.UPDATE))
    assert "die Städteregion Aachen erarbeitet ein Integrationskonzept." in words(first)
    assert "der Kreis Warendorf schreibt das Integrationskonzept fort." in words(update)


def test_mail_addresses_are_links() -> None:
    runs = [run for block in letter_document(LETTER, WORDING).blocks for run in getattr(block, "runs", ())]
    links = {run.text: run.link for run in runs if run.link}
    assert links == {"abel@beckum.de": "mailto:abel@beckum.de", "ki@kreis.de": "mailto:ki@kreis.de"}


def test_it_is_a_paper_of_which_nothing_is_agreed_to() -> None:
    document = letter_document(LETTER, WORDING)
    assert document.layout is Layout.LETTER
    assert {block.kind for block in document.blocks} == {BlockKind.RECORD}
    assert len({block.id for block in document.blocks}) == len(document.blocks)
