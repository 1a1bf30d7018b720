"""What is no readable form is refused with a reason, whatever it does."""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping
from contextlib import suppress

import pytest
from pypdf import PdfReader, PdfWriter

from kizdesk.paperwork.reading.form import read_form
from kizdesk.paperwork.reading.limits import Limits
from kizdesk.paperwork.reading.outcome import Reason, Refusal, Refused
from kizdesk.paperwork.writing import write_sheet
from tests.paperwork.forms import IDENTITY, small_sheet
from tests.paperwork.reading.build import FIRST, Revision, form, literal, references, stream, text, tiny_pdf

CATALOG = b"<</Type/Catalog/Pages 2 0 R%b>>"
FEW = Limits(pages=3, fields=20, depth=5, letters=100)


def refused(content: bytes, limits: Limits = FEW) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        read_form(content, limits=limits)
    return refusal.value


def reason_of(content: bytes, limits: Limits = FEW) -> Reason:
    return refused(content, limits).reason


def saved(writer: PdfWriter) -> bytes:
    kept = io.BytesIO()
    writer.write(kept)
    return kept.getvalue()


def test_every_reason_has_a_sentence_that_says_what_to_do() -> None:
    for reason in Reason:
        sentence = Refused(reason).sentence
        assert sentence.endswith(".")
        assert "Bitte" in sentence or "bitte" in sentence


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"<html>%PD", b"x" * 2000 + b"%PDF-1.7\n%%EOF"])
def test_what_does_not_begin_as_a_pdf_is_none(content: bytes) -> None:
    assert reason_of(content) is Reason.NOT_PDF


def test_bytes_before_and_behind_a_form_do_no_harm() -> None:
    content = form(text("a1", literal("x")))

    assert read_form(b"\xef\xbb\xbf\r\n" + content + b"\0\r\n--Anhang--\r\n").values == {"a1": "x"}


def test_a_form_cut_off_anywhere_is_refused() -> None:
    first = form(text("a1", literal("alt")))
    revision = Revision(first)
    revision.write("a1", literal("neu"))
    content = revision.saved()

    for length in range(len(content) - 1):
        if content[:length].strip() != first.strip():
            assert reason_of(content[:length]) in {Reason.NOT_PDF, Reason.TRUNCATED, Reason.DAMAGED}


def test_a_form_whose_table_of_places_is_wrong_is_refused_rather_than_guessed() -> None:
    content = form(text("a1", literal("x")))

    assert reason_of(content.replace(b"startxref\n", b"startxref\n1")) is Reason.DAMAGED


def test_a_table_that_names_another_object_in_a_place_is_not_believed() -> None:
    first = Revision(form(text("a1", literal("alt"))))
    first.write("a1", literal("neu"))
    content = first.saved()
    place = content.rindex(b"%d 0 obj" % FIRST)

    damaged = content.replace(b"%010d 00000 n" % place, b"%010d 00000 n" % (place + 1))

    assert damaged != content
    assert reason_of(damaged) is Reason.DAMAGED


def test_a_table_that_leaves_out_an_object_is_not_believed() -> None:
    content = form(text("a1", literal("x")), text("a2", literal("y")))
    place = content.index(b"%d 0 obj" % FIRST)

    assert reason_of(content.replace(b"%010d 00000 n" % place, b"%010d 00000 f" % 0)) is Reason.DAMAGED


def test_a_last_table_that_cannot_be_found_does_not_bring_back_the_one_before() -> None:
    revision = Revision(form(text("a1", literal("alt"))))
    revision.write("a1", literal("neu"))
    content = revision.saved()
    last = content.rindex(b"startxref")

    assert reason_of(content[:last] + b"startxxxx" + content[last + 9 :]) is Reason.DAMAGED


def test_a_field_that_is_nowhere_is_left_out() -> None:
    blanks = b"null" + b" " * 1_000_000

    content = form(text("a1", literal("x")), blanks, fields=[FIRST, 4_000])

    assert read_form(content).values == {"a1": "x"}


def test_line_ends_changed_on_the_way_are_damage() -> None:
    content = write_sheet(small_sheet())

    assert reason_of(content.replace(b"\n", b"\r\n")) in {Reason.DAMAGED, Reason.TRUNCATED}


def test_an_encrypted_form_is_refused_even_without_a_password_to_open_it() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(write_sheet(small_sheet()))))
    writer.encrypt("", "geheim", algorithm="RC4-128")

    assert reason_of(saved(writer)) is Reason.ENCRYPTED


