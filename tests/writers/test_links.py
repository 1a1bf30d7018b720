"""Check which links lead out of the file: only those that every Word accepts."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from kizdesk.concept.tree import Paragraph, Run
from kizdesk.writers.word import word_bytes
from tests.writers.conftest import drawn, silent
from tests.writers.sample import CREATED, document


def relations(link: str, template: bytes) -> str:
    made = document(Paragraph(id="p", runs=(Run("hier", link=link),)))
    data = word_bytes(made, template=template, figures=drawn, created=CREATED, progress=silent)
    return ZipFile(BytesIO(data)).read("word/_rels/document.xml.rels").decode()


@pytest.mark.parametrize("link", ["https://kreis.de/a?b=c", "HTTP://kreis.de", "mailto:post@kreis.de"])
def test_a_web_or_mail_address_is_a_link(link: str, template: bytes) -> None:
    assert link in relations(link, template)


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "http://", "http://[", "mailto:"])
def test_anything_else_is_only_text(link: str, template: bytes) -> None:
    assert 'TargetMode="External"' not in relations(link, template)


@pytest.mark.parametrize(("text", "is_divided"), [("post@kreis.de", False), ("unsere Poststelle", True)])
def test_an_address_that_is_printed_is_never_divided_with_a_hyphen(
    text: str, template: bytes, *, is_divided: bool
) -> None:
    made = document(Paragraph(id="p", runs=(Run(text, link="mailto:post@kreis.de"),)))
    data = word_bytes(made, template=template, figures=drawn, created=CREATED, progress=silent)
    body = ZipFile(BytesIO(data)).read("word/document.xml").decode()
    assert ('<w:noProof/><w:lang w:val="x-none"/>' not in body) is is_divided
