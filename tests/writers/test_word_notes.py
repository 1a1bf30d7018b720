"""Check footnotes: their marks, their part, and where several marks share a note."""

import re
import zipfile
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml

from kizdesk.concept.tree import Column, Listing, Paragraph, Row, Run, Table
from kizdesk.writers.word import word_bytes
from kizdesk.writers.word.soundness import faults
from tests.writers.conftest import Written, built, drawn, silent, w
from tests.writers.sample import CREATED, document, rich


def notes(data: bytes) -> list[str]:
    """Return the words of the footnotes, after their mark and tab."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        part = parse_xml(package.read("word/footnotes.xml"))
    return ["".join(str(t.text) for t in n.iter(w("t"))) for n in part.iter(w("footnote")) if not n.get(w("type"))]


def marks(word: WordDocument) -> list[str]:
    return [str(mark.get(w("id"))) for mark in word.element.iter(w("footnoteReference"))]


def noted(key: str, *texts: str) -> Paragraph:
    return Paragraph(id=key, runs=tuple(Run("Satz.", note=text) for text in texts))


def test_the_notes_of_a_document_are_numbered_in_their_order() -> None:
    data = built(document(noted("a", "eins", "zwei"), Listing(id="b", items=((Run("Punkt", note="drei"),),))))

    assert notes(data) == ["eins", "zwei", "drei"]
    assert marks(docx.Document(BytesIO(data))) == ["1", "2", "3"]


def test_equal_notes_of_a_block_are_one_note_with_several_marks() -> None:
    rows = tuple(Row(str(n), ("Votum",), ends=((Run("", note=text),),)) for n, text in enumerate(("V 7", "V 8", "V 7")))
    data = built(document(Table(id="t", caption="", columns=(Column("Was"),), rows=rows)))
    word = docx.Document(BytesIO(data))

    assert notes(data) == ["V 7", "V 8"]
    assert [cell.text for cell in word.tables[0].columns[0].cells][3] == "Votum1"
    assert re.search(r"NOTEREF _Ref\d{16} \\f \\h", word.tables[0]._tbl.xml)


def test_the_same_source_in_another_block_is_noted_anew() -> None:
    assert notes(built(document(noted("a", "Vorlage"), noted("b", "Vorlage")))) == ["Vorlage", "Vorlage"]


def test_marks_and_notes_stand_in_the_styles_for_them(word: WordDocument) -> None:
    mark = next(word.element.iter(w("footnoteReference")))

    assert mark.getparent().find(w("rPr")).find(w("rStyle")).get(w("val")) == "FootnoteReference"
    assert {"footnote text", "footnote reference"} <= {str(style.name) for style in word.styles}


def test_a_document_without_notes_has_no_part_for_them() -> None:
    with zipfile.ZipFile(BytesIO(built(document(noted("a", "", " "))))) as package:
        assert "word/footnotes.xml" not in package.namelist()
        assert b"footnotePr" not in package.read("word/settings.xml")


def test_the_settings_name_the_lines_above_the_notes_where_the_schema_has_them(word: WordDocument) -> None:
    names = [str(child.tag).rsplit("}", 1)[1] for child in word.settings.element]

    assert names.index("footnotePr") == names.index("compat") - 1


def test_any_text_can_be_a_note() -> None:
    data = built(document(noted("a", "a < b & c\x00\nzweite Zeile")))

    assert notes(data) == ["a < b & czweite Zeile"]
    assert faults(data) == []


def test_the_notes_of_a_template_stay_with_it(template: bytes) -> None:
    own = word_bytes(rich(), template=template, figures=drawn, created=CREATED, progress=silent)
    tree = document(noted("a", "unsere"))

    data = word_bytes(tree, template=own, figures=drawn, created=CREATED, progress=silent)

    assert notes(data) == ["unsere"]


def test_a_note_on_a_run_without_words_is_kept(read: Written) -> None:
    assert marks(read(Paragraph(id="a", runs=(Run("", note="Vorlage"),)))) == ["1"]
