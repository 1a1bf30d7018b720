"""Check that the check of a .docx finds what Word would stumble over."""

import zipfile
from io import BytesIO

import pytest

from kizdesk.writers.word.soundness import faults
from tests.writers.conftest import built
from tests.writers.sample import rich

DOCUMENT, NUMBERING, SETTINGS = "word/document.xml", "word/numbering.xml", "word/settings.xml"
RELATIONS, TYPES, NOTES = "word/_rels/document.xml.rels", "[Content_Types].xml", "word/footnotes.xml"
UNUSED = (
    '<Relationship Id="rIdZ" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" '
    'Target="https://beispiel.de" TargetMode="External"/>'
)
COMMENTS = {"anlass": ("Herkunft: Kapiteltext",)}


@pytest.fixture(scope="module")
def parts() -> dict[str, bytes]:
    """Return the parts of a sound review copy."""
    with zipfile.ZipFile(BytesIO(built(rich(), comments=COMMENTS))) as package:
        return {name: package.read(name) for name in package.namelist()}


def spoilt(parts: dict[str, bytes], name: str, old: str, new: str) -> list[str]:
    """Return the faults after one change of a part."""
    assert old.encode() in parts[name]
    files = {**parts, name: parts[name].replace(old.encode(), new.encode(), 1)}
    return faults(packed(files))


def packed(files: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, data in files.items():
            package.writestr(name, data)
    return target.getvalue()


def test_a_file_of_the_program_is_sound(parts: dict[str, bytes]) -> None:
    assert faults(packed(parts)) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "fault"),
    [
        (DOCUMENT, '<w:bookmarkEnd w:id="3"/>', "", "bookmark 3 has no end"),
        (DOCUMENT, '<w:bookmarkStart w:id="3"', '<w:bookmarkStart w:id="4"', "bookmark 4 begins twice"),
        (DOCUMENT, 'w:name="_Toc', 'w:name="_Tic', "leads nowhere"),
        (DOCUMENT, 'w:name="_Ref', 'w:name="_Raf', "leads nowhere"),
        (DOCUMENT, 'w:anchor="_kiz_', 'w:anchor="_kaz_', "a link leads to _kaz_"),
        (DOCUMENT, 'w:fldCharType="separate"', 'w:fldCharType="begin"', "fields have no end"),
        (DOCUMENT, 'w:fldCharType="begin"', 'w:fldCharType="end"', "out of turn"),
        (DOCUMENT, '<w:numId w:val="1000"/>', '<w:numId w:val="77"/>', "list 77 is missing"),
        (NUMBERING, '<w:abstractNumId w:val="1"/>', '<w:abstractNumId w:val="9"/>', "kind 9 is missing"),
        (DOCUMENT, '<w:pStyle w:val="Quote"/>', '<w:pStyle w:val="Zitat"/>', "Zitat is no paragraph style"),
        (DOCUMENT, '<w:rStyle w:val="Hyperlink"/>', '<w:rStyle w:val="Quote"/>', "Quote is no character style"),
        (DOCUMENT, '<w:footnoteReference w:id="1"/>', "", "footnote 1 has no mark"),
        (NOTES, '<w:footnote w:id="2">', '<w:footnote w:id="7">', "footnote 2 is missing"),
        (SETTINGS, '<w:footnote w:id="-1"/>', '<w:footnote w:id="-5"/>', "line -5 above the footnotes is missing"),
        (DOCUMENT, '<w:commentRangeEnd w:id="0"/>', "", "comment 0 has no end"),
        (DOCUMENT, '<w:commentReference w:id="0"/>', "", "comment 0 has no commentReference"),
        ("word/comments.xml", '<w:comment w:id="0"', '<w:comment w:id="4"', "comment 0 is missing"),
        (RELATIONS, 'Target="header1.xml"', 'Target="header9.xml"', "word/header9.xml, which is missing"),
        (DOCUMENT, 'r:embed="rId', 'r:embed="rIdX', "which is no relation"),
        (RELATIONS, "</Relationships>", f"{UNUSED}</Relationships>", "rIdZ is not used"),
        (TYPES, "/word/comments.xml", "/word/comment.xml", "word/comment.xml: has a type, but is missing"),
        (DOCUMENT, 'descr="Sprache', 'title="Sprache', "has no text"),
        (SETTINGS, "<w:zoom", '<w:updateFields w:val="true"/><w:zoom', "ask to be updated"),
    ],
)  # fmt: skip
def test_a_fault_is_named(parts: dict[str, bytes], name: str, old: str, new: str, fault: str) -> None:
    assert fault in "\n".join(spoilt(parts, name, old, new))


def test_a_part_that_nothing_leads_to_is_named(parts: dict[str, bytes]) -> None:
    assert faults(packed({**parts, "word/extra.xml": b"<extra/>"})) == ["word/extra.xml: nothing leads to it"]
