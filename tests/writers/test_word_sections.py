"""Check cover, headers, footers and the direction of the sheet."""

from dataclasses import replace
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT

from kizdesk.concept.tree import Heading, Paragraph, Run
from kizdesk.writers.word.furniture import shortened
from tests.writers.conftest import Written, built, w
from tests.writers.sample import NOTICE, document

PORTRAIT, LANDSCAPE = WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE


def text(number: str, *, landscape: bool = False) -> Paragraph:
    return Paragraph(id=number, runs=(Run(number),), landscape=landscape)


def test_the_sheet_is_turned_for_wide_tables_and_back(word: WordDocument) -> None:
    assert [section.orientation for section in word.sections] == [PORTRAIT, PORTRAIT, LANDSCAPE, PORTRAIT]


def test_landscape_at_the_beginning_and_end_needs_no_empty_page(read: Written) -> None:
    word = read(text("a", landscape=True), text("b"), text("c", landscape=True))

    assert [section.orientation for section in word.sections] == [PORTRAIT, LANDSCAPE, PORTRAIT, LANDSCAPE]


def test_a_heading_goes_with_the_wide_table_below_it(read: Written) -> None:
    word = read(text("a"), Heading(id="h", level=1, text="Synopse"), text("b", landscape=True))

    directions = [section.orientation for section in word.sections]
    assert directions == [PORTRAIT, PORTRAIT, PORTRAIT, LANDSCAPE]
    last = [p.text for p in word.sections[-1].iter_inner_content() if hasattr(p, "text")]
    assert last == ["Synopse", "b"]


def test_the_cover_has_neither_header_nor_footer(word: WordDocument) -> None:
    cover = word.sections[0]

    assert cover.header.is_linked_to_previous
    assert cover.footer.is_linked_to_previous


def test_every_other_page_names_title_district_and_notice(word: WordDocument) -> None:
    for section in list(word.sections)[1:]:
        lines = [p.text for p in section.header.paragraphs]
        assert lines == ["Integrationskonzept\tRhein-Kreis Neuss", shortened(NOTICE, 110)]


def test_every_other_page_names_version_date_status_and_its_number(word: WordDocument) -> None:
    for section in list(word.sections)[1:]:
        footer = section.footer.paragraphs[0]
        assert footer.text == "Fassung 3 · 6.\u00a0März 2013 · beschlossen\tSeite 1 von 1"
        assert [str(found.text).strip() for found in footer._p.iter(w("instrText"))] == ["PAGE", "NUMPAGES"]


def test_the_cover_says_what_it_is(word: WordDocument) -> None:
    lines = [p.text for p in word.sections[0].iter_inner_content() if hasattr(p, "text")]

    assert lines[:2] == ["Rhein-Kreis Neuss", "Integrationskonzept"]
    assert lines[3:6] == ["Fassung\t3", "Stand\t6.\u00a0März 2013", "Status\tbeschlossen"]
    assert lines[6] == NOTICE
    assert lines[7] == "Rhein-Kreis Neuss · Der Landrat"


def test_the_cover_names_the_paper_the_concept_belongs_to() -> None:
    written = docx.Document(BytesIO(built(replace(document(text("a")), paper="50/2403/XV/2013"))))

    lines = [p.text for p in written.sections[0].iter_inner_content() if hasattr(p, "text")]
    assert "Vorlage\t50/2403/XV/2013" in lines
    assert "50/2403" not in written.sections[1].footer.paragraphs[0].text


def test_what_says_the_same_is_said_once(read: Written) -> None:
    assert "Hinweis" not in [p.text for p in read(text("a")).sections[0].footer.paragraphs]


def test_a_long_notice_is_cut_between_words() -> None:
    assert shortened("Alle Antworten sind erfunden, alle Termine echt.", 30) == "Alle Antworten sind erfunden …"
    assert shortened("Kurz\nund gut", 30) == "Kurz und gut"
