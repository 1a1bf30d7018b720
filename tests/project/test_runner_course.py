"""The way through an interview: what comes next, what is left out, what is open."""

from __future__ import annotations

import pytest

from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.interviews import Answer, AnswerState, Interview, Offering
from kizdesk.project.interviews.edit import add_interview, put_answer
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add, set_value
from kizdesk.project.runner.asleep import asleep_sentences, left_out_words
from kizdesk.project.runner.choosing import choose_fields, offering_lines
from kizdesk.project.runner.course import course
from kizdesk.project.runner.finding import all_questions, all_sections, open_questions
from kizdesk.project.runner.places import Place, place_of

GREVENBROICH = "05162008"


@pytest.fixture
def interview(project: OpenProject) -> Interview:
    return add_interview(project, GREVENBROICH)


def _fields(project: OpenProject) -> tuple[str, ...]:
    return tuple(field.id for field in project.snapshot.all(FieldOfAction))


def test_the_way_leads_through_every_section_in_the_order_of_the_guide(
    project: OpenProject, interview: Interview
) -> None:
    places = course(project, interview.id).places
    order = list(dict.fromkeys(place.section_id for place in places))
    assert order == list("xabcdefghijklmno")
    assert Place("e") in places
    assert Place("g") in places


def test_section_g_is_asked_once_per_chosen_field(project: OpenProject, interview: Interview) -> None:
    first, second = _fields(project)[:2]
    choose_fields(project, interview.id, (second, first))
    places = [place for place in course(project, interview.id).places if place.section_id == "g"]
    assert [(place.question_id, place.scope_id) for place in places[:2]] == [("", ""), ("g01", first)]
    assert len(places) == 1 + 7 + 7


def test_a_question_whose_condition_does_not_hold_is_no_stop(project: OpenProject, interview: Interview) -> None:
    way = course(project, interview.id)
    assert Place("b", "b04") not in way.places
    assert way.after(Place("b", "b03")) == Place("b", "b05")
    put_answer(project, Answer(id="", interview_id=interview.id, question_id="b03", choices=("schule",)))
    assert course(project, interview.id).after(Place("b", "b03")) == Place("b", "b04")


def test_a_number_that_is_left_out_is_explained(project: OpenProject, interview: Interview) -> None:
    way = course(project, interview.id)
    assert left_out_words(way, Place("b", "b05")) == "B.4 entfällt"
    assert left_out_words(way, Place("b", "b03")) == ""
    assert asleep_sentences(way, Place("b", "b01")) == ("B.4 wird nur gefragt, wenn B.3 beantwortet ist.",)

    put_answer(project, Answer(id="", interview_id=interview.id, question_id="b03", choices=("schule",)))
    way = course(project, interview.id)
    assert left_out_words(way, Place("b", "b05")) == ""
    assert asleep_sentences(way, Place("b", "b01")) == ()


def test_a_hidden_question_with_an_answer_is_told(project: OpenProject, interview: Interview) -> None:
    put_answer(project, Answer(id="", interview_id=interview.id, question_id="b04", text="regelmäßig"))
    way = course(project, interview.id)
    assert way.hidden == (Place("b", "b04"),)
    assert way.after(Place("b", "b04")) == Place("b", "b05")
    assert way.before(Place("b", "b04")) == Place("b", "b03")


def test_the_questions_on_an_offering_lead_back_to_their_list(project: OpenProject, interview: Interview) -> None:
    way = course(project, interview.id)
    assert way.after(Place("e", "e01", "neu")) == Place("e", "e02", "neu")
    assert way.after(Place("e", "e12", "neu")) == Place("e")
    assert way.before(Place("e", "e01", "neu")) == Place("e")
    assert way.counted(Place("e", "e05", "neu")) == (5, 12)


def test_the_ends_of_the_way_are_ends(project: OpenProject, interview: Interview) -> None:
    way = course(project, interview.id)
    assert way.before(way.places[0]) is None
    assert way.after(way.places[-1]) is None


def test_the_next_open_question_is_searched_around_the_end(project: OpenProject, interview: Interview) -> None:
    way = course(project, interview.id)
    assert way.next_open(Place("a", "a01")) == Place("a", "a02")
    assert way.next_open(Place("o", "o03")) == Place("x", "x02")


def test_what_is_to_come_is_listed_with_what_is_open(project: OpenProject, interview: Interview) -> None:
    late = Answer(id="", interview_id=interview.id, question_id="a01", state=AnswerState.LATER)
    put_answer(project, late)
    found = {item.place: item.detail for item in open_questions(course(project, interview.id))}
    assert found[Place("a", "a01")] == "wird nachgereicht"
    assert found[Place("a", "a02")] == "offen"
    assert found[Place("b", "b05")] == "Pflichtangabe, offen"


def test_questions_are_found_by_words_without_marks(project: OpenProject, interview: Interview) -> None:
    found = [item.place for item in all_questions(course(project, interview.id)) if item.fits("öffnung verwaltung")]
    assert found == []
    found = [item.place for item in all_questions(course(project, interview.id)) if item.fits("DISKRIMINIERUNG")]
    assert found == [Place("i", "i04")]


def test_sections_are_found_with_their_progress(project: OpenProject, interview: Interview) -> None:
    lines = {item.text: item.detail for item in all_sections(course(project, interview.id))}
    assert lines["A  Ausgangslage der Kommune"] == "0/4"
    assert lines["E  Projekte und Angebote"] == "0 erfasst"


def test_a_place_is_read_from_its_key() -> None:
    place = Place("g", "g01", "bildung")
    assert place_of(place.key) == place
    assert place_of("Unsinn") is None


def test_the_list_of_offerings_says_what_is_missing(project: OpenProject, interview: Interview) -> None:
    add(project, Offering(id="a", title="Sprachcafé", municipality_id=GREVENBROICH, provider="VHS"))
    line = offering_lines(project, interview)[0]
    assert (line.title, line.detail) == ("Sprachcafé", "VHS · Handlungsfeld fehlt · Fortführung fehlt")


def test_fields_chosen_stand_in_the_order_of_the_list(project: OpenProject, interview: Interview) -> None:
    one, two, three = _fields(project)[:3]
    choose_fields(project, interview.id, (three, one, two))
    assert project.snapshot.get(Interview, interview.id).field_ids == (one, two, three)


def test_a_stop_that_is_gone_leads_to_the_nearest(project: OpenProject, interview: Interview) -> None:
    field = _fields(project)[0]
    set_value(project, Interview, interview.id, "field_ids", (field,))
    place = Place("g", "g03", field)
    assert course(project, interview.id).holds(place)
    set_value(project, Interview, interview.id, "field_ids", ())
    assert course(project, interview.id).nearest(place) == Place("g")
