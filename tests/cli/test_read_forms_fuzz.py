"""Changed forms never crash the command, never change a project by being read, and one undo takes them back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.fuzz_read_forms import Fuzz

SEED = 7
ROUNDS, FILES = 4, 25


@pytest.fixture
def fuzz(tmp_path: Path) -> Fuzz:
    """Return forms of a project that are changed by the same chance in each run."""
    return Fuzz(tmp_path, SEED, FILES)


def test_changed_forms_are_read_and_taken_over_or_refused(fuzz: Fuzz) -> None:
    for _ in range(ROUNDS):
        fuzz.round()
    assert fuzz.tally.files == ROUNDS * FILES
    assert fuzz.tally.taken > 2 * ROUNDS
    assert fuzz.tally.undone == ROUNDS


def test_a_damaged_project_is_a_fault_of_its_file(fuzz: Fuzz) -> None:
    for _ in range(3):
        fuzz.broken_project()
    assert fuzz.tally.codes.keys() <= {1, 3}
