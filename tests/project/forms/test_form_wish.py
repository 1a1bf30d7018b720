"""Test what can be wished of forms, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.guide import Question, QuestionType, Section
from kizdesk.domain.places import Municipality
from kizdesk.project.forms.file_names import file_names
from kizdesk.project.forms.wish import (
    FormWish,
    advice,
    field_called,
    issues,
    place_called,
    section_called,
)
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add


def test_without_a_wish_every_municipality_gets_a_form_in_the_order_of_names(project: OpenProject) -> None:
    made = issues(project, FormWish())
    names = [project.snapshot.get(Municipality, issue.municipality_id).name for issue in made]
    assert len(names) == 8
    assert names == sorted(names)
    assert len({issue.id for issue in made}) == 8


def test_an_issue_keeps_what_was_wished(project: OpenProject) -> None:
    wish = FormWish(("05162004",), ("e", "a"), offering_blocks=2, return_by=date(2026, 3, 1))
    (issue,) = issues(project, wish)
    assert issue.section_ids == ("a", "e")
    assert (issue.offering_blocks, issue.sent_on, issue.return_by) == (2, date(2026, 1, 5), date(2026, 3, 1))


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        (FormWish(return_by=date(2026, 1, 4)), "Rückgabe am 04.01.2026 ist schon vorbei"),
        (FormWish(section_ids=("e",), offering_blocks=0), "keine Frage"),
        (FormWish(section_ids=("g",)), "keine Frage"),
        (FormWish(section_ids=("x",)), "keine Frage"),
        (FormWish(section_ids=("zz",)), "Abschnitt „zz“"),
        (FormWish(offering_blocks=51), "0 bis 50"),
        (FormWish(municipality_ids=("05570008",)), "nicht mehr vorhanden"),
    ],
)
def test_a_wish_that_cannot_be_met_is_refused(project: OpenProject, wish: FormWish, said: str) -> None:
    with pytest.raises(UserError, match=said):
        issues(project, wish)


def test_who_sends_forms_hears_that_no_field_of_action_is_asked_about(project: OpenProject) -> None:
    assert any("kein Handlungsfeld aufgenommen" in text for text in advice(project, FormWish()))
    assert not any("Handlungsfeld" in text for text in advice(project, FormWish(section_ids=("a",))))


def test_places_sections_and_fields_are_called_as_people_call_them(project: OpenProject) -> None:
    assert place_called(project, "juchen") == place_called(project, "05162012") == "05162012"
    assert section_called(project, "e") == section_called(project, "Projekte und Angebote") == "e"
    assert field_called(project, "sprache")
    with pytest.raises(UserError, match="Möglich sind: Dormagen, Grevenbroich"):
        place_called(project, "Beckum")
    with pytest.raises(UserError, match="Möglich sind: 0, A, B"):
        section_called(project, "Z")
    with pytest.raises(UserError, match="Möglich sind"):
        field_called(project, "Fischerei")


def test_a_municipality_is_called_by_its_key_where_two_have_one_name(project: OpenProject) -> None:
    add(project, Municipality(id="05999999", name="Neuss"), "Kommune anlegen")
    with pytest.raises(UserError, match="Gemeindeschlüssel angeben: 05162024, 05999999"):
        place_called(project, "neuss")
    assert place_called(project, " 05999999 ") == "05999999"
    with pytest.raises(UserError, match="hat das Projekt nicht"):
        place_called(project, " ")


def test_file_names_are_taken_by_every_office_computer() -> None:
    places = [Municipality(id=str(number), name=name) for number, name in enumerate(_ODD)]
    names = file_names(places)
    assert list(names.values()) == [
        "Formular Łęg Đorđević.pdf",
        "Formular A B C D.pdf",
        "Formular Berg 2.pdf",
        "Formular BERG 3.pdf",
        "Formular 4.pdf",
        f"Formular {'ü' * 60}.pdf",
    ]


_ODD = ("Łęg/Đorđević.", 'A:B<C>"|?*D', "Berg", "BERG", "..", "ü" * 300)


def test_the_name_of_a_form_with_some_sections_says_which() -> None:
    question = Question("q", "1", "?", QuestionType.TEXT)
    sections = [Section(letter, letter, letter, (question,)) for letter in "ABCDEFGH"]
    place = Municipality(id="1", name="Beckum")
    assert file_names([place], sections[:2])["1"] == "Formular Beckum – Abschnitt A B.pdf"
    assert file_names([place], sections)["1"] == "Formular Beckum – Auswahl.pdf"
