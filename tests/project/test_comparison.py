"""Test that one question stands side by side for all municipalities."""

import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.interviews import Answer, AnswerState, InterviewForm
from kizdesk.project.comparison import Comparison, ComparisonRow, compare, questions, scopes
from kizdesk.project.interviews.edit import add_interview, put_answer
from kizdesk.project.opened import OpenProject
from kizdesk.project.stocktaking import ReplyState

DORMAGEN = "05162004"


def dormagen(comparison: Comparison) -> ComparisonRow:
    return next(row for row in comparison.rows if row.municipality_id == DORMAGEN)


def test_a_municipality_without_interview_says_so(project: OpenProject) -> None:
    comparison = compare(project, "b05")

    assert comparison.sentence == "Auf diese Frage hat noch keine Kommune geantwortet."
    assert dormagen(comparison).words == "noch kein Gespräch"


def test_choices_are_counted_in_the_order_of_the_options(example: OpenProject) -> None:
    comparison = compare(example, "b05")

    assert comparison.sentence == "Alle 8 Kommunen haben geantwortet."
    assert [(option.label, option.count) for option in comparison.options][:2] == [
        ("Jugendamt", 5),
        ("Ausländerbehörde", 1),
    ]
    assert comparison.options[1].municipalities == ("Neuss",)
    assert comparison.options[0].share == pytest.approx(5 / 8)


def test_yes_and_no_are_counted(example: OpenProject) -> None:
    labels = [option.label for option in compare(example, "i04").options]

    assert labels[0] == "Ja"
    assert "Nein" in labels


def test_a_scale_has_mean_and_spread(example: OpenProject) -> None:
    comparison = compare(example, "g06", "bildung")

    assert comparison.scope_title == "Bildung und Ausbildung"
    assert [scale.text for scale in comparison.scales] == ["Mittel 3,8, von 3 bis 5 (8 Einschätzungen)"]
    assert sum(comparison.scales[0].grades) == 8


def test_each_line_of_a_matrix_of_scales_is_summed_up(example: OpenProject) -> None:
    first = compare(example, "f02").scales[0]

    assert first.label == "Wohlfahrtsverbände"
    assert first.mean == pytest.approx(4.125)


def test_a_text_is_neither_counted_nor_graded(example: OpenProject) -> None:
    comparison = compare(example, "a04")

    assert (comparison.options, comparison.scales) == ((), ())


def test_an_interview_that_does_not_ask_about_a_field_is_marked(example: OpenProject) -> None:
    states = {reply.state for row in compare(example, "g06", "gesundheit").rows for reply in row.replies}

    assert states == {ReplyState.GIVEN, ReplyState.HIDDEN}


def test_promised_and_declined_answers_show_their_state(project: OpenProject) -> None:
    for state in (AnswerState.LATER, AnswerState.DECLINED):
        interview = add_interview(project, DORMAGEN, InterviewForm.PHONE)
        answer = Answer(id="", interview_id=interview.id, question_id="a04", state=state, note="Frau K. fragen")
        put_answer(project, answer)
    replies = dormagen(compare(project, "a04")).replies

    assert {reply.words for reply in replies} == {"wird nachgereicht", "keine Angabe"}
    assert {reply.note for reply in replies} == {"Frau K. fragen"}
    assert {reply.interview_text for reply in replies} == {"am Telefon"}


def test_the_words_of_an_answer_are_shown_in_full_though_print_withholds_them(example: OpenProject) -> None:
    for answer in example.snapshot.all(Answer):
        if answer.question_id == "g03" and answer.scope_id == "bildung" and answer.text:
            replies = [reply for row in compare(example, "g03", "bildung").rows for reply in row.replies]
            shown = next(reply for reply in replies if reply.answer_id == answer.id)
            assert shown.words == " ".join(answer.text.split())
            assert shown.passage == answer.text


def test_a_reply_says_how_much_of_it_is_evidence(example: OpenProject) -> None:
    replies = [reply for row in compare(example, "g02", "bildung").rows for reply in row.replies]

    assert next(reply for reply in replies if reply.answer_id == "gespraech-dormagen/g02/bildung").evidence >= 1


def test_a_question_that_is_unknown_is_refused(example: OpenProject) -> None:
    with pytest.raises(UserError, match="steht nicht im Leitfaden"):
        compare(example, "zz99")


def test_the_questions_to_choose_say_how_many_answered(example: OpenProject) -> None:
    groups = {group.letter: group for group in questions(example)}
    structures = {choice.id: choice for choice in groups["B"].questions}

    assert structures["b05"].answered == 8
    assert structures["b05"].in_concept
    assert not structures["b03"].in_concept
    assert all(choice.per_field for choice in groups["G"].questions)
    assert "0" not in groups
    assert "E" not in groups


def test_only_those_of_the_printed_comparison_can_be_asked_for(example: OpenProject) -> None:
    chosen = questions(example, only_in_concept=True)

    assert all(choice.in_concept for group in chosen for choice in group.questions)


def test_the_fields_to_choose_are_those_that_interviews_ask_about(example: OpenProject, project: OpenProject) -> None:
    assert scopes(example)[0].title == "Bildung und Ausbildung"
    assert scopes(project) == ()
