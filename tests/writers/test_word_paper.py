"""Test how a paper without cover and contents stands in a Word file."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph as WordParagraph

from kizdesk.concept.tree import (
    AnyBlock,
    Column,
    Document,
    Heading,
    Layout,
    Listing,
    Paragraph,
    Quotation,
    Row,
    Run,
    Table,
)
from kizdesk.writers.word import write_word
from tests.writers.conftest import built, silent
from tests.writers.sample import CREATED, document

TITLE = Heading(id="titel", level=1, text="Gesprächsprotokoll", numbered=False)


def plain(key: str, caption: str = "") -> Table:
    return Table(id=key, caption=caption, alt="Stellen", columns=(Column("Amt"),), rows=(Row("1", ("Sozialamt",)),))


def paper(*blocks: AnyBlock, footer: str = "") -> Document:
    return replace(document(TITLE, *blocks), layout=Layout.PAPER, footer=footer)


def read(tree: Document) -> WordDocument:
    return docx.Document(BytesIO(built(tree)))


def test_a_paper_begins_with_its_own_title() -> None:
    word = read(paper(Paragraph(id="satz", runs=(Run("Wir sprachen."),))))

    assert [paragraph.text for paragraph in word.paragraphs] == ["Gesprächsprotokoll", "Wir sprachen."]
    assert len(word.sections) == 1


def test_a_table_without_a_caption_has_no_number_in_a_paper() -> None:
    word = read(paper(plain("a"), plain("b", "Stellen der Stadt")))
    words = [paragraph.text for paragraph in word.paragraphs]

    assert len(word.tables) == 2
    assert [text for text in words if text.startswith("Tabelle")] == ["Tabelle\u00a01: Stellen der Stadt"]


def test_the_footer_of_a_paper_has_its_own_words() -> None:
    word = read(paper(footer="Gespräch vom 5.11.2026"))

    assert word.sections[0].footer.paragraphs[0].text.startswith("Gespräch vom 5.11.2026\tSeite ")


def test_nothing_is_said_about_the_pages_of_contents_that_are_not_there(tmp_path: Path, template: bytes) -> None:
    report = write_word(paper(), tmp_path / "a.docx", template=template, created=CREATED, progress=silent)

    assert report.note == ""


SIGNED = Heading(id="freigabe", level=2, text="Freigabe", numbered=False)


@pytest.mark.parametrize(
    "before",
    [
        Paragraph(id="a", runs=(Run("Wir sprachen."),)),
        Listing(id="a", items=((Run("Satzung"),), (Run("Stellenplan"),))),
        Quotation(id="a", text="Das hilft uns.", speaker="Leitung"),
        Quotation(id="a", text="Das hilft uns.", speaker=""),
        plain("a"),
    ],
    ids=lambda block: type(block).__name__,
)
def test_what_a_paper_closes_with_takes_the_end_of_what_is_before_along(before: AnyBlock) -> None:
    tree = paper(before, SIGNED, plain("felder"))
    count = 2 if isinstance(before, Table) else 1

    assert not any(_keeps(read(tree), count))
    assert all(_keeps(read(replace(tree, closes_with="freigabe")), count))


def _keeps(word: WordDocument, count: int) -> list[bool]:
    """Tell of the last paragraphs before the heading whether they stay with the next, those in a table too."""
    found = word.element.body.xpath("./w:p | ./w:tbl//w:p")
    all_paragraphs = [WordParagraph(item, word.element.body) for item in found]
    end = next(index for index, item in enumerate(all_paragraphs) if item.text == "Freigabe")
    return [bool(item.paragraph_format.keep_with_next) for item in all_paragraphs[end - count : end]]
