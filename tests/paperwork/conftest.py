"""Write the forms once for all tests of a run."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from kizdesk.paperwork.writing import write_sheet
from tests.paperwork.forms import guide_sheet, small_sheet


@pytest.fixture(scope="session")
def small() -> PdfReader:
    """Return the form with one entry of each kind."""
    return PdfReader(io.BytesIO(write_sheet(small_sheet())))


@pytest.fixture(scope="session")
def guide() -> PdfReader:
    """Return the form of the whole guide."""
    return PdfReader(io.BytesIO(write_sheet(guide_sheet())))
