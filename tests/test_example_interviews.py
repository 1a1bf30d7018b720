"""The stock-taking of the example project: what its readable files must hold."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import TypeVar

import pytest

from kizdesk.domain.answering import is_filled, is_visible
from kizdesk.domain.base import Record
from kizdesk.domain.guide import Guide, OptionSource, Question, QuestionType, Repeat
from kizdesk.domain.inputs import records_from
from kizdesk.domain.interviews import Answer, Evidence, Interview, Offering, is_stale, passage_text
from kizdesk.domain.people import Person, PrivacyConsent
from kizdesk.library.guides import guide_path, load_guide
from kizdesk.places import forms_dir, resources_dir

R = TypeVar("R", bound=Record)

MUNICIPALITIES = {
    "dormagen": "05162004",
    "grevenbroich": "05162008",
    "juechen": "05162012",
    "kaarst": "05162016",
    "korschenbroich": "05162020",
    "meerbusch": "05162022",
    "neuss": "05162024",
    "rommerskirchen": "05162028",
}
ADOPTED_FIELDS = {"bildung", "sprache", "arbeit", "oeffnung", "gesundheit", "teilhabe"}
PROPOSED_FIELDS = {"wohnen", "senioren", "sport_kultur", "neuzuwanderung"}
TARGET_GROUPS = {
    *("kinder", "jugendliche", "eltern", "frauen", "maenner", "seniorinnen"),
    *("gefluechtete", "neuzugewanderte", "fachkraefte", "alle"),
}
LONG = 80


@cache
def _records() -> tuple[Record, ...]:
    folder = resources_dir() / "example" / "interviews"
    return tuple(
        record
        for path in sorted(folder.glob("*.toml"))
        for record in records_from(tomllib.loads(path.read_text(encoding="utf-8")), path.name)
    )


@cache
def _guide() -> Guide:
    return load_guide(guide_path(forms_dir(), "expertengespraech", "2026-1"))


def _all(record_type: type[R]) -> tuple[R, ...]:
    return tuple(record for record in _records() if isinstance(record, record_type))


def _answers() -> dict[str, Answer]:
    return {answer.id: answer for answer in _all(Answer)}


def _allowed(question: Question) -> set[str]:
    match question.option_source:
        case OptionSource.OWN:
            return {option.id for option in question.options}
        case OptionSource.FIELDS:
            return ADOPTED_FIELDS | PROPOSED_FIELDS
        case _:
            return set()


def _unfilled_bindings() -> Iterator[str]:
    kinds: dict[str, tuple[Record, ...]] = {
        "interview": _all(Interview),
        "privacy_consent": _all(PrivacyConsent),
        "offering": _all(Offering),
    }
    for question in _guide().questions():
        if question.binding:
            kind, field = question.binding.split(".")
            if not any(getattr(record, field) not in (None, "", ()) for record in kinds[kind]):
                yield question.number


def test_every_id_occurs_once() -> None:
    assert [key for key, count in Counter(record.id for record in _records()).items() if count > 1] == []


def test_there_is_one_interview_per_municipality_held_in_november_2012() -> None:
    held = {interview.id: interview for interview in _all(Interview)}

    assert {key: interview.municipality_id for key, interview in held.items()} == {
        f"gespraech-{name}": ags for name, ags in MUNICIPALITIES.items()
    }
    assert {day.strftime("%Y-%m") for interview in held.values() if (day := interview.held_on)} == {"2012-11"}


def test_no_person_has_a_name() -> None:
    people = _all(Person)

    assert len(people) >= 16
    assert {person.name for person in people} == {""}


def test_all_86_questions_are_answered_somewhere() -> None:
    own = [question for question in _guide().questions() if not question.binding]
    filled = {answer.question_id for answer in _all(Answer) if is_filled(answer)}

    assert len(list(_guide().questions())) == 86
    assert [question.number for question in own if question.id not in filled] == []
    assert list(_unfilled_bindings()) == []


@pytest.mark.parametrize("name", MUNICIPALITIES)
def test_a_municipality_answers_most_questions(name: str) -> None:
    filled = [answer for answer in _all(Answer) if answer.interview_id == f"gespraech-{name}" and is_filled(answer)]

    assert len(filled) >= 60


def test_answers_have_the_shape_their_question_asks_for() -> None:
    for answer in _all(Answer):
        question = _guide().question(answer.question_id)
        width = len(question.columns) or (2 if question.type is QuestionType.SCALE_MATRIX else 0)
        assert {len(row) for row in answer.rows} <= {width}, answer.id
        if question.options or question.option_source is OptionSource.FIELDS:
            assert set(answer.choices) <= _allowed(question), answer.id
        if question.max_choices:
            assert len(answer.choices) <= question.max_choices, answer.id


def test_no_answer_belongs_to_a_question_that_is_not_asked() -> None:
    for interview in _all(Interview):
        mine = {answer.id: answer for answer in _all(Answer) if answer.interview_id == interview.id}
        for answer in mine.values():
            question = _guide().question(answer.question_id)
            per_field = _guide().section_of(question.id).repeat is Repeat.PER_FIELD
            assert not question.binding, answer.id
            assert answer.scope_id in (interview.field_ids if per_field else ("",)), answer.id
            assert is_visible(_guide(), question, interview.id, answer.scope_id, mine), answer.id


def test_no_two_municipalities_share_a_long_answer() -> None:
    givers: dict[str, set[str]] = {}
    for answer in _all(Answer):
        for line in passage_text(answer).splitlines():
            for sentence in line.replace("? ", ". ").split(". "):
                if len(sentence) >= LONG:
                    givers.setdefault(sentence, set()).add(answer.interview_id)

    assert [sentence for sentence, interviews in givers.items() if len(interviews) > 1] == []


def test_there_are_enough_offerings_with_fields_groups_and_reach() -> None:
    offerings = _all(Offering)
    per_municipality = Counter(offering.municipality_id for offering in offerings)

    assert len(offerings) >= 48
    assert all(per_municipality[ags] >= 4 for ags in MUNICIPALITIES.values())
    assert per_municipality[""] >= 6
    for offering in offerings:
        assert set(offering.field_ids) <= ADOPTED_FIELDS | PROPOSED_FIELDS, offering.id
        assert set(offering.target_groups) <= TARGET_GROUPS, offering.id
        assert offering.description, offering.id
        assert offering.reach is not None, offering.id


def test_evidence_stands_word_for_word_where_it_says() -> None:
    stale = [item.id for item in _all(Evidence) if is_stale(item, _answers().get(item.answer_id))]

    assert stale == []


def test_evidence_covers_every_municipality_field_and_kind() -> None:
    evidence = _all(Evidence)

    assert len(evidence) >= 72
    assert {item.field_id for item in evidence} == ADOPTED_FIELDS
    assert {item.answer_id.split("/")[0] for item in evidence} == {f"gespraech-{name}" for name in MUNICIPALITIES}
    assert len({item.kind for item in evidence}) == 4


def test_every_municipality_names_exactly_three_adopted_fields_for_the_focus() -> None:
    chosen = {answer.interview_id: answer.choices for answer in _all(Answer) if answer.question_id == "m04"}

    assert len(chosen) == len(MUNICIPALITIES)
    assert all(len(set(fields) & ADOPTED_FIELDS) == len(fields) == 3 for fields in chosen.values())


def test_the_moods_differ() -> None:
    moods = Counter(answer.choices for answer in _all(Answer) if answer.question_id == "n06")

    assert moods.keys() == {("erteilt",), ("erteilt_mit_auflagen",), ("offen",)}
