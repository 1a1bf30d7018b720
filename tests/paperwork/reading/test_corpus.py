"""Forms filled in by other programs are read without loss."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from kizdesk.paperwork.reading import Filled, Reason, Refused, read_forms
from tests.paperwork.forms import IDENTITY

CORPUS = Path(__file__).parents[2] / "corpus" / "forms"
EXPECTED: dict[str, Any] = json.loads((CORPUS / "expected.json").read_text(encoding="utf-8"))


def content_of(name: str) -> bytes:
    """Return a file of the corpus, unpacked."""
    content = (CORPUS / name).read_bytes()
    return gzip.decompress(content) if name.endswith(".gz") else content


def test_every_file_of_the_corpus_is_expected() -> None:
    files = {path.name for path in CORPUS.iterdir()} - {"README.md", "expected.json"}

    assert files == {*EXPECTED["filled"], *EXPECTED["printed"]}


@pytest.mark.parametrize("name", EXPECTED["filled"])
def test_a_form_filled_in_by_another_program_is_read_without_loss(name: str) -> None:
    own = EXPECTED["filled"][name]
    answers = {**EXPECTED["values"], **own.get("values", {})}
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in answers.items()}

    (filled,) = read_forms([content_of(name)])

    assert isinstance(filled, Filled)
    assert filled.identity == IDENTITY
    assert filled.values == values
    assert sorted(filled.doubtful) == own.get("doubtful", [])


@pytest.mark.parametrize("name", EXPECTED["printed"])
def test_a_form_printed_by_another_program_is_told_from_a_foreign_file(name: str) -> None:
    (refused,) = read_forms([content_of(name)])

    assert isinstance(refused, Refused)
    assert refused.reason is Reason.PRINTED
    assert refused.clues["municipality_id"] == IDENTITY.municipality_id
    assert refused.clues["form_id"] == IDENTITY.form_id
