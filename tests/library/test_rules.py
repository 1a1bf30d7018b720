"""Check the wording of the checker's rules."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kizdesk.domain import checks
from kizdesk.domain.errors import UserError
from kizdesk.library import Library, Severity
from kizdesk.library.placeholders import placeholders_of
from kizdesk.library.rules import load_rules

IDS = [
    "span_backwards",
    "vote_before_version",
    "concept_missing_text",
    "interview_missing",
    "interview_unfinished",
    "interview_open_questions",
    "interview_not_released",
    "interview_changed",
    "required_unanswered",
    "answer_later",
    "notice_not_given",
    "offering_without_field",
    "evidence_stale",
    "field_without_guiding_goal",
    "field_without_goal",
    "goal_without_measure",
    "measure_without_lead",
    "measure_without_period",
    "measure_without_indicator",
    "measure_funding_open",
    "no_principles",
    "focus_missing",
    "focus_strand_missing",
    "focus_not_two_years",
    "focus_overlap",
    "focus_without_reason",
    "self_commitment_missing",
    "organisation_open",
    "cost_open",
    "knock_on_open",
    "cost_missing",
    "task_missing",
    "free_providers_missing",
    "volunteers_missing",
    "no_version",
    "version_outdated",
    "consent_open",
    "consent_refused",
    "consent_conditional",
    "consent_earlier_version",
    "consent_editorial",
    "consent_without_proof",
    "collective_unspecified",
    "council_refused",
    "council_resolution_missing",
    "centre_vote_only",
    "reservation_unanswered",
    "district_without_municipalities",
    "quote_without_consent",
    "demanded_left_out",
    "chapter_left_out",
    "unprintable",
]


def test_every_rule_has_a_wording_and_every_wording_a_rule(library: Library) -> None:
    assert sorted(library.rules()) == sorted(IDS)


def test_every_wording_belongs_to_a_rule_of_the_checker() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in Path(checks.__file__).parent.glob("*.py"))
    assert [rule for rule in IDS if f'"{rule}"' not in sources] == []


def test_messages_and_advice_are_sentences(library: Library) -> None:
    for rule in library.rules().values():
        assert rule.message.endswith(".")
        assert rule.advice.endswith(".")
        assert not rule.many or rule.many.endswith(".")


def test_what_is_counted_stands_in_the_sentence_for_one_for_several_and_for_many_places(library: Library) -> None:
    for name, rule in library.rules().items():
        counted = [text for text in (rule.message, rule.many) if "anzahl" in placeholders_of(text)]
        assert len(counted) == (2 if rule.one else 0), name
        assert "anzahl" not in placeholders_of(rule.one), name


def test_a_sentence_for_several_places_counts_them_and_names_what_the_single_one_names(library: Library) -> None:
    for name, rule in library.rules().items():
        if rule.many:
            named = placeholders_of(rule.many)
            assert "n" in named, name
            assert set(named) - {"n"} <= set(placeholders_of(rule.message)), name
            assert set(named) - {"n", "fassung"}, name


@pytest.mark.parametrize(
    "rule", ["council_resolution_missing", "consent_open", "focus_strand_missing", "free_providers_missing"]
)
def test_what_the_law_asks_for_is_an_obstacle(library: Library, rule: str) -> None:
    assert library.rules()[rule].severity is Severity.OBSTACLE


def test_a_rule_names_its_source_under_the_law_of_the_project(library: Library) -> None:
    sources = [library.rules(basis)["consent_open"].source for basis in ("tig-2012", "tintg-2022", "")]
    assert sources == [
        "§ 7 Absatz 1 Satz 2 TIG",
        "§ 8 Absatz 1 Satz 3 TIntG",
        "§ 7 Absatz 1 Satz 2 TIG; § 8 Absatz 1 Satz 3 TIntG",
    ]


def test_a_rule_without_law_keeps_its_source(library: Library) -> None:
    assert library.rules("tig-2012")["notice_not_given"].source == "Art.\u00a013\u00a0DSGVO"


def test_that_a_town_needs_no_consents_is_only_a_hint(library: Library) -> None:
    assert library.rules()["district_without_municipalities"].severity is Severity.HINT


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[a]\nseverity = "schlimm"\nmessage = "M."\nadvice = "A."\nsource = "S"\n', "Zeile 2, Eintrag „a“: „schlimm“"),
        (
            '[a]\nseverity = "hinweis"\nmessage = "{x}."\nadvice = "A."\nsource = "S"\n',
            "Zeile 3, Eintrag „a“: Der Platzhalter „x“",
        ),
        (
            '[a]\nseverity = "hinweis"\nmessage = "M."\nadvice = ""\nsource = "S"\n',
            "Zeile 4, Eintrag „a“: Hier fehlt der Text.",
        ),
        ('[a]\nseverity = "hinweis"\nmessage = "M."\n', "Zeile 1, Eintrag „a“: das Feld „advice“ fehlt."),
        ('a = "b"\n', "Zeile 1: hier wird ein Objekt mit Feldern erwartet."),
    ],
)
def test_a_fault_of_a_rule_is_named(write: Callable[[str, str], Path], text: str, told: str) -> None:
    with pytest.raises(UserError) as caught:
        load_rules(write("rules.toml", text), "rules.toml")
    assert told in str(caught.value)
