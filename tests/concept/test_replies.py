"""Test how answers of every type are written."""

from dataclasses import replace

import pytest

from kizdesk.concept.context import Context
from kizdesk.concept.facts import Facts
from kizdesk.concept.replies import brief_text, merged_text, number_text, row_parts, short_text
from kizdesk.concept.survey import Survey
from kizdesk.domain.guide import Condition, Guide, Option, OptionSource, Question, QuestionType, Section
from kizdesk.domain.interviews import Answer, AnswerState
from kizdesk.domain.snapshot import Snapshot
from tests.concept.sample import AHEIM, GUIDE, answer, everything, materials

YES_NO = Question("q", "1", "Frage", QuestionType.YES_NO_PARTLY, free_text=True)
TABLE = Question(
    "q",
    "1",
    "Frage",
    QuestionType.TABLE,
    columns=(Option("name", "Name"), Option("seit", "Seit"), Option("datei", "X")),
)
MATRIX = Question("q", "1", "Frage", QuestionType.SCALE_MATRIX, items=(Option("kita", "Kitas"), Option("vhs", "VHS")))
FIELDS = Question("q", "1", "Frage", QuestionType.MULTIPLE, option_source=OptionSource.FIELDS)


@pytest.fixture(scope="module")
def context() -> Context:
    snapshot = Snapshot.of(everything())
    return Context(Facts(snapshot), materials(), Survey(snapshot, GUIDE))


def plain(kind: QuestionType) -> Question:
    return Question("q", "1", "Frage", kind)


@pytest.mark.parametrize(
    ("question", "given", "text"),
    [
        (plain(QuestionType.TEXT), answer("i", "q", text="  Zwei \n Zeilen "), "Zwei Zeilen"),
        (plain(QuestionType.NUMBER), answer("i", "q", text="1234.5"), "1.234,5"),
        (plain(QuestionType.PERCENT), answer("i", "q", text="12.5"), "12,5 %"),
        (plain(QuestionType.DATE), answer("i", "q", text="2013-03-06"), "6. März 2013"),
        (plain(QuestionType.DATE), answer("i", "q", text="im Frühjahr"), "im Frühjahr"),
        (plain(QuestionType.SCALE), answer("i", "q", choices=("4",)), "4"),
        (plain(QuestionType.SCALE), answer("i", "q", choices=("n",)), "nicht beurteilbar"),
        (YES_NO, answer("i", "q", choices=("teilweise",), text="je nach Fall"), "Teilweise. Je nach Fall."),
        (YES_NO, answer("i", "q", choices=("unbekannt",)), "Nicht bekannt"),
        (FIELDS, answer("i", "q", choices=("sprache", "weg", "oeffnung")), "Sprache, Öffnung"),
        (TABLE, answer("i", "q", rows=(("Beirat", "2010", "liegt bei"), ("Rat", "", ""))), "Beirat (Seit: 2010)\nRat"),
        (MATRIX, answer("i", "q", rows=(("kita", "4"), ("vhs", "n"), ("weg", "1"))), "Kitas 4"),
    ],
)
def test_an_answer_is_written_by_the_type_of_its_question(
    context: Context, question: Question, given: Answer, text: str
) -> None:
    assert short_text(context, question, given) == text


@pytest.mark.parametrize("text", ["rund 60", "NaN", "1e999999", "", "1E-400"])
def test_what_is_no_reasonable_number_stays_as_it_was_typed(text: str) -> None:
    assert number_text(text) == text


def test_a_comparison_shows_rows_without_the_labels_of_their_columns(context: Context) -> None:
    given = answer("i", "q", rows=(("Beirat", "2010", "liegt bei"),))
    assert brief_text(context, TABLE, [given]) == "Beirat (2010)"


def test_a_cell_that_does_not_speak_for_itself_gets_its_words(context: Context) -> None:
    table = replace(TABLE, id="b02", columns=(Option("funktion", "Funktion"), Option("vzae", "Umfang")))
    assert brief_text(context, table, [answer("i", "b02", rows=(("Lotsin", "0,5"),))]) == "Lotsin (Stellenanteil 0,5)"


def test_a_remark_that_names_the_chosen_option_says_it_once(context: Context) -> None:
    given = answer("i", "q", choices=("sprache", "oeffnung"), text="Öffnung: nur das Rathaus")
    assert short_text(context, FIELDS, given) == "Sprache. Öffnung: nur das Rathaus."


def test_the_same_answer_of_two_interviews_stands_once(context: Context) -> None:
    twice = [answer("i", "q", text="Das Sozialamt"), answer("k", "q", text="Das Sozialamt")]
    assert merged_text(context, plain(QuestionType.TEXT), twice) == "Das Sozialamt"


def test_choices_of_two_interviews_are_put_together(context: Context) -> None:
    twice = [answer("i", "q", choices=("sprache",)), answer("k", "q", choices=("oeffnung", "sprache"))]
    assert merged_text(context, FIELDS, twice) == "Sprache, Öffnung"


def test_a_row_longer_than_its_columns_loses_nothing() -> None:
    assert row_parts(TABLE, ("Beirat", "2010", "", "mehr")) == ("Beirat", "Seit: 2010; mehr")


def survey_with(*given: Answer) -> Survey:
    condition = Condition("b05", any_of=("jugendamt",))
    hidden = Question("b09", "B.9", "Nur dann", QuestionType.TEXT, condition=condition)
    gone = Question("b10", "B.10", "Nicht mehr", QuestionType.TEXT, retired=True)
    guide = Guide("g", "1", "", "", (Section("b", "B", "B", (*GUIDE.sections[0].questions, hidden, gone)),))
    return Survey(Snapshot.of([*everything(), *given]), guide)


def test_an_answer_hidden_by_its_condition_is_not_read() -> None:
    assert not survey_with(answer("gespraech-a", "b09", text="x")).replies(AHEIM, "b09")


def test_an_answer_to_a_retired_or_unknown_question_is_not_read() -> None:
    survey = survey_with(answer("gespraech-a", "b10", text="x"), answer("gespraech-a", "b99", text="x"))
    assert not survey.replies(AHEIM, "b10")
    assert not survey.replies(AHEIM, "b99")


def test_an_answer_that_was_declined_is_not_read() -> None:
    declined = answer("gespraech-a", "b06", text="x", state=AnswerState.DECLINED)
    assert not survey_with(declined).replies(AHEIM, "b06")
