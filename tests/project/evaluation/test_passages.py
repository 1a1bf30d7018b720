"""Test answers as texts to mark in, and the list of those still to be read."""

import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Answer, AnswerState, Evidence, EvidenceKind
from kizdesk.project.evaluation.marking import mark_passage, move_evidence, reassign
from kizdesk.project.evaluation.passages import passage_of, unmarked_answers
from kizdesk.project.interviews.edit import add_interview, put_answer
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import set_value

TEXT = "Gut läuft es 😀 in der Kita. In der Schule fehlen Plätze für alle, die neu kommen."


@pytest.fixture
def answer(project: OpenProject) -> Answer:
    interview = add_interview(project, "05162004")
    return put_answer(project, Answer(id="", interview_id=interview.id, question_id="a03", text=TEXT))


def test_an_answer_says_where_it_comes_from(example: OpenProject) -> None:
    passage = passage_of(example, "gespraech-dormagen/g02/bildung")

    assert passage is not None
    assert (passage.where, passage.scope_id) == ("Dormagen, Frage G.2", "bildung")
    assert [mark.kind for mark in passage.marks] == [EvidenceKind.STRENGTH]


def test_an_answer_that_is_gone_is_none(project: OpenProject) -> None:
    assert passage_of(project, "weg") is None


def test_blanks_around_the_words_chosen_are_left_out(project: OpenProject, answer: Answer) -> None:
    start = TEXT.index(" in der Kita")
    made = mark_passage(project, answer.id, "schule", EvidenceKind.STRENGTH, start, start + len(" in der Kita. "))

    assert made.wording == "in der Kita."
    assert TEXT[made.start : made.end] == made.wording


def test_nothing_chosen_is_refused(project: OpenProject, answer: Answer) -> None:
    with pytest.raises(UserError, match="zuerst eine Stelle"):
        mark_passage(project, answer.id, "schule", EvidenceKind.NEED, 3, 4)


def test_the_very_same_is_not_marked_twice(project: OpenProject, answer: Answer) -> None:
    mark_passage(project, answer.id, "schule", EvidenceKind.NEED, 0, 3)
    mark_passage(project, answer.id, "schule", EvidenceKind.IDEA, 0, 3)

    with pytest.raises(UserError, match="schon als Bedarf"):
        mark_passage(project, answer.id, "schule", EvidenceKind.NEED, 0, 3)


def test_evidence_gets_another_kind_and_field_in_one_step(project: OpenProject, answer: Answer) -> None:
    made = mark_passage(project, answer.id, "schule", EvidenceKind.NEED, 0, 3)
    reassign(project, made.id, field_id="fruehe_bildung", kind=EvidenceKind.IDEA)

    now = project.snapshot.get(Evidence, made.id)
    assert (now.field_id, now.kind) == ("fruehe_bildung", EvidenceKind.IDEA)
    assert project.undo() == "Beleg zuordnen"
    assert project.snapshot.get(Evidence, made.id) == made


def test_evidence_moves_to_other_words(project: OpenProject, answer: Answer) -> None:
    made = mark_passage(project, answer.id, "schule", EvidenceKind.NEED, 0, 3)
    set_value(project, Answer, answer.id, "text", f"Neu. {TEXT}")
    move_evidence(project, made.id, 5, 14)

    assert project.snapshot.get(Evidence, made.id).wording == "Gut läuft"


def test_a_long_answer_without_evidence_is_to_be_read_until_it_is_marked(project: OpenProject, answer: Answer) -> None:
    assert [row.answer_id for row in unmarked_answers(project)] == [answer.id]
    mark_passage(project, answer.id, "schule", EvidenceKind.NEED, 0, 3)
    assert unmarked_answers(project) == ()


def test_short_answers_and_those_not_given_are_not_to_be_read(project: OpenProject, answer: Answer) -> None:
    set_value(project, Answer, answer.id, "text", "Kurz.")
    other = add_interview(project, "05162008")
    late = Answer(id="", interview_id=other.id, question_id="a03", text=TEXT, state=AnswerState.LATER)
    put_answer(project, late)

    assert unmarked_answers(project) == ()


def test_answers_to_be_read_follow_the_questions(example: OpenProject) -> None:
    rows = unmarked_answers(example)

    assert rows
    numbers = [row.number for row in rows]
    assert numbers.index("A.4") < numbers.index("B.1") if "B.1" in numbers else numbers[0].startswith("A")


def test_grades_of_a_matrix_are_no_words_to_mark(example: OpenProject) -> None:
    passage = passage_of(example, "gespraech-dormagen/f02")

    assert passage is not None
    assert passage.text == example.snapshot.get(Answer, "gespraech-dormagen/f02").text


def test_the_first_words_of_a_long_answer_end_at_a_word_and_say_that_more_follows(
    project: OpenProject, answer: Answer
) -> None:
    set_value(project, Answer, answer.id, "text", "Wohnungen mit Sozialbindung " * 20)
    (row,) = unmarked_answers(project)

    assert row.beginning.endswith(("Wohnungen …", "mit …", "Sozialbindung …"))


def test_a_short_answer_is_told_in_full(project: OpenProject, answer: Answer) -> None:
    (row,) = unmarked_answers(project)

    assert row.beginning == " ".join(project.snapshot.get(Answer, answer.id).text.split())