def test_an_encryption_that_nobody_knows_is_encryption_too() -> None:
    content = form(text("a1"), trailer=b"/Encrypt<</Filter/Unbekannt/V 9>>")

    assert reason_of(content) is Reason.ENCRYPTED


def test_an_xfa_form_is_refused() -> None:
    assert reason_of(form(text("a1"), more=b"/XFA[(template)(x)]")) is Reason.XFA


def test_a_printed_form_is_known_by_the_line_at_its_foot() -> None:
    writer = PdfWriter()
    for page in PdfReader(io.BytesIO(write_sheet(small_sheet()))).pages:
        writer.add_page(page)
    writer.remove_annotations(None)

    refusal = refused(saved(writer))

    assert refusal.reason is Reason.PRINTED
    assert refusal.clues["municipality_id"] == IDENTITY.municipality_id
    assert refusal.clues["guide_version"] == IDENTITY.guide_version


def test_a_scan_is_as_good_as_printed() -> None:
    assert reason_of(form(hidden={}, properties={})) is Reason.PRINTED


def test_a_printed_form_of_which_only_hidden_fields_are_left_is_printed() -> None:
    assert refused(form()).clues["form_id"] == IDENTITY.form_id
    assert reason_of(form()) is Reason.PRINTED


def test_more_pages_than_allowed_are_refused() -> None:
    kids = references([3] * 5)
    content = tiny_pdf([CATALOG % b"", b"<</Kids[%b]>>" % references(range(3, 7)), *([b"<</Type/Page>>"] * 4)])

    assert reason_of(content) is Reason.TOO_MANY_PAGES
    assert reason_of(tiny_pdf([CATALOG % b"", b"<</Kids[%b]>>" % kids, b"<</Type/Page>>"])) is Reason.PRINTED


def test_more_fields_than_allowed_are_refused() -> None:
    assert reason_of(form(*(text(f"a{number}") for number in range(30)))) is Reason.TOO_MUCH


def test_longer_texts_than_allowed_are_refused() -> None:
    assert reason_of(form(text("a1", literal("x" * 200)))) is Reason.TOO_MUCH


@pytest.mark.parametrize("kind", ["/Kids", "/Parent", "/Fields", "/V", "/AP"])
def test_objects_that_lead_back_to_themselves_end(kind: str) -> None:
    own = b"%d 0 R" % FIRST
    looping: Mapping[str, bytes] = {
        "/Kids": b"<</FT/Tx/T(a1)/Kids[%b]>>" % own,
        "/Parent": b"<</FT/Tx/Subtype/Widget/T(a1)/Parent %b>>" % own,
        "/Fields": b"[%b]" % own,
        "/V": b"<</FT/Tx/T(a1)/V %b>>" % own,
        "/AP": b"<</FT/Tx/T(a1)/AP %b/N %b>>" % (own, own),
    }

    with suppress(Refusal):
        read_form(form(looping[kind], fields=[], shown=[FIRST]), limits=FEW)
    with suppress(Refusal):
        read_form(form(looping[kind]), limits=FEW)


def test_fields_nested_too_deep_are_refused() -> None:
    nested = [b"<</T(a)/Kids[%d 0 R]>>" % (FIRST + 1 + number) for number in range(10)]

    assert reason_of(form(*nested, text("b"), fields=[FIRST])) is Reason.TOO_MUCH


def test_pages_nested_too_deep_are_refused() -> None:
    nested = [b"<</Kids[%d 0 R]>>" % number for number in range(3, 20)]

    assert reason_of(tiny_pdf([CATALOG % b"", *nested, b"<</Type/Page>>"])) is Reason.TOO_MUCH


def test_brackets_nested_without_end_are_refused() -> None:
    content = form(text("a1", b"[" * 50_000 + b"]" * 50_000))

    assert reason_of(content) in {Reason.TOO_MUCH, Reason.DAMAGED}


def test_a_value_that_inflates_beyond_measure_is_refused() -> None:
    packed = zlib.compress(zlib.compress(bytes(100 << 20), 9), 9)
    bomb = b"<</Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n%b\nendstream" % (len(packed), packed)

    assert reason_of(form(text("a1", b"%d 0 R" % (FIRST + 1)), bomb, fields=[FIRST])) is Reason.TOO_MUCH


@pytest.mark.parametrize("name", [b"/Unbekannt  ", b"/Fl         "])
def test_a_stream_that_is_none_is_damage(name: bytes) -> None:
    broken = stream(b"x").replace(b"/FlateDecode", name)

    assert reason_of(form(text("a1", b"%d 0 R" % (FIRST + 1)), broken, fields=[FIRST])) is Reason.DAMAGED
