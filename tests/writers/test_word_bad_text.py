"""Feed the writer every kind of text that people paste."""

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from kizdesk.concept.tree import Column, Figure, Heading, Listing, Paragraph, Quotation, Row, Run, Table
from kizdesk.writers.word.soundness import faults
from tests.writers.conftest import Written, built
from tests.writers.sample import document

PASTED = {
    "control characters": "vor\x00\x01\x08\x0b\x0c\x1b\x1f\x7fnach",
    "lone surrogates and non-characters": "vor\ud800\udfff\ufffe\uffffnach",
    "markup": "<w:p> & \"Anführung\" 'einfach' ]]> &amp; </w:body>",
    "right-to-left and combining": "شاهين العربية \u202eumgekehrt\u202c e\u0301 ü̈",
    "emoji": "👩‍👧 Familie 🇩🇪 \U0001f3f3\ufe0f",
    "line ends": "eins\r\nzwei\rdrei\vvier\u2028fünf\u2029sechs\tTab",
    "nothing": "",
    "blanks": "   ",
    "names": "Şahin, Đorđević, Łukasz, Nguyễn",
}


def everywhere(text: str) -> list[Heading | Paragraph | Listing | Quotation | Table | Figure]:
    """Return blocks that hold a text wherever there is text."""
    return [
        Heading(id=f"h{text}", level=1, text=text),
        Paragraph(id=f"p{text}", runs=(Run(text), Run(text, bold=True, link=f"https://x.de/{text}", note=text))),
        Listing(id=f"l{text}", items=((Run(text),), ()), ordered=True),
        Quotation(id=f"q{text}", text=text, speaker=text),
        Table(id=f"t{text}", caption=text, alt=text, columns=(Column(text),), rows=(Row(text, (text,), total=True),)),
        Figure(id=f"f{text}", caption=text, alt=f"Bild {text}", svg=text, note=text),
    ]


@pytest.mark.parametrize("text", PASTED.values(), ids=PASTED.keys())
def test_pasted_text_never_breaks_the_file(text: str, tmp_path: Path) -> None:
    path = tmp_path / "pasted.docx"
    path.write_bytes(built(document(*everywhere(text), notice=text, title=text), comments={f"p{text}": (text,)}))

    assert [error.description for error in OpenXmlValidator().validate(path).errors] == []
    assert faults(path.read_bytes()) == []


def test_what_xml_forbids_is_left_out_and_the_rest_kept(read: Written) -> None:
    assert read(Paragraph(id="p", runs=(Run("vor\x00\x1b\ud800nach"),))).paragraphs[-1].text == "vornach"


def test_no_line_ends_between_a_figure_and_its_unit(read: Written) -> None:
    text = (
        read(Paragraph(id="p", runs=(Run("Nach § 7 TIG sind das 61.000 Euro oder 12,5 % im Jahr."),)))
        .paragraphs[-1]
        .text
    )
    assert text == "Nach §\u00a07 TIG sind das 61.000\u00a0Euro oder 12,5\u00a0% im Jahr."


def test_markup_is_text(read: Written) -> None:
    assert read(Paragraph(id="p", runs=(Run("<b> & ]]>"),))).paragraphs[-1].text == "<b> & ]]>"


def test_line_breaks_of_every_kind_are_kept(read: Written) -> None:
    assert read(Paragraph(id="p", runs=(Run("a\r\nb\vc\u2028d\te"),))).paragraphs[-1].text == "a\nb\nc\nd\te"


@pytest.mark.parametrize("text", ["Wort " * 20_000, "x" * 100_000], ids=["words", "one word"])
def test_a_very_long_text_is_kept_whole(text: str, read: Written) -> None:
    table = Table(id="t", caption="T", columns=(Column("A"), Column("B")), rows=(Row("r", (text, text)),))

    word = read(Paragraph(id="p", runs=(Run(text),)), table)

    assert text in [p.text for p in word.paragraphs]
    assert word.tables[0].rows[1].cells[1].text == text
