"""Check letters in Word: the address in the window, pages counted anew, the logo, a file without faults."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
from openxml_audit import OpenXmlValidator

from kizdesk.concept.letters.content import Texts
from kizdesk.concept.letters.invitation import Invitation, invitation
from kizdesk.concept.letters.together import together
from kizdesk.concept.tree import Document
from kizdesk.domain.places import Municipality
from kizdesk.places import resources_dir
from kizdesk.writers.word import word_bytes
from kizdesk.writers.word.base import Base
from kizdesk.writers.word.soundness import faults
from tests.concept.letters.frames import WORDS, parts
from tests.writers.conftest import PNG, silent
from tests.writers.sample import CREATED

TEMPLATE = (resources_dir() / "word" / "Vorlage.docx").read_bytes()
_MM = 1440 / 25.4


def letter(name: str = "Beckum", key: str = "05570008") -> Document:
    place = Municipality(id=key, name=name, kind="Stadt")
    told = Invitation(**parts(municipality=place), texts=Texts("Einladung", "wir laden ein."), interview=None)
    return invitation(told, WORDS)


def saved(document: Document, logo: bytes = b"") -> bytes:
    return word_bytes(document, template=Base(TEMPLATE, logo=logo), created=CREATED, progress=silent)


def part(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as package:
        return package.read(name).decode()


def test_the_address_stands_in_the_window_of_the_envelope() -> None:
    body = part(saved(letter()), "word/document.xml")
    before = body[: body.index("Stadt Beckum")]
    frame = re.findall(r'<w:framePr w:w="(\d+)" w:h="(\d+)"[^>]*w:x="(\d+)" w:y="(\d+)"', before)[-1]
    width, height, left, top = (int(length) / _MM for length in frame)
    spent = sum(int(line) for line in re.findall(r'w:line="(\d+)" w:lineRule="exact"', before)[:2]) / _MM
    assert (20 <= left <= 26, left + width <= 106) == (True, True)
    assert 62 <= top + spent <= 64, "the first line of the address"
    assert 98 <= top + height <= 99, "where the text begins"


def test_each_letter_of_a_file_begins_with_page_one_and_its_own_head() -> None:
    data = saved(together([letter(), letter("Oelde", "05570028")]))
    sections = re.findall(r"<w:sectPr>.*?</w:sectPr>", part(data, "word/document.xml"))
    assert len(sections) == 2
    assert all('<w:pgNumType w:start="1"/><w:titlePg/>' in section for section in sections)
    assert "NUMPAGES" not in "".join(
        part(data, name) for name in ZipFile(BytesIO(data)).namelist() if "footer" in name and name.endswith(".xml")
    )


def test_the_head_has_the_sender_and_the_logo() -> None:
    word = docx.Document(BytesIO(saved(letter(), PNG)))
    head = word.sections[0].first_page_header
    assert [line.text for line in head.paragraphs][1:3] == ["Kreis Warendorf", "Kommunales Integrationszentrum"]
    assert 'descr="Logo: Kreis Warendorf"' in head._element.xml


def test_an_audit_of_letters_finds_nothing(tmp_path: Path) -> None:
    target = tmp_path / "Briefe.docx"
    target.write_bytes(saved(together([letter(), letter("Oelde", "05570028")]), PNG))
    assert not OpenXmlValidator().validate(target).errors
    assert not faults(target.read_bytes())
