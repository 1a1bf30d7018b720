"""Test what stands in a municipality's form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import FieldOfAction, FieldStatus
from kizdesk.domain.guide import Repeat
from kizdesk.domain.interviews import Answer, AnswerState, Interview, Offering, answer_id
from kizdesk.domain.people import Person
from kizdesk.domain.places import District, Municipality
from kizdesk.paperwork import Ask, Grid, Line, Part, Pick, Rating, Sheet, Ticks
from kizdesk.paperwork.sheet import names_of
from kizdesk.paperwork.writing import write_sheet
from kizdesk.project.forms import marks
from kizdesk.project.forms.sheets import SheetMaker
from kizdesk.project.forms.wish import FormWish, issues
from kizdesk.project.guides.questions import drop_question
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import guide_in_force
from kizdesk.project.records import add, set_value, set_values

DORMAGEN = "05162004"
DAY = date(2025, 11, 8)


def sheet(project: OpenProject, place: str = DORMAGEN, **wished: Any) -> Sheet:
    wish = FormWish(municipality_ids=(place,), **wished)
    return SheetMaker(project, wish).sheet(issues(project, wish)[0])


def asks(made: Sheet) -> Iterator[Ask]:
    for part in made.parts:
        yield from part.asks


def named(made: Sheet, number: str) -> Ask:
    return next(ask for ask in asks(made) if ask.number == number)


def parts(made: Sheet, letter: str) -> list[Part]:
    return [part for part in made.parts if part.letter == letter]


@pytest.fixture
def talk(project: OpenProject) -> Interview:
    """Return a conversation with Dormagen under the project's guide."""
    guide = guide_in_force(project)
    made = Interview(
        id="g", municipality_id=DORMAGEN, guide_id=guide.id, guide_version=guide.version, held_on=DAY, started=None
    )
    return add(project, made)


def answered(project: OpenProject, talk: Interview, question_id: str, text: str) -> None:
    key = answer_id(talk.id, question_id)
    add(project, Answer(id=key, interview_id=talk.id, question_id=question_id, text=text))


def test_every_question_of_an_unrepeated_section_is_asked_once(project: OpenProject) -> None:
    numbers = [ask.number for ask in asks(sheet(project, offering_blocks=0))]
    expected = [
        question.number
        for section in guide_in_force(project).sections
        if section.repeat is Repeat.NONE
        for question in section.questions
        if not question.binding
    ]
    assert numbers == ["0.3", *expected]


def test_who_answers_is_asked_even_for_some_sections_only(project: OpenProject) -> None:
    made = sheet(project, section_ids=("b",))
    assert [part.letter for part in made.parts] == ["0", "B"]


def test_people_the_office_knows_are_ticked_the_mayor_first(project: OpenProject) -> None:
    add(project, Person(id="p1", name="Ayşe Şahin", function="Amtsleitung", municipality_id=DORMAGEN, phone="02133 1"))
    add(project, Person(id="p2", name="Łukasz Ørsted", municipality_id=DORMAGEN, roles=("Bürgermeister",)))
    add(project, Person(id="p3", name="Anderswo", municipality_id="05162024"))
    ticks, table, reached = named(sheet(project), "0.3").entries
    assert isinstance(ticks, Ticks)
    assert [(choice.id, choice.label) for choice in ticks.choices] == [
        ("p2", "Łukasz Ørsted"),
        ("p1", "Ayşe Şahin, Amtsleitung (Telefon\xa002133\xa01)"),
    ]
    assert ticks.name.scope == marks.KNOWN_PEOPLE
    assert isinstance(table, Grid)
    assert isinstance(reached, Grid)
    assert [column.id for column in (*table.columns, *reached.columns)] == [
        *("name", "funktion", "einheit"),
        *("telefon", "e_mail"),
    ]
    assert {row.label for row in (*table.rows, *reached.rows)} == {f"Person {number}" for number in range(1, 5)}


def test_the_block_of_each_field_has_the_field_as_scope(project: OpenProject) -> None:
    chosen = [field.id for field in project.snapshot.all(FieldOfAction)][:2]
    made = parts(sheet(project, field_ids=tuple(chosen)), "G")
    assert [part.asks[0].entries[0].name.scope for part in made] == chosen
    assert all(part.title.startswith("Handlungsfeld: ") for part in made)


