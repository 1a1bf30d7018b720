"""Test that the guide is changed question by question, that ids stay, and that used versions are left alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kizdesk.domain.changes import Create
from kizdesk.domain.errors import ShapeError, UserError
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.guide import Condition, OptionSource, Question, QuestionType
from kizdesk.domain.guide_editions import GuideEdition
from kizdesk.domain.interviews import Answer, Interview, InterviewStatus
from kizdesk.domain.places import Municipality
from kizdesk.project.guides.conditions import askable, set_condition
from kizdesk.project.guides.editions import choose_version, uses_of
from kizdesk.project.guides.entries import bring_entry_back, set_entries
from kizdesk.project.guides.numbering import renumbered
from kizdesk.project.guides.questions import (
    add_question,
    bring_back,
    drop_question,
    duplicate_question,
    move_question,
    set_question,
)
from kizdesk.project.guides.sections import add_section, delete_section, move_section, set_section
from kizdesk.project.guides.standing import standing
from kizdesk.project.guides.types import set_source, set_type
from kizdesk.project.interviews.edit import add_interview, guide_of, put_answer
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import set_value
from kizdesk.project.stocktaking.matrix import StockTaking
from kizdesk.project.versions.freezing import VersionWish, freeze


def question(project: OpenProject, question_id: str) -> Question:
    return project.guides.present.question(question_id)


def numbers(project: OpenProject, section_id: str) -> list[str]:
    section = next(section for section in project.guides.present.sections if section.id == section_id)
    return [f"{question.number} {question.id}" for question in section.questions]


def begun(project: OpenProject) -> Interview:
    place = project.snapshot.all(Municipality)[0]
    interview = add_interview(project, place.id)
    put_answer(project, Answer(id="", interview_id=interview.id, question_id="b01", text="Sozialamt"))
    return project.snapshot.get(Interview, interview.id)


def refusal(act: object, *values: object) -> str:
    assert callable(act)
    with pytest.raises(UserError) as caught:
        act(*values)
    return str(caught.value)


def test_the_guide_of_the_program_is_numbered_by_the_rule(project: OpenProject) -> None:
    guide = project.guides.present

    assert renumbered(guide) is guide


def test_the_first_change_begins_a_version_and_the_next_goes_on_in_it(project: OpenProject) -> None:
    set_question(project, "b01", "text", "Wer ist zuständig?")
    set_question(project, "b02", "text", "Welche Stellen gibt es?")

    (edition,) = project.snapshot.all(GuideEdition)
    assert (edition.guide_version, edition.based_on) == ("2026-1.1", "2026-1")
    assert project.settings.guide_version == "2026-1.1"
    assert question(project, "b01").text == "Wer ist zuständig?"
    assert question(project, "b02").text == "Welche Stellen gibt es?"


def test_one_undo_takes_the_change_and_its_version_back(project: OpenProject) -> None:
    set_question(project, "b01", "text", "Wer ist zuständig?")
    project.undo()

    assert not project.snapshot.all(GuideEdition)
    assert project.settings.guide_version == "2026-1"


def test_one_stay_in_a_field_is_one_step(project: OpenProject) -> None:
    for text in ("W", "We", "Wer?"):
        set_question(project, "b01", "text", text, stay="here")
    project.undo()

    assert project.settings.guide_version == "2026-1"


def test_the_same_again_is_no_change(project: OpenProject) -> None:
    set_question(project, "b01", "text", question(project, "b01").text)

    assert not project.snapshot.all(GuideEdition)


def test_a_begun_interview_keeps_its_version_for_ever(project: OpenProject) -> None:
    set_question(project, "b01", "short", "Amt")
    interview = begun(project)
    before = guide_of(project, interview)
    set_question(project, "b01", "short", "Stelle")

    assert project.settings.guide_version == "2026-1.2"
    assert guide_of(project, interview) == before
    assert guide_of(project, interview).question("b01").short == "Amt"


def test_a_planned_interview_without_answers_goes_along(project: OpenProject) -> None:
    interview = add_interview(project, project.snapshot.all(Municipality)[0].id)
    set_question(project, "b01", "short", "Amt")
    set_question(project, "b01", "short", "Stelle")

    assert project.snapshot.get(Interview, interview.id).guide_version == "2026-1.1"
    assert len(project.snapshot.all(GuideEdition)) == 1


def test_a_version_a_form_was_sent_with_is_left_alone(project: OpenProject) -> None:
    set_question(project, "b01", "short", "Amt")
    place = project.snapshot.all(Municipality)[0]
    interview = add_interview(project, place.id)
    issue = FormIssue(id="f", municipality_id=place.id, guide_id="expertengespraech", guide_version="2026-1.1")
    project.commit("Formular ausgeben", Create(issue))
    set_question(project, "b01", "short", "Stelle")

    assert project.settings.guide_version == "2026-1.2"
    assert project.guides.of("expertengespraech", "2026-1.1").question("b01").short == "Amt"
    assert project.snapshot.get(Interview, interview.id).guide_version == "2026-1.1"


def test_a_version_a_frozen_concept_was_made_with_is_left_alone(project: OpenProject) -> None:
    freeze(project, VersionWish("Davor"))
    set_question(project, "b01", "short", "Amt")
    set_question(project, "b01", "short", "Ämter")
    assert project.settings.guide_version == "2026-1.1"

    freeze(project, VersionWish("Entwurf"))
    set_question(project, "b01", "short", "Stelle")

    assert project.settings.guide_version == "2026-1.2"
    assert uses_of(project, "expertengespraech", "2026-1.1").concept == "Steht in Fassung 2 des Konzepts"


def test_a_new_question_takes_a_number_and_an_id_of_its_own(project: OpenProject) -> None:
    new = add_question(project, "b", "b01", "Seit wann?")

    assert numbers(project, "b")[:3] == ["B.1 b01", f"B.2 {new}", "B.3 b02"]
    known = {question.id for question in project.guides.of("expertengespraech", "2026-1").questions()}
    assert new not in known


def test_numbers_named_in_hints_follow(project: OpenProject) -> None:
    add_question(project, "o", "o01", "Noch etwas?")

    assert "bei Frage O.3 abgelegt" in question(project, "k02").hint


def test_a_question_dropped_stays_readable_and_comes_back(project: OpenProject) -> None:
    assert drop_question(project, "b06")
    assert question(project, "b06").retired
    assert numbers(project, "b")[5:] == ["B (entfallen 1) b06", "B.6 b07"]
    assert question(project, "b06").name == f"{question(project, 'b06').short} (entfallen)"
    bring_back(project, "b06")
    assert numbers(project, "b")[5:] == ["B.6 b06", "B.7 b07"]


def test_a_question_nobody_knows_is_deleted(project: OpenProject) -> None:
    new = add_question(project, "b")

    assert not drop_question(project, new)
    assert all(found.id != new for found in project.guides.present.questions())


def test_a_question_others_depend_on_is_not_dropped(project: OpenProject) -> None:
    assert refusal(drop_question, project, "b03") == (
        "Frage B.4 hängt davon ab, was bei Frage B.3 geantwortet wird. Bitte zuerst deren Bedingung ändern."
    )


@pytest.mark.parametrize("bound", ["x01", "x03", "x05", "x06", "e01", "e03"])
def test_a_question_whose_records_are_needed_is_not_dropped(project: OpenProject, bound: str) -> None:
    assert f"Frage {question(project, bound).number} bleibt im Leitfaden." in refusal(drop_question, project, bound)


def test_a_question_that_shows_records_keeps_its_type(project: OpenProject) -> None:
    said = refusal(set_type, project, "e06", QuestionType.TEXT)

    assert said.startswith("Diese Frage füllt das Verzeichnis der Angebote.")


def test_a_question_does_not_go_before_the_one_it_depends_on(project: OpenProject) -> None:
    assert refusal(move_question, project, "b04", "b", 0) == (
        "Frage B.4 muss nach Frage B.3 stehen, weil von deren Antwort abhängt, ob sie gestellt wird."
    )


def test_a_question_goes_into_another_section(project: OpenProject) -> None:
    move_question(project, "h01", "b", 0)

    assert numbers(project, "b")[:2] == ["B.1 h01", "B.2 b01"]


def test_a_question_does_not_go_where_its_answers_have_no_place(project: OpenProject) -> None:
    assert "fänden dort keinen Platz" in refusal(move_question, project, "h01", "g", 0)


def test_sections_are_added_named_ordered_and_deleted(project: OpenProject) -> None:
    new = add_section(project, "a")
    set_section(project, new, "title", "Zahlen")
    assert [section.letter for section in project.guides.present.sections][:4] == ["0", "A", "B", "C"]
    move_section(project, new, 1)
    assert project.guides.present.sections[1].title == "Zahlen"
    delete_section(project, new)
    assert all(section.id != new for section in project.guides.present.sections)


def test_the_section_about_the_interview_stays_first(project: OpenProject) -> None:
    assert "steht am Anfang" in refusal(move_section, project, "a", 0)


def test_a_section_interviews_know_is_not_deleted(project: OpenProject) -> None:
    assert "Bitte seine Fragen einzeln herausnehmen" in refusal(delete_section, project, "b")


def test_options_are_renamed_added_ordered_and_retired(project: OpenProject) -> None:
    set_entries(project, "b05", [("keine", "Nichts davon"), ("", "Standesamt"), ("jugendamt", "Jugendamt")])

    asked = question(project, "b05")
    assert [option.label for option in asked.options] == ["Nichts davon", "Standesamt", "Jugendamt"]
    assert [option.id for option in asked.retired_options] == ["auslaenderbehoerde", "einbuergerungsbehoerde"]
    bring_entry_back(project, "b05", "auslaenderbehoerde")
    assert question(project, "b05").options[-1].label == "Ausländerbehörde"


def test_an_option_nobody_knows_is_forgotten(project: OpenProject) -> None:
    options = [(option.id, option.label) for option in question(project, "b05").options]
    set_entries(project, "b05", [*options, ("", "Standesamt")])
    set_entries(project, "b05", options)

    assert not question(project, "b05").retired_options


def test_an_option_a_condition_names_is_not_retired(project: OpenProject) -> None:
    set_condition(project, "b06", Condition("b05", ("jugendamt",)))
    options = [(option.id, option.label) for option in question(project, "b05").options[1:]]

    assert refusal(set_entries, project, "b05", options) == (
        "Frage B.6 hängt von der Antwort „Jugendamt“ ab. Bitte zuerst deren Bedingung ändern."
    )


def test_two_options_of_one_name_are_refused(project: OpenProject) -> None:
    with pytest.raises(ShapeError, match="„Jugendamt“ gibt es schon"):
        set_entries(project, "b05", [("jugendamt", "Jugendamt"), ("", "Jugendamt")])


def test_an_empty_question_is_refused_and_nothing_written(project: OpenProject) -> None:
    with pytest.raises(ShapeError, match="^Frage B.1: Der Wortlaut der Frage fehlt"):
        set_question(project, "b01", "text", "  ")
    assert not project.snapshot.all(GuideEdition)


@pytest.mark.parametrize("kind", list(QuestionType))
def test_every_type_can_be_chosen_and_left_again(project: OpenProject, kind: QuestionType) -> None:
    set_type(project, "b05", kind)
    assert question(project, "b05").type is kind
    set_type(project, "b05", QuestionType.MULTIPLE)

    before, after = project.guides.of("expertengespraech", "2026-1").question("b05"), question(project, "b05")
    assert (after.options, after.columns, after.items, after.scale) == (before.options, (), (), ("", ""))
    assert not after.retired_options


def test_choices_can_come_from_a_register(project: OpenProject) -> None:
    set_source(project, "b05", OptionSource.FIELDS)
    assert not question(project, "b05").options
    set_source(project, "b05", OptionSource.OWN)
    assert len(question(project, "b05").options) == 4


def test_a_condition_asks_about_an_earlier_question_of_its_own_answer(project: OpenProject) -> None:
    found = {item.question_id for item in askable(project, "b05")}

    assert {"a01", "b01", "b04"} <= found
    assert not found & {"x01", "b05", "b06", "e01", "g01"}
    assert "früheren Frage" in refusal(set_condition, project, "b05", Condition("b06"))


def test_a_copy_has_its_own_id(project: OpenProject) -> None:
    copy = duplicate_question(project, "b05")

    assert numbers(project, "b")[5] == f"B.6 {copy}"
    assert question(project, copy).options == question(project, "b05").options


def test_the_version_of_the_program_can_be_chosen_again(project: OpenProject) -> None:
    set_question(project, "b01", "short", "Amt")
    choose_version(project, "2026-1")
    assert question(project, "b01").short == "Zuständige Stelle"
    set_question(project, "b01", "short", "Behörde")
    assert project.settings.guide_version == "2026-1.2"


def test_the_line_says_version_origin_and_interviews(project: OpenProject) -> None:
    assert standing(project).line == "Fassung 2026-1, mit dem Programm geliefert"
    begun(project)
    set_question(project, "b01", "short", "Amt")
    assert standing(project).line == "Fassung 2026-1.1, aus 2026-1; ein Gespräch nach der früheren Fassung"


def test_control_characters_do_not_get_into_the_guide(project: OpenProject) -> None:
    set_question(project, "b01", "text", "Wer\x07 ist\u2028es?")

    assert question(project, "b01").text == "Wer ist\nes?"


def test_an_interview_that_is_running_is_not_taken_along(project: OpenProject) -> None:
    interview = add_interview(project, project.snapshot.all(Municipality)[0].id)
    set_value(project, Interview, interview.id, "status", InterviewStatus.RUNNING)
    set_question(project, "b01", "short", "Amt")

    assert replace(interview, status=InterviewStatus.RUNNING) == project.snapshot.get(Interview, interview.id)


def test_the_overview_counts_a_planned_interview_by_the_guide_as_it_is_now(project: OpenProject) -> None:
    place = project.snapshot.all(Municipality)[0]
    add_interview(project, place.id)
    stand = StockTaking(project)

    def asked() -> int:
        return next(row.total.asked for row in stand.matrix().rows if row.municipality_id == place.id)

    add_question(project, "b", "b01", "Seit wann?")
    before = asked()
    add_question(project, "b", "b01", "Bis wann?")
    assert asked() == before + 1
