"""Test to whom the letter with a form goes, and what it takes from the project."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest

from kizdesk.domain.people import Person
from kizdesk.project.forms.letters import addressee_of
from kizdesk.project.forms.sending import send_forms
from kizdesk.project.forms.wish import FormWish
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add

NEUSS = "05162024"


def person(project: OpenProject, name: str, role: str, **given: str) -> Person:
    made = Person(id=name, name=name, municipality_id=NEUSS, roles=(role,), **given)
    return add(project, made, "Person anlegen")


def quiet(_what: str, _share: float) -> None:
    """Hear the progress."""


@pytest.fixture
def read(tmp_path: Path) -> Path:
    return tmp_path / "aus"


def test_a_contact_that_can_be_reached_comes_before_the_mayor(project: OpenProject) -> None:
    assert addressee_of(project, NEUSS) is None
    mayor = person(project, "Reiner", "Bürgermeister")
    assert addressee_of(project, NEUSS) == mayor
    person(project, "Anna", "Ansprechpartner/in")
    reachable = person(project, "Berta", "Ansprechpartnerin", email="berta@neuss.de")
    assert addressee_of(project, NEUSS) == reachable
    assert addressee_of(project, "05162004") is None


def test_the_word_file_says_what_was_wished_and_keeps_every_letter(project: OpenProject, read: Path) -> None:
    person(project, "Đorđe Şahin-Łukaszewicz", "Ansprechpartner/in", function="Amt 50")
    contact = Person(id="k", name="Ørsted", email="ki@kreis.de", roles=("Ansprechpartner/in",))
    add(project, contact, "Person anlegen")
    wish = FormWish((NEUSS,), ("b",), return_by=date(2026, 3, 6), with_letters=True, sender=("Der Landrat",))
    form, letter = send_forms(project, wish, read, quiet)
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(letter.path)).paragraphs)
    for told in (
        "Der Landrat",
        "Guten Tag Đorđe Şahin-Łukaszewicz,",
        form.path.name,
        "6.\u00a0März 2026",
        "ki@kreis.de",
    ):
        assert told in text
    assert "den Abschnitt „B Strukturen und Zuständigkeiten“" in text


def test_what_the_sender_says_is_where_the_form_goes_back_to(project: OpenProject, read: Path) -> None:
    sender = ("Kreis Neuss", "Lindenstraße 2, 41515 Grevenbroich", "Telefon 02181 601, post@kreis-neuss.de")
    wish = FormWish((NEUSS,), ("b",), return_by=date(2026, 3, 6), with_letters=True, sender=sender)
    _, letter = send_forms(project, wish, read, quiet)
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(letter.path)).paragraphs)
    assert "bis zum 6.\u00a0März 2026 per E-Mail an post@kreis-neuss.de zurück" in text
    assert "Bei Fragen erreichen Sie uns unter den Angaben im Absender." in text
    assert "Datenschutz nach Art.\u00a013 DSGVO" in text
