"""Test real processes as data: facts in, concept and findings out, one fact at a time."""

from __future__ import annotations

import re

import pytest

from kizdesk.writers.word import word_bytes
from kizdesk.writers.word.soundness import faults
from tests.cases.case import (
    Absent,
    ExpectedConsents,
    Figured,
    Found,
    Said,
    Unsaid,
    case,
    case_names,
    expected_of,
    library,
)
from tests.writers.conftest import drawn, silent
from tests.writers.sample import CREATED

NAMES = case_names()


def facts(field: str) -> list[tuple[str, object]]:
    return [(name, fact) for name in NAMES for fact in getattr(expected_of(name), field)]


def labels(field: str, *attributes: str) -> list[str]:
    return [
        f"{name}: {' '.join(str(getattr(fact, attribute)) for attribute in attributes)}" for name, fact in facts(field)
    ]


@pytest.mark.parametrize(("name", "said"), facts("says"), ids=labels("says", "text"))
def test_the_concept_says(name: str, said: Said) -> None:
    assert said.text in case(name).text, said.why


@pytest.mark.parametrize(("name", "unsaid"), facts("never"), ids=labels("never", "pattern"))
def test_the_concept_never_says(name: str, unsaid: Unsaid) -> None:
    assert re.findall(unsaid.pattern, case(name).text) == [], unsaid.why


@pytest.mark.parametrize("name", NAMES)
def test_the_concept_becomes_a_sound_word_file(name: str) -> None:
    template, document = library().word_template(), case(name).document
    written = word_bytes(document, template=template, figures=drawn, created=CREATED, progress=silent)
    assert faults(written) == []


@pytest.mark.parametrize(("name", "group"), facts("consents"), ids=labels("consents", "state"))
def test_the_register_of_consents_is_true(name: str, group: ExpectedConsents) -> None:
    in_state = {place for place, state in case(name).consents.items() if state is group.state}
    assert in_state == set(group.municipalities or case(name).consents)


@pytest.mark.parametrize(("name", "found"), facts("found"), ids=labels("found", "rule"))
def test_the_checker_finds(name: str, found: Found) -> None:
    assert case(name).findings[found.rule] == found.count, found.why


@pytest.mark.parametrize(("name", "absent"), facts("absent"), ids=labels("absent", "rule"))
def test_the_checker_does_not_find(name: str, absent: Absent) -> None:
    assert case(name).findings[absent.rule] == 0, absent.why


@pytest.mark.parametrize(("name", "figured"), facts("cost"), ids=labels("cost", "figure"))
def test_the_cost_sheet_shows(name: str, figured: Figured) -> None:
    read = case(name)
    shown = read.funding_ceiling if figured.figure == "funding_ceiling" else getattr(read.cost, figured.figure)
    assert shown == figured.amount


PAPERS = [(name, paper) for name in NAMES for paper in expected_of(name).papers]
SAID = [(name, paper.layout, text) for name, paper in PAPERS for text in paper.says]
UNSAID = [(name, paper.layout, pattern) for name, paper in PAPERS for pattern in paper.never]


@pytest.mark.parametrize(("name", "layout", "text"), SAID)
def test_the_council_paper_says(name: str, layout: str, text: str) -> None:
    assert text in case(name).paper(layout)


@pytest.mark.parametrize(("name", "layout", "pattern"), UNSAID)
def test_the_council_paper_never_says(name: str, layout: str, pattern: str) -> None:
    assert re.findall(pattern, case(name).paper(layout)) == []


@pytest.mark.parametrize("layout", ["allgemein", "neuss", "rheine", "sachstand"])
@pytest.mark.parametrize("name", NAMES)
def test_the_council_paper_prints_no_id_of_a_record(name: str, layout: str) -> None:
    assert re.findall(r"\b(?:fassung|gedacht|rat)-\d+\b|\b(?:99001|05\d{3})\d{3}\b", case(name).paper(layout)) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_municipality_stands_in_exactly_one_state(name: str) -> None:
    groups = expected_of(name).consents
    named = [place for group in groups for place in group.municipalities or case(name).consents]
    assert sorted(named) == sorted(case(name).consents)


@pytest.mark.parametrize("name", NAMES)
def test_the_concept_prints_no_id_of_a_record(name: str) -> None:
    assert re.findall(r"\b(?:fassung|gedacht|rat)-\d+\b|\b(?:99001|05\d{3})\d{3}\b", case(name).text) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_that_a_case_names_exists(name: str) -> None:
    expected = expected_of(name)
    named = {fact.rule for fact in expected.found} | {fact.rule for fact in expected.absent}
    assert named <= set(library().rules())
