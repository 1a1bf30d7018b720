"""Texts come back as they were typed, in whichever way a program writes them."""

from __future__ import annotations

import pytest

from kizdesk.paperwork.reading.form import read_form
from kizdesk.paperwork.reading.texts import decoded
from tests.paperwork.reading.build import FIRST, form, literal, stream, text

ODD = "„Straße“ – 5 € für Şahin, Đorđević, Łukasz 😀"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"\xfe\xff" + ODD.encode("utf-16-be"), ODD),
        (b"\xff\xfe" + ODD.encode("utf-16-le"), ODD),
        (b"\xef\xbb\xbf" + ODD.encode(), ODD),
        (b"\0A\0b", "Ab"),
        (b"Stra\xdfe \xa0 5, \x8cZitat\x8d \x85 \x83", "Straße € 5, „Zitat“ – …"),
        (bytes(range(0x18, 0x20)), "˘ˇˆ˙˝˛˚˜"),
        (b"\xfe\xff\0\x1b\0d\0e\0\x1b\0A", "A"),
        (b"\xfe\xff\xd8\x00\0A", "\ufffdA"),
        (b"\xfe\xff\0A\0", "A\ufffd"),
        (b"", ""),
    ],
)
def test_every_encoding_of_a_pdf_gives_the_text_that_was_meant(raw: bytes, expected: str) -> None:
    assert decoded(raw) == expected


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
def test_line_ends_become_line_feeds_and_blanks_at_the_ends_stay(end: str) -> None:
    typed = f"  eins{end}{end}zwei{end}  "

    assert decoded(b"\xfe\xff" + typed.encode("utf-16-be")) == "  eins\n\nzwei\n  "
    assert decoded(typed.encode()) == "  eins\n\nzwei\n  "


@pytest.mark.parametrize(
    "value",
    [
        literal(ODD),
        b"<FEFF" + ODD.encode("utf-16-be").hex().encode() + b">",
        b"<fffe" + ODD.encode("utf-16-le").hex().encode() + b">",
        b"%d 0 R" % (FIRST + 1),
        b"%d 0 R" % (FIRST + 2),
    ],
)
def test_a_value_is_a_string_a_reference_or_a_stream(value: bytes) -> None:
    content = form(text("a1", value), stream(b"\xfe\xff" + ODD.encode("utf-16-be")), literal(ODD), fields=[FIRST])

    assert read_form(content).values == {"a1": ODD}
