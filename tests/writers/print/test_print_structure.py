"""Look into printed files as a screen reader, a viewer and an archive do."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from kizdesk.concept.tree import (
    AnyBlock,
    Column,
    Document,
    Figure,
    Heading,
    Layout,
    Listing,
    Paragraph,
    ParagraphStyle,
    Quotation,
    Row,
    Run,
    Table,
    TableHead,
)
from kizdesk.writers.press.press import Press
from kizdesk.writers.print.sheets import PrintOptions, sheets
from tests.writers.house.templates import png
from tests.writers.print.conftest import Printing
from tests.writers.print.told import Element, told
from tests.writers.sample import CREATED, SVG, document, rich


@pytest.fixture(scope="session")
def printed(press: Press) -> bytes:
    """Return the document with everything, as it is printed."""
    return press.pdf(sheets(rich()).files, CREATED)


@pytest.fixture(scope="session")
def read(printed: bytes) -> PdfReader:
    """Return what a viewer knows of it."""
    return PdfReader(BytesIO(printed), strict=True)


@pytest.fixture(scope="session")
def heard(printed: bytes) -> Element:
    """Return what a screen reader knows of it."""
    return told(printed)


def titles(outline: Any) -> Iterator[str]:
    for entry in outline:
        if isinstance(entry, Destination):
            yield str(entry.title)
        else:
            yield from titles(entry)


def test_the_file_says_what_it_is(read: PdfReader) -> None:
    catalogue: Any = read.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "de-DE"
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    told_of = read.metadata
    assert told_of is not None
    assert (told_of.title or "").startswith("Integrationskonzept")
    assert told_of.author == "Rhein-Kreis Neuss"
    assert "Kommunales Integrationszentrum" in (told_of.keywords or "")


def test_the_file_names_the_standards_it_was_made_for(printed: bytes) -> None:
    assert b"<pdfuaid:part>1</pdfuaid:part>" in printed
    assert b"<pdfaid:part>2</pdfaid:part>" in printed
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in printed


def test_each_heading_has_a_bookmark_with_its_number(read: PdfReader) -> None:
    names = list(titles(read.outline))

    assert names[0] == "Vorwort"
    assert "1 Anlass, Auftrag und Rechtsgrundlage" in names
    assert len(names) == sum(isinstance(block, Heading) for block in rich().blocks)


def test_all_fonts_are_embedded(read: PdfReader) -> None:
    for page in read.pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            described = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(described)


def test_wide_tables_stand_on_pages_in_landscape(read: PdfReader) -> None:
    turned = [float(page.mediabox.width) > float(page.mediabox.height) for page in read.pages]
    assert any(turned)
    assert not turned[0]


def test_every_figure_says_in_words_what_it_shows(heard: Element) -> None:
    figures = list(heard.all("Figure"))
    assert figures
    assert all(figure.alt for figure in figures)


def test_every_table_has_heads_for_its_columns_or_for_its_rows(heard: Element) -> None:
    for table in heard.all("Table"):
        scopes = {part["/Scope"] for head in table.all("TH") for part in head.attributes if "/Scope" in part}
        assert scopes & {"/Column", "/Row"}


def test_the_labels_of_a_profile_are_the_heads_of_its_rows(printing: Printing) -> None:
    rows = (Row("1", ("Träger", "Kreis")), Row("2", ("Zeitraum", "2026")))
    profile = Table(id="p", caption="Profil", columns=(Column(""), Column("")), rows=rows, head=TableHead.ROWS)

    (table,) = told(printing(document(Heading(id="h", level=1, text="Kapitel"), profile))).all("Table")

    assert [head.text for head in table.all("TH")] == ["Träger", "Zeitraum"]
    assert [cell.text for cell in table.all("TD")] == ["Kreis", "2026"]


def test_headings_never_skip_a_level(printing: Printing) -> None:
    tree = document(*(Heading(id=f"h{level}", level=level, text=f"Stufe {level}") for level in (2, 4, 1, 3)))

    headings = [element.tag for element in told(printing(tree)).all("H1", "H2", "H3", "H4")]

    assert headings[1:] == ["H1", "H2", "H1", "H2"]


def test_a_reference_and_a_note_lead_where_they_belong(printing: Printing) -> None:
    tree = document(
        Heading(id="h", level=1, text="Kapitel"),
        Paragraph(id="p", runs=(Run("Siehe "), Run("die Tabelle", refers="t"), Run(".", note="Quelle A"))),
        Paragraph(id="q", runs=(Run("Und "), Run("mehr", refers="weg"), Run(".", note="Quelle B"))),
        Table(id="t", caption="Zahlen", columns=(Column("Ort"),), rows=(Row("r", ("Neuss",)),)),
    )

    heard = told(printing(tree))

    texts = [paragraph.text for paragraph in heard.all("P")]
    assert any(text.startswith("Siehe Tabelle 1.") for text in texts)
    assert any(text.startswith("Und mehr.") for text in texts)
    assert [note.text[1:] for note in heard.all("Note")] == ["Quelle A", "Quelle B"]


def test_the_same_note_stands_once_for_a_block(printing: Printing) -> None:
    runs = (Run("eins", note="Quelle"), Run(" zwei", note="Quelle"))

    heard = told(printing(document(Heading(id="h", level=1, text="K"), Paragraph(id="p", runs=runs))))

    assert len(list(heard.all("Note"))) == 1


def test_the_sign_of_the_district_stands_on_the_cover_and_is_told(press: Press) -> None:
    made = press.pdf(sheets(rich(), PrintOptions(logo=png())).files, CREATED)
    drawn: Any = PdfReader(BytesIO(made), strict=True).pages[0]["/Resources"]

    assert [(each["/Width"], each["/Height"]) for each in drawn["/XObject"].values()] == [(240, 90)]
    assert f"Logo: {rich().district}" in [element.alt for element in told(made).all("Figure")]


def test_lines_are_counted_when_a_committee_wants_them(press: Press) -> None:
    plain, counted = (
        press.pdf(sheets(rich(), PrintOptions(line_numbers=wanted)).files, CREATED) for wanted in (False, True)
    )
    pages = [PdfReader(BytesIO(pdf)).pages for pdf in (plain, counted)]

    assert len(pages[0]) == len(pages[1])
    assert told(plain).text == told(counted).text, "numbers of lines are no part of what is read out"
    assert plain != counted


def test_a_paper_has_neither_cover_nor_contents(printing: Printing) -> None:
    paper = replace(rich(), layout=Layout.PAPER)

    assert not list(told(printing(paper)).all("TOC"))


def test_the_same_document_gives_the_same_bytes(press: Press) -> None:
    files = sheets(rich()).files

    assert press.pdf(files, CREATED) == press.pdf(files, CREATED)


def test_each_block_has_a_place_in_its_order(press: Press) -> None:
    made = sheets(rich())

    places = press.places(made.files)

    assert [place.mark for place in places] == [mark for mark, _ in made.blocks]
    spots = [(place.page, place.top) for place in places]
    assert spots == sorted(spots)
    assert spots[0][0] > 2


PASTED = {
    "code": '#panic("x") #import "a" $x$ `raw` *b* <label> @ref // c /* */ = Titel \\u{41} [x] {y} #read("a") "',
    "control characters": "vor\x00\x01\x1b\x7f\x85nach",
    "surrogates and non-characters": "vor\ud800\ufffe\uffff\ufeffnach",
    "private letters": "\ue000\uf8ff",
    "other scripts": "شاهين محمد हिन्दी 中文 👩‍👧 🇩🇪",
    "a word without end": "x" * 5_000,
    "the mark itself": '{"x":"U+0041"}',
    "line ends": "eins\r\nzwei\u2028drei\tTab",
    "nothing": "",
    "blanks": "  \u00a0 ",
}


@pytest.mark.parametrize("text", PASTED.values(), ids=PASTED.keys())
def test_pasted_text_is_printed_wherever_it_stands(text: str, press: Press) -> None:
    svg = SVG.replace("Sprache", "".join(sign for sign in text[:40] if sign.isalnum()))
    rows = (Row("1", (text, text), total=True, ends=((Run("", note=text[:300]),), ())), Row("2", (text,)))
    tree = document(
        Heading(id="h", level=1, text=text),
        Paragraph(id="p", runs=(Run(text, bold=True, link=f"https://x.de/{text}", note=text[:300]), Run(text))),
        Quotation(id="q", text=text, speaker=text),
        Table(id="t", caption=text, alt=text, columns=(Column(text), Column("b")), rows=rows),
        Table(id="empty", caption=text, columns=(), rows=()),
        Figure(id="f", caption=text, alt=text, svg=svg, note=text),
        notice=text,
        title=text,
    )
    made = sheets(tree)

    heard = told(press.pdf(made.files, CREATED))

    assert (made.marks > 0) is (text in (PASTED["private letters"], PASTED["other scripts"]))
    assert all(figure.alt for figure in heard.all("Figure"))


@pytest.mark.parametrize("text", ["\xad", "\u200b", "\x7f", " \n", ""], ids=ascii)
def test_a_link_without_words_is_left_out(text: str, printing: Printing) -> None:
    link = Run(text, link="https://x.de")
    box = Paragraph(id="p", runs=(link,), style=ParagraphStyle.BOX)
    tree = document(Heading(id="h", level=1, text="K"), box, Paragraph(id="q", runs=(link, Run("Satz"))))

    heard = told(printing(replace(tree, layout=Layout.PAPER)))

    assert "Satz" in [paragraph.text.strip() for paragraph in heard.all("P")]
    assert not list(heard.all("Link"))


@pytest.mark.parametrize("cell", ["Zeile\u2028" * 300, "Zeile\v" * 300, ""], ids=["Zeilen", "Umbrüche", "Verweis"])
def test_a_row_that_turns_out_taller_than_a_page_goes_on_on_the_next(cell: str, printing: Printing) -> None:
    noted, told_after = (Run("", note="Quelle: Rat"),), (Run("" if cell else "Zeile\n" * 300, note="Quelle: Kreistag"),)
    rows = (Row("1", ("a", cell, "c"), ends=(noted, told_after, noted)),)
    tree = document(Table(id="t", caption="T", columns=(Column("a"), Column("b"), Column("c")), rows=rows))

    read = PdfReader(BytesIO(printing(tree)))

    assert sum(page.extract_text().count("Zeile") for page in read.pages) == 300
    assert all(page.extract_text().count("Zeile") < 100 for page in read.pages)


@pytest.mark.parametrize("head", TableHead)
def test_no_row_of_a_table_stands_alone_on_its_last_page(head: TableHead, printing: Printing) -> None:
    columns = (Column("Kommune"), Column("Zahl"))

    def last_page(count: int) -> str:
        rows = tuple(Row(str(number), (f"Ort {number}.", "1")) for number in range(count))
        tree = document(Table(id="t", caption="T", columns=columns, rows=rows, head=head), notice="")
        return PdfReader(BytesIO(printing(replace(tree, layout=Layout.PAPER)))).pages[-1].extract_text()

    ends = [last_page(count).count("Ort ") for count in range(49, 55)]

    assert min(ends) >= 2
    assert 2 in ends, "some of the tables end just on a new page"


def test_rows_that_stay_together_are_told_as_all_others(printing: Printing) -> None:
    rows = tuple(Row(str(number), (f"Ort {number}.", "1")) for number in range(40))
    heard = told(printing(document(Table(id="t", caption="T", columns=(Column("Ort"), Column("Zahl")), rows=rows))))

    assert not list(heard.all("TFoot"))
    assert [row.text for row in heard.all("TR")][1:] == [f"Ort {number}.1" for number in range(40)]


@pytest.mark.parametrize(("count", "page"), [(3, 2), (60, 3)])
def test_short_lists_share_the_page_of_the_contents(count: int, page: int, printing: Printing) -> None:
    rows = (Row("r", ("Neuss",)),)
    tables = [Table(id=f"t{at}", caption="Zahlen", columns=(Column("Ort"),), rows=rows) for at in range(count)]
    read = PdfReader(BytesIO(printing(document(Heading(id="h", level=1, text="K"), *tables))))

    found = [at for at, shown in enumerate(read.pages, 1) if "Tabellenverzeichnis" in shown.extract_text()]

    assert found == [page]


def test_no_entry_of_a_list_stands_alone_on_a_page(printing: Printing) -> None:
    rows = (Row("r", ("Neuss",)),)

    def entries(count: int) -> list[int]:
        tables = [Table(id=f"t{at}", caption="Zahlen", columns=(Column("Ort"),), rows=rows) for at in range(count)]
        read = PdfReader(BytesIO(printing(document(Heading(id="h", level=1, text="K"), *tables))))
        listed = [sum(". . ." in line for line in page.extract_text().splitlines()) for page in read.pages[2:]]
        return [number for number in listed if number]

    told_of = [entries(count) for count in range(62, 66)]

    assert min(min(pages) for pages in told_of) >= 2
    assert any(len(pages) > 1 for pages in told_of)


def test_code_is_printed_as_it_was_typed(printing: Printing) -> None:
    text = '#panic("x") *b* <l> @r $y$ \\u{41} // z'
    tree = document(Heading(id="h", level=1, text="K"), Paragraph(id="p", runs=(Run(text),)))

    assert text in [paragraph.text for paragraph in told(printing(tree)).all("P")]


def test_letters_of_european_names_are_printed(printing: Printing) -> None:
    text = "Şahin, Đorđević, Łukasz, Nguyễn, Žižek, Ğül, Олексій, Ελένη, 12 € – „ja“ ‚nein‘ … ✓"
    made: Document = document(Heading(id="h", level=1, text="K"), Paragraph(id="p", runs=(Run(text),)))

    assert sheets(made).marks == 0
    assert text in [paragraph.text for paragraph in told(printing(made)).all("P")]


@pytest.mark.parametrize(
    "before",
    [
        Quotation(id="b", text="Wort " * 1000, speaker="Bürgermeisterin"),
        Paragraph(id="b", runs=(Run("Wort " * 1000 + ":"),)),
        Heading(id="b", level=2, text="Wort " * 1000),
        Table(id="b", caption="Wort " * 1000, columns=(Column("a"),), rows=(Row("1", ("b",)),)),
    ],
    ids=["quotation", "paragraph", "heading", "caption"],
)
def test_a_note_may_follow_what_goes_on_on_the_next_page(before: AnyBlock, printing: Printing) -> None:
    noted = Listing(id="l", items=((Run("Satz", note="Quelle"),),))

    heard = told(printing(document(Heading(id="h", level=1, text="K"), before, noted)))

    assert [note.text for note in heard.all("Note")] == ["1Quelle"]
