"""Test that the printed concept of the example names and quotes nobody against their will."""

import re

import pytest

from kizdesk.concept.essence import shown
from kizdesk.concept.tree import Quotation
from kizdesk.domain.interviews import Offering
from kizdesk.project.concept import draft_document
from kizdesk.project.opened import OpenProject

QUOTED = re.compile(r"„[^“]*“")
FIRST_PERSON = re.compile(r"\b(?:[Ww]ir|[Uu]ns|[Uu]nser\w*)\b")


@pytest.fixture
def words(example: OpenProject) -> str:
    return "\n".join(shown(block) for block in draft_document(example).blocks if not isinstance(block, Quotation))


def test_no_offering_is_named_whose_municipality_refused(example: OpenProject, words: str) -> None:
    refused = [offering.title for offering in example.snapshot.all(Offering) if offering.may_publish is False]

    assert len(refused) == 2
    assert [title for title in refused if title in words] == []
    assert "Nicht aufgeführt sind zwei Angebote" in words


def test_the_first_person_speaks_only_in_quotation_marks(words: str) -> None:
    assert FIRST_PERSON.findall(QUOTED.sub("", words)) == []
