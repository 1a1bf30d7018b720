"""Hold Word file and PDF of a document against each other: they say the same, in the same order, and nothing else."""

import pytest

from kizdesk.concept.numbering import numbering
from kizdesk.concept.tree import Document
from tests.cases.case import case, case_names
from tests.writers.conftest import built
from tests.writers.print.conftest import Printing
from tests.writers.print.sayings import bare, found_in_order, in_pdf, in_word, notes_of, said
from tests.writers.sample import rich


def compare(document: Document, printing: Printing) -> None:
    """Compare what is said with what each file says."""
    expected = said(document)
    assert found_in_order(expected, in_word(built(document), document)) == ([], "")

    numbers = numbering(document).headings
    numbered = [bare(numbers.get(block.id, "")) + text for block, text in zip(document.blocks, expected, strict=True)]
    text, notes = in_pdf(printing(document))
    assert found_in_order(numbered, text) == ([], "")
    assert notes == notes_of(document)


def test_a_document_with_everything(printing: Printing) -> None:
    compare(rich(), printing)


@pytest.mark.parametrize("name", case_names())
def test_the_real_processes(name: str, printing: Printing) -> None:
    compare(case(name).document, printing)
