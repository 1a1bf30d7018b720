"""Write the rich document once for all tests of a run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument

from kizdesk.concept.tree import AnyBlock, Document
from kizdesk.writers.word import word_bytes, write_word
from kizdesk.writers.word.xml import W
from tests.writers.sample import CREATED, document, rich

TEMPLATE = Path(__file__).resolve().parents[2] / "resources" / "word" / "Vorlage.docx"
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
    + (320).to_bytes(4)
    + (140).to_bytes(4)
    + b"\x08\x02\x00\x00\x00\x00\x00\x00\x00"
    + b"\x00\x00\x00\x00IEND\xaeB\x60\x82"
)
"""The frame of a PNG: all that the writer looks at."""

Written = Callable[..., WordDocument]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites the reference files."""
    parser.addoption("--update", action="store_true", help="rewrite the reference files; review the change as a diff")


def silent(_what: str, _share: float) -> None:
    """Be told of progress, and say nothing."""


def drawn(_svg: str) -> bytes:
    """Stand in for the drawing of figures."""
    return PNG


def w(name: str) -> str:
    """Return a name in Word's namespace."""
    return f"{{{W}}}{name}"


def built(tree: Document, **given: object) -> bytes:
    """Return a document as .docx, with a stand-in for drawn figures."""
    pages, comments = given.get("pages"), given.get("comments")
    assert pages is None or isinstance(pages, dict)
    assert comments is None or isinstance(comments, dict)
    template = TEMPLATE.read_bytes()
    return word_bytes(
        tree, template=template, figures=drawn, pages=pages, comments=comments, created=CREATED, progress=silent
    )


@pytest.fixture(scope="session")
def template() -> bytes:
    """Return our own template."""
    return TEMPLATE.read_bytes()


@pytest.fixture(scope="session")
def rich_file(tmp_path_factory: pytest.TempPathFactory, template: bytes) -> Path:
    """Return the path of the rich document, written with its figure drawn."""
    path = tmp_path_factory.mktemp("word") / "Integrationskonzept.docx"
    write_word(rich(), path, template=template, created=CREATED, progress=silent)
    return path


@pytest.fixture(scope="session")
def word(rich_file: Path) -> WordDocument:
    """Return the rich document as python-docx reads it."""
    return docx.Document(str(rich_file))


@pytest.fixture
def read(tmp_path: Path) -> Written:
    """Return a function that writes blocks and reads them back."""

    def write_and_read(*blocks: AnyBlock) -> WordDocument:
        path = tmp_path / "blocks.docx"
        path.write_bytes(built(document(*blocks)))
        return docx.Document(str(path))

    return write_and_read
