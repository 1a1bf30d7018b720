"""What is chosen of returned forms is written in one step; nothing else changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kizdesk.domain.answering import is_filled
from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import (
    Answer,
    Attachment,
    Continuation,
    FundingRow,
    Interview,
    InterviewForm,
    InterviewStatus,
    Offering,
    Reach,
)
from kizdesk.domain.people import Person
from kizdesk.project.files import sha256_of
from kizdesk.project.forms.comparing import Standing
from kizdesk.project.forms.returned import Reading, State
from kizdesk.project.forms.taking import Chosen, take, whole, without_conflicts
from kizdesk.project.forms.wish import FormWish
from kizdesk.project.interviews.edit import add_interview, put_answer
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add, set_value
from kizdesk.project.runner.noted import noted_words
from kizdesk.project.runner.places import Place
from tests.project.forms.back import REQUIRED, Filling, back, fill, one_back, renamed_field, sent

NEUSS = "05162024"


@pytest.fixture
def form(project: OpenProject, tmp_path: Path) -> bytes:
    """Return the form that was sent to Neuss, of which a person and an offering are known."""
    add(project, Person(id="p1", name="Ayşe Şahin", function="Amtsleitung", municipality_id=NEUSS))
    add(project, Offering(id="o1", title="Sprachcafé", municipality_id=NEUSS, provider="Caritas"))
    wish = FormWish(municipality_ids=(NEUSS,), field_ids=("sprache",), offering_blocks=2)
    return sent(project, tmp_path / "out", wish)["Neuss"]


def taken(project: OpenProject, form: bytes, filling: Filling) -> Reading:
    """Fill in a form, read it and take all of it over."""
    reading = one_back(project, form, filling)
    take(project, [whole(reading)])
    return reading


def answer(project: OpenProject, question_id: str, scope_id: str = "") -> Answer:
    """Return the one answer to a question."""
    own = [it for it in project.snapshot.all(Answer) if (it.question_id, it.scope_id) == (question_id, scope_id)]
    assert len(own) == 1
    return own[0]


def interview(project: OpenProject) -> Interview:
    """Return the one interview."""
    (held,) = project.snapshot.all(Interview)
    return held


def test_taking_over_is_one_step_that_one_undo_takes_back_whole(project: OpenProject, form: bytes) -> None:
    before, steps = project.snapshot, len(project.log())
    taken(project, form, {**REQUIRED, "x03----1--name": "Eva Neu", "e01--neu1": "Lotsen"})
    assert project.undo_label == "Formular übernehmen"
    assert len({entry.group for entry in project.log()[steps:]}) == 1
    project.undo()
    for kind in (Interview, Answer, Person, Offering, Attachment):
        assert project.snapshot.by_id(kind) == before.by_id(kind)


def test_the_interview_says_what_the_form_was(project: OpenProject, form: bytes) -> None:
    reading = taken(project, form, {**REQUIRED, "g06--sprache": ("5",)})
    held = interview(project)
    assert (held.municipality_id, held.form, held.status) == (NEUSS, InterviewForm.FORM, InterviewStatus.DONE)
    assert held.held_on == project.now().date()
    assert held.field_ids == ("sprache",)
    (kept,) = project.snapshot.all(Attachment)
    assert (kept.interview_id, kept.name, kept.media_type) == (held.id, "Formular.pdf", "application/pdf")
    assert kept.sha256 == sha256_of(reading.content)
    assert project.blob(kept.sha256) == reading.content


def test_a_form_without_all_required_answers_is_begun_only(project: OpenProject, form: bytes) -> None:
    taken(project, form, {"b01": "Sozialamt"})
    assert interview(project).status is InterviewStatus.RUNNING


def test_an_interview_by_form_that_was_planned_is_filled(project: OpenProject, form: bytes) -> None:
    planned = add_interview(project, NEUSS, InterviewForm.FORM)
    reading = taken(project, form, REQUIRED)
    assert interview(project).id == planned.id
    assert interview(project).status is InterviewStatus.DONE
    assert back(project, {"Kopie.pdf": reading.content + b"\n"})[0].state is State.DOUBLE


def test_every_type_of_question_comes_back(project: OpenProject, form: bytes) -> None:
    filling: Filling = {
        "a01----1--wert": "155.163",
        "a01----1--quelle": "IT.NRW",
        "a02----2--gruppe": "Rumänien",
        "a03": "Nordstadt\nWeckhoven – „Süd“ 😀",
        "b03": ("soziales", "weitere"),
        "b03----bemerkung": "Feuerwehr",
        "f02----jobcenter": ("4",),
        "f02----polizei": ("n",),
        "g06--sprache": ("5",),
        "i01": "1.250",
        "i02": "12,5 %",
        "i04": ("teilweise",),
        "i04----bemerkung": "Nur telefonisch",
        "n06": ("erteilt_mit_auflagen",),
    }
    taken(project, form, filling)
    assert answer(project, "a01").rows == (("Einwohnerinnen und Einwohner", "155.163", "", "IT.NRW"),)
    assert answer(project, "a02").rows == (("Rumänien", "", ""),)
    assert answer(project, "a03").text == "Nordstadt\nWeckhoven – „Süd“ 😀"
    assert answer(project, "b03").choices == ("soziales", "weitere")
    assert answer(project, "b03").text == "Feuerwehr"
    assert answer(project, "f02").rows == (("jobcenter", "4"), ("polizei", "n"))
    assert answer(project, "g06", "sprache").choices == ("5",)
    assert answer(project, "i01").text == "1250"
    assert answer(project, "i02").text == "12.5"
    assert (answer(project, "i04").choices, answer(project, "i04").text) == (("teilweise",), "Nur telefonisch")
    assert answer(project, "n06").choices == ("erteilt_mit_auflagen",)


def test_every_answer_fits_its_question(project: OpenProject, form: bytes) -> None:
    taken(project, form, {**REQUIRED, "i01": "ungefähr 20", "m04": ("sprache", "schule", "wohnen", "arbeit")})
    for one in project.snapshot.all(Answer):
        put_answer(project, one)


def test_what_is_not_understood_stays_as_a_note(project: OpenProject, form: bytes) -> None:
    reading = taken(project, form, {"i01": "ungefähr 20", "m04": ("sprache", "schule", "wohnen", "arbeit")})
    numbers, choices = answer(project, "i01"), answer(project, "m04")
    assert (numbers.text, numbers.note) == ("", "Nicht verstanden: „ungefähr 20“")
    assert choices.choices == ()
    assert choices.note.startswith("Mehr angekreuzt als möglich: ")
    assert [entry.remarks for entry in reading.entries] == [(numbers.note,), (choices.note,)]


def test_files_sent_along_are_noted(project: OpenProject, form: bytes) -> None:
    taken(project, form, {"o02----dateien": "Konzept.pdf"})
    assert answer(project, "o02").note == "Laut Formular mitgesandt: Konzept.pdf"


def test_what_has_no_place_is_noted_in_the_interview(project: OpenProject, form: bytes) -> None:
    changed = renamed_field(fill(form, {"h01": "Kitas"}), "h01", "z99")
    take(project, [whole(back(project, {"Formular.pdf": changed})[0])])
    assert interview(project).note.endswith("Feld „z99“: „Kitas“")


def test_doubtful_values_are_marked(project: OpenProject, form: bytes) -> None:
    reading = one_back(project, form, {"b01": "Sozialamt"})
    assert reading.filled is not None
    doubted = replace(reading, filled=replace(reading.filled, doubtful=("b01",)))
    take(project, [whole(doubted)])
    assert answer(project, "b01").note.startswith("Bitte mit dem PDF vergleichen")


def test_people_are_added_found_again_and_never_emptied(project: OpenProject, form: bytes) -> None:
    filling: Filling = {
        "x03--bekannt": ("p1",),
        "x03----1--name": "Ayşe  Şahin",
        "x03----1--telefon": "02131 1",
        "x03----2--name": "Eva Neu",
        "x03----2--funktion": "Sachbearbeitung",
    }
    taken(project, form, filling)
    people = {person.name: person for person in project.snapshot.all(Person)}
    assert set(people) == {"Ayşe Şahin", "Eva Neu"}
    assert (people["Ayşe Şahin"].function, people["Ayşe Şahin"].phone) == ("Amtsleitung", "02131 1")
    assert people["Eva Neu"].municipality_id == NEUSS
    assert interview(project).person_ids == ("p1", people["Eva Neu"].id)


def test_who_is_ticked_as_having_answered_is_told_before_it_is_taken_over(project: OpenProject, form: bytes) -> None:
    told = one_back(project, form, {"x03--bekannt": ("p1",), "b01": "Sozialamt"}).remarks
    assert [remark for remark in told if remark.startswith("Geantwortet hat nach den Kreuzen im Formular: Ayşe Şahin")]

    taken(project, form, {"x03--bekannt": ("p1",), "b01": "Sozialamt"})
    again = one_back(project, form, {"x03--bekannt": ("p1",), "b01": "Anderes Amt"}).remarks
    assert not [remark for remark in again if remark.startswith("Geantwortet")]


def test_a_person_who_is_named_otherwise_later_is_compared(project: OpenProject, form: bytes) -> None:
    taken(project, form, {"x03----1--name": "Eva Neu"})
    reading = taken(project, form, {"x03----1--name": "Eva Neumann"})
    assert reading.entries[0].old == ("Eva Neu",)
    assert {person.name for person in project.snapshot.all(Person)} == {"Ayşe Şahin", "Eva Neumann"}


def test_an_offering_comes_back_in_its_own_fields(project: OpenProject, form: bytes) -> None:
    filling: Filling = {
        "e01--neu1": "Lotsen",
        "e02--neu1--zeile1": "AWO",
        "e02--neu1--zeile2": "Stadt",
        "e03--neu1": ("sprache",),
        "e04--neu1": ("eltern", "kinder"),
        "e06--neu1": ("quartier",),
        "e06--neu1--zeile1": "Nordstadt",
        "e07--neu1": ("nein",),
        "e07--neu1--zeile1": "1.2.2025",
        "e07--neu1--zeile2": "31. Dezember 2027",
        "e08--neu1--1--quelle": "Land",
        "e08--neu1--1--betrag_eur": "12.500,00 €",
        "e08--neu1--2--quelle": "Stadt",
        "e08--neu1--2--betrag_eur": "noch offen",
        "e09--neu1": "etwa 40",
        "e11--neu1": ("ausbauen",),
        "e12--neu1": ("nein",),
    }
    taken(project, form, filling)
    made = next(it for it in project.snapshot.all(Offering) if it.title == "Lotsen")
    assert (made.municipality_id, made.interview_id) == (NEUSS, interview(project).id)
    assert (made.provider, made.partners, made.field_ids) == ("AWO", "Stadt", ("sprache",))
    assert set(made.target_groups) == {"eltern", "kinder"}
    assert (made.reach, made.place, made.permanent) == (Reach.QUARTER, "Nordstadt", False)
    assert (made.starts, made.ends) == (date(2025, 2, 1), date(2027, 12, 31))
    assert made.funding == (FundingRow(source="Land", amount_eur=Decimal("12500.00")), FundingRow(source="Stadt"))
    assert (made.people_per_year, made.continuation, made.may_publish) == (None, Continuation.EXPAND, False)
    assert made.description == ""
    note = interview(project).note
    assert "Angebot „Lotsen“, E.9 Erreichte Menschen im Jahr: Nicht verstanden: „etwa 40“" in note
    assert "Nicht verstanden: Betrag „noch offen“" in note
    told = noted_words(project, interview(project).id, Place("e", "e09", made.id))
    assert told == "Aus dem Formular, im Vermerk des Gesprächs: Nicht verstanden: „etwa 40“."
    assert noted_words(project, interview(project).id, Place("e", "e10", made.id)) == ""


def test_an_offering_that_is_known_by_name_is_compared(project: OpenProject, form: bytes) -> None:
    reading = one_back(project, form, {"e01--neu1": "sprachcafé", "e02--neu1--zeile1": "Diakonie"})
    assert reading.state is State.DIFFERENT
    assert reading.entries[0].old[0] == "Sprachcafé"
    take(project, [whole(reading)])
    (kept,) = project.snapshot.all(Offering)
    assert (kept.id, kept.provider) == ("o1", "Diakonie")


@pytest.mark.parametrize(
    ("filling", "standing", "continuation", "noted"),
    [
        ({"e01--o1--stand": ("stimmt",)}, Standing.EQUAL, None, ""),
        ({"e01--o1--aenderung": "Nun freitags"}, Standing.DIFFERENT, None, "Nun freitags"),
        ({"e01--o1--stand": ("beendet",)}, Standing.DIFFERENT, Continuation.END, "gibt es nicht mehr"),
    ],
)
def test_what_is_said_of_a_known_offering_is_kept(
    project: OpenProject,
    form: bytes,
    filling: Filling,
    standing: Standing,
    continuation: Continuation | None,
    noted: str,
) -> None:
    reading = taken(project, form, filling)
    assert [entry.standing for entry in reading.entries] == [standing]
    kept = project.snapshot.get(Offering, "o1")
    assert kept.continuation is continuation
    assert noted in interview(project).note
    assert kept.description == ""


def test_only_what_is_chosen_is_taken_over(project: OpenProject, form: bytes) -> None:
    held = add_interview(project, NEUSS, InterviewForm.ON_SITE)
    put_answer(project, Answer(id="", interview_id=held.id, question_id="b01", text="Sozialamt"))
    put_answer(project, Answer(id="", interview_id=held.id, question_id="m01", text="Nichts"))
    reading = one_back(project, form, REQUIRED)
    take(project, [Chosen(reading, reading.proposed | {"m01"})])
    new = next(it for it in project.snapshot.all(Interview) if it.id != held.id)
    answered = {it.question_id for it in project.snapshot.all(Answer) if it.interview_id == new.id}
    assert answered == set(REQUIRED) - {"b01"}
    assert project.snapshot.get(Answer, f"{held.id}/m01").text == "Nichts"


def test_a_project_that_is_only_read_takes_nothing_over(project: OpenProject, form: bytes) -> None:
    reading = one_back(project, form, REQUIRED)
    with pytest.raises(UserError, match="nur zum Lesen"):
        take(project.pinned(), [whole(reading)])


def test_nothing_chosen_leaves_the_file_alone(project: OpenProject, form: bytes) -> None:
    reading = one_back(project, form, REQUIRED)
    before = project.snapshot
    assert take(project, [Chosen(reading, frozenset())]).readings == ()
    assert project.snapshot is before


def test_a_corrected_form_changes_the_interview_it_came_to(project: OpenProject, form: bytes) -> None:
    taken(project, form, REQUIRED)
    reading = one_back(project, form, {"m01": "Anderes", "h01": "Kitas"}, "Neu.pdf")
    take(project, [without_conflicts(reading)])
    assert answer(project, "m01").text == REQUIRED["m01"]
    assert answer(project, "h01").text == "Kitas"
    take(project, [Chosen(reading, frozenset({"m01"}))])
    assert answer(project, "m01").text == "Anderes"


def test_two_files_of_one_form_are_taken_over_one_after_the_other(project: OpenProject, form: bytes) -> None:
    files = {"A.pdf": fill(form, {"b01": "Erst", "e01--neu1": "Lotsen"}), "B.pdf": fill(form, {"b01": "Dann"})}
    take(project, map(whole, back(project, files)))
    assert answer(project, "b01").text == "Dann"
    assert len(project.snapshot.all(Attachment)) == 2
    assert interview(project).id


def test_what_files_of_one_go_say_differently_the_later_one_settles(project: OpenProject, form: bytes) -> None:
    files = {
        "A.pdf": fill(form, {"b01": "Erst"}),
        "B.pdf": fill(form, {"b01": "Dann", "m01": "Nähe"}),
        "C.pdf": fill(form, {"b01": "Erst", "m01": "Ehrenamt"}),
    }
    readings = back(project, files)
    assert [reading.state for reading in readings] == [State.NEW, State.DIFFERENT, State.DIFFERENT]
    take(project, map(whole, readings))
    assert (answer(project, "b01").text, answer(project, "m01").text) == ("Erst", "Ehrenamt")


def test_what_was_changed_meanwhile_is_not_overwritten(project: OpenProject, form: bytes) -> None:
    taken(project, form, {"b01": "Sozialamt"})
    reading = one_back(project, form, {"b01": "Jugendamt"}, "Neu.pdf")
    set_value(project, Answer, answer(project, "b01").id, "text", "Bürgermeisteramt")
    with pytest.raises(UserError, match="noch einmal einlesen"):
        take(project, [whole(reading)])
    assert answer(project, "b01").text == "Bürgermeisteramt"


def test_none_of_them_beside_others_is_left_for_somebody_to_decide(project: OpenProject, form: bytes) -> None:
    reading = one_back(project, form, {"b01": "Sozialamt", "b05": ("jugendamt", "keine")})
    entry = next(entry for entry in reading.entries if entry.key == "b05")
    assert entry.doubtful
    assert entry.remarks == ("Widerspricht sich, bitte klären: Jugendamt; Keine davon",)
    assert reading.proposed_at_first == {"b01"}
    take(project, [Chosen(reading, reading.proposed_at_first)])
    assert {it.question_id for it in project.snapshot.all(Answer) if is_filled(it)} == {"b01"}
