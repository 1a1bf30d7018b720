"""Check our template, and templates that do not fit."""

import io
import zipfile
from datetime import UTC, datetime
from random import Random

import docx
import pytest

from kizdesk.domain.errors import UserError
from kizdesk.places import resources_dir
from kizdesk.writers.word import word_bytes
from kizdesk.writers.word.geometry import A4
from kizdesk.writers.word.styles import Style
from kizdesk.writers.word.template import open_template
from tests.writers.conftest import drawn, silent
from tests.writers.sample import CREATED, rich
from tools.word_template.package import template as build_template


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def repacked(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, data in files.items():
            package.writestr(name, data)
    return target.getvalue()


def test_the_template_is_what_its_script_builds(template: bytes) -> None:
    assert parts(template) == parts(build_template())


def test_the_template_has_every_style_the_writer_uses(template: bytes) -> None:
    assert set(open_template(template).styles) == set(Style)


def test_the_template_hyphenates_german(template: bytes) -> None:
    files = parts(template)

    assert b"<w:autoHyphenation/>" in files["word/settings.xml"]
    assert b'<w:lang w:val="de-DE"' in files["word/styles.xml"]


def test_the_template_brings_no_part_that_checkers_reject(template: bytes) -> None:
    assert not [name for name in parts(template) if "stylesWithEffects" in name]


def test_headings_keep_with_what_follows_and_chapters_begin_a_page(template: bytes) -> None:
    styles = docx.Document(io.BytesIO(template)).styles
    formats = [styles[f"Heading {level}"].paragraph_format for level in (1, 2, 3, 4)]

    assert [found.keep_with_next for found in formats] == [True] * 4
    assert [found.page_break_before for found in formats] == [True, None, None, None]


def test_a_template_without_a_style_is_refused_by_its_name(template: bytes) -> None:
    files = parts(template)
    files["word/styles.xml"] = files["word/styles.xml"].replace(b"Vorspann", b"Anderes")

    with pytest.raises(UserError, match="„vorspann“"):
        open_template(repacked(files))


@pytest.mark.parametrize("name", ["word/styles.xml", "word/numbering.xml", "word/document.xml"])
def test_a_template_with_a_broken_part_is_refused(name: str, template: bytes) -> None:
    files = parts(template)
    files[name] = b"<broken"

    with pytest.raises(UserError, match="Word-Vorlage"):
        open_template(repacked(files))


@pytest.mark.parametrize("data", [b"", b"kein Word", b"PK\x03\x04abc"])
def test_what_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="Word-Vorlage"):
        open_template(data)


@pytest.mark.parametrize("name", ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml"])
def test_a_template_whose_part_holds_something_else_is_refused(name: str, template: bytes) -> None:
    with pytest.raises(UserError, match="Word-Vorlage"):
        open_template(repacked({**parts(template), name: b"<other/>"}))


def test_a_template_damaged_anywhere_is_refused_or_read(template: bytes) -> None:
    random, refused = Random(1), 0
    for _ in range(200):
        damaged = bytearray(template)
        damaged[random.randrange(len(damaged))] ^= 0xFF
        try:
            open_template(bytes(damaged))
        except UserError:
            refused += 1

    assert refused > 100


def test_a_template_without_a_page_is_written_on_a4(template: bytes) -> None:
    files = parts(template)
    files["word/document.xml"] = files["word/document.xml"].split(b"<w:sectPr>")[0] + b"</w:body></w:document>"

    assert open_template(repacked(files)).page == A4


def test_ordered_lists_count_on_from_those_of_the_template(template: bytes) -> None:
    files = parts(template)
    many = b'<w:num w:numId="4711"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    files["word/numbering.xml"] = files["word/numbering.xml"].replace(b"</w:numbering>", many)

    lists = open_template(repacked(files)).lists

    assert [lists.new(), lists.new()] == ["4712", "4713"]


def test_what_a_template_says_of_itself_is_not_told_of_the_concept(template: bytes) -> None:
    own = docx.Document(io.BytesIO(template))
    own.core_properties.comments = "Vorlage der Pressestelle"
    own.core_properties.last_printed = datetime(2001, 1, 1, tzinfo=UTC)
    saved = io.BytesIO()
    own.save(saved)

    written = word_bytes(rich(), template=saved.getvalue(), figures=drawn, created=CREATED, progress=silent)

    told = docx.Document(io.BytesIO(written)).core_properties
    assert (told.comments, told.last_printed, told.author) == ("", None, "Rhein-Kreis Neuss")


def test_a_template_that_has_a_header_keeps_it_to_itself(template: bytes) -> None:
    own = docx.Document(io.BytesIO(template))
    own.sections[0].header.paragraphs[0].text = "Briefkopf"
    saved = io.BytesIO()
    own.save(saved)

    written = word_bytes(rich(), template=saved.getvalue(), figures=drawn, created=CREATED, progress=silent)

    sections = docx.Document(io.BytesIO(written)).sections
    assert "Briefkopf" not in [line.text for section in sections for line in section.header.paragraphs]


def test_the_typeface_of_figures_comes_with_its_licence() -> None:
    folder = resources_dir() / "word" / "fonts"

    assert sorted(path.suffix for path in folder.iterdir()) == [".ttf", ".ttf", ".txt"]
