"""Check the lists of figures and of tables behind the contents."""

from dataclasses import replace
from io import BytesIO

import docx

from kizdesk.concept.tree import AnyBlock, Column, Document, Figure, Heading, Layout, Row, Table
from tests.writers.conftest import built, w
from tests.writers.sample import document

TITLE = Heading(id="titel", level=1, text="Bestand")


def tables(count: int) -> list[AnyBlock]:
    rows = (Row("r", ("Amt",)),)
    return [Table(id=f"t{n}", caption=f"Stellen {n}", columns=(Column("Wer"),), rows=rows) for n in range(1, count + 1)]


def figures(count: int) -> list[AnyBlock]:
    return [Figure(id=f"f{n}", caption=f"Karte {n}", alt="Karte", svg="<svg/>") for n in range(1, count + 1)]


def listed(tree: Document, **given: object) -> list[str]:
    """Return titles and entries of the lists."""
    word = docx.Document(BytesIO(built(tree, **given)))
    names = ("TOC Heading", "table of figures")
    return [p.text for p in word.paragraphs if str(p.style and p.style.name) in names]


def test_figures_and_tables_are_listed_with_their_pages_behind_the_contents() -> None:
    pages = {"titel": 3, "t1": 3, "t2": 4, "f1": 5, "f2": 12}

    assert listed(document(TITLE, *tables(2), *figures(2)), pages=pages) == [
        "Inhalt",
        "Abbildungsverzeichnis",
        "Abbildung\u00a01: Karte 1\u00a0\u00a0\t5",
        "Abbildung\u00a02: Karte 2\u00a0\u00a0\t12",
        "Tabellenverzeichnis",
        "Tabelle\u00a01: Stellen 1\u00a0\u00a0\t3",
        "Tabelle\u00a02: Stellen 2\u00a0\u00a0\t4",
    ]


def test_one_figure_or_table_alone_makes_no_list() -> None:
    assert listed(document(TITLE, *tables(1), *figures(1))) == ["Inhalt"]


def test_a_paper_lists_nothing() -> None:
    assert listed(replace(document(TITLE, *tables(3)), layout=Layout.PAPER)) == []


def test_the_lists_are_fields_that_word_can_refresh() -> None:
    word = docx.Document(BytesIO(built(document(TITLE, *tables(2), *figures(2)))))
    found = [str(text.text).strip() for text in word.element.iter(w("instrText"))]

    assert [text for text in found if text.startswith("TOC")] == [
        r'TOC \o "1-3" \h \z \u',
        r'TOC \h \z \c "Abbildung"',
        r'TOC \h \z \c "Tabelle"',
    ]


def test_only_the_first_list_begins_a_page() -> None:
    word = docx.Document(BytesIO(built(document(TITLE, *tables(2), *figures(2)))))
    heads = [p for p in word.paragraphs if str(p.style and p.style.name) == "TOC Heading"]

    assert [bool(p.paragraph_format.page_break_before) for p in heads] == [False, True, False]
