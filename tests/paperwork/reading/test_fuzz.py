"""A file changed at random is read or refused; nothing else happens."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import pytest

from kizdesk.paperwork.reading import Filled, Refused, read_forms
from kizdesk.paperwork.reading.form import read_form
from kizdesk.paperwork.reading.outcome import Refusal
from tests.paperwork.reading.build import FIRST, form, literal, stream, text
from tests.paperwork.reading.test_corpus import content_of

CHANGES = 120
SMALL = form(
    text("a1", literal("x – y")),
    text("a2", b"%d 0 R" % (FIRST + 4)),
    b"<</T(g)/Kids[%d 0 R]>>" % (FIRST + 3),
    b"<</Parent %d 0 R/FT/Btn/Ff 32768/T(a4)/AS/x/AP<</N<</x<<>>>>>>>>" % (FIRST + 2),
    stream(b"\xfe\xff\0a\0b"),
    fields=[FIRST, FIRST + 1, FIRST + 2],
    shown=[FIRST, FIRST + 3],
)
WORDS = (
    *b"/V /Kids /Parent /Fields /T /FT /AS /AP /N /Annots /Pages /Root /Info /AcroForm /Opt /Ff /Length".split(),
    *b"/Filter /Prev /Size /XRefStm /LZWDecode /JBIG2Decode /RunLengthDecode /CCITTFaxDecode /Encrypt".split(),
    *b"null true << >> [ ] ( ) endobj stream endstream R obj xref trailer startxref %%EOF".split(),
    *b"0 -1 5 99999999999 1e999 1.5 <FEFF".split(),
)
Change = Callable[[random.Random, bytearray, int], None]


def flip(chance: random.Random, content: bytearray, place: int) -> None:
    content[place] ^= 1 << chance.randrange(8)


def drop(chance: random.Random, content: bytearray, place: int) -> None:
    del content[place : place + chance.choice((1, 8, 64, 1024))]


def double(chance: random.Random, content: bytearray, place: int) -> None:
    content[place:place] = content[place : place + chance.choice((1, 8, 64, 1024))]


def insert(chance: random.Random, content: bytearray, place: int) -> None:
    content[place:place] = chance.choice(WORDS) + b" "


def swap(chance: random.Random, content: bytearray, place: int) -> None:
    word = chance.choice(WORDS)
    found = content.find(word, place)
    if found >= 0:
        content[found : found + len(word)] = chance.choice(WORDS)


def number(chance: random.Random, content: bytearray, place: int) -> None:
    for index in range(place, min(place + 200, len(content))):
        if content[index : index + 1].isdigit():
            content[index] = ord(chance.choice("0123456789"))
            return


CHANGES_OF_ALL_KINDS: Sequence[Change] = (flip, drop, double, insert, swap, number)


def changed(chance: random.Random, original: bytes) -> bytes:
    """Return a file changed in one or several places."""
    content = bytearray(original)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        if content:
            chance.choice(CHANGES_OF_ALL_KINDS)(chance, content, chance.randrange(len(content)))
    return bytes(content)


@pytest.mark.parametrize("name", ["", "pdf-lib.pdf", "qpdf.pdf", "pdftk.pdf"])
def test_a_changed_file_is_read_or_refused(name: str) -> None:
    original = content_of(name) if name else SMALL
    chance = random.Random(name)

    for _ in range(CHANGES):
        content = changed(chance, original)
        try:
            outcome: object = read_form(content)
        except Refusal as refusal:
            outcome = refusal
        assert isinstance(outcome, Filled | Refusal)


def test_changed_files_leave_the_process_alive_for_the_next() -> None:
    chance = random.Random(7)

    outcomes = read_forms([*(changed(chance, SMALL) for _ in range(50)), SMALL])

    assert all(isinstance(outcome, Filled | Refused) for outcome in outcomes)
    assert isinstance(outcomes[-1], Filled)
