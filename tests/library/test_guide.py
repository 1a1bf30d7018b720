"""Check the released guide against what the program and its users rely on."""

from __future__ import annotations

from enum import Enum

import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.guide import Guide, OptionSource, QuestionType, Repeat
from kizdesk.domain.interviews import Continuation, Reach
from kizdesk.domain.people import PrivacyPurpose
from kizdesk.library import Library

SIZES = {
    "x": 7, "a": 4, "b": 7, "c": 5, "d": 4, "e": 12, "f": 4, "g": 7,
    "h": 7, "i": 4, "j": 4, "k": 4, "l": 4, "m": 4, "n": 6, "o": 3,
}  # fmt: skip


@pytest.fixture(scope="module")
def guide(library: Library) -> Guide:
    return library.latest_guide()


def options(guide: Guide, question_id: str) -> list[str]:
    return [option.id for option in guide.question(question_id).options]


def test_it_asks_86_questions_with_unique_ids_and_numbers(guide: Guide) -> None:
    questions = list(guide.questions())
    assert len(questions) == 86
    assert len({question.id for question in questions}) == len({question.number for question in questions}) == 86


def test_its_sections_have_the_expected_sizes(guide: Guide) -> None:
    assert {section.id: len(section.questions) for section in guide.sections} == SIZES


def test_ids_follow_section_and_number(guide: Guide) -> None:
    for section in guide.sections:
        for index, question in enumerate(section.questions, start=1):
            assert (question.id, question.number) == (f"{section.id}{index:02}", f"{section.letter}.{index}")


def test_only_offerings_and_fields_repeat(guide: Guide) -> None:
    repeated = {section.id: section.repeat for section in guide.sections if section.repeat is not Repeat.NONE}
    assert repeated == {"e": Repeat.PER_OFFERING, "g": Repeat.PER_FIELD}


def test_sections_0_and_e_show_records_and_no_other_does(guide: Guide) -> None:
    bound = {question.id[0] for question in guide.questions() if question.binding}
    unbound = {question.id[0] for question in guide.questions() if not question.binding}
    assert bound == {"x", "e"}
    assert not bound & unbound


def test_every_question_has_a_short_label_that_fits_a_column(guide: Guide) -> None:
    assert [question.id for question in guide.questions() if not 3 < len(question.short) <= 45] == []


def test_about_fifteen_questions_are_compared(guide: Guide) -> None:
    compared = {question.id for question in guide.questions() if question.comparable}
    assert {"b01", "b02", "b05", "c01", "c02", "d01", "d03", "h06", "i04", "j01", "j03", "k02", "n03"} <= compared
    assert len(compared) == 15


def test_the_mood_is_not_compared_and_says_that_it_binds_nobody(guide: Guide) -> None:
    mood = guide.question("n06")
    assert not mood.comparable
    assert "kein Einvernehmen" in mood.hint


@pytest.mark.parametrize(
    ("question_id", "values"),
    [("x06", PrivacyPurpose), ("e06", Reach), ("e11", Continuation)],
)
def test_options_of_bound_questions_are_the_values_of_their_field(
    guide: Guide, question_id: str, values: type[Enum]
) -> None:
    assert options(guide, question_id) == [member.value for member in values]


def test_options_that_others_rely_on_keep_their_ids(guide: Guide) -> None:
    assert options(guide, "b05") == ["jugendamt", "auslaenderbehoerde", "einbuergerungsbehoerde", "keine"]
    assert options(guide, "g07") == ["koordinieren", "beraten", "qualifizieren", "selbst_anbieten", "oertlich"]
    assert options(guide, "n06") == ["erteilt", "erteilt_mit_auflagen", "offen", "abgelehnt"]


def test_fields_and_indicators_come_from_their_catalogues(guide: Guide) -> None:
    sources = {question.id: question.option_source for question in guide.questions()}
    fields = {key for key, source in sources.items() if source is OptionSource.FIELDS}
    assert fields == {"d02", "e03", "m04"}
    assert sources["k03"] is OptionSource.INDICATORS


def test_exactly_three_fields_are_wished_for(guide: Guide) -> None:
    wish = guide.question("m04")
    assert (wish.type, wish.min_choices, wish.max_choices) == (QuestionType.MULTIPLE, 3, 3)


def test_the_cooperation_is_rated_for_fourteen_partners(guide: Guide) -> None:
    rating = guide.question("f02")
    assert (rating.type, len(rating.items), rating.not_rated) == (QuestionType.SCALE_MATRIX, 14, True)


def test_conditions_point_backwards(guide: Guide) -> None:
    order = [question.id for question in guide.questions()]
    conditional = [question for question in guide.questions() if question.condition]
    assert conditional
    for question in conditional:
        assert question.condition is not None
        assert order.index(question.condition.question_id) < order.index(question.id)


@pytest.mark.parametrize("word", ["bzw.", "Migrationshinter", "/innen", "*innen", "Migrant"])
def test_it_avoids_clumsy_words(guide: Guide, word: str) -> None:
    texts = [f"{question.text} {question.hint}" for question in guide.questions() if question.id != "c03"]
    assert [text for text in texts if word in text] == []


@pytest.mark.parametrize(
    ("guide_id", "version"),
    [("expertengespraech", "2099-1"), ("anderer", "2026-1"), ("../forms/expertengespraech", "2026-1")],
)
def test_a_guide_the_program_does_not_have_is_refused(library: Library, guide_id: str, version: str) -> None:
    with pytest.raises(UserError, match="ist in diesem Programm nicht enthalten"):
        library.guide(guide_id, version)
