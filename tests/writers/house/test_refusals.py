"""Check that a foreign file can neither break the program nor bring anything along that nobody asked for."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from openpyxl import Workbook

from kizdesk.domain.errors import UserError
from tests.writers.conftest import built
from tests.writers.house.conftest import read, ready, written
from tests.writers.house.templates import W, changed, german, packed, part, png, with_macro
from tests.writers.sample import rich

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def workbook() -> bytes:
    """Return an Excel file."""
    target = io.BytesIO()
    Workbook().save(target)
    return target.getvalue()


def bomb() -> bytes:
    """Return a template whose styles unpack to 80 MB."""
    return changed(german(), {"word/styles.xml": f"<w:styles {W}>{' ' * 80_000_000}</w:styles>"})


def laughing() -> bytes:
    """Return a template with entities that stand for each other."""
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    text = f'<!DOCTYPE w:styles [<!ENTITY l0 "lol">{lines}]><w:styles {W}>&l9;</w:styles>'
    return changed(german(), {"word/styles.xml": text})


def outside() -> bytes:
    """Return a template that reads a file of the machine."""
    text = f'<!DOCTYPE w:styles [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:styles {W}>&x;</w:styles>'
    return changed(german(), {"word/styles.xml": text})


def strict() -> bytes:
    """Return a template in the strict form of Open XML."""
    document = part(german(), "word/document.xml")
    name = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    text = document.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", name)
    return changed(german(), {"word/document.xml": text})


REFUSED = {
    "leer": (b"", "Die Datei ist leer"),
    "kein-zip": (b"Text", "stammt"),
    "abgeschnitten": (german()[:3000], "beschädigt"),
    "verschlüsselt": (OLE, "mit einem Kennwort verschlüsselt oder im alten Format"),
    "pdf": (b"%PDF-1.7", "eine PDF-Datei"),
    "rtf": (b"{\\rtf1", "eine RTF-Datei"),
    "excel": (workbook(), "eine Excel-Datei"),
    "anderes-zip": (packed({"a.txt": "b"}), "nicht von Word"),
    "libreoffice": (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "Datei von LibreOffice"),
    "makro": (with_macro(), "enthält Makros"),
    "kaputtes-xml": (changed(german(), {"word/styles.xml": "<w:styles"}), "beschädigt"),
    "kaputte-kopfzeile": (changed(german(), {"word/header1.xml": "<w:hdr>"}), "beschädigt"),
    "ohne-dokument": (changed(german(), {"word/document.xml": None}), "beschädigt"),
    "zip-bombe": (bomb(), "ungewöhnlich groß"),
    "lachen": (laughing(), "beschädigt"),
    "von-außen": (outside(), "beschädigt"),
    "streng": (strict(), "strengen Format"),
    "zu-groß": (german() + bytes(80_000_000), "mit 77 MB zu groß, höchstens 20 MB"),
    "unsere": (built(rich()), "Ausgabe von kizdesk und keine Vorlage"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_a_template_is_refused_in_a_sentence(name: str) -> None:
    data, told = REFUSED[name]
    with pytest.raises(UserError, match=told):
        ready(data)


def test_80_mb_of_pictures_in_the_text_are_never_unpacked() -> None:
    big = changed(german(), {"word/media/image2.png": bytes(80_000_000)})

    assert ready(big).has_logo


def test_a_picture_in_the_header_that_unpacks_to_80_mb_is_refused() -> None:
    with pytest.raises(UserError, match="ungewöhnlich groß"):
        ready(changed(german(), {"word/media/image1.png": bytes(80_000_000)}))


def test_a_linked_picture_is_left_out_and_told() -> None:
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    header = part(german(), "word/header1.xml").replace("r:embed", "r:link")
    linked = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{relation}/image" Target="https://anderswo.example/logo.png" TargetMode="External"/></Relationships>'
    )
    data = changed(german(), {"word/header1.xml": header, "word/_rels/header1.xml.rels": linked})

    assert any("nur verknüpft" in remark.text for remark in ready(data).remarks)
    assert b"anderswo" not in written(rich(), data)


def test_neither_attached_templates_nor_data_sources_come_along() -> None:
    settings = (
        f'<w:settings {W}><w:attachedTemplate r:id="rId1"/><w:mailMerge><w:query w:val="x"/></w:mailMerge>'
        '<w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>'
    )
    data = changed(german(), {"word/settings.xml": settings})
    told = " ".join(remark.text for remark in ready(data).remarks)
    made = part(written(rich(), data), "word/settings.xml")

    assert "geschützt" in told
    assert "Serienbriefe" in told
    assert "attachedTemplate" not in made
    assert "documentProtection" not in made


@pytest.mark.parametrize("name", ["INCLUDEPICTURE", "DDEAUTO", "FILLIN", "DOCPROPERTY", "MERGEFIELD", "MACROBUTTON"])
def test_a_field_that_asks_or_reads_leaves_only_what_it_shows(name: str) -> None:
    header = part(german(), "word/header1.xml").replace(
        "<w:r><w:t>Kreis Musterland</w:t></w:r>",
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
        f'{name} "x" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Kreis</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )
    document = read(written(rich(), changed(german(), {"word/header1.xml": header})))
    head = document.sections[-1].header.paragraphs[0]

    assert head.text.startswith("Kreis")
    assert not head._p.xpath(".//w:instrText") + head._p.xpath(".//w:fldChar")


def test_changed_bytes_are_refused_or_read_but_never_break_the_program() -> None:
    given, chance = german(), random.Random(5)
    with zipfile.ZipFile(io.BytesIO(given)) as package:
        names = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
    for _ in range(120):
        name = chance.choice(names)
        text = bytearray(part(given, name).encode())
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(text))
            text[place : place + chance.randint(0, 30)] = chance.randbytes(chance.randint(0, 2)) + b"0"
        try:
            ready(changed(given, {name: bytes(text)}))
        except UserError:
            continue


@pytest.mark.parametrize("number", ["x", "-5", "99999999999999999999", ""])
def test_lists_with_numbers_that_are_none_are_left_out(number: str) -> None:
    given = part(german(), "word/numbering.xml")
    odd = f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    data = changed(german(), {"word/numbering.xml": given.replace("</w:numbering>", odd)})

    assert read(written(rich(), data)).paragraphs


def test_comments_and_instructions_in_the_xml_do_no_harm() -> None:
    parts: dict[str, bytes | str | None] = {}
    for name in ("word/styles.xml", "word/header1.xml", "word/_rels/header1.xml.rels", "[Content_Types].xml"):
        text = part(german(), name)
        end = text.rindex("</")
        parts[name] = f"{text[:end]}<!-- Notiz --><?anweisung x?>{text[end:]}"

    assert read(written(rich(), changed(german(), parts))).paragraphs


def test_elements_that_are_missing_break_nothing() -> None:
    given, chance = german(), random.Random(7)
    for name in ("word/styles.xml", "word/numbering.xml", "word/document.xml", "word/header1.xml"):
        text = part(given, name)
        pieces = text.split("<w:")
        for _ in range(25):
            place = chance.randrange(2, len(pieces))
            if "/>" not in pieces[place].split("<")[0]:
                continue
            rest = pieces[place].split("/>", 1)[1]
            made = "<w:".join([*pieces[: place - 1], pieces[place - 1] + rest, *pieces[place + 1 :]])
            data = changed(given, {name: made})
            assert read(written(rich(), data)).paragraphs


def test_the_size_of_the_picture_does_not_matter_as_long_as_it_is_small() -> None:
    assert ready(changed(german(), {"word/media/image1.png": png(2000, 900)})).has_logo
