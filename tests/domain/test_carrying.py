"""Test that an answer is carried to another version of its question by ids, and that nothing of it is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kizdesk.domain.carrying import carried, in_words
from kizdesk.domain.guide import Option, OptionSource, Question, QuestionType
from kizdesk.domain.interviews import Answer, AnswerState

TYPE = QuestionType
ASKED = Question(id="q", number="A.1", text="Was?", type=TYPE.TEXT)
ANSWER = Answer(id="i/q", interview_id="i", question_id="q")
OFFICES = tuple(Option(key, key.capitalize()) for key in ("jugendamt", "sozialamt", "schulamt"))
CHOICE = replace(ASKED, type=TYPE.MULTIPLE, options=OFFICES)
TABLE = replace(ASKED, type=TYPE.TABLE, columns=(Option("wer", "Wer"), Option("wann", "Wann"), Option("wo", "Wo")))
MATRIX = replace(ASKED, type=TYPE.SCALE_MATRIX, items=OFFICES, scale=("a", "b"), not_rated=True)


def test_the_same_shape_leaves_an_answer_as_it_is() -> None:
    answer = replace(ANSWER, choices=("jugendamt",), text="seit 2012")

    assert carried(answer, CHOICE, replace(CHOICE, text="Wozu?", number="B.7")).answer is answer


def test_choices_stay_by_their_ids_and_what_is_gone_is_told_by_its_words() -> None:
    answer = replace(ANSWER, choices=("jugendamt", "sozialamt"))
    there = carried(answer, CHOICE, replace(CHOICE, options=OFFICES[1:]))

    assert there.answer.choices == ("sozialamt",)
    assert there.left == ("Jugendamt",)


def test_more_choices_than_allowed_are_told() -> None:
    answer = replace(ANSWER, choices=("jugendamt", "sozialamt"))
    there = carried(answer, CHOICE, replace(CHOICE, type=TYPE.SINGLE))

    assert (there.answer.choices, there.left) == (("jugendamt",), ("Sozialamt",))


def test_choices_become_words() -> None:
    answer = replace(ANSWER, choices=("jugendamt", "sozialamt"), text="seit 2012")
    there = carried(answer, replace(CHOICE, free_text=True), ASKED)

    assert (there.answer.text, there.answer.choices, there.left) == ("Jugendamt, Sozialamt\nseit 2012", (), ())


def test_a_word_that_names_an_option_chooses_it() -> None:
    there = carried(replace(ANSWER, text="sozialamt "), ASKED, CHOICE)

    assert (there.answer.choices, there.answer.text, there.left) == (("sozialamt",), "", ())


def test_words_without_an_option_are_a_remark_where_one_may_be_written() -> None:
    answer = replace(ANSWER, text="Beide")

    assert carried(answer, ASKED, replace(CHOICE, free_text=True)).answer.text == "Beide"
    assert carried(answer, ASKED, CHOICE).left == ("Beide",)


def test_cells_follow_their_columns() -> None:
    answer = replace(ANSWER, rows=(("Amt", "2012", "Neuss"),))
    swapped = replace(TABLE, columns=(Option("wo", "Wo"), Option("neu", "Neu"), Option("wer", "Wer")))
    there = carried(answer, TABLE, swapped)

    assert there.answer.rows == (("Neuss", "", "Amt"),)
    assert there.left == ("Amt, Wann: 2012",)


def test_a_table_becomes_lines() -> None:
    answer = replace(ANSWER, rows=(("Amt", "2012", ""), ("Rat", "", "Neuss")), text="geschätzt")

    assert carried(answer, TABLE, ASKED).answer.text == "Amt; 2012\nRat; Neuss\ngeschätzt"


def test_grades_follow_their_lines() -> None:
    answer = replace(ANSWER, rows=(("jugendamt", "4"), ("sozialamt", "n")))
    there = carried(answer, MATRIX, replace(MATRIX, items=OFFICES[:1]))

    assert there.answer.rows == (("jugendamt", "4"),)
    assert there.left == ("Sozialamt: Nicht beurteilbar",)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("12", TYPE.NUMBER, "12"),
        ("1.250,5", TYPE.NUMBER, "1250.5"),
        ("1.250", TYPE.NUMBER, "1250"),
        ("1.250 €", TYPE.NUMBER, "1250"),
        ("etwa 12", TYPE.NUMBER, None),
        ("12 %", TYPE.PERCENT, "12"),
        ("120", TYPE.PERCENT, None),
        ("5.3.2013", TYPE.DATE, "2013-03-05"),
        ("5. März 2013", TYPE.DATE, "2013-03-05"),
        ("31.2.2013", TYPE.DATE, None),
    ],
)
def test_words_that_are_a_value_become_one(text: str, kind: QuestionType, value: str | None) -> None:
    there = carried(replace(ANSWER, text=text), ASKED, replace(ASKED, type=kind))

    assert there.answer.text == (value or "")
    assert there.left == (() if value else (text,))


def test_values_become_words_as_people_write_them() -> None:
    for kind, text, words in (
        (TYPE.DATE, "2013-03-05", "05.03.2013"),
        (TYPE.NUMBER, "1250.5", "1250,5"),
        (TYPE.PERCENT, "12.5", "12,5 %"),
    ):
        assert carried(replace(ANSWER, text=text), replace(ASKED, type=kind), ASKED).answer.text == words


def test_a_value_stays_the_same_as_another_kind_of_value() -> None:
    for old, new in ((TYPE.NUMBER, TYPE.PERCENT), (TYPE.PERCENT, TYPE.NUMBER)):
        there = carried(replace(ANSWER, text="12.345"), replace(ASKED, type=old), replace(ASKED, type=new))
        assert (there.answer.text, there.left) == ("12.345", ())


def test_a_choice_from_one_register_is_told_where_another_one_is_offered() -> None:
    titles = {OptionSource.FIELDS: {"sprache": "Sprache"}, OptionSource.MUNICIPALITIES: {"05162024": "Neuss"}}
    fields, places = (
        replace(ASKED, type=TYPE.MULTIPLE, option_source=source)
        for source in (OptionSource.FIELDS, OptionSource.MUNICIPALITIES)
    )
    there = carried(replace(ANSWER, choices=("sprache",)), fields, places, titles)

    assert (there.answer.choices, there.left) == ((), ("Sprache",))


def test_files_are_told_where_none_can_be_given() -> None:
    answer = replace(ANSWER, attachment_ids=("a", "b"))
    there = carried(answer, replace(ASKED, type=TYPE.FILE), ASKED)

    assert there.left == ("2 Dateien, weiter unter den Anlagen des Gesprächs",)


def test_what_a_mark_covers_takes_the_new_shape_too_for_the_mark_may_be_taken_back() -> None:
    answer = replace(ANSWER, state=AnswerState.LATER, choices=("jugendamt",))
    there = carried(answer, CHOICE, ASKED).answer

    assert (there.text, there.choices, there.state) == ("Jugendamt", (), AnswerState.LATER)


def test_what_is_still_to_come_stays_so() -> None:
    answer = replace(ANSWER, state=AnswerState.LATER)

    assert carried(answer, CHOICE, TABLE).answer is answer


QUESTIONS = (
    *(replace(ASKED, type=kind) for kind in (TYPE.TEXT, TYPE.LONG_TEXT, TYPE.NUMBER, TYPE.PERCENT, TYPE.DATE)),
    *(replace(ASKED, type=kind) for kind in (TYPE.YES_NO, TYPE.YES_NO_PARTLY, TYPE.FILE)),
    replace(ASKED, type=TYPE.SCALE, scale=("a", "b")),
    *(CHOICE, replace(CHOICE, type=TYPE.SINGLE, free_text=True), replace(CHOICE, options=OFFICES[1:])),
    *(TABLE, replace(TABLE, columns=TABLE.columns[::-1][:2]), MATRIX, replace(MATRIX, items=OFFICES[1:])),
)
WORDS = st.text("abcÄß", min_size=3, max_size=8)


@given(st.data())
def test_every_word_of_an_answer_is_somewhere_afterwards(data: st.DataObject) -> None:
    old, new = (data.draw(st.sampled_from(QUESTIONS)) for _ in range(2))
    answer = data.draw(answers_to(old))
    there = carried(answer, old, new)
    told = " ".join((in_words(there.answer, new), *there.left)).split()

    for word in in_words(answer, old).removesuffix("Dateien: 1").replace(" · ", " ").split():
        bare = word.strip(",;:%")
        assert any(bare in part for part in told), (old.type, new.type)


def answers_to(question: Question) -> st.SearchStrategy[Answer]:
    """Return answers in the shape of a question."""
    made = {
        TYPE.NUMBER: st.builds(lambda n: replace(ANSWER, text=str(n)), st.integers(0, 99)),
        TYPE.PERCENT: st.builds(lambda n: replace(ANSWER, text=str(n)), st.integers(0, 99)),
        TYPE.DATE: st.builds(lambda d: replace(ANSWER, text=d.isoformat()), st.dates()),
        TYPE.YES_NO: st.just(replace(ANSWER, choices=("ja",))),
        TYPE.YES_NO_PARTLY: st.just(replace(ANSWER, choices=("teilweise",))),
        TYPE.SCALE: st.builds(lambda n: replace(ANSWER, choices=(str(n),)), st.integers(1, 5)),
        TYPE.FILE: st.just(replace(ANSWER, attachment_ids=("datei",))),
    }
    if question.type in made:
        return made[question.type]
    if question.options:
        ids = st.sampled_from([option.id for option in question.options])
        most = 1 if question.type is TYPE.SINGLE else 2
        return st.builds(
            lambda chosen: replace(ANSWER, choices=tuple(chosen)), st.lists(ids, min_size=1, max_size=most, unique=True)
        )
    if question.columns:
        cells = st.tuples(*(WORDS for _ in question.columns))
        return st.builds(lambda rows: replace(ANSWER, rows=tuple(rows)), st.lists(cells, min_size=1, max_size=3))
    if question.items:
        rows = tuple((item.id, "3") for item in question.items)
        return st.just(replace(ANSWER, rows=rows))
    return st.builds(lambda text: replace(ANSWER, text=text), WORDS)
