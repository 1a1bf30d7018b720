"""Check the comments of a review copy."""

from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from openxml_audit import OpenXmlValidator

from kizdesk.concept.tree import Heading
from kizdesk.writers.word.soundness import faults
from tests.writers.conftest import built, w
from tests.writers.sample import CREATED, document, rich

SAID = {
    "anlass": ("Herkunft: Kapiteltext",),
    "synopse": ("Herkunft: Gespräch in Neuss\nGespräch in Kaarst", "Prüfung: Es fehlt eine Kommune."),
    "anlass/schritte": ("a < b & c\x00",),
    "fehlt": ("Das steht nirgends.",),
}


def reviewed() -> WordDocument:
    return docx.Document(BytesIO(built(rich(), comments=SAID)))


def test_comments_say_who_says_what_and_when() -> None:
    found = list(reviewed().comments)

    assert [comment.text for comment in found] == [
        "Herkunft: Kapiteltext",
        "a < b & c",
        "Herkunft: Gespräch in Neuss\nGespräch in Kaarst",
        "Prüfung: Es fehlt eine Kommune.",
    ]
    assert {(comment.author, comment.initials) for comment in found} == {("kizdesk", "kd")}
    assert {comment.timestamp for comment in found} == {CREATED}


def test_a_comment_stands_around_its_block() -> None:
    heading = next(p for p in reviewed().paragraphs if p.text.startswith("Anlass, Auftrag") and "\t" not in p.text)

    assert [mark.get(w("id")) for mark in heading._p.iter(w("commentRangeStart"))] == ["0"]
    assert [mark.get(w("id")) for mark in heading._p.iter(w("commentReference"))] == ["0"]


def test_a_review_copy_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "Integrationskonzept-Prüffassung.docx"
    path.write_bytes(built(rich(), comments=SAID))

    assert [error.description for error in OpenXmlValidator().validate(path).errors] == []
    assert faults(path.read_bytes()) == []


def test_a_clean_copy_has_no_comments() -> None:
    word = docx.Document(BytesIO(built(rich())))

    assert not list(word.element.iter(w("commentReference")))
    assert not [part for part in word.part.package.iter_parts() if "comments" in str(part.partname)]


def test_what_is_said_of_nothing_printed_is_left_out() -> None:
    tree = document(Heading(id="a", level=1, text="Anlass"))

    assert built(tree, comments={"b": ("nichts",)}) == built(tree)
