"""Test what all letters have: address, sender, greeting, placeholders, and several in one file."""

from __future__ import annotations

from typing import Any

import pytest

from kizdesk.concept.letters.content import Texts
from kizdesk.concept.letters.invitation import Invitation, invitation
from kizdesk.concept.letters.together import together
from kizdesk.concept.letters.words_filled import filled, unknown_words
from kizdesk.concept.tree import Document, Paragraph, ParagraphStyle
from kizdesk.domain.people import Person
from kizdesk.domain.places import Municipality
from tests.concept.letters.frames import WORDS, parts
from tests.concept.sample import said

TEXTS = Texts("Einladung: {Kommune}", "wir laden {die Kommune} ein, {der Kreis} und {Unfug}.")


def made(**given: Any) -> Document:
    return invitation(Invitation(**parts(**given), texts=TEXTS, interview=None), WORDS)


def styled(document: Document, style: ParagraphStyle) -> list[str]:
    found = (block for block in document.blocks if isinstance(block, Paragraph) and block.style is style)
    return ["".join(run.text for run in block.runs) for block in found]


def test_the_address_names_the_municipality_and_the_person() -> None:
    assert styled(made(), ParagraphStyle.ADDRESS) == ["Stadt Beckum\nEva Maier\nBürgermeisterin"]


def test_the_line_above_the_address_says_where_the_letter_goes_back_to() -> None:
    assert styled(made(), ParagraphStyle.RETURN) == ["Kreis Warendorf · Kommunales Integrationszentrum"]


def test_what_of_the_sender_does_not_fit_there_stands_beside_with_the_day() -> None:
    assert styled(made(), ParagraphStyle.SIDE) == ["Waldenburger Straße 2\nki@kreis.de\n\n21. November 2026"]


def test_an_address_has_no_more_lines_than_the_window() -> None:
    long = Person(id="p", name="Name " * 30, function="Amt " * 60, email="a@b.de", municipality_id="05570008")
    (address,) = styled(made(addressee=long), ParagraphStyle.ADDRESS)
    assert len(address.split("\n")) == 6


@pytest.mark.parametrize(
    ("function", "name", "greeting"),
    [
        ("Bürgermeisterin", "Eva Maier", "Sehr geehrte Frau Bürgermeisterin,"),
        ("Bürgermeister der Stadt Beckum", "", "Sehr geehrter Herr Bürgermeister,"),
        ("Oberbürgermeister", "Jan Wolf", "Sehr geehrter Herr Oberbürgermeister,"),
        ("Oberbürgermeisterin", "", "Sehr geehrte Frau Oberbürgermeisterin,"),
        ("Referentin der Bürgermeisterin", "Ida Busch", "Guten Tag Ida Busch,"),
        ("Sozialamt", "Frau Dr. Busch", "Sehr geehrte Frau Dr. Busch,"),
        ("Sozialamt", "Herr Busch", "Sehr geehrter Herr Busch,"),
        ("Sozialamt", "", "Sehr geehrte Damen und Herren,"),
    ],
)
def test_it_greets_by_office_then_by_name(function: str, name: str, greeting: str) -> None:
    person = Person(id="p", name=name, function=function, municipality_id="05570008")
    assert greeting in said(made(addressee=person)).splitlines()


def test_words_in_braces_are_filled_in_and_unknown_ones_stay() -> None:
    assert "wir laden die Stadt Beckum ein, der Kreis Warendorf und {Unfug}." in said(made())


def test_a_municipality_is_named_by_its_kind_and_article() -> None:
    market = made(municipality=Municipality(id="09", name="Murnau", kind="Markt"))
    assert "wir laden den Markt Murnau ein" in said(market)
    assert made(municipality=Municipality(id="05", name="Senden")).title == "Einladung: Gemeinde Senden"


def test_a_day_that_is_not_known_leaves_room() -> None:
    assert filled("bis {Frist}.", {"Frist": ""}) == "bis ____________."


def test_unknown_words_are_told_once() -> None:
    assert unknown_words("{Komune} und {Komune}, {Frist}, {", ("Frist",)) == ("Komune",)


def test_several_letters_stand_one_after_the_other() -> None:
    other = made(municipality=Municipality(id="05570028", name="Oelde", kind="Stadt"))
    whole = together([made(), other])
    assert len({block.id for block in whole.blocks}) == len(whole.blocks)
    assert [text.splitlines()[0] for text in styled(whole, ParagraphStyle.ADDRESS)] == ["Stadt Beckum", "Stadt Oelde"]
