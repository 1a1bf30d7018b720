"""Test the matrix, the list of interviews and the outline of one interview."""

from datetime import date, time
from pathlib import Path

import pytest

from kizdesk.domain.checks import Step, Target
from kizdesk.domain.interviews import (
    Answer,
    AnswerState,
    Attachment,
    Interview,
    InterviewForm,
    InterviewStatus,
    Offering,
)
from kizdesk.project.checking.findings import check
from kizdesk.project.forms.sending import send_forms
from kizdesk.project.forms.wish import FormWish
from kizdesk.project.interviews.edit import add_interview, put_answer
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add, delete, set_values
from kizdesk.project.stocktaking import (
    MatrixRow,
    Progress,
    ReplyState,
    Stand,
    StockTaking,
    answer_place,
    matrix,
    outline,
)

DORMAGEN = "05162004"
FILLED: dict[str, object] = {"held_on": date(2026, 1, 5)}


def row(project: OpenProject, municipality_id: str = DORMAGEN) -> MatrixRow:
    return next(row for row in matrix(project).rows if row.municipality_id == municipality_id)


def held(project: OpenProject, **values: object) -> Interview:
    interview = add_interview(project, DORMAGEN, InterviewForm.ON_SITE)
    set_values(project, Interview, interview.id, {"status": InterviewStatus.DONE, **values})
    return project.snapshot.get(Interview, interview.id)


def answer(interview: Interview, question_id: str, text: str = "", state: AnswerState = AnswerState.GIVEN) -> Answer:
    return Answer(id="", interview_id=interview.id, question_id=question_id, text=text, state=state)


def test_a_new_project_has_a_row_for_each_municipality_in_german_order(project: OpenProject) -> None:
    table = matrix(project)

    assert [row.name for row in table.rows][:3] == ["Dormagen", "Grevenbroich", "Jüchen"]
    assert table.interviews.number == "0 von 8"
    assert {row.next_step for row in table.rows} == {"Gespräch planen"}


def test_the_heads_of_the_columns_are_short(project: OpenProject) -> None:
    heads = [column.short for column in matrix(project).columns]

    assert heads[:5] == ["Ausgangslage", "Strukturen", "Gremien", "Konzepte", "Angebote"]
    assert not {"Datenschutz", "Gesprächsdaten"} & set(heads)


def test_the_card_of_the_forms_is_only_there_where_there_are_forms(project: OpenProject) -> None:
    assert len(matrix(project).cards) == 3
    add_interview(project, DORMAGEN, InterviewForm.FORM)

    assert [card.number for card in matrix(project).cards] == ["0 von 8", "0 von 1", "0", "0"]


def test_of_two_planned_interviews_the_list_says_which_one_holds_a_file(project: OpenProject) -> None:
    for _ in range(2):
        planned = add_interview(project, DORMAGEN, InterviewForm.FORM)
    kind, sha = "application/pdf", "0" * 64
    add(project, Attachment(id="a", name="Scan.pdf", media_type=kind, size=1, sha256=sha, interview_id=planned.id))

    texts = {row.id: row.form_text for row in StockTaking(project).interviews()}
    assert texts[planned.id] == "schriftlich, mit Anlage"
    assert len(set(texts.values())) == 2


def test_an_answer_fills_the_cell_of_its_section(project: OpenProject) -> None:
    interview = held(project)
    put_answer(project, answer(interview, "a04", text="Am Rhein."))

    cell = row(project).cells[0]
    assert (cell.text, cell.sentence) == ("1/4", "1 von 4 Fragen erledigt")


def test_an_answer_that_is_declined_is_dealt_with(project: OpenProject) -> None:
    interview = held(project)
    put_answer(project, answer(interview, "a04", state=AnswerState.DECLINED))

    assert row(project).cells[0] == Progress(4, 1, 0)


def test_a_question_of_two_interviews_of_a_municipality_is_counted_once(project: OpenProject) -> None:
    held(project)
    held(project)

    assert row(project).cells[0].asked == 4


def test_offerings_fill_the_cell_of_the_register(project: OpenProject) -> None:
    add(project, Offering(id="o", title="Lotsen", municipality_id=DORMAGEN), "Angebot anlegen")

    assert row(project).texts[4] == "Projekte und Angebote: ein Angebot erfasst"
    assert row(project).cells[4].is_complete


