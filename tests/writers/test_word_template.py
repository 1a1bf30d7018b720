"""Check our template, and templates that do not fit."""

import io
import zipfile

import docx
import pytest

from kizdesk.domain.errors import UserError
from kizdesk.places import resources_dir
from kizdesk.writers.word.styles import Style
from kizdesk.writers.word.template import open_template
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


def test_the_typeface_of_figures_comes_with_its_licence() -> None:
    folder = resources_dir() / "word" / "fonts"

    assert sorted(path.suffix for path in folder.iterdir()) == [".ttf", ".ttf", ".txt"]
