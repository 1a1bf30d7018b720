"""Print documents in this very process, with one press for all tests of a run."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kizdesk.concept.tree import Document
from kizdesk.writers.press.press import Press
from kizdesk.writers.print.sheets import PrintOptions, sheets
from tests.writers.sample import CREATED

Printing = Callable[[Document], bytes]


@pytest.fixture(scope="session")
def press() -> Press:
    """Return a press."""
    return Press()


@pytest.fixture
def printing(press: Press) -> Printing:
    """Return a function that prints a document without dividing words."""

    def printed(document: Document) -> bytes:
        return press.pdf(sheets(document, PrintOptions(hyphenate=False)).files, CREATED)

    return printed