@pytest.mark.parametrize(
    ("values", "stand", "step"),
    [
        ({"status": InterviewStatus.PLANNED}, Stand.PLANNED, "Termin vereinbaren"),
        ({"status": InterviewStatus.PLANNED, "held_on": date(2026, 11, 21)}, Stand.PLANNED, "Termin am 21.11.2026"),
        ({"status": InterviewStatus.PLANNED, "held_on": date(2026, 1, 5)}, Stand.PLANNED, "Gespräch beginnen"),
        ({"status": InterviewStatus.PLANNED, "form": InterviewForm.FORM}, Stand.PLANNED, "Formular abwarten"),
        ({"status": InterviewStatus.RUNNING}, Stand.RUNNING, "Fortsetzen"),
        ({"status": InterviewStatus.RUNNING, "form": InterviewForm.FORM}, Stand.RUNNING, "Formular prüfen"),
    ],
)
def test_the_next_step_follows_from_the_interview(
    project: OpenProject, values: dict[str, object], stand: Stand, step: str
) -> None:
    held(project, **values)

    assert (row(project).stand, row(project).next_step) == (stand, step)


def test_going_on_leads_to_the_first_open_question(project: OpenProject) -> None:
    interview = held(project, status=InterviewStatus.RUNNING)
    assert row(project).target == Target(Step.STOCK_TAKING, "answer", f"{interview.id}/x02", "x02")

    set_values(project, Interview, interview.id, FILLED)
    assert row(project).target == Target(Step.STOCK_TAKING, "answer", f"{interview.id}/x03", "x03")


def test_a_promised_answer_comes_before_the_release(project: OpenProject) -> None:
    interview = held(project)
    put_answer(project, answer(interview, "b07", state=AnswerState.LATER))

    assert row(project).next_step == "Eine Antwort nachreichen"
    assert row(project).target.id == f"{interview.id}/b07"
    later = matrix(project).later
    assert (later.count, later.text) == (1, "Antwort nachzureichen")


def test_a_released_interview_leaves_nothing_to_do(example: OpenProject) -> None:
    done = row(example)

    assert (done.stand_text, done.next_step) == ("freigegeben", "–")


def test_a_municipality_with_one_interview_done_and_one_planned_is_on_its_way(project: OpenProject) -> None:
    held(project)
    add_interview(project, DORMAGEN)

    assert row(project).stand is Stand.RUNNING


def test_what_was_edited_or_undone_is_counted_anew(example: OpenProject) -> None:
    reads = StockTaking(example)
    before = reads.matrix()
    interview = example.snapshot.all(Interview)[0]
    put_answer(example, answer(interview, "b07", state=AnswerState.LATER))
    changed = reads.matrix()
    example.undo()

    assert changed.later.count == before.later.count + 1
    assert reads.matrix() == before == matrix(example)


def test_a_deleted_answer_is_counted_no_more(example: OpenProject) -> None:
    reads = StockTaking(example)
    reads.matrix()
    delete(example, Answer, "gespraech-dormagen/a04")

    assert reads.matrix() == matrix(example)
    assert row(example).cells[0] == Progress(4, 3, 0)


def test_the_list_of_interviews_names_day_form_and_people(example: OpenProject) -> None:
    first = StockTaking(example).interviews()[0]

    assert (first.municipality, first.day_text, first.form_text) == ("Dormagen", "08.11.2012", "vor Ort")
    assert first.people_text == "3 Beteiligte"
    assert first.progress.is_complete


def test_the_outline_asks_each_field_of_its_own(example: OpenProject) -> None:
    found = outline(example, "gespraech-dormagen")
    fields = [section for section in found.sections if section.section_id == "g"]

    assert fields[0].scope_title == "Bildung und Ausbildung"
    assert len(found.of("g", "bildung")) == 7
    assert len(fields) == len(example.snapshot.get(Interview, "gespraech-dormagen").field_ids)


def test_the_outline_shows_the_register_by_its_number(example: OpenProject) -> None:
    texts = {section.letter: section.text for section in outline(example, "gespraech-dormagen").sections}

    assert (texts["0"], texts["E"]) == ("5/5", "6 erfasst")


def test_a_question_whose_condition_fails_is_hidden(project: OpenProject) -> None:
    interview = held(project)
    states = {item.question.id: item.state for item in outline(project, interview.id).questions}

    assert states["b04"] is ReplyState.HIDDEN