def test_without_a_wish_the_fields_of_the_concept_are_asked_about(project: OpenProject) -> None:
    assert parts(sheet(project), "G") == []
    field = project.snapshot.all(FieldOfAction)[3]
    set_values(project, FieldOfAction, field.id, {"status": FieldStatus.ADOPTED})
    assert [part.title for part in parts(sheet(project), "G")] == [f"Handlungsfeld: {field.title}"]


def test_a_condition_becomes_a_hint(project: OpenProject) -> None:
    assert named(sheet(project), "B.4").hint.startswith("Nur, wenn Sie zu Frage B.3 etwas angeben. Zum Beispiel")


def test_a_question_is_asked_in_the_form_its_type_needs(project: OpenProject) -> None:
    made = sheet(project)
    assert isinstance(named(made, "A.3").entries[0], Line)
    ticks, remark = named(made, "B.3").entries
    assert isinstance(ticks, Ticks)
    assert isinstance(remark, Line)
    assert remark.name.row == marks.REMARK
    rating = named(made, "F.2").entries[0]
    assert isinstance(rating, Rating)
    assert rating.aside is not None
    assert isinstance(named(made, "N.6").entries[0], Pick)
    assert isinstance(named(made, "O.2").entries[0], Line)


def test_fields_of_action_are_offered_by_strand_and_the_hint_says_once_how_many(project: OpenProject) -> None:
    ask = named(sheet(project), "M.4")
    assert [entry.label for entry in ask.entries if isinstance(entry, Ticks)] == [
        "Integration durch Bildung",
        "Integration als Querschnittsaufgabe",
    ]
    offered = {choice.id for entry in ask.entries if isinstance(entry, Ticks) for choice in entry.choices}
    assert offered == {field.id for field in project.snapshot.all(FieldOfAction)}
    assert ask.hint.casefold().count("genau drei") == 1
    assert ask.hint.endswith(".")


def test_proposed_rows_are_printed_and_have_no_field_for_their_first_column(project: OpenProject) -> None:
    proposed, empty = named(sheet(project), "A.1").entries
    assert isinstance(proposed, Grid)
    assert isinstance(empty, Grid)
    assert proposed.rows[0].label == "Einwohnerinnen und Einwohner"
    assert [column.id for column in proposed.columns] == ["wert", "stichtag", "quelle"]
    assert [row.id for row in (*proposed.rows, *empty.rows)] == ["1", "2", "3", "4", "5"]


def test_a_known_answer_is_printed_with_its_day_and_need_not_be_given_again(
    project: OpenProject, talk: Interview
) -> None:
    answered(project, talk, "b01", "Sozialamt, Đorđević")
    ask = named(sheet(project), "B.1")
    assert ask.known == ("Aus dem Gespräch vom 08.11.2025:", "Sozialamt, Đorđević")
    assert not ask.required
    assert named(sheet(project, "05162008"), "B.1").known == ()
    assert named(sheet(project, "05162008"), "B.1").required


def test_the_latest_answer_is_printed(project: OpenProject, talk: Interview) -> None:
    answered(project, talk, "b01", "früher")
    later = add(
        project,
        Interview(
            id="g2",
            municipality_id=DORMAGEN,
            guide_id=talk.guide_id,
            guide_version=talk.guide_version,
            held_on=date(2025, 12, 1),
        ),
    )
    answered(project, later, "b01", "später")
    assert named(sheet(project), "B.1").known[1] == "später"


def test_an_answer_that_a_condition_hides_is_not_printed(project: OpenProject, talk: Interview) -> None:
    answered(project, talk, "b04", "in einer Runde")
    assert named(sheet(project), "B.4").known == ()


def test_an_answer_that_was_put_off_is_not_known(project: OpenProject, talk: Interview) -> None:
    key = answer_id(talk.id, "b01")
    late = Answer(id=key, interview_id=talk.id, question_id="b01", state=AnswerState.LATER, text="noch unsicher")
    add(project, late)
    assert named(sheet(project), "B.1").known == ()


def test_nothing_known_is_printed_if_so_wished(example: OpenProject) -> None:
    made = sheet(example, with_known=False)
    assert not any(ask.known for ask in asks(made))
    assert not any("bereits bekannt" in text for text in made.introduction)
    assert any(ask.known for ask in asks(sheet(example)))


