"""Ask a second opinion on what a screen reader gets."""

from pathlib import Path

import pytest
from pdfua import validate

from tests.cases.case import case, case_names
from tests.writers.print.conftest import Printing
from tests.writers.sample import rich


def complaints(pdf: bytes, folder: Path) -> list[str]:
    path = folder / "konzept.pdf"
    path.write_bytes(pdf)
    return [str(finding) for finding in validate(str(path)).findings]


def test_a_document_with_everything_has_no_fault(printing: Printing, tmp_path: Path) -> None:
    assert complaints(printing(rich()), tmp_path) == []


@pytest.mark.parametrize("name", case_names())
def test_the_real_processes_have_no_fault(name: str, printing: Printing, tmp_path: Path) -> None:
    assert complaints(printing(case(name).document), tmp_path) == []
