"""Check what is written on a district's template: sound, complete, with its header on every page."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from kizdesk.concept.tree import Heading, Layout, Paragraph, Run
from kizdesk.writers.word import word_bytes
from kizdesk.writers.word.base import Base
from kizdesk.writers.word.soundness import faults
from kizdesk.writers.word.styles import HEADINGS, Style
from tests.writers.conftest import TEMPLATE, built, drawn, silent, w
from tests.writers.house.conftest import read, ready, written
from tests.writers.house.templates import LIBREOFFICE, bare, changed, english, german, part, png
from tests.writers.sample import CREATED, document, rich

TEMPLATES = {
    "german": german(),
    "dotx": german(dotx=True),
    "english": english(),
    "libreoffice": LIBREOFFICE.read_bytes(),
    "bare": bare(),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_an_audit_and_our_own_check_find_nothing(name: str, saved: Callable[[bytes], Path]) -> None:
    data = written(rich(), TEMPLATES[name])

    assert [error.description for error in OpenXmlValidator().validate(saved(data)).errors] == []
    assert faults(data) == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_paper_and_a_review_copy_are_sound_too(name: str, saved: Callable[[bytes], Path]) -> None:
    paper = replace(rich(), layout=Layout.PAPER)
    blocks = {block.id: ("Woher das kommt.",) for block in rich().blocks}
    base = ready(TEMPLATES[name]).base
    review = word_bytes(rich(), template=base, figures=drawn, comments=blocks, created=CREATED, progress=silent)

    for data in (written(paper, TEMPLATES[name]), review):
        assert [error.description for error in OpenXmlValidator().validate(saved(data)).errors] == []
        assert faults(data) == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_headings_and_tables_are_read_back_as_on_our_own_template(name: str) -> None:
    own, other = read(built(rich())), read(written(rich(), TEMPLATES[name]))

    assert len(other.tables) == len(own.tables)
    assert [it.text for it in other.paragraphs if it.text] == [it.text for it in own.paragraphs if it.text]


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_same_document_on_the_same_template_gives_the_same_bytes(name: str) -> None:
    assert written(rich(), TEMPLATES[name]) == written(rich(), TEMPLATES[name])


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_style_is_there_and_headings_have_their_levels(name: str) -> None:
    base = ready(TEMPLATES[name]).base
    assert base.house is not None
    assert set(base.house.styles) == set(Style)
    styles = {style.style_id: style for style in read(base.data).styles}
    levels = [styles[base.house.styles[style]].element.xpath("w:pPr/w:outlineLvl/@w:val") for style in HEADINGS]
    assert levels == [["0"], ["1"], ["2"], ["3"]]


def test_the_file_is_a_document_though_the_template_was_none() -> None:
    assert "template.main" not in part(written(rich(), german(dotx=True)), "[Content_Types].xml")


def test_nothing_of_the_template_s_text_is_in_the_file() -> None:
    data = written(rich(), german())

    assert "Mustertext" not in part(data, "word/document.xml")
    assert png(400, 300) not in data


def test_the_logo_stands_on_every_page_at_the_right() -> None:
    document = read(written(rich(), german()))
    page, wide = (
        next(section for section in document.sections[1:] if (section.orientation == 1) is landscape)
        for landscape in (False, True)
    )

    for section in (page, wide):
        head = section.header.paragraphs[0]
        assert head.text.startswith("Kreis Musterland")
        assert head._p.xpath(".//pic:pic")
    stops = {stop.position.twips for stop in wide.header.paragraphs[0].paragraph_format.tab_stops}
    width = (wide.page_width or 0) - (wide.left_margin or 0) - (wide.right_margin or 0)
    assert round(width / 635) in stops


def test_the_cover_has_the_head_of_the_template_s_first_page() -> None:
    cover = read(written(rich(), german())).sections[0]

    assert cover.header.paragraphs[0].text == "Kreis Musterland – Der Landrat"


def test_the_footer_stays_and_our_line_stands_below() -> None:
    lines = [paragraph.text for paragraph in read(written(rich(), german())).sections[-1].footer.paragraphs]

    assert lines[0].startswith("Kreishaus, Am Markt 1")
    assert lines[-1].startswith("Fassung 3 · 6.\u00a0März 2013 · beschlossen")
    assert "Seite" in lines[-1]


def test_a_template_that_counts_pages_counts_them_once() -> None:
    lines = [paragraph.text for paragraph in read(written(rich(), english())).sections[-1].footer.paragraphs]

    assert sum("Seite" in line for line in lines) == 1
    assert lines[-1] == "Fassung 3 · 6.\u00a0März 2013 · beschlossen"


def test_the_first_page_of_a_paper_has_the_letter_head_the_others_the_header() -> None:
    paper = replace(document(Heading(id="a", level=1, text="Einladung"), notice=""), layout=Layout.PAPER)
    section = read(written(paper, german())).sections[0]

    assert section.different_first_page_header_footer
    assert section.first_page_header.paragraphs[0].text == "Kreis Musterland – Der Landrat"
    assert section.header.paragraphs[0].text.startswith("Kreis Musterland")
    assert "Fassung 3" in section.first_page_footer.paragraphs[-1].text


def test_numbers_of_headings_are_worded_as_the_template_words_them() -> None:
    roman = part(german(), "word/numbering.xml").replace('"decimal"', '"upperRoman"', 1)
    data = written(
        document(Heading(id="a", level=1, text="Eins"), Heading(id="b", level=1, text="Zwei")),
        changed(german(), {"word/numbering.xml": roman}),
    )
    entries = [paragraph.text for paragraph in read(data).paragraphs if "Zwei" in paragraph.text]

    assert entries[0].startswith("II\t")


def test_chapters_without_page_break_begin_after_the_contents_all_the_same() -> None:
    data = written(document(Heading(id="a", level=1, text="Eins"), Paragraph(id="b", runs=(Run("Text"),))), german())
    body = part(data, "word/document.xml")

    contents, text = body.index("TOC \\o"), body.rindex("Eins")
    assert "<w:sectPr>" in body[contents:text]


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_heading_of_the_contents_has_no_number(name: str) -> None:
    base = ready(TEMPLATES[name]).base
    assert base.house is not None
    style = next(one for one in read(base.data).styles if one.style_id == base.house.styles[Style.CONTENTS])

    based = style.base_style
    while not style.element.xpath("w:pPr/w:numPr") and based is not None:
        style, based = based, based.base_style
    assert style.element.xpath("w:pPr/w:numPr/w:numId/@w:val") in ([], ["0"])


def test_a_list_of_ours_counts_in_a_template_without_lists() -> None:
    document = read(written(rich(), german()))
    numbered = next(paragraph for paragraph in document.paragraphs if paragraph.text.startswith("Grundsatzbeschluss"))

    assert numbered._p.xpath("w:pPr/w:numPr/w:numId")


def test_our_styles_take_the_colour_of_the_template() -> None:
    styles = part(ready(german()).base.data, "word/styles.xml")

    assert "0F5C6E" not in styles + part(ready(german()).base.data, "word/numbering.xml")
    assert "9B1C31" in re.findall(r'w:styleId="TitelblattKreis".*?</w:style>', styles)[0]


def test_a_style_of_a_name_that_the_template_has_otherwise_is_taken_under_another() -> None:
    base = ready(german(), caption="").base
    names = [style.name for style in read(base.data).styles]

    assert "caption kizdesk" in [str(name) for name in names]
    assert len(names) == len(set(names))


def test_a_chosen_style_stands_for_ours() -> None:
    base = ready(german(), quote="Infokasten").base

    assert base.house is not None
    assert base.house.styles[Style.QUOTE] == "Infokasten"


def test_headings_and_captions_keep_with_what_follows() -> None:
    base = ready(german()).base
    assert base.house is not None
    styles = {style.style_id: style for style in read(base.data).styles}

    for style in (*HEADINGS, Style.CAPTION):
        assert styles[base.house.styles[style]].element.find(f"{w('pPr')}/{w('keepNext')}") is not None


def test_the_contents_have_a_stop_at_the_right_margin() -> None:
    base = ready(german()).base
    assert base.house is not None
    wanted = base.house.styles[Style.CONTENTS_1]
    style = next(one for one in read(base.data).styles if one.style_id == wanted)

    assert style.element.xpath("w:pPr/w:tabs/w:tab[@w:val='right']/@w:pos") == [str(11906 - 1134 - 1418)]


def test_entries_with_a_stop_at_the_right_only_get_one_for_their_number() -> None:
    toc = (
        '<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/><w:basedOn w:val="Standard"/>'
        '<w:pPr><w:tabs><w:tab w:val="right" w:leader="underscore" w:pos="9000"/></w:tabs></w:pPr></w:style></w:styles>'
    )
    styles = part(german(), "word/styles.xml").replace("</w:styles>", toc)
    data = ready(changed(german(), {"word/styles.xml": styles})).base.data
    style = next(one for one in read(data).styles if one.style_id == "Verzeichnis1")

    assert style.element.xpath("w:pPr/w:tabs/w:tab/@w:pos") == ["567", "9000"]
    assert style.element.xpath("w:pPr/w:ind/@w:hanging") == ["567"]


def test_a_logo_of_our_own_stands_above_all_on_the_cover(saved: Callable[[bytes], Path]) -> None:
    base = Base(TEMPLATE.read_bytes(), logo=png())
    data = word_bytes(rich(), template=base, figures=drawn, created=CREATED, progress=silent)
    first = read(data).paragraphs[0]

    assert first._p.xpath(".//pic:pic")
    assert "Logo: Rhein-Kreis Neuss" in str(first._p.xpath(".//wp:docPr/@descr"))
    assert list(OpenXmlValidator().validate(saved(data)).errors) == []
