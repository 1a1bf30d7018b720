"""A file changed at random is read or refused; nothing else happens."""

from __future__ import annotations

import random

import pytest

from kizdesk.paperwork.reading import Filled, Refused, read_forms
from kizdesk.paperwork.reading.form import read_form
from kizdesk.paperwork.reading.outcome import Refusal
from tests.paperwork.reading.build import FIRST, form, literal, stream, text
from tests.paperwork.reading.mutations import changed, parts_of, unsound
from tests.paperwork.reading.test_corpus import content_of

CHANGES = 60
SMALL = form(
    text("a1", literal("x – y")),
    text("a2", b"%d 0 R" % (FIRST + 4)),
    b"<</T(g)/Kids[%d 0 R]>>" % (FIRST + 3),
    b"<</Parent %d 0 R/FT/Btn/Ff 32768/T(a4)/AS/x/AP<</N<</x<<>>>>>>>>" % (FIRST + 2),
    stream(b"\xfe\xff\0a\0b"),
    fields=[FIRST, FIRST + 1, FIRST + 2],
    shown=[FIRST, FIRST + 3],
)


def outcome_of(content: bytes) -> object:
    """Return what becomes of a file in this process, where an error of any other kind would be seen."""
    try:
        return read_form(content)
    except Refusal as refusal:
        return refusal


@pytest.mark.parametrize("name", ["", "pdf-lib.pdf", "qpdf.pdf", "pdftk.pdf"])
def test_a_changed_file_is_read_or_refused(name: str) -> None:
    original = content_of(name) if name else SMALL
    chance = random.Random(name)
    for _ in range(CHANGES):
        assert isinstance(outcome_of(changed(chance, original, [SMALL])), Filled | Refusal)


@pytest.mark.parametrize("name", ["", "mupdf-rewritten.pdf", "qpdf-then-pdfjs.pdf"])
def test_a_file_with_objects_of_a_wrong_kind_is_read_or_refused(name: str) -> None:
    parts = parts_of(content_of(name) if name else SMALL)
    chance = random.Random(name)
    for _ in range(CHANGES):
        assert isinstance(outcome_of(unsound(chance, parts)), Filled | Refusal)


def test_changed_files_leave_the_process_alive_for_the_next() -> None:
    chance = random.Random(7)
    outcomes = read_forms([*(changed(chance, SMALL) for _ in range(50)), SMALL])
    assert all(isinstance(outcome, Filled | Refused) for outcome in outcomes)
    assert isinstance(outcomes[-1], Filled)
