"""Check what is asked, answered and marked in an interview."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kizdesk.domain.answering import asked, is_filled, is_visible
from kizdesk.domain.guide import Condition, Guide, Question, QuestionType, Repeat, Section
from kizdesk.domain.interviews import (
    Answer,
    AnswerState,
    Evidence,
    EvidenceKind,
    Interview,
    answer_id,
    is_stale,
    passage_text,
)


def question(question_id: str, condition: Condition | None = None) -> Question:
    return Question(question_id, question_id.upper(), "Frage?", QuestionType.YES_NO, condition=condition)


GUIDE = Guide(
    id="g",
    version="1",
    title="",
    origin="",
    sections=(
        Section(
            "a",
            "A",
            "",
            (
                question("a01"),
                question("a02", Condition("a01", ("ja",))),
                question("a03", Condition("a02")),
                question("a04", Condition("a01", ("ja",), negated=True)),
            ),
        ),
        Section("g", "G", "", (question("g01"), question("g02", Condition("g01", ("ja",)))), repeat=Repeat.PER_FIELD),
    ),
)
INTERVIEW = Interview(id="i", municipality_id="m", guide_id="g", guide_version="1", field_ids=("sprache", "arbeit"))


def answer(question_id: str, *choices: str, scope: str = "", state: AnswerState = AnswerState.GIVEN) -> Answer:
    key = answer_id("i", question_id, scope)
    return Answer(id=key, interview_id="i", question_id=question_id, scope_id=scope, choices=choices, state=state)


def visible(*answers: Answer) -> list[tuple[str, str]]:
    given = {item.id: item for item in answers}
    return [(item.question.id, item.scope_id) for item in asked(GUIDE, INTERVIEW, given) if item.visible]


def test_a_condition_hides_what_depends_on_it() -> None:
    assert [name for name, scope in visible() if not scope] == ["a01", "a04"]


def test_an_answer_shows_what_depends_on_it() -> None:
    assert [name for name, scope in visible(answer("a01", "ja"), answer("a02", "nein")) if not scope] == [
        "a01",
        "a02",
        "a03",
    ]


def test_a_hidden_answer_counts_for_nothing() -> None:
    answers = {item.id: item for item in (answer("a01", "nein"), answer("a02", "ja"))}
    assert not is_visible(GUIDE, GUIDE.question("a03"), "i", "", answers)


def test_a_declined_answer_meets_no_condition() -> None:
    assert ("a02", "") not in visible(answer("a01", "ja", state=AnswerState.DECLINED))


def test_a_block_is_asked_once_per_field_and_judged_by_its_own_answers() -> None:
    assert ("g02", "sprache") in visible(answer("g01", "ja", scope="sprache"))
    assert ("g02", "arbeit") not in visible(answer("g01", "ja", scope="sprache"))


def test_a_retired_question_is_not_asked() -> None:
    retired = replace(GUIDE.question("a01"), retired=True)
    assert not is_visible(GUIDE, retired, "i", "", {})


@pytest.mark.parametrize(
    "item",
    [
        None,
        answer("a01"),
        answer("a01", "ja", state=AnswerState.LATER),
        replace(answer("a01"), rows=(("", ""),)),
    ],
)
def test_what_holds_nothing_is_not_filled(item: Answer | None) -> None:
    assert not is_filled(item)


@pytest.mark.parametrize(
    "item",
    [
        answer("a01", "ja"),
        replace(answer("a01"), rows=(("", "x"),)),
        replace(answer("a01"), text="x"),
        replace(answer("a01"), attachment_ids=("f",)),
    ],
)
def test_what_holds_something_is_filled(item: Answer) -> None:
    assert is_filled(item)


TOLD = replace(answer("a01"), text="Die Plätze reichen nicht.", rows=(("Kurs", "", "12"),))
MARK = Evidence(id="e", answer_id="i/a01", field_id="f", kind=EvidenceKind.NEED, start=4, end=10, wording="Plätze")


def test_passages_are_marked_in_words_and_rows() -> None:
    assert passage_text(TOLD) == "Die Plätze reichen nicht.\nKurs; 12"


def test_evidence_stands_while_its_wording_does() -> None:
    assert not is_stale(MARK, TOLD)


def test_an_edited_answer_flags_its_evidence() -> None:
    assert is_stale(MARK, replace(TOLD, text="Auch die Plätze reichen nicht."))


def test_evidence_without_answer_is_stale() -> None:
    assert is_stale(MARK, None)


def test_an_unknown_question_is_an_error() -> None:
    with pytest.raises(KeyError):
        GUIDE.section_of("z99")
