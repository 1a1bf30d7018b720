import re

from kizdesk.domain.guide import QuestionType
from kizdesk.project.xlsform.names import Names, choice_name
from kizdesk.project.xlsform.wording import shown
from tests.project.xlsform.sample import form, labels, question, row

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def test_an_id_is_its_name() -> None:
    assert Names().give("a01") == "a01"


def test_an_odd_id_gets_a_name_that_follows_from_it_alone() -> None:
    first, second = Names(), Names(["ort"])

    assert first.give("1. Frage!") == second.give("1. Frage!")
    assert NAME.fullmatch(Names().give("1. Frage!"))


def test_no_two_names_differ_by_the_size_of_letters_only() -> None:
    names = Names()

    assert names.give("a01").casefold() != names.give("A01").casefold()


def test_a_reserved_name_is_not_given() -> None:
    assert Names(["meta"]).give("meta") != "meta"


def test_a_question_keeps_its_name_where_a_column_would_have_the_same() -> None:
    made = form(question("a01", QuestionType.TABLE, parts=["ort"]), question("a01_ort"))

    assert row(made, "a01_ort").label == "A01_ORT Wie ist das?"


def test_a_name_stays_when_questions_come_and_go() -> None:
    odd = question("Größe der Stadt")

    before, after = form(odd), form(question("a01"), odd, question("a02", retired=True))

    assert before.survey[1].name == after.survey[2].name


def test_a_choice_has_no_blanks_and_quotes() -> None:
    assert choice_name("oertlich") == "oertlich"
    assert NAME.fullmatch(choice_name("it's so"))


def test_a_question_named_as_a_register_has_a_list_of_its_own() -> None:
    made = form(question("ja_nein", QuestionType.SINGLE, options=["a", "b"]), question("a01", QuestionType.YES_NO))

    own = row(made, "ja_nein").type.split()[1]
    assert labels(made, own) == {"a": "A", "b": "B"}
    assert labels(made, "ja_nein") == {"ja": "Ja", "nein": "Nein"}


def test_a_text_names_no_other_question() -> None:
    assert "${" not in shown("Was kostet ${a01}?", "")


def test_stars_between_letters_stay_stars() -> None:
    assert shown("Bürger*innen und Einwohner*innen", "") == r"Bürger\*innen und Einwohner\*innen"
    assert shown("Bürger*innen", "") == "Bürger*innen"


def test_a_number_sign_makes_no_heading() -> None:
    assert shown("# Zahl", "") == r"\# Zahl"


def test_an_empty_text_gives_way_to_another() -> None:
    assert shown(" \x00", "a01") == "a01"