def test_the_outline_says_what_is_open(project: OpenProject, example: OpenProject) -> None:
    interview = held(project)
    put_answer(project, answer(interview, "b07", state=AnswerState.LATER))

    sentence = outline(project, interview.id).open_sentence
    assert sentence.endswith("Fragen offen, darunter 9 Pflichtangaben, eine ist nachzureichen.")
    assert outline(example, "gespraech-dormagen").open_sentence == ""
    assert outline(example, "gespraech-juechen").open_sentence == "In diesem Gespräch ist eine Antwort nachzureichen."


def test_a_place_is_known_before_its_answer_is_given(example: OpenProject) -> None:
    place = answer_place(example.snapshot, "gespraech-dormagen/g02/sport")

    assert place is not None
    assert (place.interview_id, place.question_id, place.scope_id) == ("gespraech-dormagen", "g02", "sport")
    assert answer_place(example.snapshot, "weg/a01") is None


def test_the_card_of_the_forms_counts_all_that_were_sent(project: OpenProject, tmp_path: Path) -> None:
    send_forms(project, FormWish(), tmp_path, lambda _what, _share: None)
    add_interview(project, DORMAGEN, InterviewForm.FORM)

    assert "0 von 8" in [card.number for card in matrix(project).cards if "Formulare" in card.text]


def test_a_second_interview_makes_no_section_look_less_done(project: OpenProject) -> None:
    first = held(project)
    for question_id in ("a01", "a02", "a03", "a04"):
        put_answer(project, answer(first, question_id, state=AnswerState.DECLINED))
    before = row(project)
    second = held(project, status=InterviewStatus.RUNNING)
    put_answer(project, answer(second, "a04", text="Am Rhein."))

    assert row(project).texts == before.texts
    assert row(project).cells[0].text == "4/4"
    assert row(project).total == before.total


def test_what_one_interview_promises_and_another_answers_is_not_awaited(project: OpenProject) -> None:
    first, second = held(project), held(project)
    put_answer(project, answer(first, "a04", state=AnswerState.LATER))
    assert row(project).next_step == "Eine Antwort nachreichen"
    put_answer(project, answer(second, "a04", text="Am Rhein."))

    assert (row(project).total.later, matrix(project).later.count) == (0, 0)
    assert "nachreichen" not in row(project).next_step
    assert not [found for found in check(project) if found.rule == "answer_later"]


def test_what_is_put_off_after_another_interview_answered_it_is_awaited(project: OpenProject) -> None:
    second, first = held(project, held_on=date(2026, 1, 3)), held(project, held_on=date(2025, 1, 3))
    put_answer(project, answer(first, "a04", text="Am Rhein."))
    put_answer(project, answer(second, "a04", state=AnswerState.LATER))

    assert matrix(project).later.count == 1
    assert row(project).next_step == "Eine Antwort nachreichen"
    assert [found.target.id for found in check(project) if found.rule == "answer_later"] == [second.id]


def test_a_required_answer_of_one_interview_is_not_missing_in_another(project: OpenProject) -> None:
    first, _ = held(project), held(project)
    missing = [found for found in check(project) if found.rule == "required_unanswered"]
    asked = missing[0].target.field
    put_answer(project, answer(first, asked, state=AnswerState.DECLINED))

    left = [found.target.field for found in check(project) if found.rule == "required_unanswered"]
    assert asked not in left
    assert len(left) == len(set(left))


def test_two_interviews_of_a_day_are_told_apart_in_the_list(project: OpenProject) -> None:
    day: dict[str, object] = {"held_on": date(2026, 1, 5), "form": InterviewForm.FORM}
    held(project, **FILLED)
    assert [row.name for row in StockTaking(project).interviews()] == ["Dormagen"]
    held(project, **day)

    names = {row.name for row in StockTaking(project).interviews()}
    assert names == {"Dormagen, Formular", "Dormagen, Gespräch vor Ort"}


def test_two_conversations_of_a_day_are_told_apart_by_their_time(project: OpenProject) -> None:
    for hour in (9, 14):
        held(project, started=time(hour), **FILLED)

    names = {row.name for row in StockTaking(project).interviews()}
    assert names == {"Dormagen, Gespräch vor Ort, 09:00 Uhr", "Dormagen, Gespräch vor Ort, 14:00 Uhr"}
