"""What is typed into a form is drawn in an embedded font that has the letters of names."""

from __future__ import annotations

import io
from struct import unpack, unpack_from
from typing import Any

import pytest
from pypdf import PdfReader

from kizdesk.paperwork.writing.typed import ADDED, NAME, letters
from tests.paperwork.widgets import widgets

NAMES = "Şahin Đorđević Łukasz Ørsted Özgür İnci Dvořák Gułaś Kőrösi Țîrlea Jānis – „25 €“ ‚so‘ … §"


@pytest.fixture(scope="module")
def font(small: PdfReader) -> Any:
    """Return the font that text fields name."""
    fields: Any = small.root_object["/AcroForm"]
    return fields["/DR"]["/Font"][f"/{NAME}"]


def test_every_text_field_names_the_font(small: PdfReader) -> None:
    appearances = {str(widget.entry["/DA"]) for widget in widgets(small) if str(widget.group["/FT"]) == "/Tx"}
    assert len(appearances) == 1
    assert appearances.pop().startswith(f"/{NAME} 0 Tf")


def test_pdfium_knows_the_name_of_the_font_as_one_that_it_asks_for_every_letter() -> None:
    assert NAME in {"Wingdings", "Wingdings2", "Wingdings3", "Webdings"}


def test_the_font_has_the_letters_of_names() -> None:
    assert set(NAMES) <= set(letters().values())
    assert ADDED.keys() <= set(letters().values())


def test_no_letter_has_the_code_of_a_line_break() -> None:
    assert not letters().keys() & {0, 9, 10, 12, 13}


def test_letters_beyond_the_western_ones_are_named_by_their_codes(font: Any) -> None:
    named, code = {}, 0
    for item in font["/Encoding"]["/Differences"]:
        if isinstance(item, int):
            code = item
        else:
            named[code] = str(item)[1:]
    assert named == {code: ADDED[letter] for code, letter in letters().items() if letter in ADDED}
    assert font["/Encoding"]["/BaseEncoding"] == "/WinAnsiEncoding"


def test_the_embedded_file_finds_each_letter_and_agrees_on_its_width(font: Any) -> None:
    program = font["/FontDescriptor"]["/FontFile2"].get_data()
    assert len(program) == font["/FontDescriptor"]["/FontFile2"]["/Length1"]
    glyphs = glyphs_of(table(program, "cmap"))
    advances = table(program, "hmtx")
    for code, letter in letters().items():
        (advance,) = unpack_from(">H", advances, 4 * glyphs[ord(letter)])
        assert abs(advance - font["/Widths"][code]) <= 1
        assert glyphs[ord(letter)]


def test_the_font_is_small(font: Any) -> None:
    stream = io.BytesIO()
    font["/FontDescriptor"]["/FontFile2"].write_to_stream(stream)
    assert len(stream.getvalue()) < 24_000


def table(program: bytes, tag: str) -> bytes:
    """Return a table of a TrueType file."""
    (count,) = unpack_from(">H", program, 4)
    for number in range(count):
        found, _, start, length = unpack_from(">4sLLL", program, 12 + 16 * number)
        if found == tag.encode():
            return program[start : start + length]
    raise KeyError(tag)


def glyphs_of(cmap: bytes) -> dict[int, int]:
    """Return the glyphs of a table that has one segment of format 4 for each letter."""
    assert unpack_from(">HHHHL", cmap) == (0, 1, 3, 1, 12)
    kind, length, _, double = unpack_from(">HHHH", cmap, 12)
    assert (kind, length) == (4, len(cmap) - 12)
    count = double // 2
    ends = unpack(f">{count}H", cmap[26 : 26 + double])
    starts = unpack_from(f">{count}H", cmap, 28 + double)
    deltas = unpack_from(f">{count}H", cmap, 28 + 2 * double)
    assert ends == starts
    assert ends[-1] == 0xFFFF
    return {start: (start + delta) & 0xFFFF for start, delta in zip(starts, deltas, strict=True)}
