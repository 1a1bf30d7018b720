"""Test that every label exists and a wrong file is refused."""

from enum import Enum

import pytest

from kizdesk.concept.outline import Outline
from kizdesk.concept.wording import Wording
from kizdesk.domain.cost import CostKind, StatedTotalKind
from kizdesk.domain.errors import ShapeError
from kizdesk.domain.fields import MeasureLevel, MeasureOrigin, MeasureStatus, Strand
from kizdesk.domain.interviews import EvidenceKind, InterviewForm, Reach
from kizdesk.domain.register import RegisterState
from kizdesk.domain.votes import ConsentState, ConsiderationStatus, Majority, StatementKind, VoteKind, VoteResult
from tests.concept.sample import materials

LABELLED: list[type[Enum]] = [
    CostKind, StatedTotalKind, MeasureLevel, MeasureOrigin, MeasureStatus, Strand, EvidenceKind, InterviewForm, Reach,
    ConsentState, ConsiderationStatus, Majority, RegisterState, StatementKind, VoteKind, VoteResult,
]  # fmt: skip


@pytest.mark.parametrize("kind", LABELLED, ids=lambda kind: kind.__name__)
def test_every_value_has_a_label(kind: type[Enum]) -> None:
    assert all(materials().wording.label(member) for member in kind)


@pytest.mark.parametrize(("amount", "text"), [(0, "keine Kommune"), (1, "eine Kommune"), (8, "acht Kommunen")])
def test_a_noun_stands_in_its_number(amount: int, text: str) -> None:
    assert materials().wording.count("kommune", amount) == text


def test_a_value_without_label_stands_for_itself() -> None:
    assert materials().wording.option("target_group", "Handwerk") == "Handwerk"


def test_a_number_in_the_wording_is_refused() -> None:
    with pytest.raises(ShapeError, match="a.b: hier wird ein Text"):
        Wording.of({"a": {"b": 1}})


def test_a_chapter_without_key_is_refused() -> None:
    with pytest.raises(ShapeError, match=r"chapters\[0\]"):
        Outline.of({"chapters": [{"title": "Ohne Schlüssel"}]})
