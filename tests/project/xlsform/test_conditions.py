import pytest

from kizdesk.domain.guide import Condition, OptionSource, Question, QuestionType, Repeat, Section
from kizdesk.project.xlsform.form import form_of
from tests.project.xlsform.sample import SOURCES, form, guide_of, question, row

CHOICE = question("a01", QuestionType.MULTIPLE, options=["ja", "nein", "teils"])


def relevant(earlier: Question, condition: Condition) -> str:
    """Return when a question is shown that depends on an earlier one."""
    return row(form(earlier, question("a02", condition=condition)), "a02").relevant


def test_a_question_without_condition_is_always_shown() -> None:
    assert row(form(CHOICE), "a01").relevant == ""


def test_one_of_several_choices_is_enough() -> None:
    expected = "selected(${a01}, 'ja') or selected(${a01}, 'teils')"
    assert relevant(CHOICE, Condition("a01", ("ja", "teils"))) == expected


def test_a_negated_condition_is_turned_round() -> None:
    assert relevant(CHOICE, Condition("a01", ("nein",), negated=True)) == "not(selected(${a01}, 'nein'))"


@pytest.mark.parametrize(
    ("earlier", "expected"),
    [
        (question("a01"), "${a01} != ''"),
        (question("a01", QuestionType.FILE), "${a01} != ''"),
        (question("a01", QuestionType.YES_NO, remark=True), "concat(${a01}, ${a01_bemerkung}) != ''"),
        (
            question("a01", QuestionType.TABLE, parts=["name", "ort"]),
            "count-non-empty(${a01_name}) + count-non-empty(${a01_ort}) > 0",
        ),
        (question("a01", QuestionType.SCALE_MATRIX, parts=["kitas", "vhs"]), "concat(${a01_kitas}, ${a01_vhs}) != ''"),
    ],
)
def test_an_answer_of_any_kind_counts(earlier: Question, expected: str) -> None:
    assert relevant(earlier, Condition("a01")) == expected
    assert relevant(earlier, Condition("a01", negated=True)) == f"not({expected})"


def test_a_hidden_question_hides_what_depends_on_it() -> None:
    made = form(
        CHOICE,
        question("a02", condition=Condition("a01", ("ja",))),
        question("a03", condition=Condition("a02", negated=True)),
    )

    assert row(made, "a03").relevant == "(selected(${a01}, 'ja')) and (not(${a02} != ''))"


def test_a_remark_and_a_table_are_shown_with_their_question() -> None:
    condition = Condition("a01", ("ja",))
    made = form(
        CHOICE,
        question("a02", QuestionType.YES_NO, remark=True, condition=condition),
        question("a03", QuestionType.TABLE, parts=["name"], hint="Kurz", condition=condition),
        question("a04", QuestionType.SCALE_MATRIX, parts=["vhs"], condition=condition),
    )

    names = ("a02", "a02_bemerkung", "a03", "a03_hinweis", "a04")
    assert {row(made, name).relevant for name in names} == {"selected(${a01}, 'ja')"}


def test_a_choice_that_cannot_be_made_is_never_made() -> None:
    earlier = question("a01", QuestionType.SINGLE, source=OptionSource.FIELDS)

    assert relevant(earlier, Condition("a01", ("frueher",))) == "false()"
    assert relevant(earlier, Condition("a01", ("frueher",), negated=True)) == ""


def test_a_question_repeated_elsewhere_has_no_answer_to_go_by() -> None:
    repeated = Section("g", "G", "Felder", (question("g01"),), repeat=Repeat.PER_FIELD)
    after = Section("h", "H", "Danach", (question("h01", condition=Condition("g01")),))

    assert row(form_of(guide_of(repeated, after), SOURCES), "h01").relevant == "false()"


def test_retired_questions_and_what_depends_on_them_are_left_out() -> None:
    made = form(
        question("a01", retired=True),
        question("a02", condition=Condition("a01")),
        question("a03"),
    )

    assert {row.name for row in made.survey} == {"abschnitt_a", "a03"}
    assert made.left_out == ("A01", "A02")


def test_a_section_of_retired_questions_is_left_out() -> None:
    assert form(question("a01", retired=True)).survey == ()
