"""Check references to tables, figures and chapters: fields with their words filled in, and bookmarks they lead to."""

from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph as WordParagraph

from kizdesk.concept.tree import Column, Heading, Paragraph, Row, Run, Table
from kizdesk.writers.word.bookmarks import reference_anchor
from tests.writers.conftest import Written, built, w
from tests.writers.sample import document


def referring(word: WordDocument) -> WordParagraph:
    return next(p for p in word.paragraphs if p.text.startswith("Den Vergleich zeigt"))


def instructions(paragraph: WordParagraph) -> list[str]:
    return [str(found.text).strip() for found in paragraph._p.iter(w("instrText"))]


def marked(word: WordDocument, key: str) -> str:
    """Return the words that the bookmark of a reference holds."""
    start = next(mark for mark in word.element.iter(w("bookmarkStart")) if mark.get(w("name")) == reference_anchor(key))
    words, number = "", start.get(w("id"))
    for element in start.itersiblings():
        if element.tag == w("bookmarkEnd") and element.get(w("id")) == number:
            break
        words += "".join(str(text.text) for text in element.iter(w("t")))
    return words


def test_references_print_the_number_of_what_they_refer_to(word: WordDocument) -> None:
    assert referring(word).text == (
        "Den Vergleich zeigt Tabelle\u00a02, die Dringlichkeit Abbildung\u00a01; die Maßnahmen stehen in "
        "Kapitel\u00a03.1 und in der Anlage."
    )


def test_references_are_fields_that_lead_to_bookmarks(word: WordDocument) -> None:
    assert instructions(referring(word)) == [
        rf"REF {reference_anchor('synopse')} \h",
        rf"REF {reference_anchor('bestand/dringlichkeit')} \h",
        rf"REF {reference_anchor('handlungsfelder/sprache')} \r \h",
    ]


def test_the_bookmark_of_a_caption_holds_its_number_alone(word: WordDocument) -> None:
    assert marked(word, "synopse") == "2"
    assert marked(word, "bestand/dringlichkeit") == "1"


def test_the_bookmark_of_a_chapter_holds_its_title(word: WordDocument) -> None:
    assert marked(word, "handlungsfelder/sprache") == "Sprachförderung"


def test_only_what_is_referred_to_is_marked_for_it(word: WordDocument) -> None:
    names = [str(mark.get(w("name"))) for mark in word.element.iter(w("bookmarkStart"))]
    repeated_note = 1

    assert len([name for name in names if name.startswith("_Ref")]) == 3 + repeated_note


def test_a_reference_keeps_the_type_of_its_run(read: Written) -> None:
    word = read(Heading(id="ziel", level=1, text="Ziele"), Paragraph(id="p", runs=(Run("", bold=True, refers="ziel"),)))

    assert [run.text for run in word.paragraphs[-1].runs if run.bold and run.text] == ["Kapitel\u00a0", "1"]


def test_a_cell_ends_in_a_reference_only_where_it_leads_somewhere() -> None:
    def row(key: str) -> Row:
        return Row(key, ("Elternlotsinnen", "Siehe dort"), ends=((), (Run(" ("), Run("", refers=key), Run(")"))))

    rows, titles = (row("ziel"), row("fehlt")), (Column("Was"), Column("Wo"))
    table = Table(id="t", caption="", columns=titles, rows=rows)
    tree = document(Heading(id="ziel", level=1, text="Ziele"), table)
    word = docx.Document(BytesIO(built(tree)))

    assert [cell.text for cell in word.tables[0].columns[1].cells] == [
        "Wo",
        "Siehe dort (Kapitel\u00a01)",
        "Siehe dort",
    ]
