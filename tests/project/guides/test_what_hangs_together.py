"""Test that what hangs together in a guide stays so: numbers in texts, conditions, limits, and the opening section."""

from __future__ import annotations

from functools import partial

from kizdesk.domain.changes import Update
from kizdesk.domain.guide import Condition, QuestionType
from kizdesk.domain.guide_editions import GuideEdition
from kizdesk.project.guides.conditions import set_condition
from kizdesk.project.guides.entries import set_entries
from kizdesk.project.guides.questions import (
    add_question,
    bring_back,
    drop_question,
    duplicate_question,
    set_question,
)
from kizdesk.project.guides.sections import add_section, delete_section, move_section
from kizdesk.project.guides.standing import base_of
from kizdesk.project.guides.types import set_type
from kizdesk.project.opened import OpenProject
from tests.project.guides.test_editing_guides import question, refusal


def test_a_copy_does_not_draw_the_texts_to_itself_that_name_the_original(project: OpenProject) -> None:
    set_question(project, "b05", "hint", "Siehe Frage B.2.")
    duplicate_question(project, "b02")

    assert question(project, "b05").hint == "Siehe Frage B.2."


def test_a_text_that_names_several_questions_names_all_of_them_by_their_new_numbers(project: OpenProject) -> None:
    set_question(project, "c01", "hint", "Siehe Fragen B.2, B.3 und B.5 sowie Fragen B.3 bis B.4.")
    add_question(project, "b", after_id="b01")

    assert question(project, "c01").hint == "Siehe Fragen B.3, B.4 und B.6 sowie Fragen B.4 bis B.5."


def test_a_text_that_names_a_dropped_question_names_it_by_its_number_when_it_is_back(project: OpenProject) -> None:
    set_question(project, "c01", "hint", "Siehe Frage B.6.")
    drop_question(project, "b06")
    assert question(project, "c01").hint == "Siehe Frage B (entfallen 1)."

    bring_back(project, "b06")
    assert question(project, "c01").hint == "Siehe Frage B.6."


def test_a_dropped_question_forgets_its_condition_on_a_new_one_that_is_deleted(project: OpenProject) -> None:
    new = add_question(project, "b", after_id="b01", text="Gibt es ein Leitbild?")
    set_condition(project, "b06", Condition(new))
    drop_question(project, "b06")
    drop_question(project, new)
    bring_back(project, "b06")

    assert question(project, "b06").condition is None


def test_a_new_section_stays_while_a_question_elsewhere_depends_on_it(project: OpenProject) -> None:
    section_id = add_section(project, after_id="b")
    (new,) = (section for section in project.guides.present.sections if section.id == section_id)
    set_condition(project, "c01", Condition(new.questions[0].id))

    assert "Bitte zuerst deren Bedingung ändern." in refusal(delete_section, project, section_id)


def test_a_version_whose_origin_nobody_has_is_shown_without_it(project: OpenProject) -> None:
    set_question(project, "b01", "text", "Wer ist zuständig?")
    (edition,) = project.snapshot.all(GuideEdition)
    project.commit("Herkunft", Update(GuideEdition, edition.id, "based_on", "2019-1"))

    assert base_of(project) is None


def test_the_opening_section_stays_first_also_with_a_question_of_ones_own(project: OpenProject) -> None:
    added = add_question(project, "x")

    assert question(project, added).number == "0.8"
    assert question(project, "b01").number == "B.1"
    assert "steht am Anfang" in refusal(move_section, project, "b", 0)


def test_the_way_out_of_a_scale_stays_while_a_question_depends_on_it(project: OpenProject) -> None:
    scale = add_question(project, "b", after_id="b01")
    set_type(project, scale, QuestionType.SCALE)
    set_question(project, scale, "not_rated", value=True)
    set_condition(project, "b06", Condition(scale, ("n",)))

    assert "Antwort „n“, die es bei Frage B.2 nicht gibt" in refusal(
        partial(set_question, project, scale, "not_rated", value=False)
    )


def test_no_more_answers_are_asked_for_than_are_offered(project: OpenProject) -> None:
    set_question(project, "b05", "min_choices", 2)

    assert "kann niemand wählen" in refusal(set_entries, project, "b05", [("jugendamt", "Jugendamt")])