def test_a_known_offering_is_printed_to_be_confirmed_and_not_asked_again(project: OpenProject) -> None:
    offering = Offering(id="o", title="Rucksack", municipality_id=DORMAGEN, provider="AWO", people_per_year=1200)
    add(project, offering)
    known, first, *_ = parts(sheet(project), "E")
    (ask,) = known.asks
    assert ask.text == "Rucksack"
    assert ask.known == ("Träger: AWO", "Erreichte Menschen im Jahr: 1.200")
    assert [entry.name.text for entry in ask.entries] == ["e01--o--stand", "e01--o--aenderung"]
    assert first.title == "Weiteres Angebot 1"


def test_a_form_may_ask_for_nothing_but_whether_known_offerings_still_stand(project: OpenProject) -> None:
    with pytest.raises(UserError, match="keine Frage"):
        sheet(project, section_ids=("e",), offering_blocks=0)
    add(project, Offering(id="o", title="Rucksack", municipality_id=DORMAGEN))
    (known,) = parts(sheet(project, section_ids=("e",), offering_blocks=0), "E")
    assert [ask.text for ask in known.asks] == ["Rucksack"]


def test_a_form_has_as_many_empty_blocks_as_wished(project: OpenProject) -> None:
    blocks = parts(sheet(project, offering_blocks=3), "E")
    assert [part.title for part in blocks] == ["Angebot 1", "Angebot 2", "Angebot 3"]
    scopes = {entry.name.scope for part in blocks for ask in part.asks for entry in ask.entries}
    assert scopes == {"neu1", "neu2", "neu3"}
    assert all(marks.is_new_offering(scope) for scope in scopes)


def test_the_cover_says_who_asks_and_where_the_form_goes(project: OpenProject) -> None:
    add(
        project,
        Person(id="k", name="Frau Özil", roles=("Ansprechpartnerin",), email="kiz@kreis.example", phone="02181 601"),
    )
    made = sheet(project, return_by=date(2026, 3, 1))
    assert made.sender[0] == "Rhein-Kreis Neuss"
    assert made.sender[-2:] == ("Frau Özil, Telefon\u00a002181\u00a0601", "kiz@kreis.example")
    assert made.closing[0].endswith("bis zum 1. März 2026 an kiz@kreis.example zurück.")
    assert made.identity.municipality_name == "Stadt Dormagen"


def test_the_notice_of_the_example_stands_before_all(example: OpenProject) -> None:
    assert sheet(example).introduction[0] == f"{example.settings.notice}."


def test_no_two_fields_have_one_name_in_any_form_of_the_example(example: OpenProject) -> None:
    for place in example.snapshot.all(Municipality):
        made = sheet(example, place.id)
        names = [name.text for entry in made.entries() for name in names_of(entry)]
        assert len(names) == len(set(names)) > 300


def test_a_form_with_everything_becomes_a_pdf(example: OpenProject) -> None:
    assert write_sheet(sheet(example)).startswith(b"%PDF")


def test_the_introduction_calls_the_district_by_its_name(project: OpenProject) -> None:
    assert "das der Rhein-Kreis Neuss mit Ihnen schreibt." in " ".join(sheet(project).introduction)
    set_value(project, District, "05162", "name", "Städteregion Aachen")
    assert "das die Städteregion Aachen mit Ihnen schreibt." in " ".join(sheet(project).introduction)


def test_a_section_whose_questions_are_all_dropped_is_left_out(project: OpenProject) -> None:
    section = next(item for item in guide_in_force(project).sections if item.repeat is Repeat.PER_FIELD)
    for question in reversed(section.questions):
        drop_question(project, question.id)
    assert parts(sheet(project, field_ids=("sprache",)), section.letter) == []
    with pytest.raises(UserError, match="keine Frage"):
        sheet(project, section_ids=(section.id,), field_ids=("sprache",))


def test_a_form_says_where_it_goes_why_numbers_are_missing_and_what_is_left_out(project: OpenProject) -> None:
    made = sheet(project, section_ids=("b", "d"), sender=("Kreis Neuss, post@kreis-neuss.de",))
    assert "an post@kreis-neuss.de zurück" in made.closing[0]
    told = made.introduction[-1]
    assert "fehlt eine Nummer, fehlt also keine Seite" in told
    assert "„A\xa0Ausgangslage" in told
    assert "„B " not in told


def test_a_column_for_files_asks_for_their_names_on_paper(project: OpenProject) -> None:
    grids = [one for part in sheet(project).parts for ask in part.asks for one in ask.entries if isinstance(one, Grid)]
    labels = {column.label for grid in grids for column in grid.columns}
    assert "Datei" not in labels
    assert "Name der Datei, falls Sie sie mitsenden" in labels
